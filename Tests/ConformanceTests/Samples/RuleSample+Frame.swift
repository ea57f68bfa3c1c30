import Conformance
import ProtocolProfile
import SyncML

private let get = command("Get", 5, "./DevInfo/Man")
private let chunk = command("Replace", 5, "./Vendor/MSFT/A", data: "0123").replacing(
    "</Item>", with: "<MoreData/></Item>")

extension RuleSample {
    static let frame: [RuleSample] = [
        RuleSample(
            "header.version-dtd", fail: [.server(get).with(\.versions, ("2.0", "DM/1.2"))], pass: [.server(get)]),
        RuleSample(
            "header.version-protocol", fail: [.server(get).with(\.versions, ("1.2", "DM/9.9"))], pass: [.server(get)]),
        RuleSample(
            "header.addresses",
            fail: [.server(get).with(\.target, "https://mdm.example/dm").with(\.source, "urn:uuid:device")],
            pass: [.server(get)]),
        RuleSample(
            "header.meta-ignored",
            fail: [.server(get).with(\.header, "<Meta><MaxObjSize xmlns=\"syncml:metinf\">1</MaxObjSize></Meta>")],
            pass: [.server(get).with(\.header, "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">5000</MaxMsgSize></Meta>")]),
        RuleSample(
            "header.session-id-form", fail: [.server(get).with(\.sessionID, "12345")],
            pass: [.server(get).with(\.sessionID, "1234")]),
        RuleSample(
            "session.resp-uri", fail: [.server(get).with(\.header, "<RespURI>/next</RespURI>")],
            pass: [.server(get).with(\.header, "<RespURI>https://mdm.example/next</RespURI>")]),
        RuleSample(
            "frame.final-missing", fail: [.server(get).open],
            pass: [.server(onlyHeader(1) + alert(2, 1222)).open]),
        RuleSample(
            "object.final", fail: [.server(chunk)], pass: [.server(chunk).open], companions: ["object.size-missing"]),
        RuleSample("alert.client-only", fail: alert(5, 1201), pass: alert(5, 1223)),
        RuleSample("alert.abort-final", fail: [.server(alert(5, 1223)).open], pass: [.server(alert(5, 1223))]),
        RuleSample(
            "status.header-first", fail: status(1, 1, "2", "Alert") + status(2, 1, "0", "SyncHdr"),
            pass: onlyHeader(1) + status(2, 1, "2", "Alert")),
        RuleSample("status.code", fail: status(1, 1, "0", "SyncHdr", "fine"), pass: onlyHeader(1)),
    ]

    private static func chal(_ inner: String) -> String { "<Chal><Meta>\(inner)</Meta></Chal>" }
    private static let format = "<Format xmlns=\"syncml:metinf\">b64</Format>"
    private static let md5 = "<Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type>"
    private static let nonce = "<NextNonce xmlns=\"syncml:metinf\">LG3iZQhhdmKNHg==</NextNonce>"
    private static let challenge = status(1, 1, "0", "SyncHdr", "407", chal: chal(format + md5 + nonce))
    private static func cred(_ format: String = format) -> String {
        "<Cred><Meta>\(format)\(md5)</Meta><Data>Zz6EivR3yeaaENcRN6lpAQ==</Data></Cred>"
    }
    private static let named = "<LocName>Server</LocName></Source>"
    private static let mac = "algorithm=MD5, username=\"Server\", mac=XL/n5Mm2yAai5YjORMilrg=="

    static let authentication: [RuleSample] = [
        RuleSample(
            "authentication.challenge-missing", fail: status(1, 1, "0", "SyncHdr", "401"), pass: challenge),
        RuleSample(
            "authentication.type-unknown",
            fail: status(
                1, 1, "0", "SyncHdr", "407", chal: chal("<Type xmlns=\"syncml:metinf\">syncml:auth-X509</Type>")),
            pass: challenge),
        RuleSample(
            "authentication.nonce-missing", fail: status(1, 1, "0", "SyncHdr", "407", chal: chal(format + md5)),
            pass: challenge),
        RuleSample(
            "authentication.nonce-format", fail: status(1, 1, "0", "SyncHdr", "407", chal: chal(md5 + nonce)),
            pass: challenge),
        RuleSample(
            "authentication.nonce-not-base64",
            fail: status(
                1, 1, "0", "SyncHdr", "407",
                chal: chal(format + md5 + "<NextNonce xmlns=\"syncml:metinf\">no nonce</NextNonce>")), pass: challenge),
        RuleSample(
            "authentication.cred-format", fail: [.server(get).with(\.header, named + cred(""))],
            pass: [.server(get).with(\.header, named + cred())]),
        RuleSample(
            "authentication.user-name-missing", fail: [.server(get).with(\.header, cred())],
            pass: [.server(get).with(\.header, named + cred())]),
        RuleSample("authentication.commands-beside-challenge", fail: challenge + get, pass: challenge),
        RuleSample(
            "authentication.cred-beside-mac",
            fail: [.server(get).with(\.header, named + cred()).http(["x-syncml-hmac": mac])],
            pass: [.server(get).http(["x-syncml-hmac": mac])], companions: ["http.content-type"]),
        RuleSample(
            "authentication.mac-header", fail: [.server(get).http(["x-syncml-hmac": "username=\"a\""])],
            pass: [.server(get).http(["x-syncml-hmac": mac])], companions: ["http.content-type"]),
        RuleSample(
            "authentication.mac-broken",
            fail: [.server(status(1, 1, "0", "SyncHdr", "212")).http(["x-syncml-hmac": mac])],
            pass: [
                .server(status(1, 1, "0", "SyncHdr", chal: chal(format + md5.replacing("md5", with: "MAC") + nonce)))
                    .http(["x-syncml-hmac": mac])
            ], companions: ["http.content-type"]),
    ]

    private static let request = Sent.client(packageOne).http().with(\.method, "POST")

    static let http: [RuleSample] = [
        RuleSample(
            "http.method", fail: [request.with(\.method, "PUT"), .server(answersToOne).http().with(\.status, 200)],
            pass: [request, .server(answersToOne).http().with(\.status, 200)]),
        RuleSample(
            "http.content-type",
            fail: [request, .server(answersToOne).http(["Content-Type": "text/html"]).with(\.status, 200)],
            pass: [request, .server(answersToOne).http().with(\.status, 200)]),
        RuleSample(
            "http.status", fail: [request, .server(answersToOne).http().with(\.status, 500)],
            pass: [request, .server(answersToOne).http().with(\.status, 200)]),
    ]
}
