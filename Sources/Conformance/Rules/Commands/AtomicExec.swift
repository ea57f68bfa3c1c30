import SyncML

extension Rule {
    static let atomicExec = Rule(
        "atomic.exec", .note, "Exec inside an Atomic, which the standard does not have and Windows takes.",
        requirements: ["DM-ATOM-11"], reference: "oma-dm.md 7, DM-ATOM-11; windows-csp.md 4.3",
        check: .command { linted in
            guard case .exec(let exec) = linted.command, linted.isInAtomic else { return [] }
            return [
                Breach(
                    at: exec.origin, commandID: exec.cmdID, target: exec.items.first?.target?.locURI,
                    "the standard has no Exec inside an Atomic; Windows takes it, and a SCEP Enroll needs it",
                    severity: linted.message.context.profile.name == .oma ? .warning : nil)
            ]
        })
}
