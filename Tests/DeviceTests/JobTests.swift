import CSP
import DMTree
import ESP
import Foundation
import Notation
import Testing

@testable import Device

/// A server that says nothing.
private struct SilentServer: ManagementServer {
    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? { nil }
}

/// Jobs of a life, started as a session's commands start them.
struct JobTests {
    private static let document =
        "<MsiInstallJob id=\"{1}\"><Product Version=\"1\"><Download><ContentURLList><ContentURL>https://x.test/a</ContentURL>"
        + "</ContentURLList></Download><Enforcement><CommandLine>/q</CommandLine><TimeOut>10</TimeOut><RetryCount>1</RetryCount>"
        + "<RetryInterval>1</RetryInterval></Enforcement></Product></MsiInstallJob>"

    private static func product(_ root: String, _ code: String) -> String {
        "\(root)/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/\(code)"
    }

    /// A life whose server is away, with a user's context in the tree.
    private func life(_ change: (inout LifeScript) -> Void = { _ in }) -> DeviceLife<SilentServer> {
        var script = LifeScript(device: FreshDevice(phase: .oobe))
        script.horizon = .seconds(3600)
        change(&script)
        var life = DeviceLife(script, server: SilentServer())
        life.tree.hasUserContext = true
        return life
    }

    /// Adds the package and starts it, as the two commands of a server do.
    private func install(_ uri: String, in life: inout DeviceLife<SilentServer>) {
        let node = uri + "/DownloadInstall"
        let add = life.tree.apply(Request(verb: .add, cmdID: "2", target: node))
        let exec = life.tree.apply(
            Request(verb: .exec, cmdID: "3", target: node, format: "xml", data: Self.document))
        #expect(add.status == 200 && exec.status == 202)
        life.carryOut(exec.effects)
        life.continuePackages()
    }

    private func status(_ uri: String, _ life: DeviceLife<SilentServer>) -> String? {
        life.tree.value(uri + "/Status")
    }

    /// Plays until an instant, that instant included.
    private func play(_ life: inout DeviceLife<SilentServer>, to seconds: Int64) {
        while let time = life.nextTime, time <= .seconds(seconds), life.step() {}
    }

    @Test("windows-csp.md 4.1: a user's package waits at 48 until its user signs in, and lets others pass")
    func waitsForUser() {
        var life = life()
        let (mine, machine) = (Self.product("./User", "%7BAA%7D"), Self.product("./Device", "%7BBB%7D"))
        install(mine, in: &life)
        install(machine, in: &life)
        #expect(status(mine, life) == "20" && status(machine, life) == "10")
        play(&life, to: 5)
        #expect(status(mine, life) == "48")
        #expect(status(machine, life) == "20")
        play(&life, to: 100)
        #expect(status(mine, life) == "48" && status(machine, life) == "70")
        life.signedInUser = 0
        play(&life, to: 180)
        #expect(status(mine, life) == "70")
        #expect(life.installations.map(\.scope) == [.user, .device])
        #expect(life.installations.map(\.state) == [.completed, .completed])
    }

    @Test("A user's package whose user is there does not wait")
    func userIsThere() {
        var life = life()
        life.signedInUser = 0
        install(Self.product("./User", "%7BAA%7D"), in: &life)
        play(&life, to: 5)
        #expect(status(Self.product("./User", "%7BAA%7D"), life) == "50")
    }

    @Test("What falls due for a user who has signed out waits until the user is back")
    func userIsAway() {
        var life = life()
        life.signedInUser = 0
        let (mine, machine) = (Self.product("./User", "%7BAA%7D"), Self.product("./Device", "%7BBB%7D"))
        install(mine, in: &life)
        install(machine, in: &life)
        play(&life, to: 2)
        life.signOut()
        play(&life, to: 100)
        #expect(status(machine, life) == "70", "others pass")
        #expect(life.jobs.away.values.flatMap(\.steps).map(\.step.stage) == [.msiDownloadEnds])
        life.signedInUser = 0
        life.makeUserContext()
        play(&life, to: 180)
        #expect(life.jobs.away.isEmpty)
        #expect(status(mine, life) == "70")
    }

    @Test("The same product of a second user is a job of its own, and the first user's goes on when that user is back")
    func secondUser() {
        var life = life {
            $0.users = [.standard, .standard]
            $0.users[1].sid = "S-1-12-1-2"
        }
        let mine = Self.product("./User", "%7BAA%7D")
        life.signedInUser = 0
        install(mine, in: &life)
        play(&life, to: 2)
        life.signOut()
        life.signedInUser = 1
        life.makeUserContext()
        #expect(status(mine, life) == nil, "the second user has nothing yet")
        install(mine, in: &life)
        play(&life, to: 60)
        #expect(status(mine, life) == "70")
        life.signOut()
        life.signedInUser = 0
        life.makeUserContext()
        #expect(status(mine, life) == "20", "where the first user's package stood")
        play(&life, to: 120)
        #expect(status(mine, life) == "70")
        #expect(life.jobs.away.keys.sorted() == ["S-1-12-1-2"])
    }

    @Test("ESP-314: the agent knows when OMA-DM holds Windows Installer, from Status 50 to the end of the installer")
    func mutex() {
        var life = life {
            $0.packages["{aa}"] = LifeScript.Package(
                name: "A", attempts: [.init(downloadSeconds: 5, installSeconds: 20, exitCode: 1603), .init()])
        }
        let package = Self.product("./Device", "%7BAA%7D")
        install(package, in: &life)
        var seen: [(status: String?, isBusy: Bool)] = [(status(package, life), life.agent.isInstallerBusy)]
        for time in [4, 5, 24, 25, 84, 85, 104, 105] as [Int64] {
            play(&life, to: time)
            seen.append((status(package, life), life.agent.isInstallerBusy))
        }
        // The sessions of a server that is away come once a minute: the retry is noticed at its own instant all the same.
        #expect(seen.map(\.status) == ["20", "20", "50", "50", "55", "55", "50", "50", "70"])
        #expect(seen.map(\.isBusy) == [false, false, true, true, false, false, true, true, false])
    }

    @Test("A package that the server deletes while it is at work ends its job; the next one has its turn")
    func deleted() {
        var life = life()
        let (first, second) = (Self.product("./Device", "%7BAA%7D"), Self.product("./Device", "%7BBB%7D"))
        install(first, in: &life)
        install(second, in: &life)
        play(&life, to: 5)
        #expect(life.agent.isInstallerBusy)
        #expect(life.tree.apply(Request(verb: .delete, cmdID: "4", target: first)).status == 200)
        play(&life, to: 25)
        #expect(status(first, life) == nil)
        #expect(status(second, life) == "20")
        #expect(!life.agent.isInstallerBusy)
    }

    @Test("A package that is deleted and sent again begins anew, whatever was due of its first run")
    func sentAgain() {
        var life = life()
        let package = Self.product("./Device", "%7BAA%7D")
        install(package, in: &life)
        play(&life, to: 3)
        life.now = .seconds(3)
        #expect(life.tree.apply(Request(verb: .delete, cmdID: "4", target: package)).status == 200)
        install(package, in: &life)
        #expect(status(package, life) == "20")
        play(&life, to: 7)
        #expect(status(package, life) == "20")
        play(&life, to: 8)
        #expect(status(package, life) == "50")
        play(&life, to: 28)
        #expect(status(package, life) == "70")
    }

    @Test("esp-behaviour.md 3.4: records of the management log with the product code")
    func records() {
        var life = life {
            $0.packages["{aa}"] = LifeScript.Package(
                name: "A",
                attempts: [.init(downloadError: HRESULT(0x8007_2EE7)), .init(exitCode: 1603)])
        }
        install(Self.product("./Device", "%7BAA%7D"), in: &life)
        play(&life, to: 600)
        let records = life.takeEvents().compactMap { event -> String? in
            guard case .managementLogged(let record) = event.kind, record.id > 1000 else { return nil }
            return "\(event.time) \(record.id) \(record.message)"
        }
        #expect(
            records == [
                "00:00 1905 {AA}", "00:05 1906 {AA}", "01:05 1905 {AA}", "01:10 1906 {AA}", "01:10 1920 {AA}",
                "01:30 1922 {AA}",
            ])
        #expect(life.installations.map(\.status) == [60])
    }

    @Test("windows-csp.md 4.4: a configuration that removes Office fails where none is installed")
    func officeRemoval() {
        var life = life()
        let installation = "./Vendor/MSFT/Office/Installation/x"
        func exec(_ configuration: String) {
            _ = life.tree.apply(Request(verb: .add, cmdID: "2", target: installation, format: "node"))
            let exec = life.tree.apply(
                Request(verb: .exec, cmdID: "3", target: installation + "/Install", data: configuration))
            #expect(exec.status == 202)
            life.carryOut(exec.effects)
        }
        exec("<Configuration><Remove All=\"TRUE\"/></Configuration>")
        play(&life, to: 130)
        #expect(status(installation, life) == "-2147418113")
        #expect(life.tree.value(installation + "/FinalStatus") == "60")
        exec("<Configuration><Add/></Configuration>")
        play(&life, to: 260)
        #expect(life.tree.value(installation + "/FinalStatus") == "70")
        exec("<Configuration><Remove All=\"TRUE\"/></Configuration>")
        play(&life, to: 390)
        #expect(status(installation, life) == "-2147418113", "its own FinalStatus went away when the removal began")
    }

    @Test("An app whose node the server deletes while it is installed is installed no more")
    func deletedApps() {
        var life = life()
        let app = "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppInstallation/A_b"
        let office = "./Device/Vendor/MSFT/Office/Installation/x"
        for (node, exec, data) in [
            (app, "HostedInstall", "<Application PackageUri=\"https://x.test/a\"/>"),
            (office, "Install", "<Configuration/>"),
        ] {
            _ = life.tree.apply(Request(verb: .add, cmdID: "2", target: node, format: "node"))
            life.carryOut(
                life.tree.apply(Request(verb: .exec, cmdID: "3", target: "\(node)/\(exec)", data: data)).effects)
            #expect(life.tree.apply(Request(verb: .delete, cmdID: "4", target: node)).status == 200)
        }
        play(&life, to: 300)
        #expect(life.installations.map(\.state) == [.inProgress, .inProgress])
        #expect(
            life.tree.children("./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/nonStore") == [
                "ReleaseManagement"
            ])
        #expect(!life.tree.exists(office))
        #expect(life.jobs.activeOffice == nil)
    }

    @Test("What jobs know between two steps can be saved and loaded")
    func codable() throws {
        var life = life { $0.certificates["c"] = LifeScript.Certificate(pendingAnswers: 9) }
        install(Self.product("./User", "%7BAA%7D"), in: &life)
        install(Self.product("./Device", "%7BBB%7D"), in: &life)
        life.carryOut([
            .startJob(
                Job(
                    kind: .scepEnroll,
                    uri: try TreeURI("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c"), data: ""))
        ])
        play(&life, to: 5)
        let saved = try JSONEncoder().encode(life.jobs)
        #expect(try JSONDecoder().decode(JobState.self, from: saved) == life.jobs)
        #expect(life.jobs.packages.count == 2 && life.jobs.enrolments.count == 1)
        let step = JobStep(node: try TreeURI("./Device/Vendor/MSFT/X/%7BB%7D"), stage: .modernProgress(percent: 25))
        #expect(try JSONDecoder().decode(JobStep.self, from: JSONEncoder().encode(step)) == step)
    }
}
