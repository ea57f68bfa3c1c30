import Device
import Foundation
import Testing

@testable import Scenario

/// A life that is saved and loaded goes on as if nothing had happened (the measure).
struct SavedLifeTests {
    /// Every state of the page is in one of these: reboot, error and Try again, registration, reseal, several users.
    private static let names = ScenarioFiles.names

    /// Plays a scenario and replaces the player by a loaded copy of itself after every step, so that every event of the
    /// life lies between two loads.
    private func playReloading(_ text: String, every interval: Int) throws -> (events: [DeviceEvent], report: String) {
        var player = ScenarioPlayer(try ScenarioReader.read(text), keepsRegistry: true)
        var events: [DeviceEvent] = []
        var count = 0
        while let step = player.step() {
            events += step
            count += 1
            guard count.isMultiple(of: interval) else { continue }
            let data = try JSONEncoder().encode(player.saved(scenario: text, switches: []))
            player = try ScenarioPlayer(try JSONDecoder().decode(SavedScenario.self, from: data))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (events, String(decoding: try encoder.encode(LifeReport(player, events: events)), as: UTF8.self))
    }

    private func check(_ name: String, every interval: Int) throws {
        let text = try ScenarioFiles.text(name)
        var whole = ScenarioPlayer(try ScenarioReader.read(text), keepsRegistry: true)
        let events = whole.playToEnd()
        let reloaded = try playReloading(text, every: interval)
        let first = zip(events, reloaded.events).first { $0 != $1 }
        #expect(first == nil)
        #expect(reloaded.events == events)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(
            reloaded.report
                == String(decoding: try encoder.encode(LifeReport(whole, events: events)), as: UTF8.self))
    }

    @Test("SC-04, SC-07, SC-09: saved and loaded at every event, the event stream is the same, byte for byte")
    func everyEvent() throws {
        for name in Self.names where ["sc-04", "sc-07", "sc-09"].contains(where: name.hasPrefix) {
            try check(name, every: 1)
        }
    }

    @Test("Every scenario goes on unchanged after each of many loads", arguments: names)
    func manyLoads(name: String) throws { try check(name, every: 23) }
}
