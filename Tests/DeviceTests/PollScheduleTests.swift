import CSP
import ESP
import Testing

@testable import Device

/// enrollment.md 15.
struct PollScheduleTests {
    private func schedule(_ values: [Int64]) -> PollSchedule {
        PollSchedule(
            first: .init(interval: values[0], count: values[1]), second: .init(interval: values[2], count: values[3]),
            remaining: .init(interval: values[4], count: values[5]))
    }

    /// The minutes of the first polls after the enrolment.
    private func minutes(_ values: [Int64], _ count: Int) -> [Int64] {
        let schedule = schedule(values)
        var now = DeviceTime.zero
        return (0..<count).map { _ in
            now = schedule.next(after: now, start: .zero)
            return now.milliseconds / 60_000
        }
    }

    @Test("enrollment.md 15: each row of the table of effective schedules")
    func table() {
        let bursts: [Int64] = [15, 30, 45, 60, 75, 135, 195, 255, 315, 375, 435, 495, 555, 615, 675]
        // After the bursts daily: by the third set, or by the client's own schedule.
        let daily: [Int64] = [2115, 3555]
        #expect(minutes([15, 5, 60, 10, 1440, 0], 17) == bursts + daily)
        #expect(minutes([15, 5, 60, 10, 0, 0], 17) == bursts + daily)
        #expect(minutes([15, 5, 1440, 0, 1440, 0], 7) == [15, 30, 45, 60, 75, 1515, 2955])
        #expect(minutes([1, 0, 0, 0, 0, 0], 4) == [1, 2, 3, 4])
        #expect(minutes([0, 0, 0, 0, 0, 0], 2) == [1440, 2880])
        #expect(schedule([0, 0, 0, 0, 0, 0]).isUndefined)
        #expect(!schedule([1, 0, 0, 0, 0, 0]).isUndefined)
    }

    @Test("enrollment.md 15: the first set without end disables those behind it")
    func unbounded() {
        #expect(minutes([0, 0, 5, 0, 1, 3], 3) == [5, 10, 15])
        #expect(minutes([2, 0, 1, 1, 1, 1], 3) == [2, 4, 6])
    }

    @Test("A poll that was missed is not made up for: the next one is in the future")
    func missed() {
        #expect(
            schedule([15, 5, 60, 10, 1440, 0]).next(after: .seconds(3 * 86_400), start: .zero) > .seconds(3 * 86_400))
    }

    @Test("enrollment.md 15: nodes that nobody wrote have the defaults of DMClient")
    func defaults() {
        var tree = FreshDevice().makeTree()
        let poll = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/Poll"
        #expect(PollSchedule(in: tree) == schedule([15, 5, 60, 10, 1440, 0]))
        tree.removeLocally(poll)
        #expect(PollSchedule(in: tree) == schedule([15, 10, 0, 0, 0, 0]))
    }
}
