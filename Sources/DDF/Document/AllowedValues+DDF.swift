import XMLStream

extension AllowedValues {
    /// Reads `MSFT:AllowedValues`, the element the cursor stands on, and moves behind it.
    init(reading cursor: inout XMLCursor, reader: inout DDFNodeReader) {
        let position = cursor.position
        let type = cursor.attributes.first { $0.name.local == "ValueType" }?.value ?? ""
        var enumerators: [String] = []
        var values: [String] = []
        var delimiter: String?
        cursor.enter()
        while let id = cursor.nextChild() {
            switch reader.elements[id] {
            case .enum:
                if let value = Self.readEnumerator(&cursor, reader: &reader) { enumerators.append(value) }
            case .value: values.append(cursor.readTrimmedText())
            case .list:
                let place = cursor.position
                let text = cursor.attributes.first { $0.name.local == "Delimiter" }?.value ?? ""
                delimiter = Self.delimiter(text)
                if delimiter != text {
                    reader.faults.append(DDFFault(rule: .delimiterSpelling, position: place, found: text))
                }
                cursor.skipElement()
            case .admxBackedValues: cursor.skipElement()
            default:
                reader.noteUnknown(cursor)
                cursor.skipElement()
            }
        }
        let kind = Self.kind(type, enumerators: enumerators, values: values, position, &reader)
        self.init(kind, listDelimiter: delimiter)
    }

    private static func kind(
        _ type: String, enumerators: [String], values: [String], _ position: XMLPosition,
        _ reader: inout DDFNodeReader
    ) -> Kind {
        let kind: Kind
        var isComplete = true
        switch type {
        case "None":
            kind = .none
            isComplete = values.isEmpty && enumerators.isEmpty
        case "ENUM":
            kind = .enumeration(enumerators)
            isComplete = !enumerators.isEmpty
        case "Flag":
            kind = .flags(enumerators)
            isComplete = !enumerators.isEmpty
        case "Range":
            let ranges = values.compactMap { AllowedValues.ranges($0) }
            if ranges.count < values.count {
                reader.faults.append(
                    DDFFault(rule: .unreadableRange, position: position, found: values.joined(separator: " ")))
            }
            kind = .range(ranges.flatMap { $0 })
            isComplete = !values.isEmpty
        case "RegEx":
            kind = .regularExpression(values)
            isComplete = !values.isEmpty
            for pattern in values { notePattern(pattern, position, &reader) }
        case "ADMX": kind = .admx
        case "XSD": kind = .xsd
        case "JSON": kind = .json
        case "SDDL": kind = .sddl
        default:
            kind = .none
            reader.faults.append(DDFFault(rule: .unknownValueType, position: position, found: type))
        }
        if !isComplete {
            reader.faults.append(DDFFault(rule: .incompleteAllowedValues, position: position, found: type))
        }
        return kind
    }

    private static func readEnumerator(_ cursor: inout XMLCursor, reader: inout DDFNodeReader) -> String? {
        var value: String?
        cursor.enter()
        while let id = cursor.nextChild() {
            if reader.elements[id] == .value {
                value = cursor.readTrimmedText()
            } else {
                reader.noteUnknown(cursor)
                cursor.skipElement()
            }
        }
        return value
    }

    private static func notePattern(_ pattern: String, _ position: XMLPosition, _ reader: inout DDFNodeReader) {
        let written = ValuePattern(pattern)
        if written.isInSlashes {
            reader.faults.append(DDFFault(rule: .patternInSlashes, position: position, found: pattern))
        }
        if !written.compiles {
            reader.faults.append(DDFFault(rule: .unreadablePattern, position: position, found: pattern))
        }
    }

    /// The character that a delimiter means: `0xF000` and `\xF000` are U+F000 (windows-csp.md 6.6 pitfall 10).
    static func delimiter(_ text: String) -> String {
        guard text.hasPrefix("0x") || text.hasPrefix("\\x"), let number = UInt32(text.dropFirst(2), radix: 16),
            let scalar = Unicode.Scalar(number)
        else { return text }
        return String(Character(scalar))
    }

    /// The ranges of a text such as `[0-100]`, `[5]` or `[(-1)-2147483647]`; nil when it is none
    /// (windows-csp.md 6.6 pitfall 11).
    static func ranges(_ text: String) -> [ClosedRange<Int64>]? {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
        var result: [ClosedRange<Int64>] = []
        for part in text.dropFirst().dropLast().split(separator: ",") {
            var rest = Substring(String(part).trimmed)
            guard let low = takeNumber(&rest) else { return nil }
            guard !rest.isEmpty else {
                result.append(low...low)
                continue
            }
            guard rest.removeFirst() == "-", let high = takeNumber(&rest), rest.isEmpty, low <= high
            else { return nil }
            result.append(low...high)
        }
        return result.isEmpty ? nil : result
    }

    /// Takes `12`, `-12` or `(-12)` from the front.
    private static func takeNumber(_ text: inout Substring) -> Int64? {
        if text.first == "(" {
            guard let end = text.firstIndex(of: ")") else { return nil }
            let number = Int64(text[text.index(after: text.startIndex)..<end])
            text = text[text.index(after: end)...]
            return number
        }
        let digits = text.dropFirst(text.first == "-" ? 1 : 0).prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let number = Int64(text[..<digits.endIndex]) else { return nil }
        text = text[digits.endIndex...]
        return number
    }
}
