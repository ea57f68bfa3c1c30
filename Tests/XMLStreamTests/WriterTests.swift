import Testing
import XMLStream

@Suite("Writing")
struct WriterTests {
    private func written(_ body: (inout XMLWriter) -> Void) throws -> String {
        var writer = try XMLWriter()
        body(&writer)
        return String(decoding: writer.bytes(), as: UTF8.self)
    }

    @Test func elements() throws {
        let text = try written { writer in
            writer.start("SyncML", namespace: "SYNCML:SYNCML1.2")
            writer.start("Meta")
            writer.leaf("Type", "text/plain", namespace: "syncml:metinf")
            writer.leaf("Mark", "")
            writer.end("Meta")
            writer.start("Final")
            writer.end("Final")
            writer.end("SyncML")
        }
        #expect(
            text
                == "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><Meta><Type xmlns=\"syncml:metinf\">text/plain</Type><Mark/></Meta>"
                + "<Final/></SyncML>")
    }

    @Test(
        "Text",
        arguments: [
            ("a<b>&c", "a&lt;b&gt;&amp;c"), ("]]>", "]]&gt;"), ("\"'", "\"'"), ("\t\n", "\t\n"), ("\r\n", "&#13;\n"),
            ("ä€😀\u{F000}", "ä€😀\u{F000}"), ("\u{0}\u{1}\u{1F}\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{7F}"),
            ("\u{FFFE}\u{FFFF}\u{FFFD}\u{FFFC}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFC}"), ("&amp;", "&amp;amp;"),
        ])
    func text(text: String, expected: String) throws {
        #expect(try written { $0.leaf("a", text) } == "<a>\(expected)</a>")
    }

    @Test(
        "Attributes",
        arguments: [
            ("a<b>&c", "a&lt;b&gt;&amp;c"), ("\"'", "&quot;'"), ("\t\n\r", "&#9;&#10;&#13;"),
            ("\u{1}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
            ("", ""),
        ])
    func attributes(value: String, expected: String) throws {
        let text = try written { writer in
            writer.start("a")
            writer.attribute("k", value)
            writer.end("a")
        }
        #expect(text == "<a k=\"\(expected)\"/>")
    }

    @Test(
        "CDATA",
        arguments: [
            ("<x/>&", "<![CDATA[<x/>&]]>"), ("]]>", "<![CDATA[]]]]><![CDATA[>]]>"), ("", "<![CDATA[]]>"),
            ("]]]>>", "<![CDATA[]]]]]><![CDATA[>>]]>"), ("\r", "<![CDATA[]]>&#13;<![CDATA[]]>"),
            ("\u{2}", "<![CDATA[\u{FFFD}]]>"),
        ])
    func cdata(text: String, expected: String) throws {
        let result = try written { writer in
            writer.start("a")
            writer.cdata(text)
            writer.end("a")
        }
        #expect(result == "<a>\(expected)</a>")
    }

    @Test("Markup goes through as it is, and an attribute after content is ignored")
    func markup() throws {
        let text = try written { writer in
            writer.start("a")
            writer.markup("<b k='v'>&amp;</b>")
            writer.attribute("k", "v")
            writer.markup("")
            writer.end("a")
        }
        #expect(text == "<a><b k='v'>&amp;</b></a>")
    }

    @Test("bytes() may be asked for on the way, and counts")
    func onTheWay() throws {
        var writer = try XMLWriter()
        #expect(writer.bytes().isEmpty)
        writer.start("a")
        #expect(writer.bytes() == Array("<a>".utf8))
        writer.end("a")
        #expect(writer.bytes() == Array("<a></a>".utf8))
        #expect(writer.count == 7)
    }

    @Test(
        "What is written is what is read: text, attributes, CDATA",
        arguments: [
            "plain", "a<b>&\"c'", "]]>", "]]]]>>]]", "\r\n\r", "\t x \n", "ä€😀\u{F000}\u{E000}", "&amp;&#13;",
            "<![CDATA[x]]>", "",
            "ends with ]", "\u{85}\u{2028}",
        ])
    func roundTrip(text: String) throws {
        var writer = try XMLWriter()
        writer.start("a", namespace: "u&\"<")
        writer.attribute("k", text)
        writer.leaf("t", text)
        writer.start("c")
        writer.cdata(text)
        writer.end("c")
        writer.end("a")
        let found = XMLStreamTests.elements(try XMLTape(parsing: writer.bytes()))
        #expect(found.map(\.name.namespace) == ["u&\"<", "u&\"<", "u&\"<"])
        #expect(found[0].attributes.map(\.value) == [text])
        var (plain, cdata) = (found[1], found[2])
        #expect(plain.readText() == text)
        #expect(cdata.hasCDATA)
        #expect(cdata.readText() == text)
    }

    @Test("Every character of the basic plane that XML allows comes back; every other one leaves the document readable")
    func everyCharacter() throws {
        let scalars = (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars))
        let expected = String(
            String.UnicodeScalarView(
                scalars.map { scalar in
                    let isForbidden =
                        (scalar.value < 0x20 && ![9, 10, 13].contains(scalar.value)) || scalar.value >= 0xFFFE
                    return isForbidden ? "\u{FFFD}" : scalar
                }))
        var writer = try XMLWriter()
        writer.start("a")
        writer.attribute("k", text)
        writer.leaf("t", text)
        writer.start("c")
        writer.cdata(text)
        writer.end("c")
        writer.end("a")
        let found = XMLStreamTests.elements(try XMLTape(parsing: writer.bytes()))
        var (plain, cdata) = (found[1], found[2])
        #expect(found[0].attributes.first?.value.unicodeScalars.elementsEqual(expected.unicodeScalars) == true)
        #expect(plain.readText().unicodeScalars.elementsEqual(expected.unicodeScalars))
        #expect(cdata.readText().unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func large() throws {
        var writer = try XMLWriter()
        writer.start("a")
        let long = String(repeating: "x&", count: 1 << 20)
        writer.leaf("t", long)
        for index in 0..<50_000 { writer.leaf("b", "\(index)") }
        writer.end("a")
        let bytes = writer.bytes()
        #expect(bytes.count == writer.count)
        let tape = try XMLTape(parsing: bytes)
        var cursor = XMLCursor(tape)
        cursor.enter()
        #expect(cursor.nextChild() != nil)
        #expect(cursor.readText() == long)
        var count = 0
        while cursor.nextChild() != nil {
            #expect(cursor.readText() == "\(count)")
            count += 1
        }
        #expect(count == 50_000)
    }
}
