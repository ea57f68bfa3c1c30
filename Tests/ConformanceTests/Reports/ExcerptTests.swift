import Testing
import XMLStream

@testable import Conformance

/// What of a source stands under a finding, and where its mark is.
struct ExcerptTests {
    private func excerpt(
        _ text: String, _ line: Int, _ column: Int, cells: Int = 40, changed: Set<Int> = []
    ) -> Excerpt? {
        var source = SourceText(Array(text.utf8), changedLines: changed)
        return source?.excerpt(at: XMLPosition(line: line, column: column, offset: 0), cells: cells)
    }

    @Test("the character at the column is marked, columns count scalars from 1")
    func marked() throws {
        let found = try #require(excerpt("<a>\n<bö>x</bö>\n", 2, 3))
        #expect(found.before == "<b" && found.marked == "ö" && found.after == ">x</bö>")
        #expect(found.lineNumber == 2)
    }

    @Test("the end of a line can be marked, and what lies behind it is its end")
    func end() throws {
        let found = try #require(excerpt("<a>\r\nb", 1, 4))
        #expect(found.before == "<a>" && found.marked == "" && found.after == "")
        #expect(excerpt("<a>", 1, 99)?.before == "<a>")
    }

    @Test("a line that the source does not have, or that is empty, has no excerpt", arguments: [0, 2, 4, 99])
    func absent(_ line: Int) { #expect(excerpt("a\n\nb", line, 1) == nil) }

    @Test("a tab is four blanks, before and at the mark")
    func tabs() throws {
        let found = try #require(excerpt("\t<a>", 1, 2))
        #expect(found.before == "    " && found.marked == "<")
    }

    @Test("wide characters take two cells, marks on a character none")
    func wide() throws {
        let found = try #require(excerpt("<名前>e\u{301}x", 1, 7))
        #expect(found.before == "<名前>e\u{301}")
        #expect(found.marked == "x")
        #expect(SafeText.cells(found.before) == 7)
        #expect(SafeText.cells("😀") == 2)
    }

    @Test("a long line is cut at both sides and keeps the place")
    func long() throws {
        let line = String(repeating: "a", count: 5_000) + "<X>" + String(repeating: "b", count: 5_000)
        let found = try #require(excerpt(line, 1, 5_001, cells: 60))
        #expect(found.marked == "<")
        #expect(found.before.hasPrefix("…a") && found.before.hasSuffix("a"))
        #expect(found.after.hasPrefix("X>b") && found.after.hasSuffix("b…"))
        #expect(SafeText.cells(found.text) <= 62)
    }

    @Test("a cut never falls inside a character", arguments: [16, 17, 18, 19, 20, 21])
    func whole(_ cells: Int) throws {
        let line = String(repeating: "界é😀", count: 100)
        for column in stride(from: 1, through: 300, by: 7) {
            let found = try #require(excerpt(line, 1, column, cells: cells))
            #expect(!found.text.contains("\u{FFFD}"))
            #expect(SafeText.cells(found.text) <= cells + 2)
        }
    }

    @Test("control characters and those that turn text become a replacement")
    func safe() throws {
        let found = try #require(excerpt("a\u{1B}[31m\u{202E}b\u{200B}", 1, 1))
        #expect(found.text == "a\u{FFFD}[31m\u{FFFD}b\u{FFFD}")
    }

    @Test("a byte order mark does not count, UTF-16 is read")
    func encodings() throws {
        var marked = SourceText([0xEF, 0xBB, 0xBF] + Array("<a>".utf8))
        #expect(marked?.excerpt(at: XMLPosition(line: 1, column: 2, offset: 1), cells: 40)?.marked == "a")
        let units = Array("\u{FEFF}<a>\n<ü>".utf16)
        var little = SourceText(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        var big = SourceText(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        let place = XMLPosition(line: 2, column: 2, offset: 0)
        #expect(little?.excerpt(at: place, cells: 40)?.marked == "ü")
        #expect(big?.excerpt(at: place, cells: 40)?.marked == "ü")
    }

    @Test("octets have no excerpt", arguments: [[0x03, 0x01, 0x6A, 0x00], [0x3C, 0x00, 0x61], []] as [[UInt8]])
    func octets(_ bytes: [UInt8]) { #expect(SourceText(bytes) == nil) }

    @Test("broken UTF-8 is shown with replacements")
    func broken() throws {
        var source = SourceText([0x61, 0xFF, 0x62])
        #expect(source?.excerpt(at: XMLPosition(line: 1, column: 1, offset: 0), cells: 40)?.text == "a\u{FFFD}b")
    }

    @Test("a line that redaction changed has no mark")
    func redacted() throws {
        let found = try #require(excerpt("<a>\n<b>", 2, 2, changed: [2]))
        #expect(!found.isMarked && found.text == "<b>" && found.marked == "")
    }

    @Test("places are found in any order")
    func order() throws {
        var source = try #require(SourceText(Array("abc\ndef".utf8)))
        let places = [(2, 3, "f"), (1, 2, "b"), (1, 1, "a"), (2, 1, "d"), (2, 2, "e"), (1, 3, "c")]
        for (line, column, character) in places {
            let position = XMLPosition(line: line, column: column, offset: 0)
            #expect(source.excerpt(at: position, cells: 40)?.marked == character)
        }
    }
}
