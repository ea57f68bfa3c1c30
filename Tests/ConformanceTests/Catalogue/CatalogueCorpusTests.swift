import Capture
import Conformance
import Foundation
import SyncML
import TestSupport
import Testing

/// The rules of the catalogue over every published message that was collected.
@Suite(.enabled(if: SharedData.isPresent)) struct CatalogueCorpusTests {
    private static let linter = Linter(rules: Rule.catalogue)

    private struct Found {
        var file: String
        var source: String
        var findings: [LintFinding]
    }

    private static func found() throws -> [Found] {
        try SharedData.table("corpus/index.tsv").compactMap { row in
            guard let file = row["file"], let source = file.split(separator: "/").first else { return nil }
            let reported = linter.reportedFile(try SharedData.bytes("corpus/\(file)"), name: file)
            guard reported.isReadable else { return nil }
            return Found(file: file, source: String(source), findings: reported.findings)
        }
    }

    @Test("Findings by source and rule are those of the golden file, and Microsoft's errors were read one by one")
    func findings() throws {
        var counts: [String: Int] = [:]
        var errors = ""
        for found in try Self.found() {
            for finding in found.findings where Rule.catalogue.contains(where: { $0.id == finding.rule }) {
                counts["\(found.source)\t\(finding.severity.rawValue)\t\(finding.rule)", default: 0] += 1
                let place = "\(found.file)\t\(finding.position?.line ?? 0)\t\(finding.rule)"
                let line = "\(place)\t\(finding.target ?? "")\t\(finding.message)\n"
                if finding.severity == .error { errors += line }
            }
        }
        let text =
            "source\tseverity\trule\tcount\n"
            + counts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
        #expect(try GoldenFile("corpus-catalogue.tsv").difference(from: text) == nil)
        #expect(try GoldenFile("corpus-catalogue-errors.tsv").difference(from: errors) == nil)
    }
}
