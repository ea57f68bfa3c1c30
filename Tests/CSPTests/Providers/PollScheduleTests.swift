import DMTree
import Testing

@testable import CSP

/// Poll (windows-csp.md 3.4, enrollment.md 15).
@Suite struct PollScheduleTests {
    private static let leaves = [
        "IntervalForFirstSetOfRetries", "NumberOfFirstRetries", "IntervalForSecondSetOfRetries",
        "NumberOfSecondRetries", "IntervalForRemainingScheduledRetries", "NumberOfRemainingScheduledRetries",
    ]

    @Test(
        "What is configured, and what reads back; nil is a value that was never set",
        arguments: [
            ([15, 5, 60, 10, 1440, 0], [15, 5, 60, 10, 1440, 0]), ([15, 5, 60, 10, 0, 0], [15, 5, 60, 10, 0, 0]),
            ([0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]), ([15, 5, 1440, 0, 1440, 0], [15, 5, 1440, 0, 0, 0]),
            ([15, 5, 1440, 0, 480, 7], [15, 5, 1440, 0, 0, 0]), ([3, 0, 60, 10, 1440, 0], [3, 0, 0, 0, 0, 0]),
            // The defaults count for a set that is only half written: 0 retries of the second set are for ever.
            ([nil, nil, 60, nil, 1440, 5], [nil, nil, 60, nil, 0, 0]),
            ([1, 0, nil, nil, nil, nil], [1, 0, nil, nil, nil, nil]),
            ([nil, 0, 60, 10, nil, nil], [nil, 0, 0, 0, nil, nil]),
            ([nil, nil, 60, 10, nil, nil], [nil, nil, 60, 10, nil, nil]),
        ] as [([Int?], [Int?])])
    func reading(configured: [Int?], readBack: [Int?]) {
        var tree = Devices.enrolled()
        for (leaf, value) in zip(Self.leaves, configured) {
            guard let value else { continue }
            #expect(tree.status(.replace, "\(Devices.account)/Poll/\(leaf)", "\(value)", format: "int") == 200)
        }
        for (leaf, value) in zip(Self.leaves, readBack) {
            #expect(tree.get("\(Devices.account)/Poll/\(leaf)") == value.map { "\($0)" }, "\(leaf)")
        }
    }

    @Test("Six zeros are taken, with a warning at the sixth")
    func allZero() {
        var tree = Devices.enrolled()
        for (index, leaf) in Self.leaves.enumerated() {
            let application = tree.send(.replace, "\(Devices.account)/Poll/\(leaf)", "0", format: "int")
            #expect(application.status == 200)
            #expect(application.advised == (index == 5 ? ["dmclient.poll-all-zero"] : []))
        }
    }

    @Test("Poll never set: Get answers 404, an Add of Poll brings nothing but itself")
    func neverSet() {
        var tree = Devices.enrolled()
        #expect(tree.status(.get, Devices.account + "/Poll") == 404)
        #expect(tree.status(.add, Devices.account + "/Poll", format: "node") == 200)
        #expect(tree.get(Devices.account + "/Poll") == "")
        for leaf in Self.leaves + ["PollOnLogin"] {
            #expect(tree.status(.get, "\(Devices.account)/Poll/\(leaf)") == 404)
        }
    }

    @Test(
        "Wrong input",
        arguments: [("NumberOfFirstRetries", "often", 415), ("PollOnLogin", "yes", 415), ("PollOnLogin", "true", 200)])
    func wrongInput(leaf: String, value: String, status: Int) {
        var tree = Devices.enrolled()
        #expect(tree.status(.replace, "\(Devices.account)/Poll/\(leaf)", value) == status)
    }
}
