import Testing

@testable import ESP

/// Who else gets a page (esp-behaviour.md 7.4), and who does not.
struct EnrollmentKindTests {
    /// A desktop on which an account is added: no device page. The agent is there at once.
    private func desktop(_ variant: Variant, apps: [Win32App] = [], minutes: Int = 60) -> Life {
        var tree = FakeTree.enrolled(.bits(7, minutes: minutes))
        tree.set(NodeURI.preparationProvider("Sidecar", "InstallationState"), "3")
        var life = Life(tree: tree, apps: apps, page: variant.page, agent: variant.agent)
        life.at(0) { life in
            life.signIn("S-1")
            life.startAgent()
        }
        life.finishUser(at: 5)
        return life
    }

    @Test(
        "7.4: an account added on the desktop, or co-management, gets the account page without a device page",
        arguments: [EnrollmentKind.workAccount, .coManagement])
    func desktop(kind: EnrollmentKind) {
        var life = desktop(Variant(enrollment: kind), apps: [.good("c", 10, .user)])
        life.run(until: 100)
        #expect(life.route == ["00:00 S6", "00:25 S8"])
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)).isEmpty)
    }

    @Test(
        "ESP-304: on 1903 and older an added work account waits for Entra until the timeout",
        arguments: [
            (17763, true, true), (18362, true, true), (18363, true, false), (26200, true, false), (18362, false, false),
        ])
    func workAccount(build: Int, isOn: Bool, waits: Bool) {
        var variant = Variant(enrollment: .workAccount, quirks: [.esp304: isOn])
        variant.page.build = build
        var life = desktop(variant, minutes: 10)
        life.run(until: 2000)
        #expect(life.route == (waits ? ["00:00 S6", "10:00 S7"] : ["00:00 S6", "00:15 S8"]))
        if waits {
            #expect(life.line(.waitingForAadRegistration, .accountSetup)?.state == .failed)
            #expect(life.line(.apps, .accountSetup)?.text == .previousStepFailed)
            #expect(life.page.errorScreen?.code == .timeout)
        }
    }

    @Test("ESP-304: other ways of enrolment do not wait")
    func joined() {
        var variant = Variant(quirks: [.esp304: true])
        variant.page.build = 17763
        var life = Life.usual(variant)
        life.user = "S-1"
        life.finishUser(at: 80)
        life.run(until: 200)
        #expect(life.route.last == "01:30 S8")
    }

    @Test(
        "ESP-311: a device enrolled by Group Policy has no page for its user either; off, it has",
        arguments: [true, false])
    func groupPolicy(isOn: Bool) {
        var life = desktop(Variant(enrollment: .groupPolicy, quirks: [.esp311: isOn]))
        life.run(until: 100)
        #expect(life.route == (isOn ? ["00:00 S13", "00:00 S8"] : ["00:00 S6", "00:15 S8"]))
    }
}
