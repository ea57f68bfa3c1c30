import DMTree
import ESP
import Foundation
import Testing

@testable import Device

/// esp-behaviour.md 3.2: the CSP's nodes as keys.
struct RegistryTrackingTests {
    private static let root = "./Device/Vendor/MSFT/EnrollmentStatusTracking"
    private static let provider = RegistryPath.statusTracking.child("Device").child("DevicePreparation")
        .child("PolicyProviders").child("Sidecar")

    @Test("ESP-602: a provider with its values; TrackedResourceTypes is a key of its own")
    func provider() {
        var device = Mirrored()
        let base = "\(Self.root)/DevicePreparation/PolicyProviders/Sidecar"
        device.set(base + "/InstallationState", "4")
        device.set(base + "/LastError", "-2147023436")
        device.set(base + "/Timeout", "30")
        device.set(base + "/TrackedResourceTypes/Apps", "true")
        device.step(0)
        #expect(device[Self.provider, "InstallationState"] == .dword(4))
        #expect(device[Self.provider, "LastError"] == .dword(0x8007_05B4))
        #expect(device[Self.provider, "Timeout"] == .dword(30))
        #expect(device[Self.provider.child("TrackedResourceTypes"), "Apps"] == .dword(1))
    }

    @Test("ESP-602: InstallDurationInSec from registration to the end of the wait, and then no longer")
    func installDuration() {
        var device = Mirrored()
        let state = "\(Self.root)/DevicePreparation/PolicyProviders/Sidecar/InstallationState"
        device.set(state, "1")
        device.step(2)
        device.step(60)
        #expect(device[Self.provider, "InstallDurationInSec"] == nil)
        device.set(state, "3")
        device.step(120)
        device.step(500)
        #expect(device[Self.provider, "InstallDurationInSec"] == .dword(118))
    }

    @Test("ESP-602: Setup, an added node without leaves, and an app")
    func setup() {
        var device = Mirrored()
        device.set("\(Self.root)/Setup/Apps/PolicyProviders/Sidecar", nil)
        let app = "\(Self.root)/Setup/Apps/Tracking/Sidecar/Win32App_a_1"
        device.set(app + "/InstallationState", "2")
        device.set(app + "/RebootRequired", "3")
        device.set(app + "/TrackingUri", app + "/InstallationState")
        device.step(0)
        let setup = RegistryPath.statusTracking.child("Device").child("Setup")
        #expect(device[setup, "HasProvisioningCompleted"] == .dword(0))
        #expect(device.key(setup.child("Apps").child("PolicyProviders").child("Sidecar"))?.values == [])
        let key = setup.child("Apps").child("Tracking").child("Sidecar").child("Win32App_a_1")
        #expect(device[key, "InstallationState"] == .dword(2))
        #expect(device[key, "RebootRequired"] == .dword(3))
        #expect(device[key, "TrackingUri"] == .string(app + "/InstallationState"))
    }

    @Test("ESP-602: a node that was deleted has no key")
    func deleted() {
        var device = Mirrored()
        device.set("\(Self.root)/Setup/Apps/Tracking/Sidecar/Win32App_a_1/InstallationState", "2")
        device.step(0)
        device.tree.removeLocally("\(Self.root)/Setup/Apps/Tracking/Sidecar/Win32App_a_1")
        device.step(1)
        let apps = RegistryPath.statusTracking.child("Device").child("Setup").child("Apps").child("Tracking")
        #expect(device.key(apps.child("Sidecar"))?.subkeys == [])
    }

    @Test(
        "ESP-602: Locked while the page is up and blocks",
        arguments: [("7", "false", 1), ("0", "false", 0), ("7", "true", 0)] as [(String, String, UInt32)])
    func locked(block: String, completed: String, locked: UInt32) {
        var device = Mirrored()
        device.firstSync("BlockInStatusPage", block)
        let apps = RegistryPath.statusTracking.child("Device").child("Setup").child("Apps")
        device.step(0)
        #expect(device[apps, "Locked"] == nil)
        device.set(NodeURI.hasProvisioningCompleted(.device), completed)
        device.step(1, .pageState(.preparing))
        #expect(device[apps, "Locked"] == .dword(locked))
    }

    @Test("ESP-602: the user's half under the SID, only once account setup has started")
    func userHalf() {
        var device = Mirrored()
        device.tree.hasUserContext = true
        device.set(NodeURI.hasProvisioningCompleted(.user), "false")
        device.step(0, .userSignedIn(sid: Mirrored.sid))
        #expect(device.key(.statusTracking.child(Mirrored.sid)) == nil)
        device.beginAccountPage(1)
        let setup = RegistryPath.statusTracking.child(Mirrored.sid).child("Setup")
        #expect(device[setup, "HasProvisioningCompleted"] == .dword(0))
    }

    @Test("A provider's name with a backslash makes one key")
    func backslash() {
        var device = Mirrored()
        device.set("\(Self.root)/DevicePreparation/PolicyProviders/a%5Cb/InstallationState", "3")
        device.step(0)
        let providers = RegistryPath.statusTracking.child("Device").child("DevicePreparation").child("PolicyProviders")
        #expect(device.key(providers)?.subkeys.map(\.name) == ["a%5Cb"])
        #expect(device[providers.child("a\\b"), "InstallDurationInSec"] == .dword(0))
    }
}

/// esp-behaviour.md 3.2: what was tracked, change by change.
struct RegistryDiagnosticsTests {
    private static let entDMID = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID"

    /// A device whose page is up.
    private static func device(_ change: (inout Choices) -> Void = { _ in }) -> Mirrored {
        var choices = Choices()
        change(&choices)
        var device = Mirrored { $0.page.choices = choices }
        device.step(0, .pageState(.preparing))
        return device
    }

    /// The keys of one list as `time: LocURI=data …`.
    private static func changes(_ device: Mirrored, _ path: RegistryPath) -> [String] {
        (device.key(path)?.subkeys ?? []).map { key in
            let values = key.values.map { entry in
                guard case .dword(let data) = entry.value else { return "\(entry.name)=?" }
                return "\(entry.name)=\(data)"
            }
            return "\(key.name): \(values.joined(separator: " "))"
        }
    }

    @Test("ESP-602: one key for each change, named by the instant, with what changed: 0 not processed, 1 processed")
    func policies() {
        var device = Self.device()
        device.firstSync("ExpectedPolicies", Self.entDMID)
        device.step(65)
        device.step(66)
        device.set(Self.entDMID, "abc")
        device.step(3725)
        device.step(4000)
        #expect(
            Self.changes(device, .diagnostics.child("ExpectedPolicies")) == [
                "2026-01-05T00:01:05.000Z: \(Self.entDMID)=0", "2026-01-05T01:02:05.000Z: \(Self.entDMID)=1",
            ])
    }

    @Test("ESP-602: names of keys are dates that scripts can parse")
    func dates() throws {
        var device = Self.device()
        device.firstSync("ExpectedPolicies", Self.entDMID)
        device.now = DeviceTime(milliseconds: 86_400_042)
        device.mirror.observe([], tree: device.tree, now: device.now)
        let name = try #require(device.key(.diagnostics.child("ExpectedPolicies"))?.subkeys.first?.name)
        let date = try Date(name, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        let begin = try Date("2026-01-06T00:00:00Z", strategy: .iso8601)
        #expect(abs(date.timeIntervalSince(begin) - 0.042) < 0.0005)
    }

    @Test("ESP-602: nothing is logged before the page has come up")
    func beforePage() {
        var device = Mirrored()
        device.firstSync("ExpectedPolicies", Self.entDMID)
        device.step(1)
        #expect(device.key(.diagnostics) == nil)
    }

    @Test(
        "ESP-602: the spelling in which scripts count elements, without the count",
        arguments: [
            (
                "ExpectedMSIAppPackages", "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7Bc%7D/Status;1",
                "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7Bc%7D/Status", 6, "%7Bc%7D"
            ),
            (
                "ExpectedMSIAppPackages", "./Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7Bc%7D/Status;1",
                "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7Bc%7D/Status", 6, "%7Bc%7D"
            ),
            (
                "ExpectedMSIAppPackages", "./Vendor/MSFT/Office/Installation/id-1/install;1",
                "./Vendor/MSFT/Office/Installation/id-1/install", 5, "id-1"
            ),
            (
                "ExpectedMSIAppPackages", "./Device/Vendor/MSFT/Office/Installation/id-1/install;1",
                "./Vendor/MSFT/Office/Installation/id-1/install", 5, "id-1"
            ),
            (
                "ExpectedModernAppPackages",
                "./Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/pfn_1/full/Name;2",
                "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/pfn_1/full/Name", 7, "pfn_1"
            ),
            (
                "ExpectedSCEPCerts", "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/id_2",
                "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/id_2", 6, "id_2"
            ),
            (
                "ExpectedSCEPCerts", "./Vendor/MSFT/ClientCertificateInstall/SCEP/id_2",
                "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/id_2", 6, "id_2"
            ),
        ])
    func spelling(list: String, entry: String, name: String, element: Int, id: String) throws {
        var device = Self.device()
        device.firstSync(list, entry)
        device.step(1)
        let key = try #require(device.key(.diagnostics.child(list))?.subkeys.first)
        #expect(key.values.map(\.name) == [name])
        #expect(name.components(separatedBy: "/")[element] == id)
    }

    @Test("U-12: the name of the list of certificates", arguments: Choices.CertificateListName.allCases)
    func certificateName(choice: Choices.CertificateListName) {
        var device = Self.device { $0.certificateListName = choice }
        device.firstSync("ExpectedSCEPCerts", "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/a")
        device.step(1)
        #expect(device.key(.diagnostics)?.subkeys.map(\.name) == [choice.rawValue])
    }

    private static func app(_ scope: PhaseScope) -> String {
        NodeURI.trackedApp("Win32App_a_1", of: "Sidecar", "InstallationState", in: scope)
    }

    @Test("ESP-602: every state of an app has its key, also two at one instant; LastLoggedState holds the last")
    func app() {
        var device = Self.device()
        let uri = Self.app(.device)
        device.set(uri, "2")
        device.step(
            70, .nodeWritten(uri: uri, value: "1", writer: .agent), .nodeWritten(uri: uri, value: "2", writer: .agent))
        device.set(uri, "3")
        device.step(120, .nodeWritten(uri: uri, value: "3", writer: .agent))
        #expect(
            Self.changes(device, .diagnostics.child("Sidecar")) == [
                "2026-01-05T00:01:10.000Z: \(uri)=1", "2026-01-05T00:01:10.001Z: \(uri)=2",
                "2026-01-05T00:02:00.000Z: \(uri)=3", "LastLoggedState: \(uri)=3",
            ])
        #expect(uri.components(separatedBy: "/")[9].dropFirst(9) == "a_1")
    }

    @Test("ESP-602: a state that the server wrote is logged too, under its provider's name")
    func serverWritten() {
        var device = Self.device()
        let uri = "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/Apps/Tracking/ConfigMgr/Provisioning_TS"
        device.set(uri + "/InstallationState", "2")
        device.step(5)
        #expect(
            Self.changes(device, .diagnostics.child("ConfigMgr")).first
                == "2026-01-05T00:00:05.000Z: \(uri)/InstallationState=2")
    }

    @Test("U-13: where a user's apps are logged", arguments: Choices.UserDiagnostics.allCases)
    func userApps(choice: Choices.UserDiagnostics) {
        var device = Self.device { $0.userDiagnostics = choice }
        device.beginAccountPage(5)
        let uri = Self.app(.user)
        device.set(uri, "1")
        device.step(9, .nodeWritten(uri: uri, value: "1", writer: .agent))
        let change = "2026-01-05T00:00:09.000Z: \(uri)=1"
        let common = Self.changes(device, .diagnostics.child("Sidecar")).first
        let own = device.key(.diagnostics.child(Mirrored.sid).child("Sidecar"))
        let ownChange = Self.changes(device, .diagnostics.child(Mirrored.sid).child("Sidecar")).first
        switch choice {
        case .both:
            #expect(common == change)
            #expect(own?.subkeys == [])
        case .device:
            #expect(common == change)
            #expect(own == nil)
        case .user:
            #expect(common == nil)
            #expect(ownChange == change)
        }
    }

    @Test("ESP-602: the user's lists stand under the SID")
    func userLists() {
        var device = Self.device()
        device.beginAccountPage(5)
        device.firstSync("ExpectedPolicies", Self.entDMID, in: .user)
        device.step(6)
        #expect(device.key(.diagnostics.child(Mirrored.sid).child("ExpectedPolicies"))?.subkeys.count == 1)
        #expect(device.key(.diagnostics.child("ExpectedPolicies")) == nil)
    }

    @Test("A mirror that goes on from a saved state says the same as one that never stopped")
    func codable() throws {
        var device = Self.device()
        device.firstSync("ExpectedPolicies", Self.entDMID)
        device.beginAccountPage(5)
        let data = try JSONEncoder().encode(device.mirror.state)
        var other = device
        other.mirror = RegistryMirror(
            device.mirror.facts, state: try JSONDecoder().decode(RegistryMirror.State.self, from: data))
        for index in [0, 1] {
            var life = index == 0 ? device : other
            life.set(Self.entDMID, "x")
            life.step(7, .setting(name: "a", value: "b"))
            if index == 0 { device = life } else { other = life }
        }
        #expect(device.mirror.state == other.mirror.state)
    }
}
