/// What a device description says of one node, with its children. Immutable; facts only, no prose.
///
/// A description is made from a DDF file by `DDFDocument` or from the compiled catalogue by `CatalogueReader`; both give the same
/// values.
public final class NodeDescription: Sendable {
    /// Who names a dynamic node (`MSFT:DynamicNodeNaming`). The schema calls UniqueName a regular expression, in all its uses it
    /// is prose (windows-csp.md 6.3), so only the kind is kept.
    public enum Naming: String, Hashable, Sendable {
        case serverGeneratedUniqueIdentifier = "ServerGeneratedUniqueIdentifier"
        case clientInventory = "ClientInventory"
        case uniqueName = "UniqueName"
    }

    public enum Scope: String, Hashable, Sendable {
        case permanent = "Permanent"
        case dynamic = "Dynamic"
    }

    public enum CaseSense: String, Hashable, Sendable {
        case sensitive = "CS"
        case insensitive = "CIS"
    }

    public enum RebootBehavior: String, Hashable, Sendable {
        case automatic = "Automatic"
        case serverInitiated = "ServerInitiated"
    }

    /// The merge rules of `Policy/Result` (windows-csp.md 6.3); the raw value is the DDF's spelling.
    public enum ConflictResolution: String, Hashable, Sendable, CaseIterable {
        case noMerge = "NoMerge"
        case lowestValueMostSecure = "LowestValueMostSecure"
        case highestValueMostSecure = "HighestValueMostSecure"
        case lastWrite = "LastWrite"
        case lowestValueMostSecureZeroHasNoLimits = "LowestValueMostSecureZeroHasNoLimits"
        case highestValueMostSecureZeroHasNoLimits = "HighestValueMostSecureZeroHasNoLimits"
    }

    /// The facts of one node without its place and children.
    public struct Facts: Hashable, Sendable {
        public var format: NodeFormat = .node
        public var access: AccessType = []
        public var occurrence: Occurrence = .one
        public var scope: Scope?
        /// As the DDF spells it, also where it contradicts the format (windows-csp.md 6.6 pitfalls 12 and 16).
        public var defaultValue: String?
        /// The MIME type of a leaf or of a CSP root (`DFType`); nil when empty or a DDFName.
        public var mimeType: String?
        public var caseSense: CaseSense?
        /// What `MSFT:AllowedValues` says (DDF v2).
        public var allowedValues: AllowedValues?
        /// What the extensions of DDF v1 state (`SupportedValues`, `MinValue`, `SubStringSeparatorChar`, `ADMXBacked` …,
        /// windows-csp.md 6.5), in the terms of v2. `allowedValues` is nil then.
        public var supportedValues: AllowedValues?
        public var applicability = Applicability()
        public var naming: Naming?
        public var rebootBehavior: RebootBehavior?
        public var conflictResolution: ConflictResolution?
        public var isAtomicRequired = false
        public var isDeprecated = false
        /// The build from which on the node is deprecated, where the DDF names one.
        public var deprecatedSince: String?
        /// True for a node that only an older edition of a newer root describes: known, but on no Windows of today.
        public var isRetired = false
        /// Formats that a client takes besides `format`. Never from a DDF: corrections of the catalogue set it.
        public var acceptedFormats: Set<NodeFormat> = []

        public init() {}
    }

    /// The node's name; for a dynamic node the placeholder's text (`DFTitle`) without braces, `*` where the DDF names it so,
    /// and empty where it says nothing.
    public let name: String
    /// True when the name is given at run time.
    public let isDynamic: Bool
    public let facts: Facts
    /// In catalogue order.
    public let children: [NodeDescription]

    private let fixed: [String: Int]
    private let dynamic: [Int]

    public init(name: String, isDynamic: Bool, facts: Facts, children: [NodeDescription]) {
        self.name = name
        self.isDynamic = isDynamic
        self.facts = facts
        self.children = children
        var fixed: [String: Int] = [:]
        var dynamic: [Int] = []
        for (index, child) in children.enumerated() {
            if child.isDynamic {
                dynamic.append(index)
            } else if fixed[child.name.lowercased()] == nil {
                fixed[child.name.lowercased()] = index
            }
        }
        self.fixed = fixed
        self.dynamic = dynamic
    }

    /// True for an interior node.
    public var isInterior: Bool { facts.format == .node }

    /// The child with a fixed name, whatever the case of the letters.
    public func fixedChild(lowercased name: String) -> NodeDescription? {
        fixed[name].map { children[$0] }
    }

    /// The children that are named at run time; most nodes have at most one.
    public var dynamicChildren: [NodeDescription] { dynamic.map { children[$0] } }

    /// The name as it is shown: braces round a placeholder, `{*}` for one without text, `*` where the DDF names it so.
    public var displayName: String { Self.displayName(name, isDynamic: isDynamic) }

    static func displayName(_ name: String, isDynamic: Bool) -> String {
        guard isDynamic, name != "*" else { return name }
        return name.isEmpty ? "{*}" : "{\(name)}"
    }

    /// This node and everything below it with the path from here, in document order.
    public func forEach(path: String, _ body: (String, NodeDescription) -> Void) {
        body(path, self)
        for child in children { child.forEach(path: path + "/" + child.displayName, body) }
    }
}

extension NodeDescription: Equatable {
    /// Two descriptions are equal when name, facts and all that is below them are.
    public static func == (left: NodeDescription, right: NodeDescription) -> Bool {
        left === right
            || left.name == right.name && left.isDynamic == right.isDynamic && left.facts == right.facts
                && left.children == right.children
    }
}
