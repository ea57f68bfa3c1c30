import DDF
import DMTree
import Notation

/// DMClient/Provider/{ProviderID}/ConfigLock: on a secured-core PC settings that drift are restored within seconds
/// (windows-csp.md 3.1, 5.7).
public struct ConfigLock: Hashable, Sendable, Codable {
    public var isLocked: Bool
    /// The server has said 0 or 1; without it nothing is unlocked for a time only.
    public var isSet: Bool
    /// Minutes of a temporary unlock; 0 or less for one that lasts until the server locks again (our choice).
    public var unlockDuration: Int
    /// Without a secured core the lock does nothing.
    public var isSecuredCore: Bool

    /// What a management server has set; the defaults of the description where it set nothing.
    public init(of providerID: String, in tree: DeviceTree) {
        let node = Self.node(of: providerID)
        let lock = (try? TreeURI(node + "Lock")).flatMap { tree.storedValue($0) }
        isLocked = lock == "1"
        isSet = lock != nil
        unlockDuration = tree.value(node + "UnlockDuration").flatMap { Int($0) } ?? 480
        isSecuredCore = tree.value(node + "SecureCore").flatMap(NodeFormat.truth) ?? false
    }

    /// The end of a temporary unlock: the device locks again.
    public static func lockAgain(for providerID: String, in tree: inout DeviceTree) {
        tree.setLocally(node(of: providerID) + "Lock", value: "1")
    }

    private static func node(of providerID: String) -> String {
        "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))/ConfigLock/"
    }

    /// Whether the lock watches a node: the CSPs and policies of windows-csp.md 5.7.
    public static func covers(_ uri: TreeURI) -> Bool {
        let keys = Array(uri.keys[uri.structuralCount...])
        guard let csp = keys.first else { return false }
        if csps.contains(csp) { return true }
        guard csp == "policy", keys.count == 4, keys[1] == "config" else { return false }
        let policy = keys[2] + "/" + keys[3]
        return areas.contains(keys[2]) && !newer.contains(policy) || policy == "dmaguard/deviceenumerationpolicy"
    }

    private static let csps: Set<String> = [
        "bitlocker", "passportforwork", "windowsdefenderapplicationguard", "applicationcontrol",
    ]
    private static let areas: Set<String> = [
        "dataprotection", "deviceguard", "deviceinstallation", "windowsdefendersecuritycenter", "smartscreen",
    ]
    /// The reference counts the policies of each area without naming them. The numbers are those of the descriptions without
    /// these two, the last that came to their areas.
    private static let newer: Set<String> = [
        "deviceguard/machineidentityisolation", "deviceinstallation/enableinstallationpolicylayering",
    ]

    // MARK: What the CSP does

    /// A PC that says nothing of its core has none that is secured.
    static func reading(_ node: NodeReference, stored: String?) -> String? {
        node.key(3) == "securecore" ? stored ?? "false" : nil
    }

    /// "Secured-core PCs only": the lock of any other PC is stored, and does nothing (our choice).
    static func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(3) == "lock", change.value == "1" else { return .allowed }
        let core = change.node.uri.prefix(change.node.uri.keys.count - 1).child("SecureCore")
        guard tree.value(core.canonical).flatMap(NodeFormat.truth) != true else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "dmclient.config-lock", severity: .warning,
                message: "this is no secured-core PC, so the lock is stored and locks nothing",
                hint: "read ConfigLock/SecureCore before locking", reference: "windows-csp.md 3.1, 5.7")
        ])
    }
}
