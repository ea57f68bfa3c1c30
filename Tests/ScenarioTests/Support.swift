import Device
import Foundation
import SyncML
import Testing

@testable import Scenario

/// A life that was played to its end.
struct PlayedLife {
    let player: ScenarioPlayer
    let events: [DeviceEvent]

    init(_ scenario: Scenario) {
        var player = ScenarioPlayer(scenario, keepsMessages: true)
        events = player.playToEnd()
        self.player = player
    }

    init(yaml: String) throws { self.init(try ScenarioReader.read(yaml)) }

    /// The expectations that were not met, as sentences.
    var failures: [String] {
        player.ending.expectations.filter { !$0.passed }
            .map { "line \($0.expectation.line): expected \($0.expectation.text); found \($0.found)" }
    }

    var messages: [String] { player.ending.diagnostics.map(\.message) }

    /// The report as JSON text with its keys in order.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(LifeReport(player, events: events)), as: UTF8.self)
    }

    func report() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(try json().utf8)) as? [String: Any])
    }

    /// The client's packages 1 with their times, in order.
    func firstPackages() throws -> [(time: String, message: Message)] {
        var result: [(String, Message)] = []
        var seen: Set<Int> = []
        for saved in player.life.messages where saved.direction == .client && seen.insert(saved.session).inserted {
            result.append((saved.time.description, try Message(parsing: saved.bytes)))
        }
        return result
    }
}

extension Message {
    /// The data of package 1's alert of this type; nil when it has none.
    func alertData(_ type: String) -> String? {
        for case .alert(let alert) in commands {
            for item in alert.items where item.meta?.type == type { return item.data?.content }
        }
        return nil
    }
}

enum ScenarioFiles {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("SyncML-samples/scenarios")

    /// The names of the files in the folder, without extension.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }

    static func play(_ name: String) throws -> PlayedLife { try PlayedLife(yaml: text(name)) }
}
