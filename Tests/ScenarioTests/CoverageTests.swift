import ESP
import Testing

@testable import Scenario

/// What the scenario files reach of esp-behaviour.md, all together.
struct CoverageTests {
    /// A change of the page's state as the table of 4.2 has it.
    struct Transition: Hashable, CustomStringConvertible {
        var from: PageState
        var to: PageState

        var description: String { "\(from.rawValue) to \(to.rawValue)" }
    }

    /// The rows of 4.2, device part and account part. S5 stands for S5b, too, where the table says S5; S9 and S13 are
    /// passed through on the way to S5 or S8.
    private static let table: [(PageState, PageState)] = [
        (.idle, .preparing), (.idle, .skipped), (.skipped, .between),
        (.preparing, .deviceSetup), (.preparing, .deviceError), (.preparing, .technicianFailure),
        (.deviceSetup, .deviceExit), (.deviceSetup, .rebooting), (.deviceSetup, .deviceError),
        (.deviceSetup, .technicianFailure), (.rebooting, .deviceSetup), (.rebooting, .deviceError),
        (.deviceExit, .between), (.deviceExit, .betweenWithPrompt), (.deviceExit, .technicianSuccess),
        (.deviceError, .preparing), (.deviceError, .deviceSetup), (.deviceError, .continued), (.continued, .between),
        (.deviceError, .reset), (.deviceSetup, .continued),
        (.between, .accountSetup), (.betweenWithPrompt, .accountSetup), (.between, .skipped), (.skipped, .done),
        (.accountSetup, .done), (.accountSetup, .accountError), (.accountError, .accountSetup),
        (.accountError, .continued), (.accountError, .reset), (.accountSetup, .continued),
        (.technicianSuccess, .idle),
    ]

    @Test("4.2: every row of the transition table is reached by a scenario")
    func transitions() throws {
        var seen: Set<Transition> = []
        for name in ScenarioFiles.names {
            var player = ScenarioPlayer(try ScenarioReader.read(ScenarioFiles.text(name)))
            var last = PageState.idle
            for event in player.playToEnd() {
                guard case .pageState(let state) = event.kind else { continue }
                seen.insert(Transition(from: last, to: state))
                last = state
            }
        }
        let missing = Self.table.map { Transition(from: $0.0, to: $0.1) }.filter { !seen.contains($0) }
        #expect(missing == [])
    }

    /// What no life can show, with the test that does.
    private static let elsewhere = [
        // Only a profile's validator sees them: such a profile never gets to a device.
        "ESP-104": "ESPTests/ProfileFilterTests", "ESP-121": "ESPTests/ProfileTests.appCap",
        // The registry is written beside the life, and no expectation reads it.
        "ESP-602": "ScenarioTests/RegistryAcceptanceTests", "ESP-603": "ScenarioTests/RegistryAcceptanceTests",
    ]

    /// Every id of esp-behaviour.md.
    private static let ids = [
        "ESP-001", "ESP-002", "ESP-003", "ESP-004", "ESP-005", "ESP-006", "ESP-006b", "ESP-007", "ESP-008",
        "ESP-009", "ESP-010", "ESP-011", "ESP-101", "ESP-102", "ESP-103", "ESP-104", "ESP-105", "ESP-106",
        "ESP-107", "ESP-120", "ESP-121", "ESP-122", "ESP-201", "ESP-202", "ESP-203", "ESP-204", "ESP-205",
        "ESP-206", "ESP-207", "ESP-208", "ESP-209", "ESP-210", "ESP-301", "ESP-302", "ESP-303", "ESP-304",
        "ESP-305", "ESP-306", "ESP-307", "ESP-308", "ESP-309", "ESP-310", "ESP-311", "ESP-312", "ESP-313",
        "ESP-314", "ESP-315", "ESP-316", "ESP-317", "ESP-318", "ESP-319", "ESP-320", "ESP-321", "ESP-322",
        "ESP-323", "ESP-324", "ESP-325", "ESP-326", "ESP-401", "ESP-401b", "ESP-402", "ESP-403", "ESP-404",
        "ESP-405", "ESP-406", "ESP-407", "ESP-408", "ESP-409", "ESP-410", "ESP-411", "ESP-412", "ESP-413",
        "ESP-414", "ESP-415", "ESP-511", "ESP-512", "ESP-513", "ESP-514", "ESP-515", "ESP-516", "ESP-517",
        "ESP-518", "ESP-521", "ESP-522", "ESP-523", "ESP-524", "ESP-525", "ESP-526", "ESP-527", "ESP-528",
        "ESP-531", "ESP-532", "ESP-533", "ESP-534", "ESP-535", "ESP-536", "ESP-537", "ESP-538", "ESP-601",
        "ESP-602", "ESP-603", "ESP-604", "ESP-605", "ESP-606", "ESP-701", "ESP-702", "ESP-703", "ESP-704",
        "ESP-705", "ESP-706", "ESP-707",
    ]

    @Test("Every id of esp-behaviour.md is shown by an expectation of a scenario, or cannot be and says where it is")
    func requirements() throws {
        var shown: Set<String> = []
        for name in ScenarioFiles.names {
            for expectation in try ScenarioReader.read(ScenarioFiles.text(name)).expectations {
                shown.formUnion(expectation.shows)
            }
        }
        #expect(Self.ids.filter { !shown.contains($0) && Self.elsewhere[$0] == nil } == [])
        #expect(Self.elsewhere.keys.filter(shown.contains).sorted() == [])
    }
}
