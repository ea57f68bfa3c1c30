import Testing
import XMLStream

@Suite("Encodings")
struct EncodingTests {
    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private func read(_ bytes: [UInt8]) throws -> (text: String, remarks: [XMLRemark.Code]) {
        let tape = try XMLTape(parsing: bytes)
        var cursor = XMLCursor(tape)
        return (cursor.readText(), tape.remarks.map(\.code))
    }

    @Test func utf8() throws {
        let plain = try read(Array("<?xml version='1.0' encoding='utf-8'?><a>ä\u{F000}</a>".utf8))
        #expect(plain == ("ä\u{F000}", []))
        let marked = try read([0xEF, 0xBB, 0xBF] + Array("<a>ä</a>".utf8))
        #expect(marked == ("ä", [.byteOrderMark]))
        let ascii = try read(Array("<?xml version='1.0' encoding='US-ASCII'?><a>x</a>".utf8))
        #expect(ascii == ("x", []))
    }

    @Test("Places are those of the text without its byte order mark")
    func markAndPlaces() throws {
        let tape = try XMLTape(parsing: [0xEF, 0xBB, 0xBF] + Array("<a>\n<b/></a>".utf8))
        #expect(tape.source.first == UInt8(ascii: "<"))
        #expect(elements(tape).map(\.offset) == [0, 4])
        #expect(refusal([0xEF, 0xBB, 0xBF] + Array("<a>&</a>".utf8))?.position.column == 4)
    }

    @Test(arguments: [true, false], ["UTF-16", "utf-16le", "utf-8", nil] as [String?])
    func utf16(bigEndian: Bool, label: String?) throws {
        let declaration = label.map { "<?xml version='1.0' encoding='\($0)'?>" } ?? ""
        let bytes = Self.utf16("\(declaration)<a>ä€😀\u{F000}</a>", bigEndian: bigEndian)
        let lie: [XMLRemark.Code] = label == "utf-8" ? [.encodingLabel(declared: "utf-8", actual: "UTF-16")] : []
        let bare = try read(bytes)
        #expect(bare == ("ä€😀\u{F000}", [.transcoded(from: "UTF-16")] + lie))
        let marked = try read((bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes)
        #expect(marked == ("ä€😀\u{F000}", [.byteOrderMark, .transcoded(from: "UTF-16")] + lie))
        let blank = try read(Self.utf16("\r\n", bigEndian: bigEndian) + bytes)
        #expect(blank.text == "ä€😀\u{F000}")
    }

    @Test("Places in UTF-16 count characters, offsets the bytes of the UTF-8 form")
    func utf16Places() throws {
        let tape = try XMLTape(parsing: Self.utf16("<a>\r\n€<b/></a>", bigEndian: false))
        #expect(elements(tape).map(\.position).last == XMLPosition(line: 2, column: 2, offset: 8))
    }

    @Test func eightBit() throws {
        let latin =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE4, 0x80, 0xFF] + Array("</a>".utf8)
        #expect(try read(latin) == ("\u{E4}\u{80}\u{FF}", [.transcoded(from: "ISO-8859-1")]))
        let windows =
            Array("<?xml version='1.0' encoding=\"windows-1252\"?><a>".utf8) + [0xE4, 0x80, 0x93, 0x94, 0x9F]
            + Array("</a>".utf8)
        #expect(try read(windows) == ("\u{E4}€“”Ÿ", [.transcoded(from: "windows-1252")]))
    }

    @Test("A byte order mark outweighs the label")
    func markAgainstLabel() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>ä</a>".utf8)
        let expected: [XMLRemark.Code] = [.byteOrderMark, .encodingLabel(declared: "ISO-8859-1", actual: "UTF-8")]
        #expect(try read(bytes) == ("ä", expected))
    }

    @Test(arguments: ["UTF-16", "utf-16BE", "UTF-32", "UCS-4", "ISO-10646-UCS-2"])
    func wideLabelOnBytes(label: String) throws {
        let error = try #require(refusal("<?xml version='1.0' encoding='\(label)'?><a/>"))
        #expect(error.code == .encoding)
        #expect(
            error.reason == "the XML declaration says \(label), but the bytes are one-byte characters; expected UTF-8")
    }

    @Test(
        "A label that is not known is refused, whatever iconv could make of it",
        arguments: [
            "x-unknown", "EBCDIC-CP-US", "ISO-2022-CN-EXT", "UTF-7", "", "../../x", "utf-8//TRANSLIT",
        ])
    func unknownLabel(label: String) throws {
        let error = try #require(refusal("<?xml version='1.0' encoding='\(label)'?><a/>"))
        #expect(error.code == .encoding)
        #expect(error.reason == "found encoding \"\(label)\"; expected UTF-8, UTF-16, ISO-8859-1 or windows-1252")
    }

    @Test(
        "Bytes that are not UTF-8 are refused where they stand",
        arguments: [
            [0xFF], [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE4, 0x20, 0x20],
            [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) throws {
        for (before, after) in [
            ("<a>\nab", "cd</a>"), ("<a>\n<b k='", "'/></a>"), ("<a>\n<![CDATA[", "]]></a>"),
            ("<a>\n<!-- ", " --></a>"),
            ("<a>\n<?p ", "?></a>"), ("<a>\n<b", "/></a>"),
        ] {
            let error = try #require(refusal(Array(before.utf8) + bytes + Array(after.utf8)), "\(before)")
            #expect([.encoding, .forbiddenCharacter, .notWellFormed].contains(error.code))
            #expect(error.position.line == 2)
            #expect(error.position.offset <= before.utf8.count + bytes.count)
        }
        let error = try #require(refusal(Array("<a>\nab".utf8) + bytes + Array("cd</a>".utf8)))
        #expect(error.code == .encoding || error.code == .forbiddenCharacter)
        #expect(error.position == XMLPosition(line: 2, column: 3, offset: 6))
    }

    @Test func brokenUTF16() throws {
        let text = Self.utf16("<a>\n", bigEndian: false)
        for surrogate: [UInt8] in [[0x00, 0xD8, 0x20, 0x00], [0x00, 0xDC], [0x00, 0xD8]] {
            let end = surrogate == [0x00, 0xD8] ? [] : Self.utf16("</a>", bigEndian: false)
            let error = try #require(refusal(text + surrogate + end))
            #expect(error.code == .encoding)
            #expect(error.reason == "found a lone UTF-16 surrogate")
            #expect(error.position == XMLPosition(line: 2, column: 1, offset: 4))
        }
        let odd = try #require(refusal(Self.utf16("<a></a>", bigEndian: true) + [0]))
        #expect(odd.code == .encoding)
        #expect(odd.reason == "found UTF-16 with an odd number of bytes: 15; it is cut off")
    }

    @Test func utf32() throws {
        for bytes: [UInt8] in [[0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C]] {
            #expect(refusal(bytes)?.code == .encoding)
        }
        #expect(refusal([0x3C, 0, 0, 0, 0x61, 0, 0, 0])?.code == .forbiddenCharacter)
    }

    @Test(
        "What XML forbids even where the encoding has it",
        arguments: [
            (0, "<a>\n"), (1, "<a>\n"), (8, "<a>\n"), (0x0B, "<a>\n"), (0x1F, "<a>\n"), (0xFFFE, "<a>\n"),
            (0xFFFF, "<a>\n"),
            (0, "<a>\n<b k='"), (1, "<a>\n<b k='"), (0x1B, "<a>\n<![CDATA["), (0x1B, "<a>\n<b k='ä"),
        ] as [(UInt32, String)])
    func forbiddenCharacters(scalar: UInt32, before: String) throws {
        let text = before + String(Unicode.Scalar(scalar)!) + "x"
        let error = try #require(
            refusal(text + (before.hasSuffix("[") ? "]]></a>" : before.contains("'") ? "'/></a>" : "</a>")))
        #expect(error.code == .forbiddenCharacter || (before.hasSuffix("[") && error.code == .notWellFormed))
        #expect(error.position.line == 2)
        if scalar == 0 { #expect(error.reason == "found a NUL byte, which XML forbids") }
    }

    @Test(
        "A reference to a character that XML forbids",
        arguments: ["&#0;", "&#1;", "&#xB;", "&#xD800;", "&#xFFFF;", "&#x110000;"])
    func forbiddenReferences(reference: String) throws {
        let error = try #require(refusal("<a>\n ä\(reference)</a>"))
        #expect(error.code == .forbiddenCharacter)
        #expect(error.position == XMLPosition(line: 2, column: 3, offset: 7))
    }

    @Test func leadingWhitespace() throws {
        let tape = try parse(" \r\n\t<?xml version='1.0'?>\n<a>\n<b/></a>")
        #expect(tape.remarks.map(\.code) == [.leadingWhitespace])
        #expect(elements(tape).map { "\($0.position)" } == ["3:1", "4:1"])
        #expect(slice(tape, elements(tape)[1].elementRange) == "<b/>")
        #expect(try parse("\n<a/>").remarks.isEmpty)
    }

    @Test(arguments: ["", "   \r\n", "<?xml version='1.0'?>", "<!-- a -->\n", "<?xml version='1.0'?>\n<!-- a -->"])
    func empty(document: String) throws {
        #expect(refusal(document)?.code == .empty)
    }
}
