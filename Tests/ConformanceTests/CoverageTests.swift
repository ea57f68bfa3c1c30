import Conformance
import Foundation
import TestSupport
import Testing

/// docs/lint-coverage.tsv says of every requirement that a server has to keep whether lint can tell a breach, and why not.
struct CoverageTests {
    struct Row: Sendable {
        /// How a breach can be seen.
        enum Verdict: String, Sendable, CaseIterable {
            /// While the message is read.
            case parse
            /// In one message.
            case lint
            /// In a capture with both sides.
            case session
            /// Only by talking to the server (`espalier conformance`); the reason says why.
            case live
            /// Not yet; the reason says what is missing.
            case open
        }

        var id, side, level, reason: String
        var verdict: Verdict
        var rules: [String]
    }

    static func rows() throws -> [Row] {
        let url = Repository.root.appendingPathComponent("docs/lint-coverage.tsv")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 6, "\(line)")
            let verdict = try #require(Row.Verdict(rawValue: fields[3]), "\(line)")
            return Row(
                id: fields[0], side: fields[1], level: fields[2], reason: fields[5], verdict: verdict,
                rules: fields[4].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
    }

    /// The rows of the references that are about a server, or about both sides.
    private static func reference() throws -> [String: [String]] {
        let folder = try #require(SharedData.folder).appendingPathComponent("reference")
        let standard = try String(contentsOf: folder.appendingPathComponent("oma-dm.md"), encoding: .utf8)
        let enrolment = try String(contentsOf: folder.appendingPathComponent("enrollment.md"), encoding: .utf8)
        var rows: [String: [String]] = [:]
        for match in standard.matches(of: /\| (DM-[A-Z]+-[0-9]+) \| ([SB]) \| ([A-Z ]+) \|/) {
            rows[String(match.1)] = [String(match.2), String(match.3)]
        }
        let levels = ["E": "MUST", "W": "SHOULD", "I": "MAY"]
        for match in enrolment.matches(of: /\| ((?:ENR|SES|REN)-[0-9]+) \| ([EWI]) \|/) {
            rows[String(match.1)] = ["S", levels[String(match.2)] ?? ""]
        }
        return rows
    }

    @Test("Every requirement on a server has a verdict", .enabled(if: SharedData.isPresent))
    func complete() throws {
        let rows = try Self.rows()
        #expect(Set(rows.map(\.id)).count == rows.count)
        let reference = try Self.reference()
        #expect(reference.count > 150)
        #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.id, [$0.side, $0.level]) }) == reference)
    }

    @Test("The rules that a row names are those that claim it, and what no rule tells has its reason")
    func rules() throws {
        var claimed: [String: Set<String>] = [:]
        for rule in Rule.all {
            for requirement in rule.requirements { claimed[requirement, default: []].insert(rule.id) }
        }
        let rows = try Self.rows()
        for row in rows {
            #expect(Set(row.rules) == claimed[row.id] ?? [], "\(row.id)")
            switch row.verdict {
            case .parse, .lint, .session: #expect(!row.rules.isEmpty, "\(row.id)")
            case .live, .open: #expect(row.rules.isEmpty && !row.reason.isEmpty, "\(row.id)")
            }
        }
        #expect(Set(claimed.keys).subtracting(rows.map(\.id)).sorted() == [])
    }

    @Test("A row that says session has a rule that sees both sides")
    func verdicts() throws {
        let subjects = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, $0.check.subject) })
        for row in try Self.rows() {
            let seen = Set(row.rules.compactMap { subjects[$0] })
            switch row.verdict {
            case .parse: #expect(seen == ["document"], "\(row.id)")
            case .lint:
                #expect(!seen.isDisjoint(with: ["message", "command", "enrollment", "provisioning"]), "\(row.id)")
                #expect(seen.isDisjoint(with: ["session", "device", "http"]), "\(row.id)")
            case .session:
                #expect(
                    !seen.isDisjoint(with: ["session", "device", "http", "enrollment", "provisioning"]), "\(row.id)")
            case .live, .open: #expect(seen.isEmpty)
            }
        }
    }
}
