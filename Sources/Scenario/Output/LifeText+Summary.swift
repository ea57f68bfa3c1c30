import Device
import ESP

extension LifeText {
    /// What is left to say when a life is over: how it ended, the page as it stands, the apps, what was expected, and
    /// why it went wrong. A life that was stopped before is not judged.
    public static func summary(_ player: LifePlayer<some ManagementServer>, messageCount: Int, sessionCount: Int)
        -> [Line]
    {
        let ending = player.ending
        var lines = [Line(text: "", tone: .plain), heading(player, ending)]
        if player.life.script.page.mode == .devicePreparation {
            lines.append(Line(text: "  Autopilot device preparation has no Enrollment Status Page", tone: .quiet))
        }
        for entry in player.life.page.board.entries where player.life.script.page.mode != .devicePreparation {
            lines.append(Line(text: "  \(title(entry.category)): \(entry.state.english)", tone: .plain))
            for line in entry.lines where line.kind.label != nil {
                lines.append(Line(text: "    \(line.english)", tone: line.state == .failed ? .bad : .quiet))
            }
        }
        lines += apps(player)
        lines.append(Line(text: "  \(sessionCount) sessions, \(messageCount) messages", tone: .quiet))
        return lines + (player.isOver ? expectations(ending) + reasons(ending) : expectationsSoFar(ending))
    }

    private static func heading(_ player: LifePlayer<some ManagementServer>, _ ending: LifeEnding) -> Line {
        guard player.isOver else {
            return Line(text: "\(player.scenario.name): stopped at \(ending.endedAt)", tone: .heading)
        }
        let isGood = ending.outcome == .succeeded || ending.outcome == .continued
        return Line(
            text: "\(player.scenario.name): \(ending.outcome.rawValue), ended at \(ending.endedAt)",
            tone: isGood ? .good : .bad)
    }

    private static func apps(_ player: LifePlayer<some ManagementServer>) -> [Line] {
        let apps = player.life.script.apps
        guard !apps.isEmpty else { return [] }
        return [Line(text: "  Apps of the agent", tone: .plain)]
            + apps.map { app in
                let state = player.life.appState(app.id)
                let note = app.isTracked ? "" : ", not waited for"
                return Line(
                    text: "    \(app.name): \(state.map { word($0) } ?? "not begun")\(note)",
                    tone: state == .error ? .bad : .quiet)
            }
    }

    private static func expectationsSoFar(_ ending: LifeEnding) -> [Line] {
        guard !ending.expectations.isEmpty else { return [] }
        let count = ending.expectations.count { $0.passed }
        return [
            Line(
                text: "  \(count) of \(ending.expectations.count) expectations met so far; the others are not judged",
                tone: .quiet)
        ]
    }

    private static func expectations(_ ending: LifeEnding) -> [Line] {
        let all = ending.expectations
        guard !all.isEmpty else { return [] }
        let failed = all.filter { !$0.passed }
        return [
            Line(
                text: "  \(all.count - failed.count) of \(all.count) expectations met",
                tone: failed.isEmpty ? .good : .bad)
        ]
            + failed.map {
                Line(
                    text: "  line \($0.expectation.line): expected \($0.expectation.text); found \($0.found)",
                    tone: .bad)
            }
    }

    /// The diagnostics, each sentence once with the number of its targets.
    private static func reasons(_ ending: LifeEnding) -> [Line] {
        var groups: [(message: String, rule: String, hint: String, targets: [String])] = []
        for diagnostic in ending.diagnostics {
            if let index = groups.firstIndex(where: { $0.message == diagnostic.message && $0.rule == diagnostic.rule })
            {
                if let target = diagnostic.target, !groups[index].targets.contains(target) {
                    groups[index].targets.append(target)
                }
            } else {
                groups.append(
                    (diagnostic.message, diagnostic.rule, diagnostic.hint, diagnostic.target.map { [$0] } ?? []))
            }
        }
        var lines: [Line] = []
        for group in groups {
            lines.append(Line(text: "  \(group.message) [\(group.rule)]", tone: .bad))
            for target in group.targets { lines.append(Line(text: "    \(target)", tone: .quiet)) }
            if !group.hint.isEmpty { lines.append(Line(text: "    hint: \(group.hint)", tone: .plain)) }
        }
        return lines
    }
}
