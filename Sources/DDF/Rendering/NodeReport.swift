/// The facts of one node, ready to be shown (`espalier ddf show URI`) or encoded as JSON.
public struct NodeReport: Hashable, Sendable, Encodable {
    /// What a node says of values.
    public struct Values: Hashable, Sendable, Encodable {
        /// `ENUM`, `Flag`, `Range` …
        public var valueType: String
        /// The enumerators, flags, ranges or patterns; empty for the other kinds.
        public var values: [String]
        public var listDelimiter: String?
        /// The same in words.
        public var words: String
    }

    public var path: String
    public var name: String
    public var isDynamic: Bool
    public var format: String
    public var access: [String]
    public var occurrence: String
    public var scope: String?
    public var defaultValue: String?
    public var mimeType: String?
    public var caseSense: String?
    public var allowedValues: Values?
    /// What the extensions of the first version state.
    public var supportedValues: Values?
    /// The unit of a number, where the node's name tells it.
    public var unit: String?
    /// First builds, the node's own or inherited.
    public var versions: [String]
    public var cspVersion: String?
    /// SKU numbers, hexadecimal; nil for every edition.
    public var skus: [String]?
    /// The editions of those that Espalier plays which have the node.
    public var editions: [String]
    /// The named releases of Windows whose build has the node, all back-ports included.
    public var releases: [String]
    public var requiresAzureAD: Bool
    public var naming: String?
    public var rebootBehavior: String?
    public var conflictResolution: String?
    public var isAtomicRequired: Bool
    public var isDeprecated: Bool
    public var deprecatedSince: String?
    public var isRetired: Bool
    /// The edition folder of the description, where the node comes from a catalogue.
    public var source: String?
    public var children: [String]

    /// Collects the facts of a node.
    ///
    /// - Parameters:
    ///   - path: the node's address.
    ///   - applicability: what holds for the node with all that it inherits; nil when nothing is inherited.
    ///   - root: the root of the catalogue that the node belongs to.
    public init(
        _ node: NodeDescription, path: String, applicability: Applicability? = nil, root: CatalogueRoot? = nil
    ) {
        let facts = node.facts
        let holds = applicability ?? facts.applicability
        self.path = path
        name = node.displayName
        isDynamic = node.isDynamic
        format = facts.format.rawValue
        access = facts.access.names
        occurrence = facts.occurrence.description
        scope = facts.scope?.rawValue
        defaultValue = facts.defaultValue
        mimeType = facts.mimeType
        caseSense = facts.caseSense?.rawValue
        allowedValues = facts.allowedValues.map(Values.init)
        supportedValues = facts.supportedValues.map(Values.init)
        unit = facts.format == .int ? ValueUnit(nodeName: node.name)?.rawValue : nil
        versions = holds.versions.map(\.description)
        cspVersion = holds.cspVersion ?? root?.cspVersion
        skus = holds.editions?.map { sku in
            sku == Applicability.holographicForBusiness ? "0x88*" : "0x" + String(sku, radix: 16, uppercase: true)
        }
        editions = WindowsEdition.allCases.filter { holds.includes(edition: $0) }.map(\.rawValue)
        releases = WindowsRelease.named.filter { holds.includes(build: $0.build, revision: nil) }.map(\.name)
        requiresAzureAD = holds.requiresAzureAD
        naming = facts.naming?.rawValue
        rebootBehavior = facts.rebootBehavior?.rawValue
        conflictResolution = facts.conflictResolution?.rawValue
        isAtomicRequired = facts.isAtomicRequired
        isDeprecated = facts.isDeprecated
        deprecatedSince = facts.deprecatedSince
        isRetired = facts.isRetired
        source = root?.edition
        children = node.children.map(\.displayName)
    }
}

extension NodeReport.Values {
    fileprivate init(_ allowed: AllowedValues) {
        let values: [String] =
            switch allowed.kind {
            case .enumeration(let listed), .flags(let listed), .regularExpression(let listed): listed
            case .range(let ranges): ranges.map { AllowedValues.describe([$0]) }
            case .none, .admx, .xsd, .json, .sddl: []
            }
        self.init(
            valueType: allowed.kind.valueType, values: values, listDelimiter: allowed.listDelimiter,
            words: allowed.description)
    }
}

extension NodeReport {
    /// The facts as lines for people; the first one is the address.
    public var lines: [String] {
        var lines = [path]
        let add = { (label: String, text: String?) in
            guard let text else { return }
            lines.append("  " + label + String(repeating: " ", count: max(1, 12 - label.count)) + text)
        }
        add("format", format)
        add("access", access.isEmpty ? "none" : access.joined(separator: ", "))
        add("occurrence", occurrence)
        add("scope", scope)
        add("default", defaultValue.map { $0.isEmpty ? "empty text" : $0 })
        let unit = unit.map { " \($0)" } ?? ""
        add("values", allowedValues.map { $0.words + ($0.valueType == "Range" ? unit : "") })
        add("v1 values", supportedValues.map { $0.words + ($0.valueType == "Range" ? unit : "") })
        add("type", mimeType)
        add("case", caseSense == "CS" ? "sensitive" : caseSense == "CIS" ? "insensitive" : nil)
        if isDynamic { add("named by", namedBy) }
        add("builds", versions.isEmpty ? nil : versions.joined(separator: ", "))
        add("releases", releasesInWords)
        add(
            "editions",
            skus == nil ? nil : editions.isEmpty ? "none that Espalier plays" : editions.joined(separator: ", "))
        add("csp version", cspVersion)
        add("flags", flags.isEmpty ? nil : flags.joined(separator: ", "))
        add("source", source)
        add("children", children.isEmpty ? nil : children.joined(separator: ", "))
        return lines
    }

    /// Who names the instances of a dynamic node.
    package var namedBy: String {
        switch naming.flatMap(NodeDescription.Naming.init) {
        case .serverGeneratedUniqueIdentifier: "the server, with an identifier of its own"
        case .clientInventory: "the client"
        case .uniqueName: "the server, with a name as documented"
        case nil: "the description does not say whom"
        }
    }

    private var releasesInWords: String? {
        guard !versions.isEmpty else { return nil }
        let all = WindowsRelease.named.map(\.name)
        if releases.isEmpty { return "none" }
        if let first = releases.first, let index = all.firstIndex(of: first),
            all.suffix(from: index).elementsEqual(releases)
        {
            return first + (releases.count > 1 ? " and later" : "")
        }
        return releases.joined(separator: ", ")
    }

    /// What else is to be known, each a few words.
    package var flags: [String] {
        var flags: [String] = []
        if isRetired { flags.append("retired (only older descriptions know it)") }
        if isAtomicRequired { flags.append("to be sent in one Atomic") }
        if isDeprecated { flags.append("deprecated" + (deprecatedSince.map { " since \($0)" } ?? "")) }
        if requiresAzureAD { flags.append("Entra-joined devices only") }
        if let rebootBehavior { flags.append("reboot: \(rebootBehavior)") }
        if let conflictResolution { flags.append("merged by \(conflictResolution)") }
        return flags
    }
}
