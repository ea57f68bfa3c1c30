import DMTree

/// The policies that ADMX files brought to a device, looked up in its tree. The files themselves are what is stored: a
/// node `ConfigOperations/ADMXInstall/{App}/{SettingsType}/{FileId}` each.
struct IngestedPolicies {
    let tree: DeviceTree

    /// `ConfigOperations` is there in device scope only, also for policies of a user.
    private static let root = ["device", "vendor", "msft", "policy", "configoperations", "admxinstall"]

    /// What an address below `Config` or `Result` finds.
    enum Finding {
        case found(ADMXPolicy)
        /// The address ends at an area that is there.
        case area
        /// No file of the app was ingested.
        case noApp
        /// The app is there and has no such area; the nearest that it has.
        case noArea(nearest: String?)
        case noPolicy(nearest: String?)
        /// Of the other scope.
        case otherScope(ADMXPolicy.Scope)
    }

    /// - Parameters:
    ///   - area: the lower-case name of the area.
    ///   - policy: the lower-case name of the policy; nil for the area itself.
    func find(area name: String, policy: String?, scope: TreeURI.Scope) -> Finding {
        let area = ADMXArea(key: name)
        guard let app = tree.storage[Self.root + [area.app]] else { return .noApp }
        guard let found = index(area.app, area.settingsType).areas[area.chain] else {
            return .noArea(nearest: nearestArea(to: name, in: app))
        }
        guard let policy else {
            let policies = found.policies.values.joined()
            if policies.contains(where: { $0.scope.includes(scope) }) { return .area }
            return .otherScope(scope == .user ? .machine : .user)
        }
        guard let candidates = found.policies[policy], let first = candidates.first else {
            let names = found.policies.values.compactMap { $0.first?.name }.sorted()
            return .noPolicy(nearest: NameDistance.nearest(to: policy, among: names))
        }
        if let match = candidates.first(where: { $0.scope.includes(scope) }) { return .found(match) }
        return .otherScope(first.scope)
    }

    /// The contents of the app's files of one settings type that were installed before another one; of all, when that one
    /// is not there.
    func files(_ app: String, _ settingsType: String, before file: String? = nil) -> [String] {
        var texts: [String] = []
        for child in tree.storage[Self.root + [app, settingsType]]?.orderedChildren ?? [] {
            if let file, child.name.lowercased() == file { break }
            if let text = child.value { texts.append(text) }
        }
        return texts
    }

    private func index(_ app: String, _ settingsType: String) -> ADMXIndex {
        ADMXCache.shared.index(files(app, settingsType))
    }

    private func nearestArea(to name: String, in app: TreeNode) -> String? {
        var names: [String] = []
        for type in app.orderedChildren {
            for area in index(app.name.lowercased(), type.name.lowercased()).areas.values {
                names.append(([app.name, type.name] + (area.chain.isEmpty ? [] : [area.chain])).joined(separator: "~"))
            }
        }
        return NameDistance.nearest(to: ADMXArea.tidy(name), among: names.sorted())
    }
}

extension ADMXPolicy.Scope {
    /// Whether a policy of this class has a node in a scope.
    func includes(_ scope: TreeURI.Scope) -> Bool {
        switch self {
        case .machine: scope != .user
        case .user: scope == .user
        case .both: true
        }
    }
}
