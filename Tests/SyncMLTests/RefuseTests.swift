import SyncML
import Testing
import XMLStream

/// The refuse list of design.md section 8: line, column and reason.
struct RefuseTests {
    struct Case: CustomTestStringConvertible {
        var text: String
        var code: MessageRefusal.Code
        var place: String
        /// A part of the sentence.
        var says: String
        var testDescription: String { "\(code.rawValue) at \(place)" }

        init(_ text: String, _ code: MessageRefusal.Code, _ place: String, _ says: String) {
            self.text = text
            self.code = code
            self.place = place
            self.says = says
        }
    }

    static let cases = [
        Case("<SyncML xmlns=\u{201D}SYNCML:SYNCML1.2\u{201D}/>", .typographicQuotes, "1:15", "U+201D"),
        Case("<Get>\n<CmdID a=\u{2018}x\u{2019}/></Get>", .typographicQuotes, "2:10", "U+2018"),
        Case("<Get><!\u{2014} set it --></Get>", .typographicQuotes, "1:6", "U+2014"),
        Case("<!\u{2014} set it --><Get/>", .typographicQuotes, "1:1", "U+2014"),
        Case("<SyncML><SyncHdr>\n  \u{2026}\n</SyncHdr></SyncML>", .ellipsisOrMarkdown, "2:3", "in SyncHdr"),
        Case("<SyncBody><Get/>...</SyncBody>", .ellipsisOrMarkdown, "1:17", "\"...\""),
        Case("<Get><Item>[...]</Item></Get>", .ellipsisOrMarkdown, "1:12", "in Item"),
        Case("<Get><...></Get>", .ellipsisOrMarkdown, "1:7", "in a tag"),
        Case("```xml\n<Get/>\n```", .ellipsisOrMarkdown, "1:1", "expected an element"),
        Case("<SyncML/>\n```", .ellipsisOrMarkdown, "2:1", "after the end"),
        Case("**Request**\n<Get/>", .ellipsisOrMarkdown, "1:1", "**Request**"),
        Case("Here is the message:\n<SyncML/>", .ellipsisOrMarkdown, "1:1", "Here is"),
        Case("&lt;SyncML&gt;&lt;/SyncML&gt;", .htmlEscaped, "1:1", "&lt;SyncML"),
        Case("<SyncML xmlns=&quot;SYNCML:SYNCML1.2&quot;/>", .htmlEscaped, "1:15", "&quot;"),
        Case("<SyncML xmlns=&#39;x&#39;/>", .htmlEscaped, "1:15", "&#39;"),
        Case(
            "<Add><Item><Data>\n<?xml version='1.0'?><a/></Data></Item></Add>", .unescapedDeclarationInData, "2:1",
            "XML declaration"),
        Case(
            "<SyncML><SyncBody><Add><Item><Data><?xml version='1.0'?></Data></Item></Add></SyncBody></SyncML>",
            .unescapedDeclarationInData, "1:36", "XML declaration"),
        Case("<Add><Item><Data>MAXDT=20&DR=1</Data></Item></Add>", .bareAmpersand, "1:26", "&amp;"),
        Case("<Add><Item><Data>a & b</Data></Item></Add>", .bareAmpersand, "1:20", "&amp;"),
        Case("<SyncML><SyncHdr>", .cutOff, "1:18", "<SyncHdr>"),
        Case("<Get><CmdID>1</CmdID>\n", .cutOff, "2:1", "<Get>"),
        Case("<SyncM", .cutOff, "1:7", "first tag"),
        Case("<Get><!-- never closed</Get>", .cutOff, "1:29", "too early"),
        Case("<?xml version='1.0'", .cutOff, "1:20", "declaration"),
        Case("HTTP/1.1 200 OK\r\nContent-Type: x\r\n\r\n<SyncML/>", .httpHeadersBeforeBody, "1:1", "HTTP header"),
        Case("POST /mdm HTTP/1.1\r\n\r\n<SyncML/>", .httpHeadersBeforeBody, "1:1", "HTTP header"),
        Case("Content-Type: text/xml\n\n<SyncML/>", .httpHeadersBeforeBody, "1:1", "HTTP header"),
        Case("<wap-provisioningdoc/>", .wrongRoot, "1:1", "SyncML, SyncBody or commands"),
        Case("<?xml version='1.0'?>\n<html><br></html>", .wrongRoot, "2:1", "html"),
        Case("<syncml/>", .wrongRoot, "1:1", "syncml"),
        Case("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>", .wrongRoot, "1:1", "Envelope"),
        Case("<MgmtTree><Node/></MgmtTree>", .wrongRoot, "1:1", "MgmtTree"),
        Case("", .empty, "1:1", "no element"),
        Case(" \n ", .empty, "1:1", "no element"),
        Case("<?xml version='1.0'?><!-- x -->", .empty, "1:1", "no element"),
        Case("<SyncML/><SyncML/>", .notWellFormed, "1:10", "after the end"),
        Case("<Get><Item></Get>", .notWellFormed, "1:12", "</Item>"),
        Case("<Get><LocURI>./A/<Id>/B</LocURI></Get>", .notWellFormed, "1:24", "</Id>"),
        Case("<Get><CmdID a='1' a='2'/></Get>", .notWellFormed, "1:6", "\"a\""),
        Case("SyncML xmlns='x'></SyncML>", .notWellFormed, "1:1", "before the first name"),
        Case("<?xml version=\\\"1.0\\\"?><SyncML/>", .notWellFormed, "1:15", "backslash"),
        Case("<?xmlversion='1.0'?><Get/>", .notWellFormed, "1:1", "blank"),
        Case("<Get><! == ></Get>", .notWellFormed, "1:6", "<!--"),
        Case("<Get>&nbsp;</Get>", .entity, "1:6", "nbsp"),
        Case("<Get>\u{1}</Get>", .forbiddenCharacter, "1:6", "U+0001"),
    ]

    @Test(arguments: cases) func refused(_ example: Case) throws {
        let refusal = try #require(refusing(example.text))
        #expect(refusal.code == example.code)
        #expect("\(refusal.position)" == example.place)
        #expect(refusal.message.contains(example.says), "\(refusal)")
        #expect(refusal.message.hasSuffix(".") && refusal.hint.allSatisfy { $0 != "\n" })
    }

    /// Prose names what is found; a typographic quote in a text is text.
    @Test func typographicQuotesInData() throws {
        let read = try parse(
            message("<Add><CmdID>1</CmdID><Item><Data>\u{201C}a\u{201D} ... \u{2026}</Data></Item></Add>"))
        #expect(read.firstItem?.data?.content == "\u{201C}a\u{201D} ... \u{2026}" && read.findings.isEmpty)
    }

    @Test func hints() {
        #expect(refusing("<wap-provisioningdoc/>")?.hint.contains("provisioning document") == true)
        #expect(refusing("<SYNCML/>")?.hint.contains("SyncML") == true)
        #expect(refusing("<Get><LocURI><Id></LocURI></Get>")?.hint.contains("&lt;Id&gt;") == true)
    }

    /// WBXML 1.0 is too old to carry SyncML, and other binary forms are none of ours.
    @Test func binary() {
        #expect(refusing([0x00, 0x04, 0x6A, 0x00])?.code == .binary)
    }
}
