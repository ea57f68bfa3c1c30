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
}
