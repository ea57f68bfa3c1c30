import Conformance
import Testing

struct BaselineTests {
    private func report(_ findings: [LintFinding]) -> Report {
        Report(files: [ReportedFile(name: "a.xml", findings: findings)])
    }

    private func finding(_ line: Int, _ message: String, target: String? = nil, file: String = "a.xml") -> LintFinding {
        ReportFixture.finding(file: file, line: line, target: target, message: message)
    }

    @Test("what was accepted stays accepted when lines move and numbers change")
    func moved() {
        let before = report([finding(3, "The CmdID 4 was used before; the first is at 2:1."), finding(9, "Other.")])
        let after = report([finding(30, "The CmdID 14 was used before; the first is at 12:7."), finding(99, "Other.")])
        let accepted = after.accepting(Baseline(accepting: before))
        #expect(accepted.findings.isEmpty && accepted.counts.accepted == 2 && accepted.unmatched.isEmpty)
        #expect(accepted.exitStatus(failOn: .note) == 0)
    }

    @Test("another rule, address, sentence or file is a new finding")
    func new() {
        let known = Baseline(accepting: report([finding(1, "Sentence.", target: "./A")]))
        var other = finding(1, "Sentence.", target: "./A")
        other.rule = "header.version-proto"
        for changed in [
            other, finding(1, "Sentence.", target: "./B"), finding(1, "Another.", target: "./A"),
            finding(1, "Sentence.", target: "./A", file: "b.xml"),
        ] {
            let accepted = report([changed]).accepting(known)
            #expect(accepted.findings == [changed] && accepted.unmatched.count == 1)
            #expect(accepted.exitStatus(failOn: .error) == 1)
        }
    }

    @Test("an entry accepts one finding: a second one alike is new")
    func counted() {
        let one = Baseline(accepting: report([finding(1, "Alike.")]))
        let two = report([finding(1, "Alike."), finding(2, "Alike.")])
        #expect(two.accepting(one).findings.count == 1)
        let both = Baseline(accepting: two)
        #expect(report([finding(7, "Alike.")]).accepting(both).unmatched.count == 1)
    }

    @Test("a file is the same with ./ before it and with back slashes")
    func names() {
        let known = Baseline(accepting: report([finding(1, "x", file: "./profiles/a.xml")]))
        #expect(known.entries.map(\.file) == ["profiles/a.xml"])
        #expect(report([finding(1, "x", file: "profiles\\a.xml")]).accepting(known).findings.isEmpty)
    }

    @Test(
        "what cannot be read is never accepted: the run ends with 2, and quiet mode says why",
        arguments: ["message", "capture"])
    func unreadable(_ group: String) throws {
        var broken = finding(1, "The document ends too early.")
        broken.rule = "\(group).cut-off"
        let report = Report(files: [ReportedFile(name: "a.xml", isReadable: false, findings: [broken])])
        #expect(Baseline(accepting: report).entries.isEmpty)
        let entry = Baseline.Entry(rule: broken.rule, file: "a.xml", fingerprint: broken.fingerprint)
        let accepted = report.accepting(Baseline(entries: [entry]))
        #expect(accepted.findings == [broken] && accepted.unmatched == [entry])
        for failOn in Report.FailOn.allCases {
            let settings = ReportSettings(toolVersion: "1", failOn: failOn, isQuiet: true)
            #expect(try accepted.text(as: .text, settings).contains("The document ends too early."))
        }
    }

    @Test("reasons stay with what is still there")
    func reasons() throws {
        let found = report([finding(1, "x"), finding(2, "y")])
        var known = Baseline(accepting: found)
        known.entries[0].reason = "Legacy client."
        let renewed = Baseline(accepting: report([finding(5, "y"), finding(6, "x")]), known: known)
        #expect(renewed.entries.map(\.reason) == [nil, "Legacy client."])
        #expect(Baseline(accepting: found.accepting(known), known: known) == known)
    }

    @Test("the file is read back as it was written")
    func roundTrip() throws {
        var baseline = Baseline(accepting: try ReportFixture.full())
        baseline.entries[0].reason = "\"quoted\" \u{1F600} \n"
        #expect(try Baseline(parsing: Array(try baseline.text().utf8)) == baseline)
    }

    @Test("every prefix of a file is refused with a sentence")
    func truncation() throws {
        let bytes = Array(try Baseline(accepting: try ReportFixture.full()).text().utf8.dropLast())
        for count in 0..<bytes.count {
            #expect(throws: Baseline.Refusal.self) { try Baseline(parsing: Array(bytes[..<count])) }
        }
    }

    @Test(
        "what is no baseline is refused with the place and the reason",
        arguments: [
            ("", "not JSON"), ("[]", "wrong type at the top level"), ("{}", "no \"schemaVersion\""),
            ("{\"schemaVersion\":2,\"findings\":[]}", "schemaVersion 2"),
            (
                "{\"schemaVersion\":1,\"findings\":[{\"rule\":\"a\",\"file\":\"b\"}]}",
                "no \"fingerprint\" at findings/0"
            ),
            ("{\"schemaVersion\":1,\"findings\":[{\"rule\":1}]}", "wrong type at findings/0/rule"),
            ("{\"schemaVersion\":1,\"findings\":null}", "wrong type at findings"), ("\u{0}\u{1}", "not JSON"),
        ])
    func refused(_ text: String, _ part: String) {
        let refusal = #expect(throws: Baseline.Refusal.self) { try Baseline(parsing: Array(text.utf8)) }
        #expect(refusal?.message.contains(part) == true, "\(refusal?.message ?? "")")
    }

    @Test("keys that this version does not know are passed over")
    func unknownKeys() throws {
        let text =
            "{\"schemaVersion\":1,\"findings\":[{\"rule\":\"a\",\"file\":\"b\",\"fingerprint\":\"c\",\"owner\":\"d\"}],\"x\":[]}"
        #expect(try Baseline(parsing: Array(text.utf8)).entries.count == 1)
    }
}

struct VerdictTests {
    @Test(
        "the exit status is 1 from the chosen severity on, 2 for what cannot be read, whatever was chosen",
        arguments: [
            (Report.FailOn.never, [0, 0, 0]), (.error, [1, 0, 0]), (.warning, [1, 1, 0]), (.note, [1, 1, 1]),
        ] as [(Report.FailOn, [Int32])])
    func failOn(_ failOn: Report.FailOn, _ expected: [Int32]) {
        let found = Rule.Severity.allCases.map { severity in
            let finding = ReportFixture.finding("a.b", severity)
            return Report(files: [ReportedFile(name: "a", findings: [finding])]).exitStatus(failOn: failOn)
        }
        #expect(found == expected)
        #expect(
            Report(files: [ReportedFile(name: "a", isReadable: false, findings: [])]).exitStatus(failOn: failOn) == 2)
    }

    @Test("a difference that nothing explains fails the run, an explained one does not")
    func differences() {
        let differences = ReportFixture.differences
        #expect(Report(files: [], differences: [differences[0]]).exitStatus(failOn: .error) == 0)
        #expect(Report(files: [], differences: differences).exitStatus(failOn: .error) == 1)
        #expect(Report(files: [], differences: differences).exitStatus(failOn: .never) == 0)
    }
}
