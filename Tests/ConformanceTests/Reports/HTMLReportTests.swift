import Foundation
import TestSupport
import Testing

@testable import Conformance

struct HTMLReportTests {
    private func page(_ report: Report) throws -> String {
        var settings = ReportFixture.settings
        settings.showsAccepted = true
        return try report.text(as: .html, settings)
    }

    private static let elements: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "h1", "h2", "h3", "p",
        "ul",
        "ol", "li", "a", "b", "span", "code", "pre", "mark", "fieldset", "legend", "label", "input", "div", "table",
        "thead",
        "tbody", "tr", "th", "td", "details", "summary",
    ]
    private static let attributes: Set<String> = [
        "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "aria-label",
        "aria-labelledby",
        "type", "checked", "scope", "data-label",
    ]

    @Test(
        "whatever a file holds, the page has our elements, our attributes and our links alone",
        arguments: Hostile.texts.indices
    )
    func hostile(_ index: Int) throws {
        let text = Hostile.texts[index]
        for report in [Hostile.report(text), try ReportFixture.full(), Report(files: [])] {
            let tree = try MarkupTree(parsing: try page(report))
            for element in tree.all {
                #expect(Self.elements.contains(element.name))
                #expect(Set(element.attributes.keys).subtracting(Self.attributes) == [])
                guard let link = element.attributes["href"] else { continue }
                #expect(
                    link.hasPrefix("#") || link.hasPrefix("https://learn.microsoft.com/")
                        || link.hasPrefix("https://www.openmobilealliance.org/"))
            }
        }
    }

    @Test("hostile text is shown as text")
    func shown() throws {
        let tree = try MarkupTree(parsing: try page(Hostile.report("<script>alert(1)</script>")))
        #expect(tree.all.count { $0.name == "code" && $0.text == "<script>alert(1)</script>" } > 2)
    }

    @Test("nothing is asked for from outside, and no script runs: the policy names the style sheet alone")
    func policy() throws {
        let text = try page(try ReportFixture.full())
        let tree = try MarkupTree(parsing: text)
        let policy = tree.all.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(
            policy?.attributes["content"]
                == "default-src 'none'; style-src 'sha256-\(HTMLStyle.digest)'; base-uri 'none'; form-action 'none'")
        let style = try #require(tree.all.first { $0.name == "style" })
        #expect(style.text == HTMLStyle.sheet)
        #expect(Digests.sha256(HTMLStyle.sheet) == HTMLStyle.digest)
        #expect(!text.contains("url(") && !text.contains("@import") && !text.contains("src="))
        #expect(!tree.all.contains { $0.attributes["style"] != nil })
    }

    @Test("each link within the page has its place, and each place is there once")
    func links() throws {
        let all = try MarkupTree(parsing: try page(try ReportFixture.full())).all
        let ids = all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for link in all.compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
            #expect(ids.contains(String(link.dropFirst())))
        }
        #expect(all.contains { $0.attributes["href"] == "#message-1" })
        #expect(all.contains { $0.attributes["href"] == "#finding-5" || $0.attributes["href"] == "#finding-6" })
    }

    @Test("the conversation shows both sides, each command beside its status")
    func conversation() throws {
        let all = try MarkupTree(parsing: try page(try ReportFixture.full())).all
        let messages = all.filter { ($0.attributes["class"] ?? "").hasPrefix("message ") }
        #expect(messages.map { $0.attributes["class"] } == ["message server", "message client"])
        let rows = messages[0].all.filter { $0.name == "tr" }.dropFirst().map { $0.children.map(\.text) }
        #expect(
            rows == [
                ["1", "Atomic", "", "507"],
                ["2", "Replace", "./Vendor/MSFT/Policy/Config/Camera/AllowCamera = 0", "404"],
                ["3", "Get", "./DevInfo/Man", "none"], ["3", "Get", "./DevInfo/Mod", "200"],
            ])
        #expect(messages[0].text.contains("SyncHdr answered with 212"))
        let xml = messages[0].all.first { $0.name == "pre" }
        #expect(xml?.text.contains("\n  <SyncHdr>\n    <VerDTD>1.1</VerDTD>") == true)
    }

    @Test("differences that nothing explains come first")
    func differences() throws {
        let all = try MarkupTree(parsing: try page(try ReportFixture.full())).all
        let section = try #require(all.first { $0.attributes["id"] == "differences" })
        let rows = section.all.filter { $0.name == "tr" }.dropFirst().map { $0.children.map(\.text) }
        #expect(
            rows.map { Array($0.dropFirst()) } == [
                ["status", "200", "404", "not explained"],
                ["data", "A1", "B2", "The devices are not the same. replay.device-fact"],
            ])
    }

    @Test("a long message is cut, and the page says by how much")
    func long() throws {
        let body = String(repeating: "ä", count: 200_000)
        let message = ReportedMessage(sender: .client, file: "a", body: body)
        let text = try page(Report(files: [], conversation: [message]))
        #expect(text.contains("137856 more bytes are left out."))
        #expect(text.utf8.count < 300_000)
    }
}

struct XMLLayoutTests {
    private func indented(_ xml: String) -> String { XMLLayout.indented(xml, mostBytes: 1 << 20).text }

    @Test("tags that follow tags stand on lines of their own; texts stay")
    func layout() {
        #expect(
            indented("<a><b>x</b><c/><d><e>y</e></d></a>")
                == "<a>\n  <b>x</b>\n  <c/>\n  <d>\n    <e>y</e>\n  </d>\n</a>")
        #expect(indented("<?xml version=\"1.0\"?><a></a>") == "<?xml version=\"1.0\"?>\n<a></a>")
        #expect(indented("<a><![CDATA[<x><y>]]></a>") == "<a><![CDATA[<x><y>]]></a>")
        #expect(indented("<a>\n <b/>\n</a>") == "<a>\n <b/>\n</a>")
    }

    @Test(
        "anything is laid out, whatever it is",
        arguments: ["", "<", "<a", "</a></b>", "a<", "<!--", "<![CDATA[", ">>><<<", "<a/><"])
    func abuse(_ text: String) {
        #expect(indented(text).filter { $0 != "\n" && $0 != " " } == text)
    }
}
