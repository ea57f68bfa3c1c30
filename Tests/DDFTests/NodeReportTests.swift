import DDF
import Foundation
import Testing

struct NodeReportTests {
    private static let node: NodeDescription = {
        var facts = NodeDescription.Facts()
        facts.format = .int
        facts.access = [.add, .get, .replace]
        facts.occurrence = .zeroOrOne
        facts.scope = .dynamic
        facts.defaultValue = "60"
        facts.mimeType = "text/plain"
        facts.allowedValues = AllowedValues(.range([1...1440]))
        facts.applicability = Applicability(
            versions: [WindowsVersion(build: 22000), WindowsVersion(build: 19041, revision: 1202)],
            editions: [0x4, 0x30])
        facts.isDeprecated = true
        facts.deprecatedSince = "10.0.26100"
        facts.isAtomicRequired = true
        return NodeDescription(name: "TimeoutInMinutes", isDynamic: false, facts: facts, children: [])
    }()

    @Test("the lines of `espalier ddf show`")
    func lines() {
        let root = CatalogueRoot(
            scope: .device, csp: "X", canonicalPath: "./Device/Vendor/MSFT/X", declaredPath: "./Vendor/MSFT/X",
            edition: "v2-feb2025", isV1Only: false, cspVersion: "1.4")
        #expect(
            NodeReport(Self.node, path: "./Device/Vendor/MSFT/X/TimeoutInMinutes", root: root).lines == [
                "./Device/Vendor/MSFT/X/TimeoutInMinutes", "  format      int", "  access      Add, Get, Replace",
                "  occurrence  ZeroOrOne", "  scope       Dynamic", "  default     60",
                "  values      1 to 1440 minutes",
                "  type        text/plain", "  builds      10.0.22000, 10.0.19041.1202",
                "  releases    10-2004 and later",
                "  editions    enterprise, pro", "  csp version 1.4",
                "  flags       to be sent in one Atomic, deprecated since 10.0.26100", "  source      v2-feb2025",
            ])
    }

    @Test("what holds is the node's own or inherited")
    func inherited() {
        let parent = Applicability(versions: [WindowsVersion(build: 99999, isPlaceholder: true)], editions: [0xAF])
        let child = NodeDescription(name: "Name", isDynamic: true, facts: .init(), children: [Self.node])
        let report = NodeReport(child, path: "./X/{Name}", applicability: Applicability().inheriting(parent))
        #expect(report.versions == ["99.9.99999"])
        #expect(report.releases == ["11-25h2"])
        #expect(report.skus == ["0xAF"])
        #expect(report.editions == [])
        #expect(report.lines.contains("  editions    none that Espalier plays"))
        #expect(report.lines.contains("  releases    11-25h2"))
        #expect(report.lines.contains("  named by    the description does not say whom"))
        #expect(report.lines.contains("  children    TimeoutInMinutes"))
    }

    @Test("the report is JSON-ready")
    func json() throws {
        let data = try JSONEncoder().encode(NodeReport(Self.node, path: "./X"))
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""format":"int""#))
        #expect(text.contains(#""words":"1 to 1440""#))
        #expect(text.contains(#""access":["Add","Get","Replace"]"#))
    }

    @Test(
        "allowed values in words",
        arguments: [
            (AllowedValues(.none), "any value"), (AllowedValues(.enumeration(["0", "1"])), "one of 0, 1"),
            (AllowedValues(.flags(["0x1", "0x2"])), "sums of 0x1, 0x2"), (AllowedValues(.range([0...5])), "0 to 5"),
            (AllowedValues(.regularExpression(["^a$"])), "text that matches ^a$"),
            (
                AllowedValues(.enumeration(["a"]), listDelimiter: "\u{F000}"),
                "a list separated by U+F000, each item one of a"
            ), (AllowedValues(.none, listDelimiter: ";"), "a list separated by \";\", each item any value"),
        ])
    func words(allowed: AllowedValues, words: String) {
        #expect(allowed.description == words)
    }
}
