/// A root of the catalogue: a CSP in one scope, or in Policy one area in one scope (design.md section 3).
public struct CatalogueRoot: Hashable, Sendable {
    /// Where a root hangs.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        /// `./Device/Vendor/MSFT` and `./Vendor/MSFT`, which are one storage cell.
        case device
        /// `./User/Vendor/MSFT`.
        case user
        /// Outside of `Vendor/MSFT`: `./DevInfo`, `./DevDetail`, `./SyncML/DMAcc`.
        case outside
    }

    public var scope: Scope
    /// The name of the CSP, as the newest description spells it: `DMClient`, `Policy`, `DevInfo`, `DMAcc`.
    public var csp: String
    /// The name of the area, for `Policy/Config/<Area>`; nil for every other root, and for the generic tree of Policy.
    public var area: String?
    /// The address of the root node: `./Device/Vendor/MSFT/DMClient`, `./User/Vendor/MSFT/Policy/Config/Browser`, `./DevInfo`.
    public var canonicalPath: String
    /// The same as the description that was taken spells it, such as `./Vendor/MSFT/Firewall`.
    public var declaredPath: String
    /// The edition folder that the description was taken from, such as `v2-feb2025`.
    public var edition: String
    /// True when no description of version 2 knows the CSP in any scope, or for an area: the area in any scope.
    public var isV1Only: Bool
    /// The version of the CSP: CspVersion of the root node, or the version in its type, `com.microsoft/1.1/MDM/…`.
    public var cspVersion: String?

    public init(
        scope: Scope, csp: String, area: String? = nil, canonicalPath: String, declaredPath: String, edition: String,
        isV1Only: Bool, cspVersion: String?
    ) {
        self.scope = scope
        self.csp = csp
        self.area = area
        self.canonicalPath = canonicalPath
        self.declaredPath = declaredPath
        self.edition = edition
        self.isV1Only = isV1Only
        self.cspVersion = cspVersion
    }
}

/// What addresses a root: names in lower case, because paths compare so.
struct CatalogueKey: Hashable, Comparable {
    var scope: CatalogueRoot.Scope
    var csp: String
    var area: String?

    init(scope: CatalogueRoot.Scope, csp: String, area: String?) {
        self.scope = scope
        self.csp = csp.lowercased()
        self.area = area?.lowercased()
    }

    static func < (left: CatalogueKey, right: CatalogueKey) -> Bool {
        if left.scope != right.scope { return left.scope.rank < right.scope.rank }
        // By bytes, as the reader compares them.
        if left.csp != right.csp { return left.csp.utf8.lexicographicallyPrecedes(right.csp.utf8) }
        return (left.area ?? "").utf8.lexicographicallyPrecedes((right.area ?? "").utf8)
    }
}

extension CatalogueRoot.Scope {
    /// The order in the catalogue.
    var rank: UInt8 {
        switch self {
        case .device: 0
        case .user: 1
        case .outside: 2
        }
    }

    /// The letter in the catalogue's text.
    var letter: Character {
        switch self {
        case .device: "D"
        case .user: "U"
        case .outside: "O"
        }
    }
}
