import DMTree
import Device
import ESP

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
    struct AppRow: Encodable, Sendable {
        /// The app's id, or the product code of an MSI package.
        var id: String
        var name: String
        /// `win32` or `msi`.
        var kind: String
        var scope: String?
        /// Whether the page waits for it.
        var tracked: Bool
        /// `InstallationState` of ESP-413, 1 to 4; for a package what the page makes of its Status. nil when nothing of
        /// it was seen.
        var state: Int?
        /// The Status of an MSI package, 10 to 70 (windows-csp.md 4.1).
        var status: Int?
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
    public init(_ player: ScenarioPlayer, events: [DeviceEvent]) {
        let ending = player.ending
        scenario = player.scenario.name
        outcome = ending.outcome.rawValue
        endedAt = Double(ending.endedAt.milliseconds) / 1000
        self.events = events
        nodes = player.life.tree.storedLeaves.map { NodeRow(uri: $0.uri, value: $0.value, writer: $0.writer.rawValue) }
        apps = Self.apps(player)
        diagnostics = ending.diagnostics.map(ReportedDiagnostic.init)
        expectations = ending.expectations.map {
            ExpectationRow(
                line: $0.expectation.line, text: $0.expectation.text, passed: $0.passed,
                found: $0.passed ? nil : $0.found)
        }
    }

    private static func apps(_ player: ScenarioPlayer) -> [AppRow] {
        let life = player.life
        let win32 = life.script.apps.map {
            AppRow(
                id: $0.id, name: $0.name, kind: "win32", scope: $0.scope.rawValue, tracked: $0.isTracked,
                state: life.appState($0.id)?.rawValue, status: nil)
        }
        let assigned = player.scenario.assignments
        let packages = ((assigned?.agentPackage).map { [$0] } ?? []) + (assigned?.packages ?? [])
        let blocking = BlockingList(assigned?.profile.selectedMobileAppIds ?? [])
        return win32
            + packages.map {
                AppRow(
                    id: $0.productCode, name: $0.name, kind: "msi", scope: $0.scope.rawValue,
                    tracked: $0.productCode == assigned?.agentPackage?.productCode || blocking.tracks($0.id),
                    state: life.appState($0.productCode)?.rawValue,
                    status: life.packageStatuses[$0.productCode.lowercased()])
            }
    }
}
