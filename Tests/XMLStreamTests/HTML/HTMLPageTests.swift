import Testing
import XMLStream

@Suite struct HTMLPageTests {
    private func forms(_ html: String) throws -> [HTMLForm] { try HTMLPage(parsing: Array(html.utf8)).forms }

    @Test("enrollment.md 5: the end page's form, its value with entities resolved")
    func endPage() throws {
        let html = """
            <!DOCTYPE html><html><body onload="document.forms[0].submit()">
            <form method="post" action="ms-app://windows.immersivecontrolpanel">
            <input type="hidden" name="wresult" value="tok-91c2&amp;v=1"/></form></body></html>
            """
        #expect(
            try forms(html) == [
                HTMLForm(
                    method: .post, action: "ms-app://windows.immersivecontrolpanel",
                    inputs: [.init(type: "hidden", name: "wresult", value: "tok-91c2&v=1")])
            ])
    }

    @Test(
        "Values in any quotation, and the entities of HTML",
        arguments: [
            ("value=plain", "plain"), ("value='a \"b\" c'", "a \"b\" c"), ("value=\"&lt;&#65;&#x42;&gt;\"", "<AB>"),
            ("value=\"&eacute;&euro;\"", "é€"), ("value=\"a&b&unknown;c\"", "a&b&unknown;c"), ("value", ""),
            ("", ""), ("VALUE=x", "x"), ("value=1 value=2", "1"), ("value=\"ünïcødé\"", "ünïcødé"),
            ("value=\"line\nbreak\"", "line\nbreak"),
        ])
    func values(attribute: String, expected: String) throws {
        #expect(try forms("<form><input name=n \(attribute)></form>").first?.inputs.first?.value == expected)
    }

    @Test("A login form: types in lower case, text by default, buttons, areas and selections")
    func controls() throws {
        let html = """
            <FORM METHOD=POST ACTION=" /login?x=1&amp;y=2 ">
            <table><tr><td><input name=user></td></tr><tr><td><INPUT TYPE=PASSWORD NAME=pass></td></tr></table>
            <input type=checkbox name=keep checked><input type=radio name=r value=1 disabled>
            <textarea name=note> some &amp; text</textarea>
            <select name=realm><option>first<option value=2 selected>second</option><option>third</select>
            <button name=go value=1>Go</button><button type=button name=no>No</button>
            </FORM>
            """
        #expect(
            try forms(html) == [
                HTMLForm(
                    method: .post, action: "/login?x=1&y=2",
                    inputs: [
                        .init(type: "text", name: "user", value: ""), .init(type: "password", name: "pass", value: ""),
                        .init(type: "checkbox", name: "keep", value: "", isChecked: true),
                        .init(type: "radio", name: "r", value: "1", isDisabled: true),
                        .init(type: "textarea", name: "note", value: " some & text"),
                        .init(type: "select", name: "realm", value: "2"),
                        .init(type: "submit", name: "go", value: "1"), .init(type: "button", name: "no", value: ""),
                    ])
            ])
    }

    @Test("Forms in order, base and title; what stands outside of forms does not count")
    func page() throws {
        let page = try HTMLPage(
            parsing: Array(
                """
                <html><head><title> Sign &amp; in </title><base href="https://login.example/a/"></head><body>
                <input name=outside><form action=a></form><form action=b><input name=x></form><input name=after>
                """.utf8))
        #expect(page.title == "Sign & in")
        #expect(page.base == "https://login.example/a/")
        #expect(page.forms.map(\.action) == ["a", "b"])
        #expect(page.forms.map { $0.inputs.map(\.name) } == [[], ["x"]])
        #expect(page.forms.map(\.method) == [.get, .get])
    }

    @Test("What scripts and comments hold is no form")
    func notMarkup() throws {
        let html = """
            <script>document.write("<form action=evil><input name=a></form>")</script>
            <!-- <form action=comment></form> --><style>form { }</style><form action=real></form>
            """
        #expect(try forms(html).map(\.action) == ["real"])
    }

    @Test("Bytes that are no UTF-8 are ISO 8859-1, whatever the page says")
    func latin1() throws {
        var bytes = Array("<meta charset=utf-8><form><input name=n value=\"".utf8)
        bytes += [0xE9, 0xFC] + Array("\"></form>".utf8)
        #expect(try HTMLPage(parsing: bytes).forms.first?.inputs.first?.value == "éü")
    }

    // MARK: Broken and hostile

    @Test(
        "A page is never too wrong to be read",
        arguments: [
            "", " ", "<", "<form", "<form><form><form>", "</form></html>", "<input", "plain text", "<form action=",
            "<form><input value=\"", "<!DOCTYPE", "<!DOCTYPE x [<!ENTITY a \"b\">]><form>&a;</form>",
            "<?xml version=\"1.0\"?><form>", "<form\u{0}action=x>", "<&&&>", "<form><table><input name=a></form>",
            "<html><html><body><body><form><head>", "<select><option><form><textarea>",
        ])
    func broken(html: String) throws {
        _ = try HTMLPage(parsing: Array(html.utf8))
    }

    @Test("Truncation at every byte is read")
    func truncation() throws {
        let html = Array(
            """
            <!DOCTYPE html><html><head><title>T&eacute;</title></head><body><!-- c --><form method="post" action='a'>
            <input type=hidden name="wresult" value="a&amp;b"><textarea name=t>x</textarea>
            <select name=s><option value=1 selected>1</option></select></form><script>if (a < b) {}</script></body>
            """.utf8)
        for count in 0...html.count { _ = try HTMLPage(parsing: Array(html.prefix(count))) }
    }

    @Test("A page that breaks off inside a tag does not have it; a last tag that is whole counts")
    func brokenOff() throws {
        let html = "<form><input name=a value=\"cut > off\">"
        let whole = try forms(html).first?.inputs
        #expect(whole?.first?.value == "cut > off")
        for count in "<form>".utf8.count..<html.utf8.count {
            #expect(try forms(String(html.prefix(count))).first?.inputs == [])
        }
        #expect(try forms("<form").isEmpty)
        #expect(try forms("<form>").count == 1)
    }

    @Test("Every byte at every place is read")
    func damage() throws {
        let html = Array("<form method=post action='a'><input name=\"b\" value=\"c&amp;d\"></form>".utf8)
        for index in html.indices {
            for byte in [UInt8(0), 0x22, 0x26, 0x3C, 0x3E, 0x80, 0xFF] {
                var copy = html
                copy[index] = byte
                _ = try HTMLPage(parsing: copy)
            }
        }
    }

    @Test("External entities and addresses are not fetched")
    func noFetching() throws {
        let html = """
            <!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <form action="a"><input name=n value="&x;"></form><iframe src="file:///etc/passwd"></iframe>
            """
        #expect(try forms(html).first?.inputs.first?.value == "&x;")
    }

    @Test("A page over the limit is refused before it is read")
    func tooLarge() {
        let error = #expect(throws: XMLError.self) {
            _ = try HTMLPage(
                parsing: [UInt8](repeating: 0x20, count: 11), limits: Self.limits { $0.documentBytes = 10 })
        }
        #expect(error?.code == .documentTooLarge)
        #expect(error?.reason == "bytes of the page: 11, allowed are 10")
    }

    @Test(
        "Limits on depth, tags, attributes and texts",
        arguments: [
            (String(repeating: "<div>", count: 300), XMLError.Code.tooDeep),
            (String(repeating: "<br>", count: 101), .tooManyEvents),
            ("<form " + (0..<50).map { "a\($0)=1" }.joined(separator: " ") + ">", .tooManyEvents),
            ("<form action=\"" + String(repeating: "x", count: 101) + "\">", .textTooLong),
            ("<title>" + String(repeating: "x", count: 101) + "</title>", .textTooLong),
        ])
    func limits(html: String, code: XMLError.Code) {
        let error = #expect(throws: XMLError.self) {
            _ = try HTMLPage(
                parsing: Array(html.utf8),
                limits: Self.limits {
                    $0.depth = 256
                    $0.events = code == .tooDeep ? 1000 : 100
                    $0.attributes = 49
                    $0.textBytes = 100
                })
        }
        #expect(error?.code == code)
    }

    @Test(
        "Hostile pages of the largest size end in bounded time",
        .timeLimit(.minutes(1)),
        arguments: [
            "<b>", "<form>", "<p>", "<a href=", "<!--", "<!-- ", "&amp;", "&", "<", "</", "<input value='", "<script>",
            "<textarea>", "<select><option>", "\u{0}", "<table><tr><td>", "]]>", "<?", "<!DOCTYPE ", "a=\"", "\n",
        ])
    func hostile(piece: String) {
        let count = XMLLimits.page.documentBytes / piece.utf8.count
        let bytes = Array(String(repeating: piece, count: count).utf8)
        // Read, or refused for its depth or number of tags: either is right.
        _ = try? HTMLPage(parsing: bytes)
    }

    private static func limits(_ change: (inout XMLLimits) -> Void) -> XMLLimits {
        var limits = XMLLimits.page
        change(&limits)
        return limits
    }
}
