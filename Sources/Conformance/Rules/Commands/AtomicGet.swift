import SyncML

extension Rule {
    static let atomicGet = Rule(
        "atomic.get", .error, "Get inside an Atomic (500).", requirements: ["DM-ATOM-11", "SES-10"],
        reference: "windows-csp.md 5.9 Atomic",
        check: .command { linted in
            guard case .get(let get) = linted.command, linted.isInAtomic else { return [] }
            return [
                Breach(
                    at: get.origin, commandID: get.cmdID, target: get.items.first?.target?.locURI,
                    "Get inside an Atomic is not supported and answers 500, and the Atomic 507",
                    hint: "send the Get beside the Atomic")
            ]
        })
}
