import Device
import Foundation
import GRDB
import ReferenceServer
import TestSupport
import Testing

@testable import DeviceFile
@testable import Scenario

/// A life as rows, and back.
struct LifeTests {
    /// A life in the middle of the bundled scenario.
    private static func life(steps: Int) throws -> DeviceLife<ReferenceServer> {
        var player = ScenarioPlayer(try ScenarioReader.read(BundledScenario.text))
        for _ in 0..<steps { _ = player.step() }
        return player.life
    }

    private static func object(_ json: [UInt8]) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: Data(json)) as? NSDictionary)
    }

    @Test("Taken apart and put together, a life is the same JSON", arguments: [0, 1, 7, 60, 200])
    func form(steps: Int) throws {
        let json = [UInt8](try JSONEncoder().encode(Self.life(steps: steps).saved))
        let saved = try SavedLife(splitting: json)
        #expect(try Self.object(saved.joined()) == Self.object(json))
        #expect(saved.nodes.count > 50)
        #expect(Set(saved.nodes.map(\.path)).count == saved.nodes.count)
    }

    @Test("Saved into a file and loaded after every third step, a life goes on event for event")
    func goesOn() throws {
        let text = BundledScenario.text
        let scenario = try ScenarioReader.read(text).settled
        var whole = DeviceLife(scenario.script, server: scenario.server)
        var events: [DeviceEvent] = []
        while whole.step() { events += whole.takeEvents() }

        let place = try Workplace()
        try place.makeDevice()
        var life = DeviceLife(scenario.script, server: scenario.server)
        var reloaded: [DeviceEvent] = []
        var count = 0
        var file = try DeviceFile.open(place.path, for: .playing)
        while life.step() {
            reloaded += life.takeEvents()
            count += 1
            guard count.isMultiple(of: 3) else { continue }
            try file.save(DeviceChange(life: SavedLife(life.saved)))
            if count.isMultiple(of: 30) {
                file.close()
                file = try DeviceFile.open(place.path, for: .playing)
            }
            let saved = try #require(try file.life(of: ReferenceServer.self))
            let server = life.server
            life = DeviceLife(scenario.script, server: server)
            life.restore(saved)
        }
        #expect(reloaded.count == events.count)
        #expect(reloaded == events)
        // What changed row by row is what a fresh file would hold.
        let last = try SavedLife(life.saved)
        try file.save(DeviceChange(life: last))
        #expect(try file.content().life == last)
        file.close()
        #expect(try DeviceFile.open(place.path, for: .reading).content().life == last)
    }

    /// A tree with these children of the root.
    private static func life(_ children: String, agenda: String = "") throws -> SavedLife {
        let json =
            "{\"tree\":{\"storage\":{\"root\":{\"name\":\".\",\"writer\":\"client\",\"children\":[\(children)]},"
            + "\"revision\":1}},\"agenda\":{\"entries\":[\(agenda)],\"nextOrder\":9}}"
        return try SavedLife(splitting: Array(json.utf8))
    }

    private static func node(_ name: String, _ value: String? = nil, children: [String] = []) -> String {
        let value = value.map { ",\"value\":\"\($0)\"" } ?? ""
        let below = children.isEmpty ? "" : ",\"children\":[\(children.joined(separator: ","))]"
        return
            "{\"key\":\"\(name.lowercased())\",\"node\":{\"name\":\"\(name)\",\"writer\":\"server\"\(value)\(below)}}"
    }

    @Test("Only rows that differ are written: nodes that changed, came, went or moved")
    func differences() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        func changes(_ life: SavedLife) throws -> Int {
            let count = { try file.queue.read { $0.totalChangesCount } }
            let before = try count()
            try file.save(DeviceChange(life: life))
            #expect(try file.content().life == life)
            return try count() - before
        }
        let many = (0..<50).map { Self.node("N\($0)", "\($0)") }
        let first = try Self.life(Self.node("Device", children: many))
        #expect(try changes(first) == 51 + 2)
        #expect(try changes(first) == 0)
        var values = many
        values[7] = Self.node("N7", "other")
        #expect(try changes(Self.life(Self.node("Device", children: values))) == 1)
        values.removeLast()
        #expect(try changes(Self.life(Self.node("Device", children: values))) == 1)
        values.append(Self.node("M", nil, children: [Self.node("Below", "x")]))
        #expect(try changes(Self.life(Self.node("Device", children: values))) == 2)
        values.removeFirst(3)
        #expect(try changes(Self.life(Self.node("Device", children: values))) == 3 + 47)
        values[7] = Self.node("n7", "other")
        try file.save(DeviceChange(life: Self.life(Self.node("Device", children: values.reversed()))))
        #expect(
            try file.content().life?.nodes.map(\.uri).suffix(3)
                == ["./Device/N5", "./Device/N4", "./Device/N3"])
    }

    @Test(
        "Values and names come back byte for byte",
        arguments: [
            "", "a\\u0000b", "\\uF000", "e\\u0301", "\\u00E9", "\\\"\\\\/", "\\r\\n\\t", "\\uD83D\\uDE00", "true",
            "1e400",
            "\\uFEFF",
        ])
    func text(value: String) throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        let name = "x" + value
        let life = try Self.life(
            "{\"key\":\"\(name)\",\"node\":{\"name\":\"\(name)\",\"writer\":\"agent\",\"value\":\"\(value)\"}}")
        try file.save(DeviceChange(life: life))
        let loaded = try #require(try DeviceFile.open(place.path, for: .reading).content().life)
        #expect(loaded == life)
        #expect(try Self.object(loaded.joined()) == Self.object(life.joined()))
        #expect(loaded.nodes[0].value?.utf8.elementsEqual(life.nodes[0].value?.utf8 ?? "".utf8) == true)
    }

    @Test("A value that looks the same in another form of Unicode is written")
    func unicodeForms() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        for value in ["e\\u0301", "\\u00E9", "e\\u0301"] {
            let life = try Self.life(Self.node("N", value))
            try file.save(DeviceChange(life: life))
            let loaded = try #require(try file.content().life?.nodes.first?.value)
            #expect(loaded.unicodeScalars.count == (value.hasPrefix("e") ? 2 : 1))
        }
    }

    @Test("What else a node holds, such as the properties of profile oma, comes back")
    func properties() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        let life = try Self.life(
            "{\"key\":\"n\",\"node\":{\"name\":\"N\",\"writer\":\"server\",\"properties\":{\"title\":\"T\",\"versionNumber\":7}}}"
        )
        try file.save(DeviceChange(life: life))
        let loaded = try #require(try file.content().life)
        #expect(try Self.object(loaded.joined()) == Self.object(life.joined()))
    }

    @Test("A life without one of its parts, and a node without its parent, are no life")
    func broken() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        try file.save(DeviceChange(life: SavedLife(Self.life(steps: 5).saved)))
        #expect(try file.life(of: ReferenceServer.self) != nil)
        for damage in [
            "DELETE FROM node WHERE path = 'device/vendor'", "DELETE FROM life WHERE part = 'tree'",
            "DELETE FROM life WHERE part = 'page'", "UPDATE life SET json = '{' WHERE part = 'power'",
            "UPDATE life SET json = '7' WHERE part = 'agenda'", "UPDATE agenda SET item = '{\"later\":{}}'",
        ] {
            try file.queue.write { db in
                try db.inSavepoint {
                    try db.execute(sql: damage)
                    #expect(throws: SavedLife.OtherForm.self, "\(damage)") {
                        _ = try LifeTables.read(db)?.saved(of: ReferenceServer.self)
                    }
                    return .rollback
                }
            }
        }
        #expect(try file.life(of: ReferenceServer.self) != nil)
    }
}
