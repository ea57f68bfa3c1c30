// A node's line: its depth as blanks, its name, and fields. The first field has words: format, verbs by their first letters or `-`,
// occurrence with scope, and letters for what is rare. Every further field begins with the letter that says what it is.

extension NodeDescription {
    /// The line of this node.
    func line(depth: Int, tables: inout CatalogueTables) -> String {
        // A fixed name that looks like a placeholder; none of the published descriptions has one.
        let isAmbiguous = !isDynamic && (name.hasPrefix("{") || name == "*")
        let shown = (isAmbiguous ? "\\" : "") + CatalogueText.escape(displayName)
        return String(repeating: " ", count: depth) + shown + "\t" + facts.fields(tables: &tables)
    }

    /// The name and whether it is dynamic, from a line without its blanks.
    static func parseName(_ text: String) -> (name: String, isDynamic: Bool) {
        if text == "*" { return (text, true) }
        if text == "{*}" { return ("", true) }
        if text.hasPrefix("{"), text.hasSuffix("}") {
            return (CatalogueText.unescape(String(text.dropFirst().dropLast())), true)
        }
        return (CatalogueText.unescape(text), false)
    }
}

extension NodeDescription.Facts {
    /// The type of nodes that name none in the text.
    private var usualMimeType: String? { format == .node ? nil : "text/plain" }

    fileprivate func fields(tables: inout CatalogueTables) -> String {
        let verbs = access.names.compactMap(\.first).map(String.init).joined()
        var words = [format.rawValue, verbs.isEmpty ? "-" : verbs, occurrence.mark + (scope.map { $0.mark } ?? "")]
        let letters = rareLetters
        if !letters.isEmpty { words.append(letters) }
        var fields = [words.joined(separator: " ")]
        if applicability != Applicability() { fields.append("a\(tables.applicability(applicability))") }
        if mimeType != usualMimeType { fields.append("m" + (mimeType.map { "\(tables.mimeType($0))" } ?? "")) }
        if let defaultValue { fields.append("=" + CatalogueText.escape(defaultValue)) }
        if let allowedValues {
            fields.append("v" + allowedValues.kind.text)
            if let delimiter = allowedValues.listDelimiter { fields.append("l" + CatalogueText.escape(delimiter)) }
        }
        if let supportedValues {
            fields.append("V" + supportedValues.kind.text)
            if let delimiter = supportedValues.listDelimiter { fields.append("L" + CatalogueText.escape(delimiter)) }
        }
        if let deprecatedSince { fields.append("x" + CatalogueText.escape(deprecatedSince)) }
        return fields.joined(separator: "\t")
    }

    private var rareLetters: String {
        var letters = ""
        if isAtomicRequired { letters += "a" }
        if isDeprecated { letters += "d" }
        if isRetired { letters += "r" }
        switch caseSense {
        case .sensitive: letters += "s"
        case .insensitive: letters += "i"
        case nil: break
        }
        switch rebootBehavior {
        case .automatic: letters += "A"
        case .serverInitiated: letters += "S"
        case nil: break
        }
        switch naming {
        case .serverGeneratedUniqueIdentifier: letters += "g"
        case .clientInventory: letters += "c"
        case .uniqueName: letters += "u"
        case nil: break
        }
        if let index = conflictResolution.flatMap({ NodeDescription.ConflictResolution.allCases.firstIndex(of: $0) }) {
            letters += "\(index)"
        }
        return letters
    }

    /// Reads the fields behind the name; nil when one of them makes no sense.
    init?(
        fields: [Substring], mimeType mimeTypeAt: (Int) -> String?,
        applicability applicabilityAt: (Int) -> Applicability?
    ) {
        self.init()
        guard let first = fields.first else { return nil }
        let words = first.split(separator: " ")
        guard words.count >= 3, let format = NodeFormat(rawValue: String(words[0])),
            let occurrence = Occurrence(mark: words[2])
        else { return nil }
        self.format = format
        if words[1] != "-" {
            for letter in words[1] {
                guard let verb = AccessType.named.first(where: { $0.name.first == letter })?.verb else { return nil }
                access.insert(verb)
            }
        }
        self.occurrence = occurrence
        scope = words[2].last.flatMap { NodeDescription.Scope(mark: $0) }
        if words.count > 3 { for letter in words[3] { readRareLetter(letter) } }
        mimeType = usualMimeType
        for field in fields.dropFirst() {
            let text = field.dropFirst()
            switch field.first {
            case "a":
                guard let value = Int(text).flatMap(applicabilityAt) else { return nil }
                applicability = value
            case "m":
                if text.isEmpty {
                    mimeType = nil
                } else {
                    guard let type = Int(text).flatMap(mimeTypeAt) else { return nil }
                    mimeType = type
                }
            case "=": defaultValue = CatalogueText.unescape(String(text))
            case "v", "V":
                guard let kind = AllowedValues.Kind(text: text) else { return nil }
                if field.first == "v" {
                    allowedValues = AllowedValues(kind)
                } else {
                    supportedValues = AllowedValues(kind)
                }
            case "l": allowedValues?.listDelimiter = CatalogueText.unescape(String(text))
            case "L": supportedValues?.listDelimiter = CatalogueText.unescape(String(text))
            case "x": deprecatedSince = CatalogueText.unescape(String(text))
            default: return nil
            }
        }
    }

    private mutating func readRareLetter(_ letter: Character) {
        switch letter {
        case "a": isAtomicRequired = true
        case "d": isDeprecated = true
        case "r": isRetired = true
        case "s": caseSense = .sensitive
        case "i": caseSense = .insensitive
        case "A": rebootBehavior = .automatic
        case "S": rebootBehavior = .serverInitiated
        case "g": naming = .serverGeneratedUniqueIdentifier
        case "c": naming = .clientInventory
        case "u": naming = .uniqueName
        default:
            let all = NodeDescription.ConflictResolution.allCases
            if let index = letter.wholeNumberValue, all.indices.contains(index) { conflictResolution = all[index] }
        }
    }
}

extension NodeDescription.Scope {
    fileprivate var mark: String { self == .permanent ? "P" : "D" }

    fileprivate init?(mark: Character) {
        switch mark {
        case "P": self = .permanent
        case "D": self = .dynamic
        default: return nil
        }
    }
}

extension Occurrence {
    fileprivate var mark: String {
        switch self {
        case .one: "1"
        case .zeroOrOne: "?"
        case .zeroOrMore: "*"
        case .oneOrMore: "+"
        case .zeroOrN(let number): "n" + (number.map { "\($0)" } ?? "")
        case .oneOrN(let number): "N" + (number.map { "\($0)" } ?? "")
        }
    }

    /// Reads a mark; a scope behind it is passed over.
    fileprivate init?(mark: Substring) {
        switch mark.first {
        case "1": self = .one
        case "?": self = .zeroOrOne
        case "*": self = .zeroOrMore
        case "+": self = .oneOrMore
        case "n": self = .zeroOrN(Int(mark.dropFirst().prefix { $0.isNumber }))
        case "N": self = .oneOrN(Int(mark.dropFirst().prefix { $0.isNumber }))
        default: return nil
        }
    }
}

extension AllowedValues.Kind {
    fileprivate var text: String {
        switch self {
        case .none: "n"
        case .enumeration(let values): "e" + CatalogueText.list(values)
        case .flags(let values): "f" + CatalogueText.list(values)
        case .range(let ranges): "r" + ranges.map { "\($0.lowerBound)..\($0.upperBound)" }.joined(separator: "|")
        case .regularExpression(let patterns): "p" + CatalogueText.list(patterns)
        case .admx: "a"
        case .xsd: "x"
        case .json: "j"
        case .sddl: "s"
        }
    }

    fileprivate init?(text: Substring) {
        let rest = text.dropFirst()
        switch text.first {
        case "n": self = .none
        case "e": self = .enumeration(CatalogueText.items(rest))
        case "f": self = .flags(CatalogueText.items(rest))
        case "r":
            var ranges: [ClosedRange<Int64>] = []
            for item in rest.split(separator: "|") {
                let bounds = item.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int64($0) }
                guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
                ranges.append(bounds[0]...bounds[1])
            }
            self = .range(ranges)
        case "p": self = .regularExpression(CatalogueText.items(rest))
        case "a": self = .admx
        case "x": self = .xsd
        case "j": self = .json
        case "s": self = .sddl
        default: return nil
        }
    }
}
