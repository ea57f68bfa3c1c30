extension FilterRule {
    /// Reads a rule of Intune's language: `(device.model -eq "X") and (device.osVersion -startsWith "10.0.22")`.
    ///
    /// `and` binds stronger than `or`. Operators stand with or without their hyphen, in any case.
    public init(parsing text: String) throws(FilterRuleError) {
        var parser = FilterRuleParser(text)
        self = try parser.rule()
    }
}

/// Reads a rule from left to right.
private struct FilterRuleParser {
    static let depthLimit = 64

    let characters: [Character]
    var index = 0

    init(_ text: String) { characters = Array(text) }

    mutating func rule() throws(FilterRuleError) -> FilterRule {
        let rule = try alternatives(depth: 0)
        guard index == characters.count else { throw surprise(expected: "\"and\", \"or\" or the end of the rule") }
        return rule
    }

    private mutating func alternatives(depth: Int) throws(FilterRuleError) -> FilterRule {
        var rules = [try conjunction(depth: depth)]
        while skip(word: "or") { rules.append(try conjunction(depth: depth)) }
        return rules.count == 1 ? rules[0] : .any(rules)
    }

    private mutating func conjunction(depth: Int) throws(FilterRuleError) -> FilterRule {
        var rules = [try term(depth: depth)]
        while skip(word: "and") { rules.append(try term(depth: depth)) }
        return rules.count == 1 ? rules[0] : .all(rules)
    }

    private mutating func term(depth: Int) throws(FilterRuleError) -> FilterRule {
        skipBlanks()
        guard current == "(" else { return .comparison(try comparison()) }
        guard depth < Self.depthLimit else { throw error(.tooDeep(allowed: Self.depthLimit)) }
        index += 1
        let rule = try alternatives(depth: depth + 1)
        guard current == ")" else { throw surprise(expected: "\"and\", \"or\" or a closing parenthesis") }
        index += 1
        skipBlanks()
        return rule
    }

    private mutating func comparison() throws(FilterRuleError) -> FilterComparison {
        let name = word { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        guard !name.isEmpty else { throw surprise(expected: "a property such as device.model") }
        let subject = Self.subject(name)
        skipBlanks()
        let place = index
        let comparator = try comparator()
        if case .property(let property) = subject, !property.comparators.contains(comparator) {
            throw FilterRuleError(fault: .comparatorNotForProperty(comparator, property), column: place + 1)
        }
        skipBlanks()
        let operandPlace = index
        let operand = try operand()
        if let expected = Self.expectation(of: comparator, insteadOf: operand) {
            throw FilterRuleError(fault: .otherOperand(comparator, expected: expected), column: operandPlace + 1)
        }
        skipBlanks()
        return FilterComparison(subject: subject, comparator: comparator, operand: operand)
    }

    private static func subject(_ name: String) -> FilterComparison.Subject {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "device", let property = FilterProperty(name: String(parts[1]))
        else { return .other(name) }
        return .property(property)
    }

    private mutating func comparator() throws(FilterRuleError) -> FilterComparison.Operator {
        let place = index
        if current == "-" { index += 1 }
        let name = word(of: \.isLetter)
        guard !name.isEmpty else {
            index = place
            throw surprise(expected: "an operator such as -eq")
        }
        let wanted = "-" + name.lowercased()
        guard let comparator = FilterComparison.Operator.allCases.first(where: { $0.rawValue.lowercased() == wanted })
        else { throw FilterRuleError(fault: .unknownOperator(name), column: place + 1) }
        return comparator
    }

    private mutating func operand() throws(FilterRuleError) -> FilterComparison.Operand {
        switch current {
        case "\"": return .text(try quoted())
        case "[": return .list(try list())
        default:
            let place = index
            let bare = word { $0.isLetter || $0.isNumber || $0 == "." || $0 == "$" }
            if ["null", "$null"].contains(bare.lowercased()) { return .null }
            // Only versions stand without quotes.
            if bare.first?.isNumber == true { return .text(bare) }
            index = place
            throw surprise(expected: "a value in straight quotes, a list or $null")
        }
    }

    /// What the operator compares with, when the operand is something else.
    private static func expectation(
        of comparator: FilterComparison.Operator, insteadOf operand: FilterComparison.Operand
    ) -> String? {
        switch (comparator, operand) {
        case (.isIn, .list), (.isNotIn, .list): nil
        case (.isIn, _), (.isNotIn, _): "a list such as [\"a\", \"b\"]"
        case (_, .text), (.equal, .null), (.notEqual, .null): nil
        case (.equal, _), (.notEqual, _): "a value in quotes or $null"
        case (_, .list), (_, .null): "a value in quotes"
        }
    }

    private mutating func quoted() throws(FilterRuleError) -> String {
        index += 1
        guard let end = characters[index...].firstIndex(of: "\"") else {
            index = characters.count
            throw surprise(expected: "a closing quote")
        }
        defer { index = end + 1 }
        return String(characters[index..<end])
    }

    private mutating func list() throws(FilterRuleError) -> [String] {
        var items: [String] = []
        repeat {
            index += 1
            skipBlanks()
            guard current == "\"" else { throw surprise(expected: "a value in straight quotes") }
            items.append(try quoted())
            skipBlanks()
        } while current == ","
        guard current == "]" else { throw surprise(expected: "a comma or a closing bracket") }
        index += 1
        return items
    }

    // MARK: characters

    private var current: Character? { index < characters.count ? characters[index] : nil }

    private mutating func skipBlanks() {
        while let character = current, character.isWhitespace { index += 1 }
    }

    private mutating func word(of belongs: (Character) -> Bool) -> String {
        let start = index
        while let character = current, belongs(character) { index += 1 }
        return String(characters[start..<index])
    }

    /// Skips `and` or `or`, with or without a hyphen.
    private mutating func skip(word wanted: String) -> Bool {
        let place = index
        if current == "-" { index += 1 }
        if word(of: \.isLetter).lowercased() == wanted { return true }
        index = place
        return false
    }

    private func error(_ fault: FilterRuleError.Fault) -> FilterRuleError {
        FilterRuleError(fault: fault, column: index + 1)
    }

    private func surprise(expected: String) -> FilterRuleError {
        guard let current else { return error(.endOfRule(expected: expected)) }
        return error(.unexpected(found: String(current), expected: expected))
    }
}
