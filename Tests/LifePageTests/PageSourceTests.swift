import Foundation
import TestSupport
import Testing

@testable import LifePage

/// The page's own files.
@Suite struct PageSourceTests {
    private static let folder = Repository.root.appendingPathComponent("Sources/LifePage/Resources")

    private static let sources =
        PageSources.styles + PageSources.scripts + [PageSource(name: "page.html", text: PageSources.page)]

    @Test("what is compiled in is what stands in Resources")
    func alike() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasPrefix(".") }
        #expect(
            Set(names) == Set(Self.sources.map(\.name)),
            "run script/page; a new file has to be named in it, in its place")
        for source in Self.sources {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(source.name), encoding: .utf8)
            #expect(source.text == text, "\(source.name) differs: run script/page")
        }
    }

    @Test("no file makes markup or code of text, or asks anybody for anything")
    func forbidden() throws {
        let words = [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "javascript:",
        ]
        for source in Self.sources {
            for word in words { #expect(!source.text.contains(word), "\(source.name): \(word)") }
            let bare = source.text.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!bare.contains("http://") && !bare.contains("https://"), "\(source.name): an address")
            #expect(!source.text.contains("\r") && !source.text.contains("\0"), "\(source.name)")
        }
        let handler = try Regex(#"<[^>]*\s(on[a-z]+|style)\s*="#)
        #expect(PageSources.page.firstMatch(of: handler) == nil, "page.html: an inline handler or style")
        for source in PageSources.scripts + PageSources.styles {
            let text = source.text.lowercased()
            // A comment's beginning is harmless in a script that does not name its own element.
            for end in ["</script", "<script", "</style"] { #expect(!text.contains(end), "\(source.name): \(end)") }
        }
        for source in PageSources.styles {
            #expect(!source.text.contains("@import") && !source.text.contains("url("), "\(source.name)")
        }
    }

    @Test(
        "page.html has each placeholder once",
        arguments: ["<!--csp-->", "<!--style-->", "<!--data-->", "<!--script-->"])
    func placeholders(_ placeholder: String) {
        #expect(PageSources.page.ranges(of: placeholder).count == 1)
    }
}
