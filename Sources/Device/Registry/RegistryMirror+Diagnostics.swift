import DMTree
import ESP
import Notation

/// `ESPTrackingInfo\Diagnostics`: what was tracked and how it changed, one key for each observed change (ESP-602).
extension RegistryMirror {
    /// One entry of a list, or one app, with what was observed.
    private typealias Observation = (name: String, data: UInt32)

    /// The lists that have a key. The reference names none for ExpectedPFXCerts.
    private func keyName(of list: ExpectedList) -> String? {
        switch list {
        case .policies, .networkProfiles, .msiAppPackages, .modernAppPackages: list.rawValue
        case .scepCerts: facts.choices.certificateListName.rawValue
        case .pfxCerts: nil
        }
    }

    /// Compares the Expected lists, and apps whose state a server set, with what is logged of them.
    mutating func mirrorExpectedLists(_ tree: DeviceTree, _ now: DeviceTime) {
        for (scope, path) in mirroredScopes(.diagnostics) {
            for list in ExpectedList.allCases {
                guard let name = keyName(of: list) else { continue }
                let uri = NodeURI.firstSyncStatus(list.rawValue, in: scope, providerID: facts.providerID)
                let entries = list.entries(in: tree.value(uri) ?? "")
                log(
                    entries.map { (Self.spelled($0.uri), $0.isDone(as: list, in: tree) ? 1 : 0) }, path.child(name), now
                )
            }
            for provider in tree.children(NodeURI.trackedApps(scope)) ?? [] {
                for app in tree.children("\(NodeURI.trackedApps(scope))/\(PercentCoding.encode(provider))") ?? [] {
                    let uri = NodeURI.trackedApp(app, of: provider, "InstallationState", in: scope)
                    if let text = tree.value(uri) { logTrackedApp(uri, text, now) }
                }
            }
        }
    }

    /// A write of an app's InstallationState, each of which is a change of its own.
    mutating func logTrackedApp(_ uri: String, _ value: String, _ time: DeviceTime) {
        guard let app = try? TreeURI(uri), app.keys.count == 10, app.keys.last == "installationstate",
            Array(app.keys[3..<7]) == ["enrollmentstatustracking", "setup", "apps", "tracking"],
            let data = UInt32(value)
        else { return }
        let provider = app.segments[7]
        let change = [(name: uri, data: data)]
        switch app.scope {
        case .device:
            if state.pageHasBegun || mirroredUser != nil { logState(change, .diagnostics.child(provider), time) }
        case .user:
            guard let sid = mirroredUser else { return }
            let own = RegistryPath.diagnostics.child(sid).child(provider)
            switch facts.choices.userDiagnostics {
            case .both:
                state.registry.create(own)
                logState(change, .diagnostics.child(provider), time)
            case .device: logState(change, .diagnostics.child(provider), time)
            case .user: logState(change, own, time)
            }
        case .outside: break
        }
    }

    private mutating func logState(_ change: [Observation], _ path: RegistryPath, _ time: DeviceTime) {
        guard log(change, path, time) else { return }
        for (name, data) in change { state.registry[path.child("LastLoggedState"), name] = .dword(data) }
    }

    /// Writes what is new into a key that is named by the instant. A second change at one instant takes the next free
    /// millisecond, because each change has its own key.
    ///
    /// - Returns: whether anything was new.
    @discardableResult
    private mutating func log(_ observed: [Observation], _ path: RegistryPath, _ time: DeviceTime) -> Bool {
        let known = state.logged[path.description] ?? [:]
        let changes = observed.filter { known[$0.name] != $0.data }
        guard !changes.isEmpty else { return false }
        var instant = time
        while state.registry[path.child(facts.localTime.preciseText(instant))] != nil { instant.milliseconds += 1 }
        state.registry.update(path.child(facts.localTime.preciseText(instant))) { key in
            for (name, data) in changes { key[name] = .dword(data) }
        }
        for (name, data) in changes { state.logged[path.description, default: [:]][name] = data }
        return true
    }

    /// A LocURI in the spelling whose elements readers count: `./Device/Vendor` for what a server may spell `./Vendor`,
    /// and the other way round for Office, whose id is element 5 (esp-behaviour.md 3.2).
    static func spelled(_ uri: String) -> String {
        var names = uri.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard names.count > 3, names[0] == "." else { return uri }
        if names[1].lowercased() == "vendor" { names.insert("Device", at: 1) }
        let isOffice = names.count > 4 && names[4].lowercased() == "office"
        if isOffice, names[1].lowercased() == "device" { names.remove(at: 1) }
        return names.joined(separator: "/")
    }
}
