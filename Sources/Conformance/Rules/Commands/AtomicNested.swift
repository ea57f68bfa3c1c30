import SyncML

extension Rule {
    static let atomicNested = Rule(
        "atomic.nested", .error, "An Atomic inside an Atomic (500).", requirements: ["DM-ATOM-11", "SES-10"],
        reference: "windows-csp.md 5.9 Atomic",
        check: .command { linted in
            guard case .atomic(let inner) = linted.command, linted.isInAtomic else { return [] }
            return [
                Breach(
                    at: inner.origin, commandID: inner.cmdID,
                    "an Atomic inside an Atomic is not supported and answers 500",
                    hint: "put its commands into the outer one")
            ]
        })
}
