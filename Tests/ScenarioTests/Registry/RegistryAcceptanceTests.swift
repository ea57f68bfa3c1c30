import Device
import ESP
import TestSupport
import Testing

@testable import Scenario

/// ESP-601 to ESP-604: the diagnostics scripts find their way through the registry of a life. What they see went
/// through the bytes of a `.reg` file.
struct RegistryAcceptanceTests {
    /// Plays until an instant has passed, or to the end.
    private func script(_ yaml: String, until time: DeviceTime? = nil) throws -> DiagnosticsScript {
        var player = ScenarioPlayer(try ScenarioReader.read(yaml), keepsRegistry: true)
        while let next = player.nextTime, time.map({ next <= $0 }) ?? true { _ = player.step() }
        let registry = try #require(player.registry).registry
        return DiagnosticsScript(registry: try RegFileReader.read(RegFile.bytes(of: registry)))
    }

    private static let bundledPage = "page: device shown, user shown, 60 minutes, blocking: reset, try again"

    @Test("The bundled life at its end: everything processed and installed, nobody's page is up")
    func bundled() throws {
        let script = try script(BundledScenario.text)
        #expect(
            script.report().map(Self.withoutExitCode) == [
                Self.bundledPage,
                "device: policy EntDMID: processed",
                "device: certificate ModelName_3f1c_device: processed",
                "device: network Contoso%20Corp: processed",
                "device: MSI {5E1D3A70-6B0C-4C8B-9E57-3C1A52D0A111} (agent): processed, success",
                "device: MSI {0D9E5C3B-2F41-4E0B-8C6A-7A1B2C3D4E55}: processed, success",
                "device: Win32 3a6f1f0e-58c4-4d0f-9d3a-0c1f6f3a1001_1: installed",
                "device: Win32 3a6f1f0e-58c4-4d0f-9d3a-0c1f6f3a1002_1: installed",
                "user: policy EntDMID: processed",
                "user: Win32 3a6f1f0e-58c4-4d0f-9d3a-0c1f6f3a1003_1: installed",
                "user ESP active: false",
            ])
        #expect(script.failureCode(of: "DeviceSetupCategory") == nil)
        #expect(
            script.policies() == [
                "./Device/Vendor/MSFT/Policy/Config/Experience/AllowCortana = 0",
                "./Device/Vendor/MSFT/Policy/Config/System/AllowTelemetry = 1",
            ])
    }

    @Test("The bundled life in the middle of device setup: one app installed, one at work, one MSI at work, no user")
    func middle() throws {
        let script = try script(BundledScenario.text, until: .seconds(80))
        #expect(
            script.report().map(Self.withoutExitCode) == [
                Self.bundledPage,
                "device: policy EntDMID: processed",
                "device: certificate ModelName_3f1c_device: processed",
                "device: network Contoso%20Corp: processed",
                "device: MSI {5E1D3A70-6B0C-4C8B-9E57-3C1A52D0A111} (agent): processed, success",
                "device: MSI {0D9E5C3B-2F41-4E0B-8C6A-7A1B2C3D4E55}: not processed, enforcement in progress",
                "device: Win32 3a6f1f0e-58c4-4d0f-9d3a-0c1f6f3a1001_1: downloading or installing",
                "device: Win32 3a6f1f0e-58c4-4d0f-9d3a-0c1f6f3a1002_1: not installed",
                "user ESP active: false",
            ])
    }

    @Test("The bundled life in the middle of account setup: the user's page is up")
    func account() throws {
        let lines = try script(BundledScenario.text, until: .seconds(240)).report()
        #expect(lines.contains { $0.hasPrefix("user: Win32 3a6f1f0e-58c4-4d0f-9d3a-0c1f6f3a1003_1: downloading") })
        #expect(lines.last == "user ESP active: true")
    }

    @Test("SC-03: one app installed, one failed, one never started; the code is in the category's JSON")
    func failing() throws {
        let script = try script(try ScenarioFiles.text("sc-03"))
        #expect(
            script.report().map(Self.withoutExitCode) == [
                "page: device shown, user shown, 60 minutes, blocking: reset, try again, continue",
                "device: policy EntDMID: processed",
                "device: MSI {11111111-1111-4111-8111-111111111111} (agent): processed, success",
                "device: Win32 00000000-0000-4000-8000-000000000001_1: installed",
                "device: Win32 00000000-0000-4000-8000-000000000002_1: failed",
                "device: Win32 00000000-0000-4000-8000-000000000004_1: not installed",
                "user ESP active: false",
            ])
        #expect(script.failureCode(of: "DeviceSetupCategory") == "0x87d1041c")
        #expect(
            script.registry[RegistryPath(#"SOFTWARE\Microsoft\Windows\Autopilot\EnrollmentStatusTracking"#)]?
                .subkeys.map(\.name) == ["Device", "ESPTrackingInfo"])
    }

    @Test(
        "ESP-601: once the account page was left, with success or without, nobody's page is active",
        arguments: ScenarioFiles.names)
    func nobodyActive(name: String) throws {
        var player = ScenarioPlayer(try ScenarioReader.read(try ScenarioFiles.text(name)), keepsRegistry: true)
        let events = player.playToEnd()
        let registry = try #require(player.registry).registry
        let hasLeft = events.contains { event in
            if case .pageLeft(.user, _) = event.kind { true } else { false }
        }
        guard hasLeft else { return }
        #expect(DiagnosticsScript(registry: registry).report().last != "user ESP active: true")
    }

    /// The exit codes of runs are the agent's to report, and tested where it does.
    private static func withoutExitCode(_ line: String) -> String {
        line.replacing(/, rc = \d+$/, with: "")
    }

    @Test("Office and Store packages, of which no life plays the installation yet: found by elements 5 and 7")
    func officeAndStore() throws {
        let life = LifeScript(device: FreshDevice(phase: .oobe))
        var tree = life.device.makeTree()
        let store = "./Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/Contoso.Notes_8wekyb3d8bbwe"
        let office = "./Device/Vendor/MSFT/Office/Installation/0c1f6f3a-1005"
        tree.setLocally(Self.firstSync("SkipDeviceStatusPage"), value: "false")
        tree.setLocally(Self.firstSync("ExpectedMSIAppPackages"), value: "\(office)/install;1")
        tree.setLocally(Self.firstSync("ExpectedModernAppPackages"), value: "\(store)/Full_1.0/Name;1")
        var mirror = RegistryMirror(RegistryFacts(life))
        mirror.observe([DeviceEvent(time: .zero, kind: .pageState(.preparing))], tree: tree, now: .zero)
        func lines() throws -> [String] {
            let bytes = RegFile.bytes(of: mirror.registry)
            return Array(DiagnosticsScript(registry: try RegFileReader.read(bytes)).report().dropFirst().dropLast())
        }
        #expect(
            try lines() == [
                "device: Office 0c1f6f3a-1005: not processed",
                "device: store app Contoso.Notes_8wekyb3d8bbwe: not processed",
            ])
        tree.setLocally("\(office)/FinalStatus", value: "60")
        tree.setLocally("\(store)/Full_1.0/Name", value: "Notes")
        mirror.observe([], tree: tree, now: .seconds(9))
        #expect(
            try lines() == [
                "device: Office 0c1f6f3a-1005: enforcement failed",
                "device: store app Contoso.Notes_8wekyb3d8bbwe: processed",
            ])
    }

    private static func firstSync(_ name: String) -> String {
        NodeURI.firstSyncStatus(name, in: .device, providerID: "MS DM Server")
    }

    @Test("Scripts stop at a device that Autopilot does not know")
    func notAutopilot() throws {
        let script = try script(
            """
            name: Plain join
            device: {autopilot: false}
            """)
        #expect(script.report() == ["not an Autopilot device"])
    }

    @Test("A hidden page: skipped, not blocking, nothing tracked")
    func hidden() throws {
        #expect(
            try script(try ScenarioFiles.text("hidden-page")).report().first?.hasPrefix(
                "page: device skipped, user skipped, ") == true)
    }

    @Test(
        "The registry is the same for the same life, and a life is the same with it",
        arguments: ["sc-03", "sc-11-first-user"])
    func determinism(name: String) throws {
        var player = ScenarioPlayer(try ScenarioReader.read(try ScenarioFiles.text(name)), keepsRegistry: true)
        let events = player.playToEnd()
        #expect(events == (try ScenarioFiles.play(name)).events)
        var other = ScenarioPlayer(try ScenarioReader.read(try ScenarioFiles.text(name)), keepsRegistry: true)
        _ = other.playToEnd()
        #expect(player.registry?.registry == other.registry?.registry)
    }

    @Test("Without being asked for there is no mirror")
    func notKept() throws {
        #expect(ScenarioPlayer(try ScenarioReader.read(BundledScenario.text)).registry == nil)
    }

    @Test("Every scenario's registry is read back as it was written", arguments: ScenarioFiles.names)
    func roundTrip(name: String) throws {
        var player = ScenarioPlayer(try ScenarioReader.read(try ScenarioFiles.text(name)), keepsRegistry: true)
        _ = player.playToEnd()
        let registry = try #require(player.registry).registry
        #expect(try RegFileReader.read(RegFile.bytes(of: registry)) == registry)
    }
}
