extension Rule {
    static let neverCorrected = Rule(
        "command.never-corrected", .warning,
        "A command that the device refused, and that the server neither sent again nor corrected.",
        reference: "esp-behaviour.md ESP-401; windows-csp.md 5.2",
        check: .device { device in
            device.refused.values.filter { !$0.wasSentAgain && $0.hadChance }
                .sorted { ($0.place.record ?? 0, $0.target) < ($1.place.record ?? 0, $1.target) }
                .map { refused in
                    Breach(
                        at: refused.origin, place: refused.place, commandID: refused.commandID, target: refused.target,
                        "the device answered \(refused.code) to this \(refused.name), and the server did not come back to it",
                        hint: "read the Status, mend the command and send it again")
                }
        })
}
