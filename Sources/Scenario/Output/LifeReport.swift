import Device
import DMTree
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

    /// One Win32 app.
    struct AppRow: Encodable, Sendable {
        var id: String
        var name: String
        var scope: String
        var tracked: Bool
        var state: Int?
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
        apps = player.scenario.script.apps.map {
            AppRow(
                id: $0.id, name: $0.name, scope: $0.scope.rawValue, tracked: $0.isTracked,
                state: player.life.appState($0.id)?.rawValue)
        }
        diagnostics = ending.diagnostics.map(ReportedDiagnostic.init)
        expectations = ending.expectations.map {
            ExpectationRow(
                line: $0.expectation.line, text: $0.expectation.text, passed: $0.passed,
                found: $0.passed ? nil : $0.found)
        }
    }
}
