/// On which Windows a node exists (`MSFT:Applicability`, windows-csp.md 6.3), as one node declares it. Children inherit each
/// part that they do not declare themselves.
public struct Applicability: Hashable, Sendable {
    /// First builds: the entry without a revision is the major release, the others are back-ports. Empty when not declared.
    public var versions: [WindowsVersion]
    /// The version of the CSP that brought the node, such as `1.4`.
    public var cspVersion: String?
    /// SKU numbers; nil when not declared, that is every edition.
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

    /// Whether a release's build has the node.
    ///
    /// A build that is listed itself decides by its revision. Otherwise the major release and everything after it have the
    /// node. A back-port to one of the 1904x builds, which share their servicing, counts for the later ones of them too
    /// (`19043.1202` for 19044). Unreleased nodes (`99.9.99999`) with back-ports exist in every release after the first
    /// back-port; alone they exist from 26200 on (windows-csp.md 6.6 pitfall 18).
    public func includes(build: Int, revision: Int?) -> Bool {
        guard !versions.isEmpty else { return true }
        if let own = versions.first(where: { !$0.isPlaceholder && $0.build == build }) {
            return (revision ?? .max) >= (own.revision ?? 0)
        }
        let isUnreleased = versions.contains(where: \.isPlaceholder)
        if isUnreleased, build >= 26200 { return true }
        return versions.contains { version in
            guard !version.isPlaceholder, build > version.build else { return false }
            if version.revision == nil || isUnreleased { return true }
            return Self.family1904x.contains(build) && Self.family1904x.contains(version.build)
        }
    }

    private static let family1904x = 19041...19045

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
