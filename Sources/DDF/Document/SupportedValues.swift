import XMLStream

/// What the extensions of the format's first version state about values (windows-csp.md 6.5), while they are read.
struct SupportedValues {
    private var enumerators: [String] = []
    private var low: Int64?
    private var high: Int64?
    private var separator: String?
    private var isADMX = false
    private var hasSchema = false

    /// Reads the element the cursor stands on and moves behind it.
    mutating func read(_ cursor: inout XMLCursor, element: DDFElement?, reader: inout DDFNodeReader) {
        let position = cursor.position
        switch element {
        case .supportedValues: readSupportedValues(&cursor, reader: &reader)
        case .minValue: low = Int64(cursor.readTrimmedText()) ?? low
        case .maxValue: high = Int64(cursor.readTrimmedText()) ?? high
        case .separator:
            let text = cursor.readTrimmedText()
            let character = AllowedValues.delimiter(text)
            separator = character.isEmpty ? nil : character
            if character != text {
                reader.faults.append(DDFFault(rule: .delimiterSpelling, position: position, found: text))
            }
        case .admxBacked:
            isADMX = true
            cursor.skipElement()
        case .xmlSchema:
            hasSchema = true
            cursor.skipElement()
        default: cursor.skipElement()
        }
    }

    private mutating func readSupportedValues(_ cursor: inout XMLCursor, reader: inout DDFNodeReader) {
        for attribute in cursor.attributes {
            switch attribute.name.local {
            case "low": low = Int64(attribute.value.trimmed)
            case "high": high = Int64(attribute.value.trimmed)
            case "AllowedValues": enumerators = attribute.value.split(separator: ",").map { String($0).trimmed }
            default: break
            }
        }
        var listed: [String] = []
        cursor.enter()
        while let id = cursor.nextChild() {
            if reader.elements[id] == .supportedValue {
                listed += cursor.attributes.filter { $0.name.local == "value" }.map(\.value.trimmed)
            } else {
                reader.noteUnknown(cursor)
            }
            cursor.skipElement()
        }
        if enumerators.isEmpty { enumerators = listed }
    }

    /// The same in the terms of the second version; nil when nothing was stated.
    var allowedValues: AllowedValues? {
        let kind: AllowedValues.Kind
        if isADMX {
            kind = .admx
        } else if !enumerators.isEmpty {
            kind = .enumeration(enumerators)
        } else if low != nil || high != nil {
            // An open end is that of the integers Windows takes (windows-csp.md 1.4).
            let low = low ?? NodeFormat.integers.lowerBound
            kind = .range([low...max(low, high ?? NodeFormat.integers.upperBound)])
        } else if hasSchema {
            kind = .xsd
        } else if separator != nil {
            kind = .none
        } else {
            return nil
        }
        return AllowedValues(kind, listDelimiter: separator)
    }
}
