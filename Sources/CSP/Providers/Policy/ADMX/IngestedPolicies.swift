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
        /// The app is there and has no such area: the area that has a policy of that name, else the one with the nearest
        /// name.
        case noArea(nearest: String?)
        /// The area has no such policy: the nearest name there, and the area of the app that has the policy.
        case noPolicy(nearest: String?, area: String?)
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
            let areas = areas(of: app)
            let meant = policy.flatMap { policy in areas.first { $0.area.policies[policy] != nil }?.name }
            return .noArea(
                nearest: meant ?? NameDistance.nearest(to: ADMXArea.tidy(name), among: areas.map(\.name)))
        }
        guard let policy else {
            let policies = found.policies.values.joined()
            if policies.contains(where: { $0.scope.includes(scope) }) { return .area }
            return .otherScope(scope == .user ? .machine : .user)
        }
        guard let candidates = found.policies[policy], let first = candidates.first else {
            let names = found.policies.values.compactMap { $0.first?.name }.sorted()
            return .noPolicy(
                nearest: NameDistance.nearest(to: policy, among: names),
                area: areas(of: app).first { $0.area.policies[policy] != nil }?.name)
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

    /// Every area of an app with its whole name, in the order of the names.
    private func areas(of app: TreeNode) -> [(name: String, area: ADMXIndex.Area)] {
        app.orderedChildren.flatMap { type in
            index(app.name.lowercased(), type.name.lowercased()).areas.values.map { area in
                let chain = area.chain.isEmpty ? "" : "~" + area.chain
                return (name: "\(app.name)~\(type.name)\(chain)", area: area)
            }
        }
        .sorted { $0.name < $1.name }
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
