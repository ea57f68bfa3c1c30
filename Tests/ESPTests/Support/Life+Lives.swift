@testable import ESP

/// What page and agents have to know alike of their device.
struct Variant {
    var page = StatusPage.Configuration()
    var agent = SidecarAgent.Configuration()

    init(
        mode: DeploymentMode = .userDriven, join: DirectoryJoin = .entra, enrollment: EnrollmentKind = .oobe,
        quirks: [Quirks.ID: Bool] = [:], choices: (inout Choices) -> Void = { _ in }
    ) {
        page.mode = mode
        agent.mode = mode
        page.join = join
        agent.join = join
        page.enrollment = enrollment
        for (id, isOn) in quirks { page.quirks.set(id, to: isOn) }
        agent.quirks = page.quirks
        choices(&page.choices)
        agent.choices = page.choices
    }
}

extension Life {
    /// The usual life: page at 00:00, the agent's MSI and service at 01:00, lists and release of the device at 01:05.
    static func usual(
        tree: FakeTree = .enrolled(), apps: [Win32App], scripts: [AgentScript] = [],
        page: StatusPage.Configuration = .init(), agent: SidecarAgent.Configuration = .init(),
        startsAgent: Bool = true, finishesDevice: Bool = true
    ) -> Life {
        var life = Life(tree: tree, apps: apps, scripts: scripts, page: page, agent: agent)
        life.at(0) { $0.enter() }
        if startsAgent { life.at(60) { $0.installAgent() } }
        if finishesDevice { life.at(65) { $0.change { $0.finishDevice() } } }
        return life
    }

    /// The usual life of a variant.
    static func usual(
        _ variant: Variant, tree: FakeTree = .enrolled(), apps: [Win32App] = [], scripts: [AgentScript] = [],
        startsAgent: Bool = true, finishesDevice: Bool = true
    ) -> Life {
        usual(
            tree: tree, apps: apps, scripts: scripts, page: variant.page, agent: variant.agent,
            startsAgent: startsAgent, finishesDevice: finishesDevice)
    }

    /// A life by device ticket (7.1, 7.2): the page comes up before enrolment. Attestation, join and enrolment take 20 s
    /// each, the agent starts at 02:00, the lists come at 02:05.
    static func byTicket(
        _ mode: DeploymentMode = .preProvisioning, apps: [Win32App] = [],
        profile: EnrollmentStatusPageProfile = .scenarioDefault, startsAgent: Bool = true,
        change: (inout Variant) -> Void = { _ in }
    ) -> Life {
        var variant = Variant(mode: mode)
        change(&variant)
        var tree = FakeTree()
        tree.set(FakeTree.deviceTracking + "Setup/HasProvisioningCompleted", "true")
        var life = Life(tree: tree, apps: apps, page: variant.page, agent: variant.agent)
        for kind in [SubcategoryKind.tpmAttestation, .aadj, .mdmEnrollment] { life.steps[kind] = Step(seconds: 20) }
        life.firstSession = { $0.enroll(profile) }
        life.at(0) { $0.enter() }
        if startsAgent { life.at(120) { $0.installAgent() } }
        life.at(125) { $0.change { $0.finishDevice() } }
        return life
    }

    /// The agent's MSI is there and its service starts.
    mutating func installAgent() {
        tree.set(FakeTree.agentMSI + "/Status", "70")
        startAgent()
    }

    /// The server releases the lists of the user who is signed in.
    mutating func finishUser() {
        change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") }
    }

    /// The same at a time.
    mutating func finishUser(at seconds: Int64) { at(seconds) { $0.finishUser() } }
}

extension EnrollmentStatusPageProfile {
    /// P0 with other button bits (ESP-006 to ESP-008); 0 does not block.
    static func bits(_ bits: Int, minutes: Int = 60) -> EnrollmentStatusPageProfile {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.blocksDeviceUse = bits != 0
        profile.allowDeviceResetOnInstallFailure = bits & 1 != 0
        profile.blockDeviceSetupRetryByUser = bits & 2 == 0
        profile.allowDeviceUseOnInstallFailure = bits & 4 != 0
        profile.installProgressTimeoutInMinutes = minutes
        return profile
    }
}

extension Win32App {
    /// An app that needs this many seconds and then is there.
    static func good(_ id: String, _ seconds: Int64, _ scope: PhaseScope = .device) -> Win32App {
        Win32App(id: id, name: id.uppercased(), scope: scope, attempts: [Attempt(seconds: seconds)])
    }

    /// An app whose installer ends with this code, 1603 unless said.
    static func bad(
        _ id: String, _ seconds: Int64, _ scope: PhaseScope = .device, exitCode: Int32 = 1603
    ) -> Win32App {
        Win32App(
            id: id, name: id.uppercased(), scope: scope, attempts: [Attempt(seconds: seconds, exitCode: exitCode)])
    }
}
