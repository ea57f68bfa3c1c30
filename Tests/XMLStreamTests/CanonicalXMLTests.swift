import Testing
import XMLStream

@Suite("Canonical XML: the bytes that a signature is over")
struct CanonicalXMLTests {
    private func form(
        _ text: String, _ part: CanonicalXML.Part = .document, _ method: CanonicalXML.Method = .exclusive
    ) throws -> String? {
        try CanonicalXML.bytes(of: Array(text.utf8), part, method: method).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The document of section 2.2 of Exclusive XML Canonicalization 1.0.
    private let enveloped = """
        <n0:pdu xmlns:n0='http://a.example'><n1:elem2 xmlns:n1='http://b.example' xml:lang='en'>\
        <n3:stuff xmlns:n3='ftp://example.org'/></n1:elem2></n0:pdu>
        """

    @Test("Exclusive: only the namespaces that are used are written (section 2.2)")
    func exclusive() throws {
        let path = [XMLName("pdu", namespace: "http://a.example"), XMLName("elem2", namespace: "http://b.example")]
        #expect(
            try form(enveloped, .element(path)) == """
                <n1:elem2 xmlns:n1="http://b.example" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>
                """)
    }

    @Test("Inclusive: the namespaces of the ancestors are written too (section 2.1 of the same)")
    func inclusive() throws {
        let path = [XMLName("pdu", namespace: "http://a.example"), XMLName("elem2", namespace: "http://b.example")]
        #expect(
            try form(enveloped, .element(path), .inclusive) == """
                <n1:elem2 xmlns:n0="http://a.example" xmlns:n1="http://b.example" xml:lang="en">\
                <n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>
                """)
    }

    @Test("Start and end tags (Canonical XML 1.0 section 3.3)")
    func tags() throws {
        let text = """
            <doc>
               <e1   />
               <e2   ></e2>
               <e3   name = "elem3"   id="elem3"   />
               <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
                  xmlns:b="http://www.ietf.org"
                  xmlns:a="http://www.w3.org"
                  xmlns="http://example.org"/>
            </doc>
            """
        #expect(
            try form(text, .document, .inclusive) == """
                <doc>
                   <e1></e1>
                   <e2></e2>
                   <e3 id="elem3" name="elem3"></e3>
                   <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" \
                attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>
                </doc>
                """)
    }

    @Test("Characters (Canonical XML 1.0 section 3.4)")
    func characters() throws {
        let text = """
            <doc><text>First line&#x0d;&#10;Second line</text><value>&#x32;</value>\
            <compute><![CDATA[value>"0" && value<"10" ?"valid":"error"]]></compute>\
            <compute expr='value>"0" &amp;&amp; value&lt;"10" ?"valid":"error"'>valid</compute>\
            <norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/></doc>
            """
        let expected =
            "<doc><text>First line&#xD;\nSecond line</text><value>2</value>"
            + "<compute>value&gt;\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"</compute>"
            + "<compute expr=\"value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;\">valid</compute>"
            + "<norm attr=\" '    &#xD;&#xA;&#x9;   ' \"></norm></doc>"
        #expect(try form(text, .document, .inclusive) == expected)
    }

    @Test("Comments, the declaration and what stands outside of the root are left out")
    func outside() throws {
        #expect(try form("<?xml version='1.0'?>\n<!-- a -->\n<doc>a<!-- b -->c</doc>\n<!-- d -->\n") == "<doc>ac</doc>")
        #expect(try form("  \n<doc/>") == "<doc></doc>")
    }

    @Test("UTF-16 and UTF-8 have one form")
    func encodings() throws {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><d>\u{e9}\u{1f34e}</d>"
        let units = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let bytes: [UInt8] = [0xff, 0xfe] + units
        let form = try CanonicalXML.bytes(of: bytes, method: .exclusive)
        #expect(form == Array("<d>\u{e9}\u{1f34e}</d>".utf8))
    }

    @Test("One element is left out, with all inside of it and nothing else")
    func without() throws {
        let text = "<a xmlns:p='urn:p'><b>1<p:s xmlns:q='urn:q' q:x='2'><c/>3</p:s>4</b><p:s/></a>"
        let path = [XMLName("a"), XMLName("b"), XMLName("s", namespace: "urn:p")]
        #expect(try form(text, .without(path)) == "<a><b>14</b><p:s xmlns:p=\"urn:p\"></p:s></a>")
        #expect(
            try form(text, .without(path), .inclusive) == "<a xmlns:p=\"urn:p\"><b>14</b><p:s></p:s></a>")
    }

    @Test("A path that names no element, or might name two, has no form")
    func ambiguous() throws {
        #expect(try form("<a><b/></a>", .element([XMLName("a"), XMLName("c")])) == nil)
        #expect(try form("<a><b/><B/></a>", .element([XMLName("a"), XMLName("b")])) == nil)
        #expect(try form("<a><b/><x:b xmlns:x='urn:x'/></a>", .without([XMLName("a"), XMLName("b")])) == nil)
        #expect(try form("<a><B/></a>", .element([XMLName("a"), XMLName("b")])) == nil)
        #expect(try form("<a><b xmlns='urn:x'/></a>", .element([XMLName("a"), XMLName("b")])) == nil)
        #expect(try form("<a/>", .element([XMLName("b")])) == nil)
    }

    @Test("Entities and limits are refused as in every parse")
    func refused() {
        func code(_ text: String, _ limits: XMLLimits = .standard) -> XMLError.Code? {
            do throws(XMLError) {
                _ = try CanonicalXML.bytes(of: Array(text.utf8), method: .exclusive, limits: limits)
                return nil
            } catch { return error.code }
        }
        #expect(code("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>") == .entity)
        #expect(code("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&e;</a>") == .entity)
        #expect(code("<a><b></a>") == .notWellFormed)
        #expect(code("") == .empty)
        #expect(code("<a><b/></a>", XMLLimits(depth: 1)) == .tooDeep)
        #expect(code("<a xmlns:p='relative'><p:b/></a>") == .notWellFormed)
        #expect(code("<a/>", XMLLimits(documentBytes: 3)) == .documentTooLarge)
    }

    @Test("A form is its own form")
    func idempotent() throws {
        for method in [CanonicalXML.Method.exclusive, .inclusive] {
            let once = try #require(try form(enveloped, .document, method))
            #expect(try form(once, .document, method) == once)
        }
    }

    @Test("A document that was cut off has no form, at every byte")
    func truncated() {
        for count in 0..<enveloped.utf8.count {
            #expect(throws: XMLError.self) {
                try CanonicalXML.bytes(of: Array(enveloped.utf8.prefix(count)), method: .exclusive)
            }
        }
    }
}
