import DMTree
import Hashing
import Notation

/// One account below `./SyncML/DMAcc` (windows-csp.md 4.11, oma-dm.md 3.7).
public struct DMAccount: Hashable, Sendable {
    /// `./SyncML/DMAcc/{AccountUID}`.
    public let uri: TreeURI

    public init(uri: TreeURI) { self.uri = uri }

    /// The account of a server; nil when the device has none. ServerID is compared with case.
    public static func find(serverID: String, in tree: DeviceTree) -> DMAccount? {
        all(in: tree).first { $0.serverID(in: tree) == serverID }
    }

    /// Every account, oldest first.
    public static func all(in tree: DeviceTree) -> [DMAccount] {
        tree.storedChildren("./SyncML/DMAcc").compactMap { node in
            (try? TreeURI("./SyncML/DMAcc/\(PercentCoding.encode(node.name))")).map(DMAccount.init)
        }
    }

    /// The node's name of an account that was made by a w7 APPLICATION: the SHA-256 of the provider id in hexadecimal
    /// digits. That the id enters as UTF-8 and the digits are lower case is our reading (oma-dm.md 3.7, 9).
    public static func name(providerID: String) -> String {
        Hexadecimal.text(SHA256.hash(providerID.utf8))
    }

    // MARK: Values

    /// nil while nobody wrote it.
    public func serverID(in tree: DeviceTree) -> String? { value("ServerID", in: tree) }

    /// The first address.
    public func address(in tree: DeviceTree) -> String? {
        tree.storedChildren(uri.canonical + "/AppAddr").lazy.compactMap {
            value("AppAddr/\(PercentCoding.encode($0.name))/Addr", in: tree)
        }.first
    }

    /// AAuthPref; nil while nobody wrote it, and for the empty text, which means the same (4.11).
    public func preference(in tree: DeviceTree) -> String? {
        value("AAuthPref", in: tree).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether DEFAULTENCODING wants package 1 in WBXML (enrollment.md 8.2); XML by default.
    public func encodesWBXML(in tree: DeviceTree) -> Bool {
        value("Ext/Microsoft/DefaultEncoding", in: tree) == W7Application.Encoding.wbxml.rawValue
    }

    /// UseNonceResync: whether a notification that was signed with the special nonce counts. Off by default.
    public func resynchronisesNonces(in tree: DeviceTree) -> Bool {
        value("Ext/Microsoft/UseNonceResync", in: tree).map { ["1", "true"].contains($0.lowercased()) } ?? false
    }

    /// The entries of AppAuth that have a level and a type, oldest first.
    public func entries(in tree: DeviceTree) -> [AppAuth] {
        tree.storedChildren(uri.canonical + "/AppAuth").compactMap { node in
            let entry = "AppAuth/\(PercentCoding.encode(node.name))"
            guard let level = value("\(entry)/AAuthLevel", in: tree).flatMap(AppAuth.Level.init(text:)),
                let type = value("\(entry)/AAuthType", in: tree).flatMap(AppAuth.AuthenticationType.init(text:))
            else { return nil }
            return AppAuth(
                level: level, type: type, name: value("\(entry)/AAuthName", in: tree),
                secret: value("\(entry)/AAuthSecret", in: tree) ?? "", data: value("\(entry)/AAuthData", in: tree))
        }
    }

    /// Keeps the nonce for the next digest in AAuthData of the first entry of a level and type, as the client does after
    /// a session (windows-csp.md 5.3). Nothing happens when there is no such entry.
    ///
    /// - Parameter nonce: in Base64.
    public func keep(
        nonce: String, level: AppAuth.Level, type: AppAuth.AuthenticationType, in tree: inout DeviceTree
    ) {
        let entries = tree.storedChildren(uri.canonical + "/AppAuth").map {
            "AppAuth/\(PercentCoding.encode($0.name))"
        }
        let entry = entries.first {
            value("\($0)/AAuthLevel", in: tree).flatMap(AppAuth.Level.init(text:)) == level
                && value("\($0)/AAuthType", in: tree).flatMap(AppAuth.AuthenticationType.init(text:)) == type
        }
        guard let entry else { return }
        tree.setLocally("\(uri.canonical)/\(entry)/AAuthData", value: nonce)
    }

    private func value(_ path: String, in tree: DeviceTree) -> String? {
        guard let uri = try? TreeURI("\(uri.canonical)/\(path)") else { return nil }
        return tree.storedValue(uri)
    }
}
