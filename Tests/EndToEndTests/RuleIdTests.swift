import Foundation
import TestSupport
import Testing

/// Scripts may rely on rule ids, so every id in the sources stands in docs/rules.md.
struct RuleIdTests {
    private static let prefixes = [
        "access",
        "acl",
        "address",
        "alert",
        "apply",
        "atomic",
        "authentication",
        "capture",
        "catalogue",
        "certificate",
        "command",
        "copy",
        "declared",
        "devdetail",
        "diagnostics",
        "dmacc",
        "dmclient",
        "document",
        "effect",
        "enrollment",
        "esp",
        "firstsync",
        "format",
        "frame",
        "header",
        "health",
        "http",
        "inbox",
        "item",
        "life",
        "message",
        "modern",
        "msi",
        "node",
        "nodecache",
        "notification",
        "object",
        "office",
        "pfx",
        "policy",
        "profile",
        "property",
        "provisioning",
        "query",
        "reboot",
        "renew",
        "replay",
        "scep",
        "served",
        "session",
        "sessionactions",
        "status",
        "storage",
        "syncml",
        "tnds",
        "tracking",
        "update",
        "user-context",
        "value",
        "vpn",
        "w7",
        "wbxml",
        "wifi",
        "wipe",
        "xml",
    ]

    @Test("docs/rules.md names every rule id of the sources")
    func documented() throws {
        let sources = Repository.root.appendingPathComponent("Sources")
        let text = try String(
            contentsOf: Repository.root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
        let pattern = try Regex("\"((?:\(Self.prefixes.joined(separator: "|")))\\.[a-z]+(?:-[a-z]+)*)\"")
        // Written by tools, from descriptions and from the files of the page.
        let data = ["ShippedCatalogue.swift", "PageSources.swift"]
        var ids: Set<String> = []
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files
        where file.pathExtension == "swift" && !data.contains(file.lastPathComponent) {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: pattern) {
                if let id = match.output[1].substring { ids.insert(String(id)) }
            }
        }
        #expect(ids.count > 90)
        // Names of reference files look alike.
        #expect(ids.filter { !$0.hasSuffix(".md") && !text.contains("`\($0)`") }.sorted() == [])
    }
}
