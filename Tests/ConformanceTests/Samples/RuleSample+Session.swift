import Conformance
import ProtocolProfile
import SyncML

private let man = command("Get", 5, "./DevInfo/Man")
private let manFound = """
    <Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Item><Source><LocURI>./DevInfo/Man</LocURI></Source>\
    <Data>Contoso</Data></Item></Results>
    """
/// A session in which all is well: package 1, a Get, its Results, the end.
private let opening = Sent.client(packageOne)
private let asking = Sent.server(answersToOne + man)
private let telling = Sent.client(onlyHeader(1) + status(2, 1, "5", "Get") + manFound)
private let ending = Sent.server(onlyHeader(2))
private let goodSession: [Sent] = [opening, asking, telling, ending]
private let server = "https://mdm.example/dm"

/// A session that the client says is for one scope, in which the server asks for one address.
private func scoped(_ type: String, _ address: String) -> [Sent] {
    let item =
        "<Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft.mdm.synctype</Type></Meta><Data>\(type)</Data></Item>"
    return [
        .client(packageOne + alert(5, 1224, items: item)),
        .server(answersToOne + status(5, 1, "5", "Alert") + command("Get", 6, address)),
        .client(onlyHeader(1) + status(2, 1, "6", "Get", "405")), ending,
    ]
}

extension RuleSample {
    static let session: [RuleSample] = [
        RuleSample(
            "session.session-id", fail: [opening, asking.with(\.sessionID, "2"), telling, ending],
            pass: goodSession),
        RuleSample(
            "session.msg-id", fail: [opening, asking, telling, ending.with(\.msgID, "7")],
            pass: goodSession),
        RuleSample(
            "session.msg-id-repeated", fail: [opening, asking, telling, ending.with(\.msgID, "1")],
            pass: goodSession, companions: ["session.msg-id"]),
        RuleSample(
            "session.target", fail: [opening, asking.with(\.target, "urn:uuid:other"), telling, ending],
            pass: goodSession),
        RuleSample(
            "session.resp-uri-ignored",
            fail: [
                opening.with(\.url, server), asking.with(\.header, "<RespURI>https://mdm.example/next</RespURI>"),
                telling.with(\.url, server), ending,
            ],
            pass: [
                opening.with(\.url, server), asking.with(\.header, "<RespURI>https://mdm.example/next</RespURI>"),
                telling.with(\.url, "https://mdm.example/next?mode=Maintenance"), ending,
            ]),
        RuleSample(
            "user-context.sync-type", fail: scoped("device", "./User/Vendor/MSFT/Policy"),
            pass: scoped("device", "./Device/Vendor/MSFT/Policy")),
        RuleSample(
            "user-context.sync-type", fail: scoped("user", "./Vendor/MSFT/Policy"),
            pass: scoped("user", "./DevInfo/Man")),
        RuleSample(
            "user-context.sync-type", fail: scoped(" User ", "./Device/Vendor/MSFT/Policy"),
            pass: scoped("mixed", "./User/Vendor/MSFT/Policy")),
        RuleSample("session.unanswered", fail: [opening, asking, telling], pass: goodSession),
        RuleSample(
            "session.early-commands",
            fail: [
                opening, asking, telling.open,
                .server(onlyHeader(2) + alert(2, 1222) + command("Get", 5, "./DevInfo/Mod")).open,
                .client(onlyHeader(2) + status(2, 2, "2", "Alert") + status(3, 2, "5", "Get", "404")),
                .server(onlyHeader(3)),
            ],
            pass: [
                opening, asking, telling.open, .server(onlyHeader(2) + alert(2, 1222)).open,
                .client(onlyHeader(2) + status(2, 2, "2", "Alert")), .server(onlyHeader(3)),
            ]),
        RuleSample(
            "session.next-message", fail: [opening, asking, telling.open, ending],
            pass: [
                opening, asking, telling.open, .server(onlyHeader(2) + alert(2, 1222)).open,
                .client(onlyHeader(2) + status(2, 2, "2", "Alert")), .server(onlyHeader(3)),
            ]),
        RuleSample(
            "session.after-abort",
            fail: [
                opening, .server(answersToOne + alert(5, 1223)), .client(onlyHeader(1)),
                .server(onlyHeader(2) + command("Get", 5, "./DevInfo/Mod")),
            ],
            pass: [opening, .server(answersToOne + alert(5, 1223))]),
        RuleSample(
            "session.abort-answer",
            fail: [opening, asking, .client(onlyHeader(1) + alert(2, 1223)), .server(onlyHeader(2))],
            pass: [
                opening, asking, .client(onlyHeader(1) + alert(2, 1223)),
                .server(onlyHeader(2) + status(2, 2, "2", "Alert")),
            ]),
        RuleSample(
            "session.message-too-large",
            fail: [
                opening.with(\.header, "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">600</MaxMsgSize></Meta>"), asking,
                telling,
                ending,
            ],
            pass: [
                opening.with(\.header, "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">6000</MaxMsgSize></Meta>"), asking,
                telling,
                ending,
            ]),
        RuleSample(
            "session.never-quiet",
            fail: [
                opening, asking, .client(onlyHeader(1) + status(2, 1, "5", "Get", "404")), .server(onlyHeader(2) + man),
                .client(onlyHeader(2) + status(2, 2, "5", "Get", "404")), .server(onlyHeader(3) + man),
                .client(onlyHeader(3) + status(2, 3, "5", "Get", "404")), .server(onlyHeader(4)),
            ], pass: goodSession),
    ]

    private static func answered(_ statuses: String) -> [Sent] { [opening, .server(statuses)] }

    static let statuses: [RuleSample] = [
        RuleSample(
            "session.status-missing",
            fail: answered(
                status(1, 1, "0", "SyncHdr") + status(2, 1, "2", "Alert") + status(3, 1, "3", "Alert")),
            pass: answered(answersToOne)),
        RuleSample(
            "session.status-missing",
            fail: [opening, asking, .client(onlyHeader(1)), ending], pass: goodSession),
        RuleSample(
            "session.status-repeated", fail: answered(answersToOne + status(6, 1, "2", "Alert")),
            pass: answered(answersToOne), companions: ["session.status-order"]),
        RuleSample(
            "session.status-unexpected", fail: answered(answersToOne + status(6, 1, "17", "Alert")),
            pass: answered(answersToOne)),
        RuleSample(
            "session.status-unexpected", fail: answered(answersToOne + status(6, 9, "2", "Alert")),
            pass: answered(answersToOne)),
        RuleSample(
            "session.status-cmd", fail: answered(answersToOne.replacing("<Cmd>Replace</Cmd>", with: "<Cmd>Add</Cmd>")),
            pass: answered(answersToOne)),
        RuleSample(
            "session.status-order",
            fail: answered(
                status(1, 1, "0", "SyncHdr") + status(2, 1, "3", "Alert") + status(3, 1, "2", "Alert")
                    + status(4, 1, "4", "Replace")), pass: answered(answersToOne)),
        RuleSample(
            "session.status-for-status",
            fail: [opening, asking, telling, .server(onlyHeader(2) + status(2, 2, "2", "Status"))],
            pass: goodSession),
        RuleSample(
            "session.status-for-results",
            fail: [opening, asking, telling, .server(onlyHeader(2) + status(2, 2, "3", "Results"))],
            pass: goodSession),
        RuleSample(
            "session.status-references", fail: answered(answersToOne),
            pass: answered(
                answersToOne.replacing(
                    "<Cmd>Replace</Cmd>", with: "<Cmd>Replace</Cmd><SourceRef>./DevInfo/DevId</SourceRef>")),
            context: LintContext(profile: .oma)),
        RuleSample(
            "session.alert-status",
            fail: answered(
                status(1, 1, "0", "SyncHdr") + status(2, 1, "2", "Alert") + status(3, 1, "3", "Alert", "406")
                    + status(4, 1, "4", "Replace")), pass: answered(answersToOne)),
        RuleSample(
            "session.results-refused",
            fail: [opening, asking, telling, .server(onlyHeader(2) + status(2, 2, "3", "Results", "500"))],
            pass: goodSession),
    ]

    private static let address = "./Vendor/MSFT/Policy/Config/Camera/AllowCamera"
    private static func chunk(
        _ id: Int, _ data: String, size: Int? = nil, more: Bool = true, meta: Bool = true, at target: String = address
    ) -> String {
        let format = meta ? "<Format xmlns=\"syncml:metinf\">int</Format>" : ""
        let bytes = size.map { "<Size xmlns=\"syncml:metinf\">\($0)</Size>" } ?? ""
        let inner = format + bytes
        return "<Replace><CmdID>\(id)</CmdID><Item><Target><LocURI>\(target)</LocURI></Target>"
            + (inner.isEmpty ? "" : "<Meta>\(inner)</Meta>")
            + "<Data>\(data)</Data>\(more ? "<MoreData/>" : "")</Item></Replace>"
    }
    /// A session whose server sends two chunks.
    private static func chunks(_ first: String, _ second: String, header: String = "") -> [Sent] {
        [
            opening.with(\.header, header), .server(answersToOne + first).open,
            .client(onlyHeader(1) + status(2, 1, "5", "Replace", "213") + alert(3, 1222)),
            .server(onlyHeader(2) + status(2, 2, "3", "Alert") + second),
            .client(onlyHeader(2) + status(2, 2, "5", "Replace")), .server(onlyHeader(3)),
        ]
    }
    private static let whole = chunks(chunk(5, "0123", size: 8), chunk(5, "4567", more: false))

    static let objects: [RuleSample] = [
        RuleSample("object.size-missing", fail: chunks(chunk(5, "0123"), chunk(5, "4567", more: false)), pass: whole),
        RuleSample(
            "object.size-repeated", fail: chunks(chunk(5, "0123", size: 8), chunk(5, "4567", size: 8, more: false)),
            pass: whole),
        RuleSample(
            "object.size-mismatch", fail: chunks(chunk(5, "0123", size: 8), chunk(5, "456", more: false)), pass: whole),
        RuleSample(
            "object.interrupted",
            fail: chunks(
                chunk(5, "0123", size: 8), chunk(5, "1", more: false, at: "./Vendor/MSFT/Policy/Config/Wifi/AllowWiFi")),
            pass: whole),
        RuleSample(
            "object.complete", fail: chunks(chunk(5, "01234567", size: 8), chunk(5, "", more: false)), pass: whole),
        RuleSample(
            "object.addressing", fail: chunks(chunk(5, "0123", size: 8), chunk(5, "4567", more: false, meta: false)),
            pass: whole, companions: ["item.format-missing"]),
        RuleSample(
            "object.too-large",
            fail: chunks(
                chunk(5, "0123", size: 8), chunk(5, "4567", more: false),
                header: "<Meta><MaxObjSize xmlns=\"syncml:metinf\">6</MaxObjSize></Meta>"), pass: whole),
        RuleSample(
            "authentication.mac-missing",
            fail: [
                opening.http(["x-syncml-hmac": mac, "Content-Type": "application/vnd.syncml.dm+xml"]),
                asking.http(), telling.http(), ending.http(),
            ],
            pass: [opening.http(), asking.http(), telling.http(), ending.http()]),
    ]

    private static let mac = "username=\"a\", mac=XL/n5Mm2yAai5YjORMilrg=="
    private static let releaseAddress =
        "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ServerHasFinishedProvisioning"
    private static let listAddress =
        "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ExpectedPolicies"
    private static func replacing(_ target: String, _ data: String, _ format: String, code: String) -> [Sent] {
        [
            opening, .server(answersToOne + command("Replace", 5, target, data: data, format: format)),
            .client(onlyHeader(1) + status(2, 1, "5", "Replace", code)), ending,
        ]
    }
    private static func challenged(session: String, nonce: String, digest: String) -> [Sent] {
        let chal = """
            <Chal><Meta><Format xmlns="syncml:metinf">b64</Format><Type xmlns="syncml:metinf">syncml:auth-md5</Type>\
            <NextNonce xmlns="syncml:metinf">\(nonce)</NextNonce></Meta></Chal>
            """
        let cred = """
            <LocName>a</LocName></Source><Cred><Meta><Format xmlns="syncml:metinf">b64</Format>\
            <Type xmlns="syncml:metinf">syncml:auth-md5</Type></Meta><Data>\(digest)</Data></Cred>
            """
        return [
            opening.with(\.sessionID, session).with(\.msgID, "1").with(\.header, cred),
            Sent.server(
                status(1, 1, "0", "SyncHdr", "212", chal: chal) + status(2, 1, "2", "Alert")
                    + status(3, 1, "3", "Alert") + status(4, 1, "4", "Replace")
            ).with(\.sessionID, session).with(\.msgID, "1"),
        ]
    }

    static let devices: [RuleSample] = [
        RuleSample(
            "command.never-corrected", fail: replacing(address, "7", "int", code: "500"),
            pass: replacing(address, "1", "int", code: "200"), companions: ["value.not-allowed"]),
        RuleSample(
            "authentication.nonce-repeated",
            fail: challenged(session: "1", nonce: "LG3iZQhhdmKNHg==", digest: "AAAA")
                + challenged(session: "2", nonce: "LG3iZQhhdmKNHg==", digest: "BBBB"),
            pass: challenged(session: "1", nonce: "LG3iZQhhdmKNHg==", digest: "AAAA")
                + challenged(session: "2", nonce: "AG3iZQhhdmKNHg==", digest: "BBBB")),
        RuleSample(
            "authentication.digest-replayed",
            fail: challenged(session: "1", nonce: "LG3iZQhhdmKNHg==", digest: "AAAA")
                + challenged(session: "2", nonce: "AG3iZQhhdmKNHg==", digest: "AAAA"),
            pass: challenged(session: "1", nonce: "LG3iZQhhdmKNHg==", digest: "AAAA")
                + challenged(session: "2", nonce: "AG3iZQhhdmKNHg==", digest: "BBBB")),
        RuleSample(
            "esp.release-unacknowledged", fail: replacing(releaseAddress, "true", "bool", code: "405"),
            pass: replacing(releaseAddress, "true", "bool", code: "200"), companions: ["command.never-corrected"]),
        RuleSample(
            "esp.release-missing", fail: replacing(listAddress, "./Vendor/MSFT/Policy", "chr", code: "200"),
            pass: replacing(releaseAddress, "true", "bool", code: "200")),
    ]
}
