/// On which Windows a node exists (`MSFT:Applicability`, windows-csp.md 6.3), as one node declares it. Children inherit each
/// part that they do not declare themselves.
public struct Applicability: Hashable, Sendable {
    /// First builds: the entry without a revision is the major release, the others are back-ports. Empty when not declared.
    public var versions: [WindowsVersion]
    /// The version of the CSP that brought the node, such as `1.4`.
    public var cspVersion: String?
    /// SKU numbers; nil when not declared or empty, that is every edition.
    public var editions: [UInt16]?
    public var requiresAzureAD: Bool

    public init(
        versions: [WindowsVersion] = [], cspVersion: String? = nil, editions: [UInt16]? = nil,
        requiresAzureAD: Bool = false
    ) {
        self.versions = versions
        self.cspVersion = cspVersion
        self.editions = editions
        self.requiresAzureAD = requiresAzureAD
    }

    /// What holds for a child that declares `self` below a node for which `parent` holds.
    public func inheriting(_ parent: Applicability) -> Applicability {
        Applicability(
            versions: versions.isEmpty ? parent.versions : versions,
            cspVersion: cspVersion ?? parent.cspVersion,
            editions: editions ?? parent.editions,
            requiresAzureAD: requiresAzureAD || parent.requiresAzureAD)
    }

    /// Whether a release's build has the node (windows-csp.md 6.3 and 6.6 pitfall 18).
    ///
    /// The first of these rules that applies decides:
    /// 1. A build that is listed itself has the node from the listed revision on.
    /// 2. An unreleased node (`99.9.99999`) exists from 26200 on.
    /// 3. Every build after a listed major release has the node.
    /// 4. A build that shares its servicing with a lower listed one has the node from the same revision on: `19043.1202` means
    ///    19044.1202 too.
    /// 5. Where no major release is listed, the back-ports are all there is to go by: every later build has the node.
    ///
    /// - Parameter revision: nil stands for a build with all its back-ports.
    public func includes(build: Int, revision: Int?) -> Bool {
        guard !versions.isEmpty else { return true }
        let revision = revision ?? .max
        let listed = versions.filter { !$0.isPlaceholder }
        if let own = listed.first(where: { $0.build == build }) { return revision >= own.revision ?? 0 }
        if listed.count < versions.count, build >= 26200 { return true }
        let earlier = listed.filter { $0.build < build }
        if earlier.contains(where: { $0.revision == nil }) { return true }
        let shared = earlier.filter { Self.shareServicing($0.build, build) }.max { $0.build < $1.build }
        if let shared { return revision >= shared.revision ?? 0 }
        return !earlier.isEmpty && listed.allSatisfy { $0.revision != nil }
    }

    /// Builds whose updates carry the same revision: the lists name 1904x together, 22621 with 22631, and 18363 as what follows
    /// the back-ports to 18362 (our reading of the lists).
    private static func shareServicing(_ first: Int, _ second: Int) -> Bool {
        [18362...18363, 19041...19045, 22621...22631].contains { $0.contains(first) && $0.contains(second) }
    }

    /// The number we give to the entry `0x88*` of an `EditionAllowList`, Windows Holographic for Business
    /// (windows-csp.md 6.3); `0x88` alone is Windows Holographic.
    public static let holographicForBusiness: UInt16 = 0x8088

    /// Whether a release's edition has the node.
    public func includes(edition: WindowsEdition) -> Bool {
        guard let editions else { return true }
        return editions.contains(edition.sku)
    }

    /// Whether the node exists on a release.
    public func includes(_ release: WindowsRelease) -> Bool {
        includes(build: release.build, revision: release.revision) && includes(edition: release.edition)
    }
}
