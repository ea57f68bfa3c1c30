import SyncML

extension Rule {
    static let commandUnsupported = Rule(
        "command.unsupported", .error,
        "Copy, an Alert for the user, or an Alert that the standard does not have (406).",
        requirements: ["DM-ALRT-15"], reference: "windows-csp.md 5.9 row 4; oma-dm.md 2.5",
        check: .command { linted in
            let isWindows = linted.message.context.profile.name == .windows
            switch linted.command {
            case .copy(let copy):
                guard isWindows, linted.message.sender == .server else { return [] }
                return [
                    Breach(
                        at: copy.origin, commandID: copy.cmdID, target: copy.items.first?.target?.locURI,
                        "Copy is not supported by the Windows client", hint: "use Get and Replace instead")
                ]
            case .alert(let alert):
                guard let code = alert.code, !Self.sessionAlerts.contains(code) else { return [] }
                let isQuestion = (1100...1104).contains(code)
                guard !isQuestion || (isWindows && linted.message.sender == .server) else { return [] }
                return [
                    Breach(
                        at: alert.origin, commandID: alert.cmdID,
                        isQuestion
                            ? "Alert \(code) is not supported by the Windows client"
                            : "\(code) is no alert code of device management",
                        hint: isQuestion
                            ? "Windows shows no alerts to the user; send 1222, 1223 or 1225, or none"
                            : "a server has 1222, 1223 and 1225")
                ]
            case .add, .replace, .delete, .get, .exec, .atomic, .sequence, .status, .results, .unknown: return []
            }
        })

    private static let sessionAlerts: Set<Int> = [1200, 1201, 1222, 1223, 1224, 1225, 1226]
}
