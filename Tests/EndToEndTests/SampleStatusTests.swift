import TestSupport
import Testing

/// What the references say of each sample, written down by hand: a golden file that is recorded anew cannot carry a wrong status past
/// these rows.
@Suite struct SampleStatusTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var sample: String
        /// The statuses of the last message, containers before their children.
        var statuses: [Int]
        var reference: String

        init(_ sample: String, _ statuses: [Int], _ reference: String) {
            self.sample = sample
            self.statuses = statuses
            self.reference = reference
        }

        var testDescription: String { "\(sample): \(reference)" }
    }

    static let rows: [Row] = [
        Row("esp-hold", Array(repeating: 200, count: 8), "3.3.6, 5.9 rows 13 and 14"),
        Row("esp-hold-resent", [418, 200, 200, 200], "OBS-003, 5.9 row 11"),
        Row("esp-provider-without-add", [404, 200, 200, 200], "5.9 row 14, named ancestor"),
        Row("first-sync-release", Array(repeating: 200, count: 7), "3.3.2"),
        Row(
            "first-sync-latches", [200, 405, 405, 405, 200, 200, 200, 405, 200, 405, 405, 200, 200, 200, 200],
            "3.3.3, ESP-404 to ESP-406, 5.9 row 16"),
        Row("user-scope-in-oobe", [200, 405, 405, 405], "ESP-401b, OBS-001, 5.9 row 7"),
        Row("user-scope-without-add", [405], "ESP-401, OBS-002, 5.9 row 14"),
        Row("user-scope-add", [200, 200], "3.3.6, 5.9 row 13"),
        Row("user-scope-release", [418, 200, 200, 200], "OBS-002, OBS-003"),
        Row("expected-lists", [200, 200, 200, 200, 200], "3.3.1"),
        Row("msi-install", [200, 202, 200, 404], "4.1, 5.9 rows 10 and 21"),
        Row("scep-profile", [200] + Array(repeating: 200, count: 11) + [202, 200], "4.3, 5.9 row 21"),
        Row("scep-enroll-first", [507, 216, 404, 215, 215], "OBS-021, 5.9 Atomic"),
        Row("wifi-profile", [404, 200, 418, 200, 200], "4.13, 5.9 rows 11 and 14"),
        Row("root-certificate", [200, 200, 200, 418, 500, 500], "the DDF, 5.9 rows 11, 13 and 19"),
        Row("vpn-profile", [200, 200, 500, 507, 500, 404, 200, 200], "4.13, 6.4, 5.9 rows 8 and 19"),
        Row("node-cache-changes", Array(repeating: 200, count: 17), "4.5"),
        Row("policy-misspelt", [404, 404, 404, 404], "5.9 rows 8 and 10"),
        Row("policy-too-new", [405, 404, 200], "5.9 row 9"),
        Row("policy-on-pro", [405, 200], "OBS-004"),
        Row("policy-result", [404, 200, 200, 200, 405, 200, 404, 404], "4.6, 5.9 rows 10, 15 and 23"),
        Row("policy-admx", [200, 200, 200, 200], "4.6, ledger 19"),
        Row(
            "admx-ingestion", [200, 200, 200, 200, 404, 405, 500, 500, 200, 404], "4.6, 5.9 rows 8, 9 and 19"),
        Row(
            "wrong-formats", [415, 500, 500, 415, 415, 415, 500, 200, 200, 200, 200, 200], "5.9 rows 17 to 20"),
        Row("original-error", [200, 404, 405, 500, 418, 200], "3.11, 5.9 rows 10, 15, 19 and 11"),
        Row("atomic-rolls-back", [200, 507, 216, 216, 500, 215, 200, 404], "5.9 Atomic"),
        Row(
            "atomic-nested-and-get", [507, 216, 500, 215, 215, 507, 216, 500, 200, 200, 500, 200],
            "5.5b, 5.9 Atomic and Sequence"),
        Row("get-variants", [200, 200, 200, 200, 200, 200, 406, 406, 404], "1.3, 5.9 Results, OBS-011"),
        Row("several-items", [200, 404, 200, 200, 404, 200], "5.3, status for each Item"),
        Row("missing-command-ids", [400, 400, 215, 507, 216, 400, 404], "5.9 row 2, OBS-016"),
        Row("unknown-commands", [400, 400, 406, 400, 400, 200], "5.9 rows 1, 4 and 5"),
        Row("bare-commands", [200, 200, 200], "design.md 6"),
        Row("device-or-vendor", [200, 200, 200, 418], "1.1, 5.9 row 11"),
        Row("node-cache-spelling", [405, 200, 200, 200], "OBS-005"),
        Row("user-policy-nobody-signed-in", [405, 405, 200], "5.9 row 7"),
        Row("personalization-image", [202], "OBS-022"),
        Row("results-too-large", [200, 200], "OBS-013"),
        Row("results-too-large-next", [], "OBS-013"),
        Row("nothing-more-to-say", [], "5.3"),
        Row("old-namespace", [200], "design.md 4 and 8"),
        Row("unenroll", [200], "3.8, ledger 36: the Exec has no Status"),
    ]

    @Test("the statuses are those of windows-csp.md", arguments: rows)
    func statuses(_ row: Row) throws {
        let run = try Sample(name: row.sample + ".xml").apply(format: "json")
        #expect(try run.report().messages.last?.statuses == row.statuses)
    }

    @Test("every sample that is applied has a row")
    func complete() {
        let applied = Set(Sample.all.filter { !$0.isRefused }.map(\.name))
        #expect(Set(Self.rows.map { $0.sample + ".xml" }) == applied)
    }

    /// windows-csp.md 3.8 and ledger 36: the Exec of Unenroll gets no Status, the session is over at once.
    @Test("unenroll: no reply, nothing after it is run")
    func unenroll() throws {
        let message = try #require(try Sample(name: "unenroll.xml").apply(format: "json").report().messages.last)
        #expect(message.reply == nil)
        #expect(message.commands?.contains { $0.commandID == "7" } == false)
        #expect(message.diagnostics?.contains { $0.rule == "session.unenroll" && $0.commandID == "6" } == true)
    }

    /// design.md section 6: one row for each Status, and the Exec has none.
    @Test("unenroll: the Exec has no row, because it has no Status")
    func unenrollRows() throws {
        let message = try #require(try Sample(name: "unenroll.xml").apply(format: "json").report().messages.last)
        #expect(message.commands?.contains { $0.commandID == "6" } == false)
    }

    /// OBS-013: results are what the reply holds.
    @Test("results-too-large: a Results that is left out is in no report")
    func tooLargeRows() throws {
        let sample = Sample(name: "results-too-large.xml")
        let message = try #require(try sample.apply(format: "json").report().messages.first)
        let text = try sample.apply(format: "text").output
        #expect(message.results?.isEmpty == true)
        #expect(!text.contains("Guest-001"))
    }

    /// OBS-013.
    @Test("results-too-large: the reply has no Results, the next one is Alert 1223")
    func tooLarge() throws {
        let messages = try Sample(name: "results-too-large-next.xml").apply(format: "json").report().messages
        #expect(messages.count == 2)
        let first = try #require(messages.first?.reply)
        #expect(!first.contains("<Results>"))
        let next = try #require(messages.last?.reply)
        #expect(next.contains("<Alert>") && next.contains("<Data>1223</Data>"))
        #expect(!next.contains("<Cmd>Replace</Cmd>"))
    }

    /// windows-csp.md 3.11.
    @Test("original-error: the HRESULTs are on the wire from version 3.0 on")
    func originalError() throws {
        let reply = try #require(
            try Sample(name: "original-error.xml").apply(format: "json").report().messages.last?.reply)
        #expect(reply.contains("<SyncBody xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\">"))
        #expect(reply.contains("<Data msft:originalerror=\"0x86000002\">404</Data>"))
        #expect(reply.contains("<Data msft:originalerror=\"0x86000011\">405</Data>"))
        let without = try #require(
            try Sample(name: "wrong-formats.xml").apply(format: "json").report().messages.last?.reply)
        #expect(!without.contains("msft"))
    }

    /// windows-csp.md 3.3.1: both spellings of U+F000 are one value, and the answer holds the character.
    @Test("expected-lists: the separator survives the round trip")
    func separator() throws {
        let message = try #require(try Sample(name: "expected-lists.xml").apply(format: "json").report().messages.last)
        #expect(message.results?.first?.data?.split(separator: "\u{F000}").count == 2)
        #expect(message.diagnostics?.contains { $0.severity == "warning" && $0.commandID == "5" } == true)
    }
}
