import ESP
import Testing

@testable import Device

/// What is due, in its order.
struct AgendaTests {
    private func drain(_ agenda: Agenda) -> [Agenda.Item] {
        var agenda = agenda
        var items: [Agenda.Item] = []
        while let entry = agenda.next() { items.append(entry.item) }
        return items
    }

    @Test("By time; what falls on one instant as it was put in")
    func order() {
        var agenda = Agenda()
        agenda.add(.agentStarts, at: .seconds(5))
        agenda.add(.machineStarts, at: .seconds(1))
        agenda.add(.userSignsIn(0), at: .seconds(5))
        agenda.add(.session(.push), at: .seconds(5))
        #expect(drain(agenda) == [.machineStarts, .agentStarts, .userSignsIn(0), .session(.push)])
    }

    @Test("A cancelled item is gone with every entry, and can be put in again")
    func cancel() {
        var agenda = Agenda()
        agenda.add(.session(.push), at: .seconds(1))
        agenda.add(.session(.push), at: .seconds(2))
        agenda.add(.agentStarts, at: .seconds(3))
        agenda.cancel(.session(.push))
        #expect(!agenda.holds(.session(.push)))
        #expect(agenda.nextTime == .seconds(3))
        agenda.add(.session(.push), at: .seconds(4))
        #expect(agenda.holds(.session(.push), at: .seconds(4)))
        #expect(!agenda.holds(.session(.push), at: .seconds(2)))
        #expect(drain(agenda) == [.agentStarts, .session(.push)])
    }

    @Test("cancelAll takes what a predicate names")
    func cancelAll() {
        var agenda = Agenda()
        agenda.add(.loopTick(.providers), at: .seconds(1))
        agenda.add(.agentStarts, at: .seconds(2))
        agenda.add(.loopTick(.deviceSetup), at: .seconds(3))
        agenda.cancelAll { if case .loopTick = $0 { true } else { false } }
        #expect(Array(agenda.items) == [.agentStarts])
        #expect(!agenda.isEmpty)
        #expect(drain(agenda) == [.agentStarts])
    }

    @Test("delay puts off and keeps the order")
    func delay() {
        var agenda = Agenda()
        for button in [PageButton.reset, .tryAgain, .continueAnyway] {
            agenda.add(.userPresses(button), at: .seconds(1))
        }
        agenda.add(.agentStarts, at: .seconds(10))
        agenda.delay(bySeconds: 20) { if case .userPresses = $0 { true } else { false } }
        #expect(agenda.nextTime == .seconds(10))
        #expect(
            drain(agenda) == [
                .agentStarts, .userPresses(.reset), .userPresses(.tryAgain), .userPresses(.continueAnyway),
            ])
    }

    @Test("An empty agenda has no next entry")
    func empty() {
        var agenda = Agenda()
        agenda.add(.agentStarts, at: .zero)
        agenda.cancel(.agentStarts)
        #expect(agenda.isEmpty)
        #expect(agenda.nextTime == nil)
        #expect(agenda.next() == nil)
    }

    @Test("The device's clock: a life begins on 2026-01-05, and days, months and leap years follow")
    func clock() {
        func text(_ days: Int64, _ seconds: Int64 = 0) -> String { LocalTime().text(.seconds(days * 86_400 + seconds)) }
        #expect(text(0) == "2026-01-05T00:00:00Z")
        #expect(text(0, 86_399) == "2026-01-05T23:59:59Z")
        #expect(text(27) == "2026-02-01T00:00:00Z")
        #expect(text(365) == "2027-01-05T00:00:00Z")
        #expect(text(785) == "2028-02-29T00:00:00Z")
        #expect(text(786) == "2028-03-01T00:00:00Z")
    }
}
