import Device
import Foundation

/// Reads a registry as the public diagnostics scripts read a real device's: by the rules that esp-behaviour.md 1.2 and 3
/// state, and by nothing that the mirror knows.
struct DiagnosticsScript {
    let registry: Registry
    private static let tracking = #"SOFTWARE\Microsoft\Windows\Autopilot\EnrollmentStatusTracking"#
    private static let log = tracking + #"\ESPTrackingInfo\Diagnostics"#

    private func key(_ path: String) -> RegistryKey? { registry[RegistryPath(path)] }

    private func number(_ key: RegistryKey?, _ name: String) -> Int? {
        guard case .dword(let number)? = key?[name] else { return nil }
        return Int(number)
    }

    private func text(_ key: RegistryKey?, _ name: String) -> String? {
        guard case .string(let text)? = key?[name] else { return nil }
        return text
    }

    /// What the scripts print, in our own words.
    func report() -> [String] {
        guard text(key(#"SOFTWARE\Microsoft\Provisioning\Diagnostics\Autopilot"#), "CloudAssignedTenantId") != nil
        else {
            return ["not an Autopilot device"]
        }
        guard
            let enrollment = key(#"SOFTWARE\Microsoft\Enrollments"#)?.subkeys.first(where: {
                text($0, "ProviderID") == "MS DM Server" && number($0, "EnrollmentType") == 6
            }), let firstSync = enrollment.subkey("FirstSync")
        else { return ["no enrolment"] }
        var lines = [page(firstSync)]
        lines += lists(Self.log, sidecar: "./Device").map { "device: \($0)" }
        for sid in users {
            lines += lists(#"\#(Self.log)\\#(sid)"#, sidecar: nil).map { "user: \($0)" }
            // The script asks for the user's key and then reads the common one (U-13).
            guard key(#"\#(Self.log)\\#(sid)\Sidecar"#) != nil else { continue }
            lines += win32Apps(Self.log, "./User").map { "user: \($0)" }
        }
        lines.append("user ESP active: \(isUserPageActive(firstSync))")
        return lines
    }

    private var users: [String] {
        (key(Self.log)?.subkeys ?? []).map(\.name).filter { $0.hasPrefix("S-1-") }
    }

    private func page(_ firstSync: RegistryKey) -> String {
        let bits = number(firstSync, "BlockInStatusPage") ?? 0
        let allowed = [(1, "reset"), (2, "try again"), (4, "continue")].filter { bits & $0.0 != 0 }.map(\.1)
        let shown = ["SkipDeviceStatusPage", "SkipUserStatusPage"].map {
            number(firstSync, $0) == 0 ? "shown" : "skipped"
        }
        return "page: device \(shown[0]), user \(shown[1]), \(number(firstSync, "SyncFailureTimeout") ?? -1) minutes, "
            + "blocking: \(bits == 0 ? "no" : allowed.joined(separator: ", "))"
    }

    /// A third-party reader's rule (3.1).
    private func isUserPageActive(_ firstSync: RegistryKey) -> Bool {
        firstSync.subkeys.contains { $0.name.hasPrefix("S-1-") && (number($0, "IsSyncDone") ?? 0) == 0 }
    }

    private func lists(_ path: String, sidecar: String?) -> [String] {
        states(path + #"\ExpectedPolicies"#).map {
            "policy \($0.uri.split(separator: "/").last ?? ""): \(processed($0.data))"
        }
            + states(path + #"\ExpectedSCEPCerts"#).map { "certificate \(element(6, $0.uri)): \(processed($0.data))" }
            + states(path + #"\ExpectedNetworkProfiles"#).map {
                "network \($0.uri.split(separator: "/").last ?? ""): \(processed($0.data))"
            }
            + states(path + #"\ExpectedMSIAppPackages"#).map(package)
            + states(path + #"\ExpectedModernAppPackages"#).map {
                "store app \(element(7, $0.uri)): \(processed($0.data))"
            }
            + (sidecar.map { win32Apps(path, $0) } ?? [])
    }

    private func package(_ state: (uri: String, data: Int)) -> String {
        if state.uri.hasPrefix("./Vendor/MSFT/Office/") {
            let id = element(5, state.uri)
            let final = number(key(#"SOFTWARE\Microsoft\OfficeCSP\\#(id)"#), "FinalStatus")
            return "Office \(id): \(final.flatMap { NumberTable.package.word($0) } ?? processed(state.data))"
        }
        let code = element(6, state.uri)
        let sid = state.uri.hasPrefix("./User/") ? users.first ?? "" : "S-0-0-00-0000000000-0000000000-000000000-000"
        let product = key(#"SOFTWARE\Microsoft\EnterpriseDesktopAppManagement\\#(sid)\MSI\\#(code)"#)
        let isAgent = text(product, "CurrentDownloadUrl")?.contains("IntuneWindowsAgent.msi") == true
        let status = number(product, "Status").flatMap { NumberTable.package.word($0) } ?? "?"
        return "MSI \(code)\(isAgent ? " (agent)" : ""): \(processed(state.data)), \(status)"
    }

    private func win32Apps(_ path: String, _ scope: String) -> [String] {
        states(path + #"\Sidecar"#).filter { $0.uri.hasPrefix(scope + "/") }.map { state in
            let name = String(element(9, state.uri).dropFirst("Win32App_".count))
            let code = exitCode(name).map { ", rc = \($0)" } ?? ""
            return "Win32 \(name): \(NumberTable.trackedApp.word(state.data) ?? "?")\(code)"
        }
    }

    private func exitCode(_ app: String) -> Int? {
        for owner in key(#"SOFTWARE\Microsoft\IntuneManagementExtension\Win32Apps"#)?.subkeys ?? [] {
            if let code = number(owner.subkey(app), "ExitCode") { return code }
        }
        return nil
    }

    /// The last data of each LocURI, in the order in which they first appeared. Keys are read in the order of the dates
    /// that are their names; a name that is no date is skipped if it is LastLoggedState, and shows otherwise.
    private func states(_ path: String) -> [(uri: String, data: Int)] {
        var order: [String] = []
        var last: [String: Int] = [:]
        let keys = (key(path)?.subkeys ?? []).filter { $0.name != "LastLoggedState" }
        let dated = keys.map { (date: try? Date($0.name, strategy: Self.dates), key: $0) }
        for (date, key) in dated.sorted(by: { ($0.date ?? .distantPast) < ($1.date ?? .distantPast) }) {
            guard date != nil else {
                order.append("no date: \(key.name)")
                continue
            }
            for entry in key.values {
                if last[entry.name] == nil { order.append(entry.name) }
                last[entry.name] = number(key, entry.name)
            }
        }
        return order.map { ($0, last[$0] ?? -1) }
    }

    private static let dates = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    private func processed(_ data: Int) -> String { NumberTable.expectedEntry.word(data) ?? "?" }

    private func element(_ index: Int, _ uri: String) -> String {
        let parts = uri.components(separatedBy: "/")
        return index < parts.count ? parts[index].removingPercentEncoding ?? "?" : "?"
    }

    /// What a reader of the category JSON looks for: `(0x` and eight digits (3.5).
    func failureCode(of category: String) -> String? {
        let settings = key(#"SOFTWARE\Microsoft\Provisioning\AutopilotSettings"#)
        guard let json = text(settings, "\(category).Status"),
            let match = json.firstMatch(of: /\((0x[0-9a-f]{8})\)/.ignoresCase())
        else { return nil }
        return String(match.output.1)
    }

    /// `-ShowPolicies`: in the order of their numbers.
    func policies() -> [String] {
        (key(#"SOFTWARE\Microsoft\Provisioning\NodeCache\CSP\Device\MS DM Server\Nodes"#)?.subkeys ?? [])
            .sorted { (Int($0.name) ?? 0) < (Int($1.name) ?? 0) }
            .map { "\(text($0, "NodeUri") ?? "?") = \(text($0, "ExpectedValue") ?? "?")" }
    }
}
