import CSP
import DMTree
import ESP
import Foundation
import Testing

@testable import Device

/// A server that never answers.
private struct Silence: ManagementServer {
    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? { nil }
}

/// What is saved of a life (the "save and load").
struct SavingTests {
    /// What a life is made from, and not saved: the caller gives it again.
    private static let given: Set<String> = ["script", "server", "events"]

    @Test("Every stored property of a life is saved, so that nothing is forgotten when one is added")
    func complete() {
        let life = DeviceLife(LifeScript(device: FreshDevice(phase: .oobe)), server: Silence())
        let stored = Set(Mirror(reflecting: life).children.compactMap(\.label)).subtracting(Self.given)
        let saved = Set(Mirror(reflecting: life.saved).children.compactMap(\.label))
        #expect(stored == saved)
    }

    @Test("An agenda comes back with what is due, in its order, without what was taken back")
    func agenda() throws {
        var agenda = Agenda()
        for item: Agenda.Item in [.agentStarts, .machineStarts, .session(.push), .session(.alert)] {
            agenda.add(item, at: .seconds(5))
        }
        agenda.cancel(.machineStarts)
        agenda.add(.loopTick(.providers), at: .seconds(1))
        var copy = try JSONDecoder().decode(Agenda.self, from: JSONEncoder().encode(agenda))
        while let entry = agenda.next() {
            let other = copy.next()
            #expect(other?.item == entry.item && other?.time == entry.time)
        }
        #expect(copy.next() == nil)
        #expect(copy.isEmpty)
    }

    @Test("A tree comes back with names, values, writers and the order of children")
    func tree() throws {
        var tree = FreshDevice(phase: .oobe).makeTree()
        tree.setLocally("./Device/Vendor/MSFT/Policy/Config/B/Ä b", value: "\u{F000}\n<x>", writer: .agent)
        let saved = try JSONDecoder().decode(DeviceTree.Saved.self, from: JSONEncoder().encode(tree.saved))
        var copy = FreshDevice(phase: .oobe).makeTree()
        copy.restore(saved)
        #expect(copy.storedLeaves.map(\.uri) == tree.storedLeaves.map(\.uri))
        #expect(copy.storedLeaves.map(\.value) == tree.storedLeaves.map(\.value))
        #expect(copy.storedLeaves.map(\.writer) == tree.storedLeaves.map(\.writer))
    }
}
