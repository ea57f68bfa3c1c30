import SyncML
import Testing

/// Code pages and structure.
struct WBXMLPageTests {
    @Test("DM-WBX-03: the page stays after END, and every SWITCH_PAGE counts")
    func pageState() throws {
        // Meta{ page 1, Format }, Data would be token 0F of page 1 (Next) without a switch back.
        let bytes = syncML12("6b 45 54 5a 00 01 47 03 \"chr\" 00 01 01 4f 03 \"x\" 00 01 01 01 01")
        #expect(
            xml(bytes)
                == """
                <SyncBody xmlns="SYNCML:SYNCML1.2"><Add><Item><Meta><Format xmlns="syncml:metinf">chr</Format></Meta>\
                <Next xmlns="syncml:metinf">x</Next></Item></Add></SyncBody>
                """)
        #expect(try Message(parsing: bytes).rules.contains("syncml.unused-element"))
    }

    @Test("DM-WBX-03: switching to the page in force, or twice, changes nothing")
    func redundantSwitches() throws {
        let plain = try Message(parsing: syncML12("6b 45 4b 03 \"2\" 00 01 01 01"))
        for body in [
            "00 00 6b 00 00 45 4b 03 \"2\" 00 01 01 01", "6b 00 01 00 00 45 4b 00 02 03 \"2\" 00 01 01 01",
            "6b 45 00 02 00 00 4b 03 \"2\" 00 00 01 01 01 01",
        ] {
            #expect(try Message(parsing: syncML12(body)) == plain, "\(body)")
        }
    }

    @Test("a page outside of 0 to 2 is refused where an element uses it")
    func unknownPage() {
        let refusal = refusing(syncML12("6b 00 07 45 01"))
        #expect(refusal?.code == .unknownToken && refusal?.position.offset == 8)
        #expect(refusal?.message.contains("code page 7") == true)
        #expect(xml(syncML12("6b 00 07 00 00 05 01")) == "<SyncBody xmlns=\"SYNCML:SYNCML1.2\"><Add/></SyncBody>")
    }

    @Test("elements of DDF without a document of their own are markup in Data")
    func inlineTree() throws {
        let bytes = syncML12(add("4f 00 02 60 77 03 \"1.2\" 00 01 64 66 03 \"a&b\" 00 01 01 01 00 00 01"))
        let read = try Message(parsing: bytes)
        let data = try #require(read.firstItem?.data)
        #expect(data.form == .markup)
        #expect(
            data.content
                == """
                <MgmtTree xmlns="syncml:dmddf1.2"><VerDTD>1.2</VerDTD><Node><NodeName>a&amp;b</NodeName></Node></MgmtTree>
                """)
        #expect(read.rules.contains("syncml.data-markup"))
    }

    @Test("MetInf as container in Meta is read as in XML")
    func metInf() throws {
        let bytes = syncML12(add("5a 00 01 4e 47 03 \"bin\" 00 01 01 01 00 00 4f c3 01 ff 01"))
        let read = try Message(parsing: bytes)
        #expect(read.firstItem?.meta?.format == "bin" && read.firstItem?.data?.content == "/w==")
        #expect(read.rules.contains("syncml.metinf-container"))
    }

    @Test("a command alone is a fragment, as in XML")
    func fragment() throws {
        let bytes = syncML12("45 4b 03 \"2\" 00 01 54 67 57 03 \"./a\" 00 01 01 01 01")
        let read = try Message(parsing: bytes)
        #expect(read.form == .commands && read.commands.first?.cmdID == "2")
        #expect(read.namespace == "SYNCML:SYNCML1.2" && read.rules.contains("syncml.bare-commands"))
        #expect(try read.wbxml() == bytes)
        #expect(xml(bytes)?.hasPrefix("<Add xmlns=") == true)
    }

    @Test("several commands without a root are no WBXML document")
    func severalRoots() throws {
        let read = try parse("<Get><CmdID>1</CmdID><Item/></Get>\n<Get><CmdID>2</CmdID><Item/></Get>")
        do throws(WBXMLEncodingError) {
            _ = try read.wbxml()
            Issue.record("encoded")
        } catch {
            #expect(error.code == .noSingleRoot(elements: 2) && error.position.line == 1)
            #expect(error.hint.contains("SyncBody"))
        }
        #expect(throws: WBXMLEncodingError.self) { _ = try Message(form: .commands).wbxml() }
    }

    @Test("stray text between elements is a finding, an ellipsis is refused, as in XML")
    func strayText() throws {
        let read = try Message(parsing: syncML12("6b 45 03 \"x\" 00 4b 03 \"2\" 00 01 01 03 \" \" 00 01"))
        let finding = try #require(read.findings.first { $0.rule == "syncml.stray-text" })
        #expect(finding.position.offset == 7)
        #expect(refusing(syncML12("6b 45 03 \"...\" 00 01 01"))?.code == .ellipsisOrMarkdown)
        #expect(refusing(syncML12("6b 45 4b 03 \"2\" 00 01 03 \"...\" 00 01 01"))?.code == .ellipsisOrMarkdown)
    }

    @Test("blanks round a LocURI are a note, as in XML")
    func blanks() throws {
        let read = try Message(parsing: syncML12(add("6e 57 03 \" ./a \" 00 01 01")))
        #expect(read.firstItem?.target?.locURI == "./a" && read.rules.contains("syncml.locuri-white-space"))
        let clean = try Message(parsing: syncML12(add("6e 57 03 \"./a\" 00 01 01")))
        #expect(!clean.rules.contains("syncml.locuri-white-space"))
    }

    @Test("a processing instruction is passed over with a note")
    func instructions() throws {
        let body = "43 05 03 \"x\" 00 01 6b 43 04 00 83 00 02 20 85 c3 01 ff 01 45 01 01 43 05 01"
        let read = try Message(parsing: syncML12(table: "\"pi\" 00", body))
        #expect(read.commands.count == 1)
        #expect(
            read.findings.filter { $0.rule == "wbxml.processing-instruction" }.map(\.position.offset) == [8, 15, 30])
    }
}
