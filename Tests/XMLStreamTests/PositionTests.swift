import Testing
import XMLStream

@Suite("Where tags stand")
struct PositionTests {
    /// The places of all start tags as `name line:column@offset`.
    private func places(_ text: String) throws -> [String] {
        try elements(parse(text)).map { "\($0.name.local) \($0.position)@\($0.offset)" }
    }

    @Test(arguments: [
        ("<a><b/></a>", ["a 1:1@0", "b 1:4@3"]),
        ("<a>\n  <b/>\n</a>", ["a 1:1@0", "b 2:3@6"]),
        ("<a>\r\n  <b/>\r\n\t<c/></a>", ["a 1:1@0", "b 2:3@7", "c 3:2@14"]),
        // Columns count characters, offsets count bytes.
        ("<a>ä€😀<b/></a>", ["a 1:1@0", "b 1:7@12"]),
        ("<ä>\n<ö/></ä>", ["ä 1:1@0", "ö 2:1@5"]),
        // A value may hold ">" and "/>", over several lines.
        ("<a k='>' l=\"/>\"><b k='>\n/>'/><c/></a>", ["a 1:1@0", "b 1:17@16", "c 2:6@29"]),
        (
            "<p:a xmlns:p='u'>\n<p:b p:k='v' /><p:c></p:c ><p:c\n/></p:a>",
            [
                "a 1:1@0", "b 2:1@18", "c 2:16@33", "c 2:28@45",
            ]
        ),
        ("<?xml version='1.0'?>\n<!-- <x> -->\n<a/>", ["a 3:1@35"]),
    ])
    func startTags(document: String, expected: [String]) throws {
        #expect(try places(document) == expected)
    }

    @Test("Every place of a document is the one that counting from its start gives")
    func everyOffset() throws {
        // Lines and characters of many lengths, so that blocks of the index begin everywhere.
        var text = "<a>"
        for length in 0..<90 {
            text += String(repeating: "x", count: length) + ["", "ä", "€", "😀"][length % 4]
            text += length % 7 == 0 ? "" : (length % 3 == 0 ? "\r\n" : "\n")
        }
        let tape = try parse(text + "</a>")
        var (line, column) = (1, 0)
        for offset in 0...tape.source.count {
            let byte = offset < tape.source.count ? tape.source[offset] : 0
            if byte & 0xC0 != 0x80 { column += 1 }
            // A byte inside a character has the column behind that character's first byte.
            let inside = byte & 0xC0 == 0x80 ? 1 : 0
            #expect(tape.position(at: offset) == XMLPosition(line: line, column: column + inside, offset: offset))
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 0) }
        }
    }

    @Test("Offsets outside of a document are brought inside")
    func outside() throws {
        let tape = try parse("<a>\n</a>")
        #expect(tape.position(at: -1) == .start)
        #expect(tape.position(at: 100) == XMLPosition(line: 2, column: 5, offset: 8))
    }

    @Test("Asking for a place costs the same in a document of one line")
    func oneLongLine() throws {
        let tape = try parse("<a>" + String(repeating: "<b>ä</b>", count: 20_000) + "</a>")
        let found = elements(tape)
        #expect(found.count == 20_001)
        let last = try #require(found.last)
        #expect(last.position == XMLPosition(line: 1, column: 4 + 19_999 * 8, offset: 3 + 19_999 * 9))
    }

    @Test func rawRanges() throws {
        let text = """
            <a k='>'>x<b/>y<c ></c
            ><d>\u{20AC}<!-- > --><e k="/>"/> </d>z</a>
            """
        let found = elements(try parse(text))
        let tape = found[0].tape
        #expect(
            found.map { slice(tape, $0.elementRange) } == [
                text, "<b/>", "<c ></c\n>", "<d>\u{20AC}<!-- > --><e k=\"/>\"/> </d>", "<e k=\"/>\"/>",
            ])
        #expect(
            found.map { slice(tape, $0.contentRange) } == [
                String(text.dropFirst(9).dropLast(4)), "", "", "\u{20AC}<!-- > --><e k=\"/>\"/> ", "",
            ])
    }

    @Test(
        "Data keeps the bytes of raw markup, CDATA and escapes",
        arguments: [
            "<x y=\"1\">&amp;</x>\r\n", "<![CDATA[<x/>]]>", "&lt;x/&gt;", " \u{F000}&#xF000; ", "",
        ])
    func rawData(content: String) throws {
        let found = elements(try parse("<Item><Data>\(content)</Data></Item>"))
        #expect(slice(found[0].tape, found[1].contentRange) == content)
    }
}
