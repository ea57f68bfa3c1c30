import DDF
import DMTree
import TestSupport
import Testing

@testable import CSP

/// Which node exists on which Windows (windows-csp.md 5.9 row 9, 6.3, 6.6 pitfall 18).
@Suite struct ReleaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var windows: String
        var node: String
        var exists: Bool
        var edition = WindowsEdition.enterprise

        init(_ windows: String, _ node: String, _ exists: Bool, _ edition: WindowsEdition = .enterprise) {
            self.windows = windows
            self.node = node
            self.exists = exists
            self.edition = edition
        }

        var testDescription: String { "\(windows) \(edition) \(node) \(exists ? "exists" : "does not exist")" }
    }

    private static let recovery = "./Device/Vendor/MSFT/DMClient/Provider/a/Recovery/AllowRecovery"
    private static let refresh = "./Device/Vendor/MSFT/DMClient/Provider/a/ConfigRefresh/Cadence"
    private static let token = "./Device/Vendor/MSFT/DMClient/Provider/a/ForceAadToken"
    private static let lock = "./Device/Vendor/MSFT/DMClient/Provider/a/ConfigLock/Lock"
    private static let discovery = "./Device/Vendor/MSFT/DMClient/Provider/a/LinkedEnrollment/DiscoveryEndpoint"
    private static let attest = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/a/Install/AttestPrivateKey"
    private static let page = "./Device/Vendor/MSFT/DevicePreparation/PageEnabled"
    private static let tracking = "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/HasProvisioningCompleted"
    private static let smbios = "./DevDetail/Ext/Microsoft/SMBIOSVersion"
    private static let copilot = "./User/Vendor/MSFT/Policy/Config/WindowsAI/TurnOffWindowsCopilot"

    @Test(
        "First builds, back-ports and full versions",
        arguments: [
            // A node new in 22000.
            Case("10-22h2", lock, false), Case("11-21h2", lock, true), Case("11-25h2", lock, true),
            Case("10.0.22000.1", lock, true),
            // 22621, with a back-port to 22000.1165 only.
            Case("10-22h2", recovery, false), Case("11-21h2", recovery, true), Case("10.0.22000.1164", recovery, false),
            Case("10.0.22000.1165", recovery, true), Case("10.0.22621.1", recovery, true),
            // Unreleased, with back-ports to 22621.3235 and 22000.2836.
            Case("10.0.22621.3235", refresh, true), Case("10.0.22621.3000", refresh, false),
            Case("10.0.22000.2835", refresh, false), Case("10.0.22000.2836", refresh, true),
            Case("11-23h2", refresh, true), Case("11-24h2", refresh, true), Case("11-25h2", refresh, true),
            Case("10-22h2", refresh, false),
            // Back-ported to 19042, 19043 and 19044, so 19045 has it and 19041 does not.
            Case("10.0.19044.1766", token, true), Case("10.0.19044.1765", token, false), Case("10-22h2", token, true),
            Case("10-2004", token, false), Case("10-1909", token, false),
            Case("10.0.19041.1386", smbios, false), Case("10.0.19041.1387", smbios, true),
            // Unreleased alone: hidden up to 26100, there from 26200 on.
            Case("11-24h2", discovery, false), Case("11-25h2", discovery, true), Case("10-22h2", discovery, false),
            Case("11-24h2", attest, false), Case("11-25h2", attest, true), Case("11-24h2", page, false),
            Case("11-25h2", page, true), Case("10.0.26100.9999", page, false), Case("10.0.26200.1", page, true),
            // Windows 10 first, Windows 11 from a revision on.
            Case("10.0.22621.2361", copilot, true), Case("10.0.22621.2360", copilot, false),
            // Back-ports alone: every later release has it.
            Case("11-24h2", copilot, true),
            // Since 1903; the description of the first version cannot say so.
            Case("10-1809", tracking, false), Case("10-1903", tracking, true), Case("11-25h2", tracking, true),
            Case("10-1809", "./User/Vendor/MSFT/EnrollmentStatusTracking", false),
        ])
    func builds(_ example: Case) throws {
        let tree = Devices.fresh(example.windows)
        let standing = try tree.standing(example.node)
        if example.exists {
            guard case .described = standing else {
                Issue.record("\(standing)")
                return
            }
        } else {
            guard case .absent(.build) = standing else {
                Issue.record("\(standing)")
                return
            }
        }
    }

    @Test(
        "A node of another Windows: Get answers 404, every other verb 405",
        arguments: [("10-22h2", Self.lock), ("11-24h2", Self.page), ("10-1809", Self.tracking)])
    func row9(windows: String, node: String) {
        var tree = Devices.fresh(windows)
        #expect(tree.send(.get, node).row == .notOnThisWindows)
        #expect(tree.status(.get, node) == 404)
        for verb in [Verb.replace, .add, .delete, .exec] {
            let application = tree.send(verb, node, "1", format: "int")
            #expect(application.status == 405, "\(verb.name)")
            #expect(application.row == .notOnThisWindows)
        }
    }

    @Test(
        "CSPs that only v1 describes: gone from Windows 11 unless registered there, except Accounts",
        arguments: [
            Case("10-22h2", "./Vendor/MSFT/Proxy", true), Case("11-21h2", "./Vendor/MSFT/Proxy", false),
            Case("11-25h2", "./Vendor/MSFT/Proxy", false), Case("10-1809", "./Vendor/MSFT/NAP", true),
            Case("11-24h2", "./Vendor/MSFT/NAP", false),
            Case("11-25h2", "./Vendor/MSFT/WindowsSecurityAuditing", false),
            Case("11-25h2", "./Device/Vendor/MSFT/Accounts", true),
            Case("11-21h2", "./Device/Vendor/MSFT/Accounts", true),
            Case("11-21h2", "./Vendor/MSFT/TenantLockdown", true),
            Case("11-25h2", "./Vendor/MSFT/TenantLockdown", true),
            Case("11-25h2", "./Vendor/MSFT/Update", true), Case("10-22h2", "./Vendor/MSFT/Update", true),
            // Described by v2 and not registered: stays.
            Case("11-25h2", "./Vendor/MSFT/ApplicationControl", true),
            Case("11-25h2", "./Device/Vendor/MSFT/WiredNetwork", true),
        ])
    func v1Only(_ example: Case) throws {
        var tree = Devices.fresh(example.windows)
        #expect(try tree.isDescribed(example.node) == example.exists)
        #expect(tree.status(.get, example.node) == (example.exists ? 200 : 404))
        if !example.exists { #expect(tree.status(.replace, example.node) == 405) }
    }

    @Test(
        "Editions",
        arguments: [
            Case("11-25h2", "./Device/Vendor/MSFT/SharedPC", true, .pro),
            Case("11-25h2", "./Device/Vendor/MSFT/SharedPC", false, .home),
            Case("11-25h2", "./Device/Vendor/MSFT/SharedPC", true, .se),
            Case("11-25h2", "./Vendor/MSFT/AppLocker", true, .home),
            Case("11-25h2", "./User/Vendor/MSFT/PDE", false, .pro),
            Case("11-25h2", "./User/Vendor/MSFT/PDE", true, .education),
            Case("11-25h2", "./User/Vendor/MSFT/PDE", true, .iot),
            Case("11-25h2", "./User/Vendor/MSFT/PDE", false, .se),
            Case("11-25h2", "./Device/Vendor/MSFT/CloudDesktop", false, .education),
            Case("11-25h2", "./Device/Vendor/MSFT/CloudDesktop", true, .pro),
            Case("11-25h2", "./Device/Vendor/MSFT/DMClient", true, .home),
            Case("11-25h2", "./Device/Vendor/MSFT/Reboot", false, .home),
            Case("11-25h2", "./Vendor/MSFT/WindowsLicensing", false, .se),
            Case("10-22h2", tracking, true, .home), Case("11-21h2", tracking, true, .se),
            Case("10-22h2", tracking, false, .se),
        ])
    func editions(_ example: Case) throws {
        var tree = Devices.fresh(example.windows, example.edition)
        #expect(try tree.isDescribed(example.node) == example.exists)
        guard !example.exists else { return }
        guard case .absent(.edition(let editions)) = try tree.standing(example.node) else {
            Issue.record("absent, but not because of the edition")
            return
        }
        #expect(!editions.contains(example.edition) && !editions.isEmpty)
        #expect(tree.status(.get, example.node) == 404)
        #expect(tree.status(.replace, example.node) == 405)
    }

    @Test(
        "A node that only an older description of a newer root knows is on no Windows",
        arguments: ["10-1903", "11-25h2"])
    func retired(windows: String) throws {
        // In the ApplicationControl description of 20H2, gone from the current one.
        let node = "./Vendor/MSFT/ApplicationControl/TenantID"
        var tree = Devices.fresh(windows)
        guard case .absent(.retired) = try tree.standing(node) else {
            Issue.record("\(try tree.standing(node))")
            return
        }
        #expect(tree.status(.get, node) == 404)
        #expect(tree.status(.replace, node, "True") == 405)
        let names = (tree.get("./Vendor/MSFT/ApplicationControl") ?? "").split(separator: "/")
        #expect(names.contains("Policies") && !names.contains("TenantID"))
    }
}
