import XMLStream

/// Something odd in a device description: what it is, where it stands, and what was found there.
public struct DDFFault: Hashable, Sendable {
    public var rule: DDFRule
    public var position: XMLPosition
    /// The node's address as `NodeDescription.forEach` gives it; empty for faults of the document.
    public var path: String
    /// The text as the file has it; empty where something is missing.
    public var found: String

    public init(rule: DDFRule, position: XMLPosition, path: String = "", found: String = "") {
        self.rule = rule
        self.position = position
        self.path = path
        self.found = found
    }

    /// One plain sentence for people.
    public var message: String {
        switch rule {
        case .unknownVerb:
            found == "Set" ? "The verb Set is not of OMA-DM; it is read as Replace." : "The verb \(found) is unknown."
        case .emptyAccessType: "AccessType lists no verb, so every command is refused."
        case .missingOccurrence: "Occurrence is missing; One is assumed."
        case .unknownOccurrence: "The occurrence \(found) is unknown; One is assumed."
        case .occurrenceWithoutNumber: "\(found) has no number; no upper bound is assumed."
        case .missingType: "DFType is missing."
        case .unknownFormat: found.isEmpty ? "DFFormat is missing." : "The format \(found) is unknown."
        case .unknownScope: found.isEmpty ? "Scope is missing." : "The scope \(found) is unknown."
        case .unnamedPlaceholder: "The node has neither a name nor a DFTitle that says what its name stands for."
        case .starName: "The name * stands for a name given at run time; an empty NodeName with a DFTitle says more."
        case .paddedName: "The name \"\(found)\" begins or ends with a blank, which is passed over."
        case .duplicateName: "A sibling has the name \(found) already."
        case .leafWithChildren: "The node has children, but its format is \(found)."
        case .defaultOfOtherFormat: "The default value \"\(found)\" is no text of the node's format."
        case .defaultNotAllowed: "The default value \"\(found)\" is not among the allowed values."
        case .unknownValueType: "The value type \"\(found)\" is unknown; values are not checked."
        case .incompleteAllowedValues: "AllowedValues of type \(found) does not say which values it means."
        case .unreadableRange: "The range \"\(found)\" is neither [low-high] nor [n]; values are not checked."
        case .unreadablePattern: "The pattern \"\(found)\" does not compile; values are not checked."
        case .patternInSlashes: "The pattern \"\(found)\" stands between slashes, which are passed over."
        case .delimiterSpelling: "The delimiter \(found) is a number; the character is meant."
        case .enumeratorOfOtherFormat: "The allowed value \"\(found)\" is no text of the node's format."
        case .versionSpelling: "The version \"\(found)\" is neither 10.0.build, 10.0.build.revision nor 99.9.99999."
        case .emptyApplicability: "\(found) is empty."
        case .unknownEdition: "The edition \"\(found)\" is no hexadecimal number."
        case .unknownWord: "The word \"\(found)\" is unknown here."
        case .trailingSlash: "The path \(found) ends with a slash, which is passed over."
        case .elementsInDescription: "Description holds the element \(found); it is passed over."
        case .unknownElement: "The element \(found) is unknown; it is passed over."
        case .permanentWithDelete: "AccessType lists Delete, but the node is permanent; Delete is refused."
        case .missingProperties: "The node has no DFProperties."
        case .grammarVersion: found.isEmpty ? "VerDTD is missing." : "VerDTD is \(found), and 1.2 is read."
        }
    }
}

extension DDFFault: CustomStringConvertible {
    public var description: String {
        let place = path.isEmpty ? "" : " (\(path))"
        return "\(position): \(rule.severity.rawValue): \(message) [\(rule.rawValue)]\(place)"
    }
}
