import Notation
import Testing

@testable import ESP

/// Page and agents can be saved and loaded between any two events, and go on as if nothing had happened.
struct SavingTests {
    @Test("Saved and loaded after every event, the life is the same", arguments: SavedLife.allCases)
    func reloads(saved: SavedLife) {
        var expected = saved.life
        expected.run(until: 12_000)
        var life = saved.life
        life.reloadsAfterEveryEvent = true
        life.run(until: 12_000)
        #expect(life.pageLog.map(\.action) == expected.pageLog.map(\.action))
        #expect(life.agentLog.map(\.action) == expected.agentLog.map(\.action))
        #expect(life.pageLog.map(\.time) == expected.pageLog.map(\.time))
        #expect(life.agentLog.map(\.time) == expected.agentLog.map(\.time))
        #expect(life.page.board == expected.page.board)
        #expect(!life.pageLog.isEmpty)
    }

    @Test("The lives pass through every state of the page")
    func states() {
        var seen: Set<String> = []
        for saved in SavedLife.allCases {
            var life = saved.life
            life.run(until: 12_000)
            seen.formUnion(life.route.map { String($0.drop { $0 != " " }.dropFirst()) })
        }
        #expect(seen == Set(PageState.allCases.map(\.rawValue)))
    }
}

/// Lives that pass through every situation of the page and every kind of work of the agents.
enum SavedLife: CaseIterable, Sendable {
    case twoUsers, failures, reboots, technician, hybrid, configMgr, scripts, waiting, hidden

    var life: Life {
        switch self {
        case .twoUsers: Self.ofTwoUsers
        case .failures: Self.withFailures
        case .reboots: Self.withReboots
        case .technician: Self.ofTechnician
        case .hybrid: Self.ofHybridDevice
        case .configMgr: Self.withConfigMgr
        case .scripts: Self.withScripts
        case .waiting: Self.withBusyInstaller
        case .hidden: Self.withoutPage
        }
    }

    private static var ofTwoUsers: Life {
        var own = Win32App.good("own", 10, .user)
        own.context = .user
        var dependent = Win32App.good("d", 10)
        dependent.dependencies = ["z"]
        var hidden = Win32App.good("z", 10)
        hidden.isTracked = false
        var life = Life.usual(apps: [dependent, hidden, .good("a", 10), own])
        life.user = "S-1"
        life.finishUser(at: 130)
        life.at(300) { $0.signIn("S-2") }
        life.finishUser(at: 310)
        return life
    }

    private static var withFailures: Life {
        let app = Win32App(
            id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10, isDetected: false)])
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/ModelName_1"
        var life = Life.usual(apps: [app, .bad("c", 10, .user)], finishesDevice: false)
        life.user = "S-1"
        life.at(65) { $0.change { $0.finishDevice(scep: [scep]) } }
        life.at(100) { $0.report(HRESULT(0x8009_0016), at: scep) }
        life.at(200) { $0.press(.tryAgain) }
        life.at(250) { $0.reboot() }
        life.at(4000) { $0.press(.continueAnyway) }
        life.finishUser(at: 4005)
        life.at(4100) { $0.reboot() }
        life.at(4200) { $0.press(.reset) }
        return life
    }

    private static var withReboots: Life {
        var life = Life.usual(
            apps: [
                .bad("s", 10, exitCode: 3010), .bad("h", 10, exitCode: 1641),
                Win32App(id: "x", name: "X", attempts: [.init(seconds: 10, restartsMachine: true)]), .good("b", 100),
                .bad("c", 10, .user, exitCode: 3010), .good("u", 100, .user),
            ])
        life.restartSeconds = 30
        life.user = "S-1"
        life.at(66) { $0.applyRebootPolicy("./Device/Vendor/MSFT/Policy/Config/Update/ManagePreviewBuilds") }
        life.at(400) { $0.reboot() }
        life.finishUser(at: 420)
        return life
    }

    private static var ofTechnician: Life {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10)])
        var other = Win32App(id: "o", name: "O", attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10)])
        other.isTracked = false
        var life = Life.byTicket(apps: [other, app, .good("c", 10, .user)]) {
            $0.agent.installsNonBlockingApps = true
            $0.page.installsQualityUpdates = true
        }
        life.user = "S-1"
        life.at(200) { $0.press(.tryAgain) }
        life.at(300) { $0.press(.reseal) }
        life.at(400) { $0.turnOn() }
        life.at(405) { $0.change { $0.finishDevice() } }
        life.at(500) { $0.endUpdates(isRestarted: false) }
        life.finishUser(at: 505)
        return life
    }

    private static var ofHybridDevice: Life {
        var life = Life.usual(Variant(join: .hybrid), apps: [.good("c", 100, .user)])
        life.user = "S-1"
        life.at(800) { $0.reboot() }
        life.at(1000) { $0.register() }
        life.finishUser(at: 1010)
        life.at(2000) { $0.press(.signOut) }
        return life
    }

    private static var withConfigMgr: Life {
        var tree = FakeTree.enrolled(provider: nil)
        tree.register("ConfigMgr", timeout: 30)
        var life = Life(
            tree: tree, configMgr: .init(taskSequence: .init(seconds: 300, restartsAfterSeconds: 100)))
        life.restartSeconds = 30
        life.at(0) { $0.enter() }
        life.at(10) { $0.startConfigMgr() }
        life.at(65) { $0.change { $0.finishDevice(msi: []) } }
        return life
    }

    private static var withScripts: Life {
        var msi = Win32App.good("m", 10)
        msi.installer = .msi
        msi.returnCodes[1618] = .retry
        var life = Life.usual(
            Variant(), apps: [msi],
            scripts: [AgentScript(name: "s"), AgentScript(name: "r", kind: .remediation)])
        life.user = "S-1"
        life.at(66) { $0.setInstaller(isBusy: true) }
        life.at(90) { $0.setInstaller(isBusy: false) }
        life.finishUser(at: 120)
        return life
    }

    private static var withBusyInstaller: Life {
        var msi = Win32App.good("m", 10)
        msi.installer = .msi
        var life = Life.usual(Variant(quirks: [.esp314: false]), apps: [msi])
        life.at(66) { $0.setInstaller(isBusy: true) }
        life.at(90) { $0.setInstaller(isBusy: false) }
        return life
    }

    private static var withoutPage: Life {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.showInstallationProgress = false
        var life = Life.usual(tree: .enrolled(profile), apps: [.good("a", 10)])
        life.user = "S-1"
        return life
    }
}
