import Conformance
import Testing

struct DocumentKindTests {
    private func kind(_ text: String) -> String {
        switch DocumentKind(Array(text.utf8)) {
        case .message: "message"
        case .dataSynchronisation: "data-sync"
        case .deviceDescription: "ddf"
        case .provisioning: "provisioning"
        case .soap: "soap"
        case .deviceInformation: "devinf"
        case .other(let root): "other \(root)"
        case .refused(let refusal): "refused \(refusal.code.rawValue)"
        }
    }

    @Test(
        "The first element tells, behind byte order mark, declaration, comments and DOCTYPE",
        arguments: [
            ("<Get/>", "message"), ("<MgmtTree/>", "ddf"), ("\u{FEFF}<MgmtTree/>", "ddf"),
            ("<?xml version='1.0'?>\n<!-- <Get/> -->\n<MgmtTree/>", "ddf"),
            ("<!DOCTYPE MgmtTree PUBLIC '-//OMA//DTD-DM-DDF 1.2//EN' 'x.dtd' [<?oma-dm-ddf-ver?>]><MgmtTree/>", "ddf"),
            ("<wap-provisioningdoc version='1.1'/>", "provisioning"), ("<s:Envelope xmlns:s='urn:x'/>", "soap"),
            ("<DevInf/>", "devinf"), ("<html/>", "other html"), ("<html", "refused cutOff"), ("", "refused empty"),
            ("<!-- ", "refused cutOff"), ("<?xml", "refused cutOff"),
        ])
    func kinds(_ text: String, _ expected: String) {
        #expect(kind(text) == expected)
    }

    @Test("Every beginning of a document is something, and never a crash")
    func truncated() {
        let text =
            "\u{FEFF}<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a>]><!-- c --><s:Envelope xmlns:s='urn:x'><a/></s:Envelope>"
        for count in 0...text.utf8.count { _ = DocumentKind(Array(text.utf8.prefix(count))) }
    }

    @Test("SyncML of data synchronisation is told by commands, alerts and protocol")
    func dataSynchronisation() {
        #expect(kind("<SyncBody><Sync><CmdID>1</CmdID></Sync></SyncBody>") == "data-sync")
        #expect(kind("<SyncBody>\(alert(1, 200))</SyncBody>") == "data-sync")
        #expect(kind("<SyncBody>\(alert(1, 1222))</SyncBody>") == "message")
    }

    @Test("A header that says DM/1.2 is believed: Put in such a message is an error, not another protocol")
    func managementWithForeignCommand() throws {
        let text = """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>\
            <MsgID>1</MsgID><Target><LocURI>A1</LocURI></Target><Source><LocURI>https://a.test/</LocURI></Source></SyncHdr>\
            <SyncBody><Put><CmdID>1</CmdID></Put><Final/></SyncBody></SyncML>
            """
        #expect(kind(text) == "message")
        let rules = Linter().reportedFile(Array(text.utf8), name: "put.xml").findings.map(\.rule)
        #expect(rules.contains("syncml.unknown-command"))
        #expect(kind(text.replacing("DM/1.2", with: "SyncML/1.2")) == "data-sync")
    }
}
