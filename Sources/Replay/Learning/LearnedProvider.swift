import DMTree

/// A provider whose device facts are those of a capture; in all else the provider that it stands for.
struct LearnedProvider: Provider {
    let base: any Provider
    /// By the lower-case names of the node from the root, joined by `/`. nil: the device has no such fact.
    let values: [String: String?]

    /// The CSPs that read what the device is, in lower case (windows-csp.md 4.7 to 4.9, 4.15).
    static let roots: Set<String> = [
        "devinfo", "devdetail", "devicestatus", "devicemanageability", "win32appinventory",
        "enterprisemodernappmanagement",
    ]

    var name: String { base.name }

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        if let known = values[node.uri.keys.joined(separator: "/")] { return known }
        return base.read(node, stored: stored, in: tree)
    }

    func absence(of node: NodeReference, for verb: Verb, in tree: DeviceTree) -> Judgement.Refusal? {
        base.absence(of: node, for: verb, in: tree)
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement { base.judge(change, in: tree) }

    func judgeValue(_ value: String, of node: NodeReference, in tree: DeviceTree) -> Judgement {
        base.judgeValue(value, of: node, in: tree)
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] { base.didChange(change, in: &tree) }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        base.execute(node, data: data, in: &tree)
    }

    func canUndo(_ change: Change) -> Bool { base.canUndo(change) }

    func standingAlerts(in tree: DeviceTree) -> [GenericAlert] { base.standingAlerts(in: tree) }
}
