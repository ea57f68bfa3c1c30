import Testing

@testable import Scenario

/// The scenarios of esp-behaviour.md 8, and lives that share nothing with the bundled one, as files.
struct ScenarioFileTests {
    @Test(
        "Every scenario of the folder meets its expectations, twice alike, byte for byte (design.md 5)",
        arguments: ScenarioFiles.names)
    func passes(name: String) throws {
        let (first, second) = (try ScenarioFiles.play(name), try ScenarioFiles.play(name))
        #expect(!first.player.ending.expectations.isEmpty)
        #expect(first.failures == [])
        let times = first.events.map(\.time)
        #expect(times == times.sorted())
        #expect(try first.json() == second.json())
        #expect(first.player.life.messages == second.player.life.messages)
    }

    @Test(
        "The public acceptance scenarios are there",
        arguments: [
            "sc-01", "sc-02", "sc-02-app-4-fails", "sc-03", "sc-04", "sc-05", "sc-06", "sc-07", "sc-08", "sc-10",
            "sc-12",
        ])
    func present(name: String) { #expect(ScenarioFiles.names.contains(name)) }

    @Test("The bundled scenario meets its expectations and succeeds")
    func bundled() throws {
        let life = try PlayedLife(yaml: BundledScenario.text)
        #expect(life.failures == [])
        #expect(life.player.ending.outcome == .succeeded)
        #expect(life.player.ending.diagnostics.isEmpty)
        #expect(life.player.scenario.notes.isEmpty)
    }
}
