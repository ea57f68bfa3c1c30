import DMTree
import Notation

/// The lists of the Update CSP as Windows Update fills them (windows-csp.md 4.15, description of Update).
public struct UpdateInventory: Sendable {
    /// An update that is applicable.
    public struct Offer: Hashable, Sendable {
        public var id: String
        /// 0 none, 1 security, 2 critical.
        public var type: Int
        public var revision: Int

        public init(id: String, type: Int, revision: Int) {
            self.id = id
            self.type = type
            self.revision = revision
        }
    }

    /// `./Device/Vendor/MSFT/Update`.
    public static let root = "./Device/Vendor/MSFT/Update"

    public init() {}

    /// A scan came to its end.
    public func scanned(_ offers: [Offer], in tree: inout DeviceTree) {
        for offer in offers { offerInstallable(offer, in: &tree) }
        tree.setLocally("\(Self.root)/LastSuccessfulScanTime", value: tree.localTime)
    }

    public func isInstallable(_ id: String, in tree: DeviceTree) -> Bool {
        name(of: id, "InstallableUpdates", in: tree) != nil
    }

    public func isInstalled(_ id: String, in tree: DeviceTree) -> Bool {
        name(of: id, "InstalledUpdates", in: tree) != nil
    }

    /// The names of the approved updates, the oldest approval first.
    public func approved(in tree: DeviceTree) -> [String] { names("ApprovedUpdates", in: tree) }

    /// The installation begins: a failure of an earlier one is forgotten.
    public func begin(_ id: String, in tree: inout DeviceTree) { remove(id, "FailedUpdates", in: &tree) }

    /// - Parameter status: what Status says; nil leaves it out, for the reference does not say what it holds.
    public func fail(_ offer: Offer, _ error: HRESULT, status: Int?, in tree: inout DeviceTree) {
        let node = "\(Self.root)/FailedUpdates/\(PercentCoding.encode(offer.id))"
        tree.setLocally("\(node)/HResult", value: String(error.signed))
        if let status { tree.setLocally("\(node)/Status", value: String(status)) }
        tree.setLocally("\(node)/RevisionNumber", value: String(offer.revision))
    }

    /// Installed, and a restart is missing.
    public func waitForRestart(_ offer: Offer, in tree: inout DeviceTree) {
        remove(offer.id, "InstallableUpdates", in: &tree)
        let node = "\(Self.root)/PendingRebootUpdates/\(PercentCoding.encode(offer.id))"
        tree.setLocally("\(node)/InstalledTime", value: tree.localTime)
        tree.setLocally("\(node)/RevisionNumber", value: String(offer.revision))
    }

    public func isWaitingForRestart(_ id: String, in tree: DeviceTree) -> Bool {
        name(of: id, "PendingRebootUpdates", in: tree) != nil
    }

    public func finish(_ offer: Offer, in tree: inout DeviceTree) {
        for list in ["InstallableUpdates", "PendingRebootUpdates"] { remove(offer.id, list, in: &tree) }
        tree.setLocally(
            "\(Self.root)/InstalledUpdates/\(PercentCoding.encode(offer.id))/RevisionNumber",
            value: String(offer.revision))
    }

    /// Rolled back: it is applicable again.
    public func takeBack(_ offer: Offer, in tree: inout DeviceTree) {
        remove(offer.id, "InstalledUpdates", in: &tree)
        offerInstallable(offer, in: &tree)
    }

    /// Whether two UpdateIDs are the same, with or without braces and in any case.
    public static func isSame(_ left: String, _ right: String) -> Bool { bare(left) == bare(right) }

    private static func bare(_ id: String) -> String { id.filter { $0 != "{" && $0 != "}" }.lowercased() }

    private func offerInstallable(_ offer: Offer, in tree: inout DeviceTree) {
        let node = "\(Self.root)/InstallableUpdates/\(PercentCoding.encode(offer.id))"
        tree.setLocally("\(node)/Type", value: String(offer.type))
        tree.setLocally("\(node)/RevisionNumber", value: String(offer.revision))
    }

    private func names(_ list: String, in tree: DeviceTree) -> [String] {
        tree.storedChildren("\(Self.root)/\(list)").map(\.name)
    }

    private func name(of id: String, _ list: String, in tree: DeviceTree) -> String? {
        names(list, in: tree).first { Self.isSame($0, id) }
    }

    private func remove(_ id: String, _ list: String, in tree: inout DeviceTree) {
        guard let name = name(of: id, list, in: tree) else { return }
        tree.removeLocally("\(Self.root)/\(list)/\(PercentCoding.encode(name))")
    }
}
