import Notation

/// What the tree says of one line at one instant: the inputs of the subcategory monitor (esp-behaviour.md 4.1).
struct LineReading: Hashable {
    /// A tracked node that has failed.
    struct Failure: Hashable {
        /// `NodeURI.key` of the node.
        let key: String
        let code: HRESULT?
    }

    /// A tracked app that needs a reboot before it can be finished.
    struct Reboot: Hashable {
        /// `NodeURI.key` of the node.
        let key: String
        /// Whether the app asked for a hard reboot, which nothing may be installed before.
        let isHard: Bool
    }

    /// How many things the line waits for; nil while that is not known (-1 in the reference, ESP-512).
    var expected: Int?
    var current = 0
    /// In the order of the lists, then of the tracked apps.
    var failures: [Failure] = []
    var reboots: [Reboot] = []
    /// Tracked nodes that are neither done nor failed nor waiting for a reboot.
    var pending = 0
    /// Whether an app provider that has not written its list is all that keeps the line from knowing (ESP-324).
    var isHeldByProvider = false

    /// Whether nothing can go on without a reboot: an app asked for a hard one, or only such apps are left.
    var isBlockedByReboot: Bool { reboots.contains(where: \.isHard) || (!reboots.isEmpty && pending == 0) }

    /// The reading with old failures and old reboot requests taken for work in progress.
    func ignoring(failures old: Set<String>, reboots oldReboots: Set<String>) -> LineReading {
        var result = self
        result.failures.removeAll { old.contains($0.key) }
        result.reboots.removeAll { oldReboots.contains($0.key) }
        result.pending += failures.count - result.failures.count + reboots.count - result.reboots.count
        return result
    }
}

/// Reads the lines of one phase from the tree.
struct LineReader<Tree: TrackedTree> {
    let scope: PhaseScope
    let providerID: String
    let choices: Choices
    /// The product code of the agent's MSI, with braces, for U-16.
    var agentProductCode: String?
    /// Quirk ESP-324: a foreign provider alone holds the Apps line.
    var expectsOwnProvider = false
    /// Codes that agents and scripts reported, by `NodeURI.key`. The tree has no node for the code of a tracked app.
    let reportedErrors: [String: HRESULT]
    let tree: Tree

    /// Whether the server has said that the lists of this scope are complete (ESP-404).
    var serverHasFinished: Bool {
        tree.bool(NodeURI.firstSyncStatus("ServerHasFinishedProvisioning", in: scope, providerID: providerID)) == true
    }

    func read(_ line: TrackedLine) -> LineReading {
        var reading = LineReading()
        var expected = 0
        for list in line.lists {
            for entry in entries(of: list) {
                expected += entry.count
                add(TrackedNode(entry: entry, of: list), at: entry.uri, count: entry.count, to: &reading)
            }
        }
        if line == .apps { expected += addTrackedApps(to: &reading) }
        let isHeld = line == .apps && tree.isHeldByAppProvider(in: scope, expectsOwnProvider: expectsOwnProvider)
        reading.expected = serverHasFinished && !isHeld ? expected : nil
        reading.isHeldByProvider = serverHasFinished && isHeld
        return reading
    }

    private func entries(of list: ExpectedList) -> [ExpectedEntry] {
        let uri = NodeURI.firstSyncStatus(list.rawValue, in: scope, providerID: providerID)
        let entries = list.entries(in: tree.value(uri) ?? "")
        guard list == .msiAppPackages, choices.agentMSI == .leftOut, let product = agentProductCode else {
            return entries
        }
        return entries.filter { !NodeURI.key($0.uri).contains(product.lowercased()) }
    }

    private func add(_ node: TrackedNode, at uri: String, count: Int, to reading: inout LineReading) {
        let key = NodeURI.key(uri)
        switch node.progress(in: tree, earlyFailure: choices.earlyFailure) {
        case .done: reading.current += count
        case .failed(let code):
            reading.failures.append(LineReading.Failure(key: key, code: code ?? reportedErrors[key]))
        case .pending:
            // A scripted code ends a line whose nodes cannot say that they failed (U-17).
            if let code = reportedErrors[key] {
                reading.failures.append(LineReading.Failure(key: key, code: code))
            } else {
                reading.pending += 1
            }
        }
    }

    private static var leaves: [String] { ["TrackingUri", "InstallationState", "RebootRequired"] }

    /// Adds the apps that agents track and returns their number.
    private func addTrackedApps(to reading: inout LineReading) -> Int {
        var number = 0
        for provider in tree.children(NodeURI.trackedApps(scope)) ?? [] {
            let container = "\(NodeURI.trackedApps(scope))/\(PercentCoding.encode(provider))"
            for app in tree.children(container, withLeaves: Self.leaves) {
                number += 1
                add(app, in: container, to: &reading)
            }
        }
        return number
    }

    /// Adds one app. TrackingUri is followed when it points to another node; absent, InstallationState is the source.
    private func add(_ app: TrackedChild, in container: String, to reading: inout LineReading) {
        // ESP-538: the page makes no reboot in the user phase.
        let reboot = scope == .device ? app.values[2].flatMap { Int(ListText.trimmed($0)) } : nil
        var key: String { NodeURI.key("\(container)/\(PercentCoding.encode(app.name))/InstallationState") }
        switch (progress(of: app, in: container), reboot) {
        case (.pending, 2), (.pending, 3): reading.reboots.append(LineReading.Reboot(key: key, isHard: reboot == 3))
        case (.failed(let code), _):
            let key = key
            reading.failures.append(LineReading.Failure(key: key, code: code ?? reportedErrors[key]))
        case (.done, _): reading.current += 1
        case (.pending, _): reading.pending += 1
        }
    }

    /// Whether a TrackingUri is the app's own InstallationState, which it usually is. Compared piece by piece: the page
    /// asks this of every app after every change.
    private static func isOwnState(_ target: String, of name: String, in container: String) -> Bool {
        let (bytes, prefix, name) = (target.utf8, container.utf8, PercentCoding.encode(name).utf8)
        let leaf = "/InstallationState".utf8
        guard bytes.count == prefix.count + 1 + name.count + leaf.count else { return false }
        return bytes.starts(with: prefix) && bytes.dropFirst(prefix.count + 1).starts(with: name)
            && bytes.suffix(leaf.count).elementsEqual(leaf)
    }

    private func progress(of app: TrackedChild, in container: String) -> TrackedNode.Progress {
        guard let target = app.values[0].map({ ListText.trimmed($0) }), !target.isEmpty,
            !Self.isOwnState(target, of: app.name, in: container)
        else { return TrackedNode.progress(ofAppState: app.values[1]) }
        return TrackedNode(uri: target).progress(in: tree, earlyFailure: choices.earlyFailure)
    }
}
