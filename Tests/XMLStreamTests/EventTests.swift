import Testing
import XMLStream

@Suite("What a tape holds")
struct EventTests {
    @Test(arguments: [
        ("<a/>", "<a></a>"),
        ("<a></a>", "<a></a>"),
        ("<a>x</a>", "<a>\"x\"</a>"),
        ("<a> <b/> </a>", "<a>\" \"<b></b>\" \"</a>"),
        // Pieces of text are one text, whatever they were written as.
        ("<a>1 &lt; 2 &amp; &#x41;&#66;</a>", "<a>\"1 < 2 & AB\"</a>"),
        ("<a>x<!-- c -->y<?p i?>z</a>", "<a>\"xyz\"</a>"),
        // A text of which any part is a CDATA section counts as one.
        ("<a><![CDATA[<b>&amp;]]></a>", "<a>[<b>&amp;]</a>"),
        ("<a>x<![CDATA[y]]>z</a>", "<a>[xyz]</a>"),
        ("<a><![CDATA[]]></a>", "<a>[]</a>"),
        ("<a><![CDATA[1]]><![CDATA[2]]></a>", "<a>[12]</a>"),
        // XML 1.0 section 2.11: a line end is one line feed.
        ("<a>1\r\n2\r3</a>", "<a>\"1\n2\n3\"</a>"),
        ("<a>&#13;</a>", "<a>\"\r\"</a>"),
        ("<a k='v' l=\"&quot;&lt;&#10;\"/>", "<a k=\"v\" l=\"\"<\n\"></a>"),
        ("<a k='&amp;&#38;&#x26;amp;#38;' l='a&amp;b &lt;'/>", "<a k=\"&&&amp;#38;\" l=\"a&b <\"></a>"),
        // XML 1.0 section 3.3.3: white space in a value is blanks.
        ("<a k='1\n2\t3'/>", "<a k=\"1 2 3\"></a>"),
        ("<a>\u{E000}\u{F000}ä€😀</a>", "<a>\"\u{E000}\u{F000}ä€😀\"</a>"),
        ("<a>&#xF000;</a>", "<a>\"\u{F000}\"</a>"),
    ])
    func content(document: String, expected: String) throws {
        #expect(try outline(parse(document)) == expected)
    }

    @Test(arguments: [
        ("<a xmlns='u'><b/></a>", "<{u}a><{u}b></{u}b></{u}a>"),
        ("<p:a xmlns:p='u'><b p:k='v' k='w'/></p:a>", "<{u}a><b {u}k=\"v\" k=\"w\"></b></{u}a>"),
        ("<a xmlns='u'><b xmlns=''/><b/></a>", "<{u}a><b></b><{u}b></{u}b></{u}a>"),
        ("<a><p:b/></a>", "<a><p:b></p:b></a>"),
        ("<a p:k='v'/>", "<a p:k=\"v\"></a>"),
        ("<a xmlns='u&amp;v'/>", "<{u&v}a></{u&v}a>"),
        ("<a xml:lang='en'/>", "<a {http://www.w3.org/XML/1998/namespace}lang=\"en\"></a>"),
    ])
    func namespaces(document: String, expected: String) throws {
        #expect(try outline(parse(document)) == expected)
    }

    @Test("One name id stands for one local name in one namespace")
    func nameIDs() throws {
        let tape = try parse("<a xmlns='u' xmlns:p='u' xmlns:q='w'><p:a/><q:a/><r:a/><s:a/><r:a/><a xmlns=''/></a>")
        let ids = elements(tape).map(\.nameID)
        #expect(ids == [0, 0, 1, 2, 3, 2, 4])
        #expect(
            tape.names == [
                XMLName("a", namespace: "u"), XMLName("a", namespace: "w"), XMLName("r:a"), XMLName("s:a"),
                XMLName("a"),
            ])
    }

    @Test("An unbound prefix is a remark at its first use, not a refusal")
    func unboundPrefix() throws {
        let tape = try parse("<a>\n  <msft:b x='1'/><msft:c/>\n<d o:k='v'/></a>")
        #expect(
            tape.remarks == [
                XMLRemark(code: .unboundPrefix("msft"), position: XMLPosition(line: 2, column: 3, offset: 6)),
                XMLRemark(code: .unboundPrefix("o"), position: XMLPosition(line: 3, column: 1, offset: 31)),
            ])
    }

    @Test("A namespace that is no good URI is left to whoever knows namespaces")
    func oddNamespace() throws {
        let tape = try parse("<a xmlns='SYNCML:SYNCML 1.2'/>")
        #expect(tape.names == [XMLName("a", namespace: "SYNCML:SYNCML 1.2")])
        #expect(tape.remarks.isEmpty)
    }

    @Test("Namespace rules other than an unbound prefix refuse")
    func brokenNamespaces() throws {
        let twice = try #require(refusal("<a xmlns:p='u' xmlns:q='u' p:k='1' q:k='2'/>"))
        #expect(twice.code == .notWellFormed)
        let xml = try #require(refusal("<a xmlns:xml='u'/>"))
        #expect(xml.code == .notWellFormed)
    }

    @Test func texts() throws {
        let tape = try parse("<a>1<b>2<c> 3 </c></b> 4<d k='v'> \n</d><e/><f k='v'>\t5 \n</f></a>")
        var deep = XMLCursor(tape)
        #expect(deep.readDeepText() == "12 3  4 \n\t5 \n")
        var direct = XMLCursor(tape)
        #expect(direct.readText() == "1 4")
        var trimmed = XMLCursor(tape)
        #expect(trimmed.readTrimmedText() == "1 4")

        var cursor = XMLCursor(tape)
        cursor.enter()
        var seen: [String] = []
        while cursor.nextChild() != nil { seen.append(cursor.name.local + "=" + cursor.readTrimmedText()) }
        #expect(seen == ["b=2", "d=", "e=", "f=5"])
    }

    @Test func questions() throws {
        let tape = try parse("<a k='v'>x<b/><![CDATA[y]]><c>z</c><d l='w'><e/></d></a>")
        let found = elements(tape)
        #expect(found.map(\.hasAttributes) == [true, false, false, true, false])
        #expect(found.map(\.hasElementChildren) == [true, false, false, true, false])
        #expect(found.map(\.hasCDATA) == [true, false, false, false, false])
        #expect(found.map(\.isEmptyTag) == [false, true, false, false, true])
    }

    @Test("Skipping an element leads to its next sibling")
    func skipping() throws {
        var cursor = XMLCursor(try parse("<a><b><c>1</c><c/></b>\n<d/></a>"))
        cursor.enter()
        #expect(cursor.nextChild() != nil)
        cursor.skipElement()
        #expect(cursor.nextChild() != nil)
        #expect(cursor.name.local == "d")
        cursor.skipElement()
        #expect(cursor.nextChild() == nil)
    }
}
