import Testing
import XMLStream

@Suite("Limits report the actual and the allowed value")
struct LimitTests {
    private func refused(_ text: String, _ limits: XMLLimits, shape: XMLTape.Shape = .document) -> String {
        refusal(text, shape: shape, limits: limits).map { "\($0.code) \($0)" } ?? "accepted"
    }

    @Test func documentBytes() {
        let limits = XMLLimits(documentBytes: 8)
        #expect(refused("<a>12345", limits) != "accepted")
        #expect(refused("<a>1</a>", limits) == "accepted")
        #expect(refused("<a>12</a>", limits) == "documentTooLarge 1:1: document bytes: 9, allowed are 8")
    }

    @Test func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(refused(nested(64), .standard) == "accepted")
        #expect(refused(nested(65), .standard) == "tooDeep 65:1: depth of elements: 65, allowed are 64")
        #expect(refused(nested(64), .standard, shape: .fragment) == "accepted")
        #expect(
            refused(nested(65), .standard, shape: .fragment) == "tooDeep 65:1: depth of elements: 65, allowed are 64")
        #expect(refused("<a><b/></a>", XMLLimits(depth: 1)) == "tooDeep 1:4: depth of elements: 2, allowed are 1")
        // libxml2's own limit is met by ours, so that the words are ours.
        #expect(refused(nested(255), XMLLimits(depth: 10_000)) == "accepted")
        #expect(
            refused(nested(256), XMLLimits(depth: 10_000)) == "tooDeep 256:1: depth of elements: 256, allowed are 255")
        #expect(refused(nested(255), XMLLimits(depth: 10_000), shape: .fragment) == "accepted")
    }

    @Test func events() {
        // Start, attribute, text, end.
        #expect(refused("<a k='v'>x</a>", XMLLimits(events: 4)) == "accepted")
        #expect(
            refused("<a k='v'>x</a>", XMLLimits(events: 3))
                == "tooManyEvents 1:15: tags, attributes and texts: at least 4, allowed are 3")
        #expect(
            refused("<a k='v'>x</a>", XMLLimits(events: 2))
                == "tooManyEvents 1:10: tags, attributes and texts: at least 3, allowed are 2")
        #expect(
            refused("<a>\n<b k='1' l='2'/></a>", XMLLimits(events: 3))
                == "tooManyEvents 2:15: tags, attributes and texts: at least 5, allowed are 3")
    }

    @Test func textBytes() {
        let limits = XMLLimits(textBytes: 4)
        #expect(refused("<a>1234<b/>5678<!-- 12345 --></a>", limits) == "accepted")
        #expect(refused("<a>&amp;&#x20AC;</a>", limits) == "accepted")
        #expect(refused("<a k='12345'/>", limits) == "textTooLong 1:1: bytes of an attribute's value: 5, allowed are 4")
        for text in ["<a>12345</a>", "<a>1<![CDATA[2345]]></a>", "<a>12<!-- -->345</a>", "<a>12&amp;45</a>"] {
            #expect(refused(text, limits).contains("bytes of one text: at least 5, allowed are 4"), "\(text)")
        }
    }

    @Test func attributes() {
        let limits = XMLLimits(attributes: 2)
        #expect(refused("<a k='=' l='>'/>", limits) == "accepted")
        #expect(
            refused("<a>=\"=\"=\"=\"<![CDATA[<b k='' l='' m=''>]]><!-- <b k='' l='' m=''> --></a>", limits)
                == "accepted")
        #expect(
            refused("<a>\n<b k='1' l=\"'>'\" xmlns='u'/></a>", limits)
                == "tooManyEvents 2:1: attributes of one element: 3, allowed are 2")
    }

    @Test func namespaces() {
        let limits = XMLLimits(namespaces: 3)
        #expect(refused("<a xmlns='u' xmlns:p='u'><b xmlns:q='u'/><c xmlns:q='u'/></a>", limits) == "accepted")
        #expect(
            refused("<a xmlns='u' xmlns:p='u'><b xmlns:q='u'><c xmlns='v'/></b></a>", limits)
                == "tooManyEvents 1:41: namespace declarations in force: 4, allowed are 3")
    }

    @Test("The standard limits")
    func standard() {
        #expect(XMLLimits.standard.documentBytes == 10 * 1024 * 1024)
        #expect(XMLLimits.standard.depth == 64)
        #expect(XMLLimits() == .standard)
    }

    @Test("100,000 attributes are refused before libxml2 compares each with each")
    func manyAttributes() throws {
        var text = "<a>\n<b"
        for index in 0..<100_000 { text += " k\(index)='1'" }
        text += "/></a>"
        let start = ContinuousClock.now
        let error = try #require(refusal(text))
        #expect("\(error)" == "2:1: attributes of one element: 100000, allowed are 1024")
        #expect(ContinuousClock.now - start < .seconds(1))
    }

    @Test("70,000 distinct names keep their own ids")
    func manyNames() throws {
        var text = "<a>"
        for index in 0..<70_000 { text += "<n\(index)/>" }
        for index in 0..<70_000 { text += "<n\(index)/>" }
        text += "</a>"
        let tape = try parse(text)
        #expect(tape.names.count == 70_001)
        let ids = elements(tape).dropFirst().map(\.nameID)
        #expect(Array(ids) == Array(1...70_000) + Array(1...70_000))
        #expect(tape.names[65_537].local == "n65536" && tape.names[70_000].local == "n69999")
    }

    @Test("Names as long as libxml2 takes them")
    func longNames() throws {
        let name = String(repeating: "n", count: 49_000)
        let tape = try parse("<\(name)><x \(name)='1'></x ></\(name)>")
        #expect(tape.names.map(\.local) == [name, "x"])
        let found = elements(tape)
        #expect(found[1].offset == 49_002)
        #expect(slice(tape, found[0].elementRange).utf8.count == tape.source.count)
        let tooLong = String(repeating: "n", count: 60_000)
        #expect(refusal("<\(tooLong)/>") != nil)
    }

    @Test("10 MiB of one text, of one CDATA section, of tags and of faults take no more than their share of time")
    func large() throws {
        let start = ContinuousClock.now
        let size = 7 << 20
        let text = String(repeating: "x", count: size)
        var cursor = XMLCursor(try parse("<a>\(text)</a>"))
        #expect(cursor.readText().utf8.count == size)
        cursor = XMLCursor(try parse("<a><![CDATA[\(text)]]></a>"))
        #expect(cursor.readText().utf8.count == size)
        let tags = try parse("<a>" + String(repeating: "<b></b>", count: 1 << 20) + "</a>")
        #expect(tags.names.count == 2)
        let unbound = try parse("<a>" + String(repeating: "<p:b/>", count: 1 << 18) + "</a>")
        #expect(unbound.remarks.count == 1)
        let faults = try #require(refusal("<a>" + String(repeating: "&", count: size) + "</a>"))
        #expect(faults.position.column == 4)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
