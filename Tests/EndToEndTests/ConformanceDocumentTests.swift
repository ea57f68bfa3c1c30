import Foundation
import ProtocolProfile
import TestSupport
import Testing

/// docs/conformance.md says of every requirement on a client what we do, and is made from docs/conformance.tsv and the
/// names of the tests. `ESPALIER_RECORD=1` makes it anew.
@Suite struct ConformanceDocumentTests {
    /// One requirement of oma-dm.md 7.
    struct Row: Hashable, Sendable {
        enum Verdict: String, Sendable, CaseIterable {
            /// Done in both profiles.
            case both
            /// Done in one; the reason says why not in the other.
            case windows, oma
            /// Not done; the reason says why.
            case absent
        }

        var id, side, level, requirement, reason: String
        var verdict: Verdict
    }

    private static func document(_ name: String) throws -> String {
        try String(contentsOf: Repository.root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
    }

    static func rows() throws -> [Row] {
        try document("conformance.tsv").split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 6, "\(line)")
            let verdict = try #require(Row.Verdict(rawValue: fields[3]), "\(line)")
            return Row(
                id: fields[0], side: fields[1], level: fields[2], requirement: fields[4], reason: fields[5],
                verdict: verdict)
        }
    }

    /// The requirements of the reference, by id, with side and level.
    private static func reference() throws -> [String: [String]] {
        let file = try #require(SharedData.folder).appendingPathComponent("reference/oma-dm.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let matches = text.matches(of: /\| (DM-[A-Z]+-[0-9]+) \| ([CSB]) \| ([A-Z ]+) \|/)
        return Dictionary(uniqueKeysWithValues: matches.map { (String($0.1), [String($0.2), String($0.3)]) })
    }

    @Test("Every requirement on a client, and on both sides, has a verdict", .enabled(if: SharedData.isPresent))
    func complete() throws {
        let client = try Self.reference().filter { $0.value[0] != "S" }
        let rows = try Self.rows()
        #expect(Set(rows.map(\.id)).count == rows.count)
        #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.id, [$0.side, $0.level]) }) == client)
    }

    @Test("What is claimed is shown by a test that names it; what is not done has its reason")
    func shown() throws {
        let rows = try Self.rows()
        #expect(rows.count > 200)
        let unshown = rows.filter { $0.verdict != .absent && TestIndex.all.functions(naming: $0.id).isEmpty }
        #expect(unshown.map(\.id) == [])
        let unreasoned = rows.filter { ($0.verdict == .both) != $0.reason.isEmpty }
        #expect(unreasoned.map(\.id) == [])
    }

    @Test("No test names a requirement that the reference does not have", .enabled(if: SharedData.isPresent))
    func known() throws {
        let ids = Set(try Self.reference().keys)
        let named = TestIndex.all.entries.flatMap { entry in
            entry.name.matches(of: /DM-[A-Z]+-[0-9]+/).map { String($0.output) }
        }
        #expect(Set(named).subtracting(ids).sorted() == [])
    }

    @Test("Every switch is shown by a test that names it")
    func switches() {
        let unshown = Ambiguities.ID.allCases.map(\.rawValue).filter { TestIndex.all.functions(naming: $0).isEmpty }
        #expect(unshown == [])
    }

    @Test("docs/conformance.md is what verdicts and tests make it")
    func current() throws {
        let text = try ConformanceDocument.text(Self.rows())
        if GoldenFile.isRecording {
            let url = Repository.root.appendingPathComponent("docs/conformance.md")
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let written = try Self.document("conformance.md")
        let isCurrent = written == text
        #expect(isCurrent, "docs/conformance.md is not current; ESPALIER_RECORD=1 makes it anew")
    }
}
