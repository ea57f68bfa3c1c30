import Conformance
import SyncML

private let get = command("Get", 1, "./DevInfo/Man")

/// A server's message.
private func message(_ body: String, root: String = " xmlns=\"SYNCML:SYNCML1.2\"", session: String = "1") -> String {
    """
    <SyncML\(root)><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>\(session)</SessionID>\
    <MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>https://s</LocURI></Source></SyncHdr>\
    <SyncBody>\(body)<Final/></SyncBody></SyncML>
    """
}

private let good = message(get)
private let wbxmlHead: [UInt8] = [0x03, 0xA4, 0x01, 0x6A, 0x00]

/// SyncBody with Add 2 whose Item holds the tokens.
private func binary(_ item: [UInt8], head: [UInt8] = wbxmlHead) -> [Sent] {
    [.document(head + [0x6B, 0x45, 0x4B, 0x03, 0x32, 0x00, 0x01, 0x54] + item + [0x01, 0x01, 0x01])]
}

private func typeAndFormat(_ type: String) -> [UInt8] {
    [0x5A, 0x00, 0x01, 0x47, 0x03] + Array("bin".utf8) + [0x00, 0x01, 0x53, 0x03] + Array(type.utf8)
        + [0x00, 0x01, 0x01, 0x00, 0x00]
}

private let text: [UInt8] = [0x4F, 0x03, 0x61, 0x00, 0x01]
private let tndsType = "application/vnd.syncml.dmtnds+wbxml"

extension RuleSample {
    static let documents: [RuleSample] = [
        RuleSample(
            "document.data-sync",
            failing: message("<Sync><CmdID>1</CmdID></Sync>").replacing("DM/1.2", with: "SyncML/1.2"),
            passing: good),
        RuleSample("document.ddf", failing: "<MgmtTree><Node/></MgmtTree>", passing: good),
        RuleSample("document.provisioning", failing: "<wap-provisioningdoc/>", passing: good),
        RuleSample(
            "document.soap",
            failing: "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>",
            passing: good),
        RuleSample("document.device-information", failing: "<DevInf xmlns='syncml:devinf'/>", passing: good),
        RuleSample("document.other", failing: "<html/>", passing: good),
    ]

    static let refusals: [RuleSample] = [
        RuleSample("message.empty", failing: " ", passing: good),
        RuleSample(
            "message.too-large", failing: good + String(repeating: " ", count: 10 << 20), passing: good),
        RuleSample(
            "message.too-deep", failing: String(repeating: "<Atomic>", count: 65), passing: good),
        RuleSample(
            "message.too-many-commands", failing: message(String(repeating: "<Get/>", count: 10_001)), passing: good),
        RuleSample(
            "message.text-too-long",
            failing: message(command("Add", 1, "./DevInfo/Man", data: String(repeating: "a", count: (8 << 20) + 1))),
            passing: good),
        RuleSample("message.entity", failing: "<Get>&nbsp;</Get>", passing: good),
        RuleSample(
            "message.encoding", fail: [.document(Array("<Get><CmdID>".utf8) + [0xFF] + Array("</CmdID></Get>".utf8))],
            pass: [.document(Array(good.utf8))]),
        RuleSample("message.forbidden-character", failing: "<Get>\u{1}</Get>", passing: good),
        RuleSample(
            "message.binary", fail: [.document([0x00, 0x04, 0x6A, 0x00])], pass: binary(text),
            companions: ["syncml.body-alone", "syncml.child-order"]),
        RuleSample(
            "message.unknown-token", fail: [.document(wbxmlHead + [0x6B, 0x7E, 0x01, 0x01])], pass: binary(text),
            companions: ["syncml.body-alone"]),
        RuleSample("message.typographic-quotes", failing: "<Get><CmdID a=\u{2018}x\u{2019}/></Get>", passing: good),
        RuleSample("message.ellipsis-or-markdown", failing: "<SyncBody><Get/>...</SyncBody>", passing: good),
        RuleSample("message.html-escaped", failing: "&lt;SyncML&gt;&lt;/SyncML&gt;", passing: good),
        RuleSample(
            "message.unescaped-declaration-in-data",
            failing: "<Add><Item><Data>\n<?xml version='1.0'?><a/></Data></Item></Add>", passing: good),
        RuleSample(
            "message.bare-ampersand", failing: "<Add><Item><Data>a & b</Data></Item></Add>", passing: good),
        RuleSample("message.cut-off", failing: "<SyncML><SyncHdr>", passing: good),
        RuleSample(
            "message.http-headers-before-body", failing: "POST /mdm HTTP/1.1\r\n\r\n<SyncML/>", passing: good),
        RuleSample("message.not-well-formed", failing: "<Get><Item></Get>", passing: good),
    ]

    static let reading: [RuleSample] = [
        RuleSample("xml.byte-order-mark", failing: "\u{FEFF}" + good, passing: good),
        RuleSample(
            "xml.transcoded",
            fail: [
                .document(
                    Array(
                        "<?xml version='1.0' encoding='UTF-16LE'?>\(good)".utf16.flatMap {
                            [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                        }))
            ], pass: [.document(Array(good.utf8))]),
        RuleSample(
            "xml.encoding-label",
            fail: [
                .document(
                    Array(
                        "<?xml version='1.0' encoding='UTF-8'?>\(good)".utf16.flatMap {
                            [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                        }))
            ], pass: [.document(Array(good.utf8))], companions: ["xml.transcoded"]),
        RuleSample(
            "xml.document-type", failing: "<!DOCTYPE SyncML PUBLIC \"-//SYNCML//DTD SyncML 1.2//EN\" \"x.dtd\">" + good,
            passing: good),
        RuleSample(
            "xml.unbound-prefix", failing: good.replacing("<CmdID>1</CmdID>", with: "<A:CmdID>1</A:CmdID>"),
            passing: good),
        RuleSample("xml.leading-white-space", failing: "\n<?xml version='1.0'?>" + good, passing: good),
        RuleSample("syncml.body-alone", failing: "<SyncBody>\(get)<Final/></SyncBody>", passing: good),
        RuleSample("syncml.bare-commands", failing: get, passing: good),
        RuleSample(
            "syncml.root-missing",
            failing: String(good.dropFirst("<SyncML xmlns=\"SYNCML:SYNCML1.2\">".count).dropLast("</SyncML>".count)),
            passing: good, companions: ["syncml.namespace-missing"]),
        RuleSample("syncml.part-alone", failing: "<Item><Data>x</Data></Item>", passing: good),
        RuleSample(
            "syncml.header-missing",
            failing: "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncBody>\(get)<Final/></SyncBody></SyncML>",
            passing: good),
        RuleSample(
            "syncml.body-missing",
            failing: good.replacing("<SyncBody>\(get)<Final/></SyncBody>", with: ""), passing: good),
        RuleSample("syncml.body-empty", failing: message(""), passing: good),
        RuleSample("syncml.not-empty", failing: good.replacing("<Final/>", with: "<Final>x</Final>"), passing: good),
        RuleSample(
            "syncml.after-final",
            failing: good.replacing("<Final/>", with: "<Final/>" + command("Get", 2, "./DevInfo/Mod")),
            passing: good),
        RuleSample("syncml.namespace-missing", failing: message(get, root: ""), passing: good),
        RuleSample(
            "syncml.namespace-version", failing: message(get, root: " xmlns='SYNCML:SYNCML1.1'"), passing: good),
        RuleSample("syncml.namespace-case", failing: message(get, root: " xmlns='syncml:SYNCML1.2'"), passing: good),
        RuleSample("syncml.namespace-unknown", failing: message(get, root: " xmlns='urn:x'"), passing: good),
        RuleSample(
            "syncml.element-namespace",
            failing: message(
                get.replacing("<Get>", with: "<x:Get xmlns:x='urn:x'>").replacing("</Get>", with: "</x:Get>")),
            passing: good),
        RuleSample(
            "syncml.metinf-namespace",
            failing: message(get.replacing("</Target>", with: "</Target><Meta><Format>chr</Format></Meta>")),
            passing: good),
        RuleSample("syncml.command-id-missing", failing: good.replacing("<CmdID>1</CmdID>", with: ""), passing: good),
        RuleSample(
            "syncml.command-id-placeholder", failing: good.replacing("<CmdID>1</CmdID>", with: "<CmdID>$ID$</CmdID>"),
            passing: good),
        RuleSample(
            "syncml.command-id-zero", failing: good.replacing("<CmdID>1</CmdID>", with: "<CmdID>0</CmdID>"),
            passing: good),
        RuleSample("syncml.command-id-repeated", failing: message(get + get), passing: good),
        RuleSample("syncml.session-id-zero", failing: message(get, session: "0"), passing: good),
        RuleSample("syncml.element-missing", failing: message("<Get><CmdID>1</CmdID></Get>"), passing: good),
        RuleSample(
            "syncml.repeated-element",
            failing: good.replacing("<CmdID>1</CmdID>", with: "<CmdID>1</CmdID><CmdID>2</CmdID>"),
            passing: good),
        RuleSample(
            "syncml.child-order",
            failing: message(
                "<Get><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item><CmdID>1</CmdID></Get>"),
            passing: good),
        RuleSample("syncml.unknown-element", failing: good.replacing("<Item>", with: "<Bar/><Item>"), passing: good),
        RuleSample("syncml.unknown-command", failing: message("<Foo><CmdID>1</CmdID></Foo>"), passing: good),
        RuleSample(
            "syncml.name-case",
            failing: message("<get><CmdID>1</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></get>"),
            passing: good),
        RuleSample(
            "syncml.unused-element", failing: good.replacing("<Item>", with: "<Lang>en</Lang><Item>"), passing: good),
        RuleSample("syncml.no-resp", failing: good.replacing("<Item>", with: "<NoResp/><Item>"), passing: good),
        RuleSample(
            "syncml.cred-in-command", failing: good.replacing("<Item>", with: "<Cred><Data>x</Data></Cred><Item>"),
            passing: good),
        RuleSample(
            "syncml.results-cmd",
            failing: message(
                "<Results><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Get</Cmd><Item><Source><LocURI>./A</LocURI></Source></Item></Results>"
            ), passing: good),
        RuleSample(
            "syncml.reference-locuri",
            failing: message(
                onlyHeader(1) + status(2, 1, "4", "Replace", refs: "<SourceRef><LocURI>./A</LocURI></SourceRef>")),
            passing: good),
        RuleSample(
            "syncml.metinf-container",
            failing: message(
                get.replacing(
                    "</Target>",
                    with: "</Target><Meta><MetInf xmlns='syncml:metinf'><Format>chr</Format></MetInf></Meta>")),
            passing: good),
        RuleSample(
            "syncml.meta-outside",
            failing: message(
                get.replacing("</Target>", with: "</Target><Type xmlns='syncml:metinf'>text/plain</Type>")),
            passing: good),
        RuleSample("syncml.attribute", failing: good.replacing("<Get>", with: "<Get x='1'>"), passing: good),
        RuleSample("syncml.stray-text", failing: good.replacing("<Item>", with: "hello<Item>"), passing: good),
        RuleSample(
            "syncml.markup-in-text", failing: good.replacing("./DevInfo/Man", with: "./DevInfo<B/>/Man"), passing: good),
        RuleSample(
            "syncml.locuri-missing",
            failing: good.replacing("<Target><LocURI>./DevInfo/Man</LocURI></Target>", with: "<Target/>"),
            passing: good),
        RuleSample(
            "syncml.locuri-white-space", failing: good.replacing("./DevInfo/Man", with: " ./DevInfo/Man "),
            passing: good),
        RuleSample(
            "syncml.data-markup",
            failing: message(
                command(
                    "Replace", 1, "./Device/Vendor/MSFT/DMClient/Provider/P/FirstSyncStatus/CustomErrorText",
                    data: "<a/>")),
            passing: message(
                command(
                    "Replace", 1, "./Device/Vendor/MSFT/DMClient/Provider/P/FirstSyncStatus/CustomErrorText",
                    data: "&lt;a/&gt;"))),
        RuleSample(
            "syncml.data-cdata",
            failing: message(
                command(
                    "Replace", 1, "./Device/Vendor/MSFT/DMClient/Provider/P/FirstSyncStatus/CustomErrorText",
                    data: "<![CDATA[a]]>")),
            passing: message(
                command(
                    "Replace", 1, "./Device/Vendor/MSFT/DMClient/Provider/P/FirstSyncStatus/CustomErrorText", data: "a")
            )),
        RuleSample(
            "wbxml.public-id", fail: binary(text, head: [0x03, 0x01, 0x6A, 0x00]), pass: binary(text),
            companions: ["syncml.body-alone"]),
        RuleSample(
            "wbxml.processing-instruction",
            fail: [
                .document(
                    wbxmlHead + [0x43, 0x03, 0x61, 0x00, 0x01] + [0x6B, 0x45, 0x4B, 0x03, 0x32, 0x00, 0x01, 0x54]
                        + text + [0x01, 0x01, 0x01])
            ], pass: binary(text), companions: ["syncml.body-alone"]),
        RuleSample(
            "wbxml.string-table-end",
            fail: binary(text, head: [0x02, 0x00, 0x00, 0x6A, 0x1D] + Array("-//SYNCML//DTD SyncML 1.2//EN".utf8)),
            pass: binary(text), companions: ["syncml.body-alone"]),
        RuleSample(
            "wbxml.octets", fail: binary([0x4F, 0xC3, 0x02, 0xFF, 0xFE, 0x01]), pass: binary(text),
            companions: ["syncml.body-alone"]),
        RuleSample(
            "wbxml.characters", fail: binary([0x4F, 0xC3, 0x02, 0x61, 0x00, 0x01]), pass: binary(text),
            companions: ["syncml.body-alone"]),
        RuleSample(
            "wbxml.nested-document",
            fail: binary(
                typeAndFormat(tndsType) + [0x4F, 0xC3, 0x32, 0x03, 0x00, 0x00, 0x6A, 0x1B]
                    + Array("-//OMA//DTD-DM-DDF 1.2//EN".utf8)
                    + [0x00, 0x00, 0x02, 0x60, 0x77, 0x03] + Array("1.2".utf8)
                    + [0x00, 0x01, 0x64, 0x66, 0x03, 0x6E, 0x00, 0x01, 0x01, 0x01, 0x01]), pass: binary(text),
            companions: ["syncml.body-alone"]),
        RuleSample(
            "wbxml.nested-refused", fail: binary(typeAndFormat(tndsType) + [0x4F, 0xC3, 0x02, 0xFF, 0xFE, 0x01]),
            pass: binary(text), companions: ["syncml.body-alone"]),
        RuleSample(
            "syncml.findings-left-out",
            failing: message(
                (1...1_100).map { command("Get", $0, " ./DevInfo/Man ") }.joined()), passing: good,
            companions: ["syncml.locuri-white-space"]),
    ]
}
