import DDF
import DMTree

/// DMClient/Provider/{ProviderID}/FirstSyncStatus: what the Enrollment Status Page expects, and how it ended
/// (windows-csp.md 3.3, ESP-401 to ESP-415). Each provider and each scope is on its own (ESP-415).
enum FirstSyncStatus {
    /// What a Get gives before anybody wrote (windows-csp.md 3.3.2). The lists and CustomErrorText have no initial
    /// value; the others have the default of their description.
    static func initialValue(of node: NodeReference) -> String? {
        switch node.key(3) {
        case "serverhasfinishedprovisioning", "issyncdone": "false"
        case "wasdevicesuccessfullyprovisioned": "2"
        default: nil
        }
    }

    /// The transition rules (windows-csp.md 3.3.3). Every refusal is 405 with CFGMGR_E_COMMANDNOTALLOWED, unless U-08 says
    /// otherwise; the code is documented for the first latch and our choice for the others.
    static func judge(_ change: Change, in tree: DeviceTree, _ rules: FirstSyncRules) -> Judgement {
        guard let leaf = change.node.key(3) else { return .allowed }
        switch leaf {
        case "serverhasfinishedprovisioning":
            guard isTrue(leaf, change, tree), change.value.flatMap(NodeFormat.truth) == false else { return .allowed }
            return refuse(
                "firstsync.server-finished-latch",
                "ServerHasFinishedProvisioning is true already and cannot go back to false",
                "a device that should wait again has to enrol again", "ESP-404")
        case "issyncdone":
            guard isTrue(leaf, change, tree) else { return .allowed }
            return refuse(
                "firstsync.sync-done-latch", "IsSyncDone is true already; every further write is refused",
                "read it instead", "ESP-405")
        case "wasdevicesuccessfullyprovisioned":
            guard let result = current(leaf, change, tree).flatMap({ Self.number($0) }), result == 0 || result == 1
            else { return .allowed }
            return refuse(
                "firstsync.result-latch", "WasDeviceSuccessfullyProvisioned is \(result) and final",
                "the first 0 or 1 stays, even when a later attempt succeeds (ESP-317)", "ESP-406")
        case "timeoutuntilsyncfailure":
            return frozen(change, tree, rules) ?? tooShort(change, rules) ?? .allowed
        case "expectedpolicies", "expectednetworkprofiles", "expectedmsiapppackages", "expectedmodernapppackages",
            "expectedpfxcerts", "expectedscepcerts":
            return frozen(change, tree, rules)
                ?? Judgement(advice: ExpectedList.advice(on: change.value, leaf: leaf))
        default: return .allowed
        }
    }

    /// The lists and the time limit are read-only once the server said that they are final.
    private static func frozen(_ change: Change, _ tree: DeviceTree, _ rules: FirstSyncRules) -> Judgement? {
        guard isTrue("serverhasfinishedprovisioning", change, tree) else { return nil }
        return refuse(
            "firstsync.frozen",
            "\(change.node.description.name) is read-only since ServerHasFinishedProvisioning is true",
            "write the lists first and ServerHasFinishedProvisioning last", "ESP-404", status: rules.frozenStatus)
    }

    /// A time limit that the description allows and U-03 does not.
    private static func tooShort(_ change: Change, _ rules: FirstSyncRules) -> Judgement? {
        guard let minutes = change.value.flatMap(Self.number), (1..<max(1, rules.leastTimeout)).contains(minutes) else {
            return nil
        }
        return Judgement(
            refusal: Judgement.Refusal(
                row: .valueNotAllowed, status: 500, error: .invalidArgument,
                advice: Advice(
                    rule: "value.not-allowed", severity: .error,
                    message: "TimeOutUntilSyncFailure \(minutes) lies outside of \(rules.leastTimeout) to 1440",
                    hint: "the limit is in minutes", reference: "ESP-002, U-03")))
    }

    /// The stored value of a leaf beside the one that changes.
    private static func current(_ leaf: String, _ change: Change, _ tree: DeviceTree) -> String? {
        let uri = change.node.uri
        return tree.storage[uri.keys.prefix(uri.structuralCount + 4) + [leaf]]?.value
    }

    private static func isTrue(_ leaf: String, _ change: Change, _ tree: DeviceTree) -> Bool {
        current(leaf, change, tree).flatMap(NodeFormat.truth) == true
    }

    /// Blanks round a number belong to no value.
    private static func number(_ text: String) -> Int? { Int(text.filter { !$0.isWhitespace }) }

    private static func refuse(
        _ rule: String, _ message: String, _ hint: String, _ id: String, status: Int = 405
    ) -> Judgement {
        Judgement(
            refusal: Judgement.Refusal(
                status: status, error: .commandNotAllowed,
                advice: Advice(
                    rule: rule, severity: .error, message: message, hint: hint,
                    reference: "\(id), windows-csp.md 3.3.3")))
    }
}
