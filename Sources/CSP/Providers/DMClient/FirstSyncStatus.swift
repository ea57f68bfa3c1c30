import DMTree

/// DMClient/Provider/{ProviderID}/FirstSyncStatus: what the Enrollment Status Page expects, and how it ended (windows-csp.md 3.3,
/// ESP-401 to ESP-415). Each provider and each scope is on its own (ESP-415).
enum FirstSyncStatus {
    /// What a Get gives before anybody wrote (windows-csp.md 3.3.2). The lists and CustomErrorText have no initial value; the others have
    /// the default of their description.
    static func initialValue(of node: NodeReference) -> String? {
        switch node.key(3) {
        case "serverhasfinishedprovisioning", "issyncdone": "false"
        case "wasdevicesuccessfullyprovisioned": "2"
        default: nil
        }
    }

    /// The transition rules (windows-csp.md 3.3.3). Every refusal is 405 with CFGMGR_E_COMMANDNOTALLOWED; the code is documented for the
    /// first latch and our choice for the others.
    static func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let leaf = change.node.key(3) else { return .allowed }
        switch leaf {
        case "serverhasfinishedprovisioning":
            guard isTrue(current(leaf, change, tree)), !isTrue(change.value) else { return .allowed }
            return refuse(
                "firstsync.server-finished-latch", "ServerHasFinishedProvisioning is true already and cannot go back to false",
                "a device that should wait again has to enrol again", "ESP-404")
        case "issyncdone":
            guard isTrue(current(leaf, change, tree)) else { return .allowed }
            return refuse(
                "firstsync.sync-done-latch", "IsSyncDone is true already; every further write is refused",
                "read it instead", "ESP-405")
        case "wasdevicesuccessfullyprovisioned":
            let value = current(leaf, change, tree)
            guard value == "0" || value == "1" else { return .allowed }
            return refuse(
                "firstsync.result-latch", "WasDeviceSuccessfullyProvisioned is \(value) and final",
                "the first 0 or 1 stays, even when a later attempt succeeds (ESP-317)", "ESP-406")
        case "timeoutuntilsyncfailure":
            return frozen(leaf, change, tree) ?? .allowed
        case "expectedpolicies", "expectednetworkprofiles", "expectedmsiapppackages", "expectedmodernapppackages",
            "expectedpfxcerts", "expectedscepcerts":
            return frozen(leaf, change, tree) ?? Judgement(advice: ExpectedList.advice(on: change.value, leaf: leaf))
        default: return .allowed
        }
    }

    /// The lists and the time limit are read-only once the server said that they are final.
    private static func frozen(_ leaf: String, _ change: Change, _ tree: DeviceTree) -> Judgement? {
        guard isTrue(current("serverhasfinishedprovisioning", change, tree)) else { return nil }
        return refuse(
            "firstsync.frozen", "\(change.node.description.name) is read-only since ServerHasFinishedProvisioning is true",
            "write the lists first and ServerHasFinishedProvisioning last", "ESP-404")
    }

    private static func current(_ leaf: String, _ change: Change, _ tree: DeviceTree) -> String {
        let uri = change.node.uri
        let parent = uri.prefix(uri.structuralCount + 4)
        return tree.storedValue(parent.child(leaf)) ?? (leaf == "wasdevicesuccessfullyprovisioned" ? "2" : "false")
    }

    private static func isTrue(_ value: String?) -> Bool {
        guard let value = value?.lowercased() else { return false }
        return value == "true" || value == "1"
    }

    private static func refuse(_ rule: String, _ message: String, _ hint: String, _ id: String) -> Judgement {
        Judgement(
            refusal: Judgement.Refusal(
                status: 405, error: .commandNotAllowed,
                advice: Advice(
                    rule: rule, severity: .error, message: message, hint: hint,
                    reference: "\(id), windows-csp.md 3.3.3")))
    }
}

/// What can be wrong with an Expected* list that Windows stores all the same (windows-csp.md 3.3.1).
enum ExpectedList {
    static func advice(on value: String?, leaf: String) -> [Advice] {
        guard let value, !value.isEmpty else { return [] }
        var advice: [Advice] = []
        if value.contains("\\xF000") || value.contains("0xF000") {
            advice.append(
                warning(
                    "firstsync.list-separator", "the list holds the letters \\xF000 where the character U+F000 is meant",
                    "write &#xF000; between the items"))
        }
        for item in value.split(separator: "\u{F000}").map(trimmed) {
            if !item.hasPrefix("./") {
                advice.append(
                    warning("firstsync.list-item", "the item \"\(item)\" is not a LocURI", "begin each item with \"./\""))
            }
            if leaf == "expectedmsiapppackages", item.contains("/EnterpriseDesktopAppManagement/"),
                !(item.split(separator: ";").first ?? "").hasSuffix("/Status")
            {
                advice.append(
                    warning(
                        "firstsync.msi-item", "the item \"\(item)\" does not point at a Status node",
                        "write …/MSI/{ProductID}/Status;1 (ESP-403)"))
            }
        }
        return advice
    }

    private static func trimmed(_ item: Substring) -> String {
        String(item.drop { $0 == " " || $0 == "\"" }.reversed().drop { $0 == " " || $0 == "\"" }.reversed())
    }

    private static func warning(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(rule: rule, severity: .warning, message: message, hint: hint, reference: "windows-csp.md 3.3.1")
    }
}
