import ESP

/// `espalier esp profile` for people.
struct ProfileText {
    private let report: ProfileReport

    init(_ report: ProfileReport) { self.report = report }

    var lines: [String] {
        var lines = subject
        if let result = report.result {
            lines += chosen(result) + candidates + consequences(result) + commands(result)
        } else {
            lines += ["", "The files have faults, so no profile is named."]
        }
        return lines + findings
    }

    private var subject: [String] {
        let device = report.device
        let windows = device.windows == device.osVersion ? "" : "\(device.windows) "
        let make = [device.manufacturer, device.model].compactMap { $0 }.joined(separator: " ")
        return [
            "Device: \(Terminal.safe(make)), Windows \(windows)\(device.osVersion) \(device.edition), "
                + "\(device.deviceOwnership.lowercased()); \(Self.groups(device.groups))",
            "User: " + (report.user.map { Self.groups($0.groups) } ?? "none"),
            "Mode: \(report.mode)",
        ]
    }

    private static func groups(_ groups: [String]) -> String {
        groups.isEmpty ? "in no group" : "in " + Terminal.safe(groups.joined(separator: ", "))
    }

    private func chosen(_ result: ProfileResult) -> [String] {
        let resolution = result.resolution
        let way = resolution.assignment.map { ", through \($0)" } ?? ""
        return [
            "",
            Colour.bold("Profile: \(Terminal.safe(resolution.profile.name))")
                + Terminal.safe(" (step \(Self.number(of: resolution.step)): \(resolution.step.rawValue)\(way))"),
        ]
    }

    private static func number(of step: ProfileResolution.Step) -> Int {
        switch step {
        case .device: 1
        case .user: 2
        case .fallback: 3
        }
    }

    private var candidates: [String] {
        var lines = ["", "Every profile, the strongest first:"]
        for profile in report.profiles {
            let rank = profile.isDefault ? "default" : profile.priority.map(String.init) ?? "-"
            let padded = rank + String(repeating: " ", count: max(8 - rank.count, 1))
            let reason = Terminal.safe("\(profile.name): \(profile.reason)")
            lines.append("  \(padded)" + (profile.verdict == "chosen" ? Colour.green(reason) : reason))
            for assignment in profile.assignments {
                lines.append("            " + Terminal.safe("\(assignment.assignment.text): \(assignment.reason)"))
            }
        }
        return lines
    }

    private func consequences(_ result: ProfileResult) -> [String] {
        let blocking = result.blockingApps
        let why = result.resolution.isUserTargeted ? " (as the default profile says, ESP-315)" : ""
        return [
            "",
            "Apps that block in the device phase: \(Self.apps(blocking.devicePhase))\(why)",
            "Apps that block in the account phase: \(Self.apps(blocking.accountPhase))",
            "Pre-provisioning installs the other apps, too: \(result.installsNonBlockingApps ? "yes" : "no")",
            "Quality updates at the end of OOBE: \(result.installsQualityUpdates ? "yes" : "no")",
        ]
    }

    private static func apps(_ ids: [String]?) -> String {
        ids.map { $0.joined(separator: ", ") } ?? "all that can be tracked"
    }

    private func commands(_ result: ProfileResult) -> [String] {
        var lines = ["", "What the server sends, in this order (--format syncml prints it as a SyncBody):"]
        lines += result.nodes.map(Self.command)
        if !result.nodesAfterFirstUser.isEmpty {
            lines += ["Once the first user is done:"] + result.nodesAfterFirstUser.map(Self.command)
        }
        return lines
    }

    private static func command(_ node: ProfileResult.Node) -> String {
        "  " + Terminal.safe("Replace \(node.uri) (\(node.format)) = \(node.value)")
    }

    private var findings: [String] {
        guard !report.findings.isEmpty else { return [] }
        var lines = ["", "Findings:"]
        for finding in report.findings {
            let line = Terminal.safe(finding.line)
            let coloured =
                switch finding.severity {
                case .error: Colour.red(line)
                case .warning: Colour.yellow(line)
                case .note: line
                }
            lines.append("  \(coloured)")
            if !finding.hint.isEmpty { lines.append("    hint: \(Terminal.safe(finding.hint))") }
            lines.append(Colour.dim("    see: \(finding.reference)"))
        }
        return lines
    }
}
