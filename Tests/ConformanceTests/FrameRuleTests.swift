import Conformance
import SyncML
import Testing

struct FrameRuleTests {
    private func rules(_ versionOfDTD: String) -> [String] {
        let text = """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>\(versionOfDTD)</VerDTD><VerProto>DM/1.2</VerProto>\
            <SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source>\
            </SyncHdr><SyncBody><Get><CmdID>1</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get>\
            <Final/></SyncBody></SyncML>
            """
        return Linter().reportedFile(Array(text.utf8), name: "m.xml").findings.map(\.rule)
    }

    @Test("DM-HDR-01: VerDTD is 1.2")
    func versionOfDTD() {
        #expect(rules("1.2") == [])
        #expect(rules("1.1") == ["header.version-dtd"])
    }
}
