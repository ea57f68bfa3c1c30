import CSP
import DMTree
import Testing

/// Reboot (windows-csp.md 4.12).
@Suite struct RebootTests {
    private static let root = "./Device/Vendor/MSFT/Reboot"
    private static func schedule(_ name: String) -> String { "\(root)/Schedule/\(name)" }

    private static func planned(_ application: Application) -> [Job] {
        application.effects.compactMap { if case .planJob(let job) = $0 { job } else { nil } }
    }

    @Test("RebootNow: 200, and a restart behind the session", arguments: ["./Device", "."])
    func now(prefix: String) throws {
        var tree = Devices.fresh()
        let node = "\(prefix)/Vendor/MSFT/Reboot/RebootNow"
        let application = tree.send(.exec, node)
        #expect(application.status == 200 && application.row == .executed && application.advised.isEmpty)
        #expect(Self.planned(application) == [Job(kind: .restart, uri: try TreeURI(node), data: "")])
    }

    @Test(
        "A good life of each schedule: set, read with its offset, changed, emptied, set again, deleted",
        arguments: ["Single", "DailyRecurrent", "WeeklyRecurrent"])
    func life(name: String) throws {
        var tree = Devices.fresh()
        let node = Self.schedule(name)
        #expect(tree.status(.get, node) == 404)
        let add = tree.send(.add, node, "2027-10-07T10:35:00", format: "chr")
        #expect(add.status == 200, "a write that only plans something is done as it stands")
        #expect(
            Self.planned(add) == [
                Job(kind: .restartSchedule, uri: try TreeURI(node), data: "2027-10-07T10:35:00")
            ])
        #expect(tree.get(node) == "2027-10-07T10:35:00+00:00")
        #expect(tree.status(.add, node, "2027-10-07T10:35:00") == 418)
        #expect(tree.status(.replace, node, "2028-02-29T23:59:59+01:00") == 200)
        #expect(tree.get(node) == "2028-02-29T23:59:59+01:00")
        let empty = tree.send(.replace, node, "")
        #expect(empty.status == 200 && Self.planned(empty).map(\.data) == [""])
        #expect(tree.status(.get, node) == 404)
        #expect(tree.status(.replace, node, "2027-10-07T10:35") == 200)
        let delete = tree.send(.delete, node)
        #expect(delete.status == 200 && Self.planned(delete).map(\.data) == [""])
        #expect(tree.status(.get, node) == 404)
    }

    @Test("The offset is that of the device's clock")
    func offset() {
        var tree = Devices.fresh()
        tree.localTime = "2026-01-05T08:00:00-03:30"
        #expect(tree.status(.add, Self.schedule("DailyRecurrent"), "2018-06-29T10:00:00") == 200)
        #expect(tree.get(Self.schedule("DailyRecurrent")) == "2018-06-29T10:00:00-03:30")
    }

    @Test(
        "What is no date with a time is 500, and the old schedule stays",
        arguments: [
            "tomorrow", "2027-10-07", "10:35:00", "2027-13-07T10:35:00", "2027-02-29T10:35:00", "2027-10-07T24:00:00",
            "2027-10-07 10:35:00", "2027-10-07T10:35:00+1", "2027-10-07T10:35:00Zx", "2027-10-07T10:35:60", " ",
            "2027-10-07T10:35:00.", "0000-10-07T10:35:00", "２027-10-07T10:35:00",
        ])
    func wrongTime(value: String) {
        var tree = Devices.fresh()
        let node = Self.schedule("Single")
        tree.send(.add, node, "2027-10-07T10:35:00")
        let application = tree.send(.replace, node, value)
        #expect(application.status == 500 && application.error == .invalidArgument)
        #expect(application.advised == ["reboot.time"] && application.effects.isEmpty)
        #expect(tree.get(node) == "2027-10-07T10:35:00+00:00")
    }

    @Test("A time cut off at any byte is refused or is a time of its own, never a crash")
    func truncated() {
        let text = "2027-10-07T10:35:00.5+01:00"
        let whole = ["2027-10-07T10:35", "2027-10-07T10:35:00", "2027-10-07T10:35:00.5", text]
        for count in 0...text.count {
            let part = String(text.prefix(count))
            #expect((ISODateTime(part) != nil) == whole.contains(part), "\(part)")
        }
    }

    @Test("Times come back as they were, over leap years and before 1970")
    func roundTrip() {
        for text in [
            "1970-01-01T00:00:00", "1969-12-31T23:59:59", "2000-02-29T12:00:00", "1900-03-01T00:00:00",
            "2100-02-28T23:59:59", "0001-01-01T00:00:00", "9999-12-31T23:59:59",
        ] {
            #expect(ISODateTime(text)?.clockText == text)
        }
        #expect(ISODateTime("1970-01-02T00:00:00+01:00")?.seconds(assuming: 0) == 82_800)
    }

    @Test("Daily and weekly exclude each other, whichever comes first")
    func exclusive() {
        for (first, second) in [("DailyRecurrent", "WeeklyRecurrent"), ("WeeklyRecurrent", "DailyRecurrent")] {
            var tree = Devices.fresh()
            #expect(tree.status(.add, Self.schedule(first), "2027-10-07T10:35:00") == 200)
            #expect(tree.status(.add, Self.schedule("Single"), "2027-10-07T10:35:00") == 200)
            let refused = tree.send(.add, Self.schedule(second), "2027-10-07T10:35:00")
            #expect(refused.status == 500 && refused.error == .invalidArgument)
            #expect(refused.advised == ["reboot.two-schedules"] && refused.effects.isEmpty)
            #expect(tree.status(.get, Self.schedule(second)) == 404)
            #expect(tree.status(.add, Self.schedule(second), "") == 200, "an empty value sets nothing")
            #expect(tree.status(.delete, Self.schedule(first)) == 200)
            #expect(tree.status(.replace, Self.schedule(second), "2027-10-07T10:35:00") == 200)
        }
    }

    @Test("A single restart in the past is stored, with a warning; a recurrent one has begun")
    func past() {
        var tree = Devices.fresh()
        tree.localTime = "2026-01-05T08:00:00Z"
        #expect(tree.send(.add, Self.schedule("Single"), "2026-01-05T08:00:00").advised == ["reboot.past"])
        #expect(tree.send(.add, Self.schedule("DailyRecurrent"), "2020-01-05T08:00:00").advised.isEmpty)
    }

    @Test("WeeklyRecurrent exists from 26100 on (5.9 row 9)")
    func releases() {
        var old = Devices.fresh("11-23h2")
        let node = Self.schedule("WeeklyRecurrent")
        #expect(old.status(.get, node) == 404 && old.status(.add, node, "2027-10-07T10:35:00") == 405)
        var new = Devices.fresh("11-24h2")
        #expect(new.status(.add, node, "2027-10-07T10:35:00") == 200)
        #expect(old.status(.add, Self.schedule("DailyRecurrent"), "2027-10-07T10:35:00") == 200)
    }

    @Test("Wrong verbs, formats and places")
    func wrongInput() {
        var tree = Devices.fresh()
        for verb in [Verb.add, .replace, .delete] { #expect(tree.status(verb, "\(Self.root)/RebootNow", "1") == 405) }
        #expect(tree.status(.exec, Self.schedule("Single")) == 405)
        #expect(tree.status(.add, Self.schedule("Monthly"), "2027-10-07T10:35:00") == 404)
        let bool = tree.send(.add, Self.schedule("Single"), "true", format: "bool")
        #expect(bool.status == 500 && bool.advised == ["reboot.time"], "a chr node takes any text format (row 17)")
        #expect(tree.status(.exec, "./User/Vendor/MSFT/Reboot/RebootNow") == 405)
        #expect(tree.status(.get, Self.root + "/Schedule") == 200)
    }
}
