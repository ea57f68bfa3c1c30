import Device
import ESP
import ReferenceServer
import Yams

/// What an app of a scenario is.
enum AppKind: String, CaseIterable {
    case win32, msi, uwp, store, office

    /// In a sentence: "is an MSI package".
    var words: String {
        switch self {
        case .win32: "a Win32 app"
        case .msi: "an MSI package"
        case .uwp: "a UWP app"
        case .store: "an app of the Store"
        case .office: "an installation of Office"
        }
    }

    /// The keys that an entry of this kind takes beside `name`, `id` and `kind`.
    var keys: [String] {
        switch self {
        case .win32:
            attemptKeys + [
                "scope", "dependencies", "attempts", "retryCodes", "installed", "applicable", "version", "installer",
                "context", "users", "installsDependencies", "assigned", "tracked",
            ]
        case .msi:
            attemptKeys + [
                "scope", "attempts", "version", "productCode", "upgradeCode", "url", "retries", "retryInterval",
                "timeout",
            ]
        case .uwp:
            attemptKeys + ["scope", "attempts", "packageFamilyName", "packageFullName", "count", "url", "source"]
        case .store: attemptKeys + ["scope", "attempts", "packageFamilyName", "packageFullName", "count", "productId"]
        case .office: attemptKeys + ["attempts"]
        }
    }

    /// The keys of one run, which stand in an attempt or, for an app that has one, in the app.
    var attemptKeys: [String] {
        switch self {
        case .win32: ["duration", "exitCode", "detected", "reboot", "restartsMachine", "downloadFails"]
        case .msi: ["download", "downloadFails", "duration", "exitCode"]
        case .uwp, .store: ["duration", "fails"]
        case .office: ["download", "duration", "exitCode"]
        }
    }

    /// Every key of any kind.
    static let allKeys: [String] = {
        var keys = ["name", "id", "kind"]
        for key in allCases.flatMap(\.keys) where !keys.contains(key) { keys.append(key) }
        return keys
    }()
}

extension ScenarioBuild {
    mutating func readApps() throws(ScenarioError) {
        for (index, node) in try fields.list("apps").enumerated() {
            let app = try Fields(node, path: "app \(index + 1)", keys: AppKind.allKeys)
            let name = try app.requireName("name")
            let id = try app.name("id") ?? Self.invented(index)
            for used in [id, name] where !appNames.insert(used).inserted {
                throw app.error(
                    app["id"] == nil || used == name ? "name" : "id", "\"\(used)\" is the name or id of another app")
            }
            let kind = try app.choice("kind", AppKind.self) ?? .win32
            try Self.checkKeys(of: app, kind)
            switch kind {
            case .win32: try readWin32(app, name, id)
            case .msi: try readPackage(app, name, id)
            case .uwp, .store: try readModernApp(app, name, id, kind)
            case .office: try readOffice(app, name, id)
            }
        }
    }

    private static func checkKeys(of app: Fields, _ kind: AppKind) throws(ScenarioError) {
        for key in AppKind.allKeys.dropFirst(3) where app[key] != nil && !kind.keys.contains(key) {
            let owners = AppKind.allCases.filter { $0.keys.contains(key) }
            throw app.error(
                key, "\(app.path) is \(kind.words) and has no \(key)",
                owners == [.win32]
                    ? "only a Win32 app has it" : "set kind: \(owners.map(\.rawValue).joined(separator: " or "))")
        }
    }

    /// The runs of an app: its `attempts`, or the one that its own keys describe.
    func attempts<Attempt>(
        _ app: Fields, _ kind: AppKind, _ read: (Fields) throws(ScenarioError) -> Attempt
    ) throws(ScenarioError) -> [Attempt] {
        guard app["attempts"] != nil else { return [try read(app)] }
        guard !kind.attemptKeys.contains(where: { app[$0] != nil }) else {
            throw app.error(
                "attempts", "\(app.path) has attempts, and keys of a single attempt beside them",
                "put \(kind.attemptKeys.joined(separator: ", ")) into the attempts")
        }
        var attempts: [Attempt] = []
        for node in try app.list("attempts") {
            attempts.append(try read(try Fields(node, path: "\(app.path).attempts", keys: kind.attemptKeys)))
        }
        guard !attempts.isEmpty else { throw app.error("attempts", "\(app.path).attempts is empty") }
        return attempts
    }

    /// What an app may be called in an expectation: names, ids, product codes and package family names.
    var appNamesAndIDs: [String] {
        script.apps.flatMap { [$0.name, $0.id] }
            + script.packages.sorted { $0.key < $1.key }.flatMap { [$0.value.name, $0.key] }
            + script.modernApps.sorted { $0.key < $1.key }.flatMap { [$0.value.name, $0.value.package.familyName] }
            + script.offices.sorted { $0.key < $1.key }.flatMap { [$0.value.name, $0.key] }
    }

    /// A GUID for an app that has none: it depends on the position only.
    private static func invented(_ index: Int) -> String {
        let digits = String(index + 1, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
