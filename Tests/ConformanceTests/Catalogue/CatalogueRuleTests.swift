import Conformance
import Testing

/// Single rules of the catalogue in more than one form.
struct CatalogueRuleTests {
    private static let linter = Linter(rules: Rule.catalogue)
    private static let camera = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"
    private static let firstSync = "./Device/Vendor/MSFT/DMClient/Provider/P/FirstSyncStatus"

    private static func findings(_ body: String, _ rule: String) -> [LintFinding] {
        linter.reportedFile(Array(body.utf8), name: "a.xml").findings.filter { $0.rule == rule }
    }

    @Test(
        "windows-csp.md 3.3.2: TimeOutUntilSyncFailure counts minutes, and a number of seconds is told as such",
        arguments: [("3600", "60"), ("86400", "1440"), ("120000", "2")])
    func units(value: String, minutes: String) {
        let body = command("Replace", 5, Self.firstSync + "/TimeOutUntilSyncFailure", data: value, format: "int")
        let found = Self.findings(body, "catalogue.unit")
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.hint == "write \(minutes)")
        #expect(Self.findings(body, "value.not-allowed").map(\.severity) == [.error])
    }

    @Test("No unit is guessed where none fits, or the value is right", arguments: ["1441", "60", "0", "-5"])
    func noUnit(value: String) {
        let body = command("Replace", 5, Self.firstSync + "/TimeOutUntilSyncFailure", data: value, format: "int")
        #expect(Self.findings(body, "catalogue.unit").isEmpty)
    }

    @Test("An unknown node is told with the nearest name")
    func nearest() {
        let found = Self.findings(
            command("Get", 5, "./Device/Vendor/MSFT/Policy/Config/Camera/AlowCamera"), "node.unknown")
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.hint.contains("AllowCamera") == true)
    }

    @Test(
        "Placeholders are notes, values that only look odd are nothing",
        arguments: [
            ("{value}", true), ("$FLEET_VAR_HOST_UUID", true), ("${SECRET}", true), ("[Your text]", true),
            ("{{DeviceId}}", true), ("xxx", true), ("Please wait...", false), ("$5", false),
            ("{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}", false), ("a_b", false),
        ])
    func placeholders(value: String, isTold: Bool) {
        let body = command("Replace", 5, Self.firstSync + "/CustomErrorText", data: value, format: "chr")
        #expect(Self.findings(body, "catalogue.placeholder").map(\.severity) == (isTold ? [.note] : []))
    }

    @Test("windows-csp.md 6.4: AtomicRequired is told once for an instance")
    func atomicOnce() {
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/"
        let body = ["A", "B"].enumerated().map { index, name in
            command("Add", 10 + index, scep + name, format: "node")
                + command("Add", 20 + index, scep + name + "/Install/RetryCount", data: "1", format: "int")
        }
        #expect(Self.findings(body.joined(), "atomic.required").count == 2)
    }

    @Test("The profile oma has no catalogue of Windows")
    func standard() {
        let linter = Linter(rules: Rule.catalogue, context: LintContext(profile: .oma))
        let body = command("Replace", 5, Self.camera, data: "yes", format: "int")
        #expect(linter.reportedFile(Array(body.utf8), name: "a.xml").findings.isEmpty)
        #expect(Self.findings(body, "value.not-of-format").count == 1)
    }

    @Test("A client's message is not held against the catalogue")
    func client() {
        let linter = Linter(rules: Rule.catalogue)
        var lint = CaptureLint(linter, name: "a")
        let results =
            "<Results><CmdID>5</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Item><Source><LocURI>./A/B</LocURI></Source><Data>x</Data></Item></Results>"
        let found = [Sent.client(packageOne + results)].records.flatMap { lint.add($0) } + lint.finish()
        #expect(found.isEmpty)
    }
}
