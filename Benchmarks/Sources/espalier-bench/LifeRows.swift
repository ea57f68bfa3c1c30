import CTwin
import Device
import ReferenceServer
import Scenario

/// The bundled life, lived in this process: what it costs in time, and what a device that has finished it keeps.
enum LifeRows {
    static func rows(_ options: Options) -> [Row] {
        let life = "a whole user-driven life, virtual time"
        let memory = "memory of one more device after an ESP"
        let scenario: Scenario
        do throws(ScenarioError) { scenario = try ScenarioReader.read(BundledScenario.text) } catch {
            let reason = "the bundled scenario is refused: \(error)"
            return [
                Row(name: life, budget: "<= 50 ms of CPU", outcome: .notMeasured(reason)),
                Row(name: memory, budget: "<= 64 KiB", outcome: .notMeasured(reason)),
            ]
        }
        guard finished(scenario).ending.outcome == .succeeded else {
            let reason = "the bundled life does not succeed"
            return [Row(name: life, budget: "<= 50 ms of CPU", outcome: .notMeasured(reason))]
        }
        let time = Stopwatch.interleaved(rounds: max(options.rounds / 20, 5), [{ _ = finished(scenario) }])[0]
        return [
            Row(
                name: life, budget: "<= 50 ms of CPU",
                outcome: .measured(
                    ours: Figure.milliseconds(time), limit: Figure.milliseconds(50e6), ratio: Figure.ratio(time / 50e6),
                    isMet: time <= 50e6)),
            Row(name: memory, budget: "<= 64 KiB", outcome: keptBytes(scenario)),
            hundredApps(options),
        ]
    }

    /// A hundred apps that the page waits for, one after the other, for six hours of the device's time.
    private static func hundredApps(_ options: Options) -> Row {
        let name = "a life of 100 tracked apps, 6 virtual hours"
        let budget = "<= 200 ms of CPU"
        let apps = (1...100).map { "  - {name: App \($0), duration: 215s}" }.joined(separator: "\n")
        let text = """
            profile: {showInstallationProgress: true, installProgressTimeoutInMinutes: 1440}
            agent: {starts: 30s}
            server: {lists: "01:05"}
            apps:
            \(apps)
            """
        let scenario: Scenario
        do throws(ScenarioError) { scenario = try ScenarioReader.read(text) } catch {
            return Row(name: name, budget: budget, outcome: .notMeasured("the scenario is refused: \(error)"))
        }
        let ending = finished(scenario).ending
        guard ending.outcome == .succeeded, ending.endedAt >= .seconds(6 * 3600 - 600) else {
            return Row(name: name, budget: budget, outcome: .notMeasured("the life ended \(ending.outcome) too early"))
        }
        let time = Stopwatch.interleaved(rounds: 5, [{ _ = finished(scenario) }])[0]
        return Row(
            name: name, budget: budget,
            outcome: .measured(
                ours: Figure.milliseconds(time), limit: Figure.milliseconds(200e6), ratio: Figure.ratio(time / 200e6),
                isMet: time <= 200e6))
    }

    private static func finished(_ scenario: Scenario) -> ScenarioPlayer {
        var player = ScenarioPlayer(scenario)
        while player.step() != nil {}
        return player
    }

    /// A device at the end of its life, without the server that it talked to.
    private static func device(_ scenario: Scenario) -> DeviceLife<ReferenceServer> {
        var life = DeviceLife(
            scenario.script, server: ReferenceServer(assignments: scenario.assignments, scripted: scenario.scripted))
        while life.step() { _ = life.takeEvents() }
        life.server = ReferenceServer(assignments: nil)
        return life
    }

    /// The heap that 200 finished devices hold, by device. What they share, such as decoded descriptions, is there before.
    private static func keptBytes(_ scenario: Scenario) -> Row.Outcome {
        let count = 200
        let limit = 64.0 * 1024
        let before = ctwin_heap_in_use()
        guard before > 0 else { return .notMeasured("this C library does not tell what the heap holds") }
        var devices: [DeviceLife<ReferenceServer>] = []
        devices.reserveCapacity(count)
        for _ in 0..<count { devices.append(device(scenario)) }
        let each = Double(ctwin_heap_in_use() - before) / Double(count)
        keep(devices.count)
        return .measured(
            ours: "\(Figure.fixed(each / 1024, 1)) KiB", limit: "64 KiB", ratio: Figure.ratio(each / limit),
            isMet: each <= limit)
    }
}
