import Device
import Foundation
import Testing

@testable import Scenario

/// The JSON of `espalier run` (design.md 6) and what a person reads.
struct OutputTests {
    @Test("design.md 6: outcome, endedAt in seconds, events with t, nodes, diagnostics, expectations with passed")
    func shape() throws {
        let report = try ScenarioFiles.play("sc-03").report()
        #expect(report["schemaVersion"] as? Int == 1)
        #expect(report["outcome"] as? String == "failed")
        #expect(report["endedAt"] as? Double == 120)
        let events = try #require(report["events"] as? [[String: Any]])
        #expect(events.allSatisfy { $0["t"] is Double && $0["type"] is String })
        let nodes = try #require(report["nodes"] as? [[String: Any]])
        let result = nodes.first {
            ($0["uri"] as? String)?.hasSuffix("FirstSyncStatus/WasDeviceSuccessfullyProvisioned") == true
        }
        #expect(result?["value"] as? String == "0")
        #expect(result?["writer"] as? String == "client")
        let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.first?["rule"] as? String == "life.line-failed")
        let expectations = try #require(report["expectations"] as? [[String: Any]])
        #expect(expectations.count == 20)
        #expect(expectations.allSatisfy { $0["passed"] as? Bool == true && $0["line"] is Int && $0["text"] is String })
    }

    @Test("design.md 7: the value of a secret node stands in no event of the report, others do")
    func secretEvents() throws {
        let node = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/a/"
        let kinds: [DeviceEvent.Kind] = [
            .nodeWritten(uri: node + "PFXCertPassword", value: "hunter2", writer: .client),
            .drifted(uri: node + "PFXCertPassword", value: "hunter2"),
            .driftUndone(uri: node + "PFXCertPassword", value: "hunter2", by: .configRefresh),
            .nodeWritten(uri: node + "KeyLocation", value: "elsewhere", writer: .client),
        ]
        let player = ScenarioPlayer(try ScenarioReader.read("name: x"))
        let report = LifeReport(player, events: kinds.map { DeviceEvent(time: .zero, kind: $0) })
        let text = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
        #expect(!text.contains("hunter2"))
        #expect(text.contains("elsewhere"))
    }

    @Test("Each app with its state: Win32 and MSI")
    func apps() throws {
        let apps = try #require(try ScenarioFiles.play("sc-03").report()["apps"] as? [[String: Any]])
        #expect(apps.map { $0["name"] as? String } == ["A", "B", "D", "Sidecar agent"])
        #expect(apps.map { $0["state"] as? Int } == [3, 4, 1, 3])
        #expect(apps.map { $0["kind"] as? String } == ["win32", "win32", "win32", "msi"])
        #expect(apps.last?["status"] as? Int == 70)
        #expect(apps.allSatisfy { $0["tracked"] as? Bool == true })
        let filtered = try #require(try ScenarioFiles.play("sc-02").report()["apps"] as? [[String: Any]])
        #expect(filtered.map { $0["tracked"] as? Bool } == [true, false, true])
    }

    @Test("ESP-413: each app's states are in the event stream, 1 at registration")
    func appEvents() throws {
        let states = try ScenarioFiles.play("sc-01").events.compactMap { event -> String? in
            guard case .app(_, let name, let state, _) = event.kind else { return nil }
            return "\(event.time) \(name) \(state.rawValue)"
        }
        #expect(
            states == [
                "01:10 A 1", "01:10 B 1", "01:10 A 2", "02:00 A 3", "02:00 B 2", "02:40 B 3", "03:00 C 1", "03:00 C 2",
                "04:00 C 3",
            ])
    }

    @Test("Every name that an event has is in the list of names", arguments: ScenarioFiles.names)
    func eventNames(name: String) throws {
        let seen = Set(try ScenarioFiles.play(name).events.map(\.name))
        #expect(seen.subtracting(DeviceEvent.names).isEmpty)
    }

    private func lines(_ name: String) throws -> [String] {
        var text = LifeText()
        let events = try ScenarioFiles.play(name).events
        return (text.lines(events) + text.flush()).map(\.text)
    }

    @Test("For people: at one instant only the last word on a thing, and nothing twice")
    func noNoise() throws {
        let lines = try lines("sc-01")
        #expect(
            lines.filter { $0.contains("Security policies") && $0.hasPrefix("01:00") } == [
                "01:00    Security policies (Identifying)"
            ])
        #expect(!lines.contains { $0.hasPrefix("01:00") && $0.contains("(Working on it...)") })
        #expect(lines.contains("01:00  Device setup: Working on it..."))
        #expect(lines.contains("01:10      app B: waiting"))
        #expect(lines.contains("02:00    Apps (2 of 3 installed)"))
        #expect(lines.contains("02:45  Sign-in screen"))
        #expect(Set(lines).count == lines.count)
    }

    @Test("The error screen with its buttons")
    func errorScreen() throws {
        let lines = try lines("sc-10")
        #expect(lines.contains("30:00  Error screen 0x800705b4: Please call extension 4242."))
        #expect(lines.contains("30:00    [Reset device] [Continue anyway] [View diagnostics]"))
    }

    @Test("Lines come when their instant is over, or when they are asked for")
    func flushing() throws {
        var player = ScenarioPlayer(try ScenarioReader.read(BundledScenario.text))
        var text = LifeText()
        let step = player.step()
        let events = try #require(step)
        #expect(text.lines(events).isEmpty)
        #expect(!text.flush().isEmpty)
        #expect(text.flush().isEmpty)
    }

    @Test("The summary: outcome, page, apps, counts, expectations")
    func summary() throws {
        let life = try ScenarioFiles.play("sc-02-app-4-fails")
        let lines = LifeText.summary(life.player, messageCount: 7, sessionCount: 3).map(\.text)
        #expect(lines[1] == "SC-02 Selected list, app 4 fails: succeeded, ended at 02:55")
        #expect(lines.contains("  Account setup: Complete"))
        #expect(lines.contains("    App 3: installed"))
        #expect(lines.contains("    App 4: failed, not waited for"))
        #expect(lines.contains("  3 sessions, 7 messages"))
        #expect(lines.contains("  13 of 13 expectations met"))
    }
}
