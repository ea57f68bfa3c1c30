import CSP
import DMTree
import Device
import ESP
import ReferenceServer

/// The JSON of `espalier run --format json` (design.md section 6).
public struct LifeReport: Encodable, Sendable {
    /// One stored leaf at the end of the life.
    struct NodeRow: Encodable, Sendable {
        var uri: String
        var value: String?
        var writer: String
    }

    /// One expectation.
    struct ExpectationRow: Encodable, Sendable {
        var line: Int
        var text: String
        var passed: Bool
        var found: String?
    }

    /// One app of the scenario.
    package struct AppRow: Encodable, Sendable {
        /// The app's id, the product code of an MSI package, or the family name of a Store or UWP app.
        package var id: String
        package var name: String
        /// `win32`, `msi`, `uwp`, `store` or `office`.
        package var kind: String
        package var scope: String?
        /// Whether the page waits for it.
        package var tracked: Bool
        /// `InstallationState` of ESP-413, 1 to 4; for what OMA-DM installs what the page makes of its Status. nil when
        /// nothing of it was seen.
        package var state: Int?
        /// The Status node of what OMA-DM installs (windows-csp.md 4.1, 4.2, 4.4).
        package var status: Int?
    }

    var schemaVersion = 1
    var scenario: String
    var outcome: String
    /// Seconds of the device's time.
    var endedAt: Double
    var events: [DeviceEvent]
    var nodes: [NodeRow]
    var apps: [AppRow]
    var diagnostics: [ReportedDiagnostic]
    var expectations: [ExpectationRow]

    /// - Parameter events: all events of the life, in order.
    public init(_ player: LifePlayer<some ManagementServer>, events: [DeviceEvent]) {
        let ending = player.ending
        scenario = player.scenario.name
        outcome = ending.outcome.rawValue
        endedAt = Double(ending.endedAt.milliseconds) / 1000
        self.events = events.map { Self.shown($0) }
        nodes = player.life.tree.storedLeaves.map {
            NodeRow(uri: $0.uri, value: Self.shown($0.value, at: $0.uri), writer: $0.writer.rawValue)
        }
        apps = Self.apps(player)
        diagnostics = ending.diagnostics.map(ReportedDiagnostic.init)
        expectations = ending.expectations.map {
            ExpectationRow(
                line: $0.expectation.line, text: $0.expectation.text, passed: $0.passed,
                found: $0.passed ? nil : $0.found)
        }
    }

    /// Keys, passwords and certificates never reach a report (design.md 7).
    private static func shown(_ value: String?, at uri: String) -> String? {
        guard let value, let uri = try? TreeURI(uri), SecretNodes.contains(uri) else { return value }
        return value.isEmpty ? value : "(not shown)"
    }

    private static func shown(_ event: DeviceEvent) -> DeviceEvent {
        var event = event
        switch event.kind {
        case .nodeWritten(let uri, let value, let writer):
            event.kind = .nodeWritten(uri: uri, value: shown(value, at: uri) ?? value, writer: writer)
        case .drifted(let uri, let value): event.kind = .drifted(uri: uri, value: shown(value, at: uri) ?? value)
        case .driftUndone(let uri, let value, let means):
            event.kind = .driftUndone(uri: uri, value: shown(value, at: uri) ?? value, by: means)
        default: break
        }
        return event
    }

    /// The apps of a scenario as they stand, in the order of the agent's, the server's packages, and its other apps.
    package static func apps(_ player: LifePlayer<some ManagementServer>) -> [AppRow] {
        let life = player.life
        let win32 = life.script.apps.map {
            AppRow(
                id: $0.id, name: $0.name, kind: "win32", scope: $0.scope.rawValue, tracked: $0.isTracked,
                state: life.appState($0.id)?.rawValue, status: nil)
        }
        guard let assigned = player.scenario.assignments else { return win32 }
        let blocking = assigned.profile.blockingList
        func row(_ id: String, _ name: String, _ kind: Installation.Kind, _ scope: PhaseScope, _ isTracked: Bool)
            -> AppRow
        {
            let standing = life.installation { $0.kind == kind && $0.id == id.lowercased() }
            return AppRow(
                id: id, name: name, kind: kind.rawValue, scope: scope.rawValue, tracked: isTracked,
                state: standing?.state.rawValue, status: standing?.status)
        }
        let agent = assigned.agentPackage.map { row($0.productCode, $0.name, .msi, $0.scope, true) }
        return win32 + (agent.map { [$0] } ?? [])
            + assigned.packages.map { row($0.productCode, $0.name, .msi, $0.scope, blocking.tracks($0.id)) }
            + assigned.modernApps.map {
                row($0.packageFamilyName, $0.name, kind(of: $0), $0.scope, blocking.tracks($0.id))
            }
            + assigned.offices.map { row($0.id, $0.name, .office, .device, blocking.tracks($0.id)) }
    }

    private static func kind(of app: Assignments.ModernApp) -> Installation.Kind {
        switch app.origin {
        case .hosted: .uwp
        case .store: .store
        }
    }
}
