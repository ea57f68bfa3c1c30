import XMLStream

/// The facts of one `DFProperties` element (windows-csp.md 6.2, 6.3, 6.5), while it is read.
struct DDFProperties {
    var facts = NodeDescription.Facts()
    /// DFTitle, which names a dynamic node.
    var title = ""
    var hasFormat = false

    private var hasOccurrence = false
    private var hasAccess = false
    private var hasScope = false
    private var hasType = false
    private var defaultPosition: XMLPosition?
    private var supported = SupportedValues()

    /// Reads the element the cursor stands on and moves behind it. Faults get their path from the caller.
    init(_ cursor: inout XMLCursor, reader: inout DDFNodeReader) {
        let position = cursor.position
        cursor.enter()
        while let id = cursor.nextChild() { readChild(&cursor, element: reader.elements[id], reader: &reader) }
        facts.supportedValues = supported.allowedValues
        if !hasAccess { reader.faults.append(DDFFault(rule: .emptyAccessType, position: position)) }
        if !hasOccurrence { reader.faults.append(DDFFault(rule: .missingOccurrence, position: position)) }
        if !hasScope { reader.faults.append(DDFFault(rule: .unknownScope, position: position)) }
        if !hasType { reader.faults.append(DDFFault(rule: .missingType, position: position)) }
        if !hasFormat { reader.faults.append(DDFFault(rule: .unknownFormat, position: position)) }
        if facts.scope == .permanent, facts.access.contains(.delete) {
            reader.faults.append(DDFFault(rule: .permanentWithDelete, position: position))
        }
        checkEnumerators(position, reader: &reader)
        checkDefault(reader: &reader)
    }

    private mutating func readChild(_ cursor: inout XMLCursor, element: DDFElement?, reader: inout DDFNodeReader) {
        let position = cursor.position
        switch element {
        case .accessType: readAccess(&cursor, reader: &reader)
        case .defaultValue:
            defaultPosition = position
            facts.defaultValue = cursor.readText()
        case .description:
            if cursor.hasElementChildren {
                var inside = cursor
                inside.enter()
                if inside.nextChild() != nil {
                    reader.faults.append(
                        DDFFault(rule: .elementsInDescription, position: position, found: inside.name.local))
                }
            }
            cursor.skipElement()
        case .format:
            hasFormat = true
            let word = Self.readWord(&cursor) ?? ""
            if let format = NodeFormat(rawValue: word.lowercased()) {
                facts.format = format
            } else {
                hasFormat = false
                reader.faults.append(DDFFault(rule: .unknownFormat, position: position, found: word))
            }
        case .occurrence: readOccurrence(&cursor, reader: &reader)
        case .scope:
            hasScope = true
            let word = Self.readWord(&cursor) ?? ""
            facts.scope = NodeDescription.Scope(rawValue: word)
            if facts.scope == nil {
                reader.faults.append(DDFFault(rule: .unknownScope, position: position, found: word))
            }
        case .title: title = cursor.readTrimmedText()
        case .type:
            hasType = true
            readType(&cursor, reader: reader)
        case .caseSense:
            let word = Self.readWord(&cursor) ?? ""
            facts.caseSense = NodeDescription.CaseSense(rawValue: word)
            noteWord(word, isKnown: facts.caseSense != nil, position, &reader)
        case .applicability: facts.applicability = Applicability(reading: &cursor, reader: &reader)
        case .dynamicNodeNaming:
            let word = Self.readWord(&cursor) ?? ""
            facts.naming = NodeDescription.Naming(rawValue: word)
            noteWord(word, isKnown: facts.naming != nil, position, &reader)
        case .allowedValues: facts.allowedValues = AllowedValues(reading: &cursor, reader: &reader)
        case .rebootBehavior:
            let word = cursor.readTrimmedText()
            facts.rebootBehavior = NodeDescription.RebootBehavior(rawValue: word)
            noteWord(word, isKnown: facts.rebootBehavior != nil || word == "None", position, &reader)
        case .conflictResolution:
            let word = cursor.readTrimmedText()
            facts.conflictResolution = NodeDescription.ConflictResolution(rawValue: word)
            noteWord(word, isKnown: facts.conflictResolution != nil, position, &reader)
        case .deprecated:
            facts.isDeprecated = true
            facts.deprecatedSince = cursor.attributes.first { $0.name.local == "OsBuildDeprecated" }?.value
            cursor.skipElement()
        case .atomicRequired:
            facts.isAtomicRequired = true
            cursor.skipElement()
        case .supportedValues, .minValue, .maxValue, .separator, .admxBacked, .xmlSchema:
            supported.read(&cursor, element: element, reader: &reader)
        default:
            reader.noteUnknown(cursor)
            cursor.skipElement()
        }
    }

    /// The name of the first child element; nil when there is none. Moves behind the element.
    private static func readWord(_ cursor: inout XMLCursor) -> String? {
        var inside = cursor
        cursor.skipElement()
        inside.enter()
        return inside.nextChild() == nil ? nil : inside.name.local
    }

    private func noteWord(_ word: String, isKnown: Bool, _ position: XMLPosition, _ reader: inout DDFNodeReader) {
        if !isKnown { reader.faults.append(DDFFault(rule: .unknownWord, position: position, found: word)) }
    }

    private mutating func readAccess(_ cursor: inout XMLCursor, reader: inout DDFNodeReader) {
        cursor.enter()
        while cursor.nextChild() != nil {
            let name = cursor.name.local
            hasAccess = true
            if let verb = AccessType.named.first(where: { $0.name == name })?.verb {
                facts.access.insert(verb)
            } else {
                // Only CertificateStore and SurfaceHub of version 1 write `Set`.
                if name == "Set" { facts.access.insert(.replace) }
                reader.faults.append(DDFFault(rule: .unknownVerb, position: cursor.position, found: name))
            }
            cursor.skipElement()
        }
    }

    private mutating func readOccurrence(_ cursor: inout XMLCursor, reader: inout DDFNodeReader) {
        let position = cursor.position
        hasOccurrence = true
        var inside = cursor
        cursor.skipElement()
        inside.enter()
        guard inside.nextChild() != nil else {
            hasOccurrence = false
            return
        }
        let word = inside.name.local
        switch word {
        case "One": facts.occurrence = .one
        case "ZeroOrOne": facts.occurrence = .zeroOrOne
        case "ZeroOrMore": facts.occurrence = .zeroOrMore
        case "OneOrMore": facts.occurrence = .oneOrMore
        case "ZeroOrN", "OneOrN":
            let number = Int(inside.readTrimmedText())
            facts.occurrence = word == "OneOrN" ? .oneOrN(number) : .zeroOrN(number)
            if number == nil {
                reader.faults.append(DDFFault(rule: .occurrenceWithoutNumber, position: position, found: word))
            }
        default: reader.faults.append(DDFFault(rule: .unknownOccurrence, position: position, found: word))
        }
    }

    private mutating func readType(_ cursor: inout XMLCursor, reader: DDFNodeReader) {
        cursor.enter()
        while let id = cursor.nextChild() {
            guard reader.elements[id] == .mime else {
                cursor.skipElement()
                continue
            }
            let text = cursor.readTrimmedText()
            facts.mimeType = text.isEmpty ? nil : text
        }
    }

    private func checkEnumerators(_ position: XMLPosition, reader: inout DDFNodeReader) {
        guard facts.format == .int else { return }
        let values: [String]
        switch facts.allowedValues?.kind {
        case .enumeration(let listed), .flags(let listed): values = listed
        case .none?, .range, .regularExpression, .admx, .xsd, .json, .sddl, nil: values = []
        }
        for value in values where AllowedValues.number(value) == nil {
            reader.faults.append(DDFFault(rule: .enumeratorOfOtherFormat, position: position, found: value))
        }
    }

    /// A default may contradict the format or the allowed values (windows-csp.md 6.6 pitfalls 12 and 16).
    private mutating func checkDefault(reader: inout DDFNodeReader) {
        guard let value = facts.defaultValue, let position = defaultPosition else { return }
        // Version 1 writes an empty element on nodes that have no default; on a text it may also mean the empty text.
        if value.isEmpty, facts.format != .chr, facts.format != .xml {
            facts.defaultValue = nil
            reader.faults.append(DDFFault(rule: .defaultOfOtherFormat, position: position))
        } else if facts.format.check(value) != nil, facts.format != .int || AllowedValues.number(value) == nil {
            reader.faults.append(DDFFault(rule: .defaultOfOtherFormat, position: position, found: value))
        } else if !value.isEmpty, facts.allowedValues?.check(value, format: facts.format) != nil {
            reader.faults.append(DDFFault(rule: .defaultNotAllowed, position: position, found: value))
        }
    }
}
