import DMTree

/// What is wrong with the data of a policy that its ADMX file describes.
struct ADMXDataFault: Error, Hashable, Sendable {
    /// One plain sentence that names the data id.
    var message: String
    /// What is expected instead.
    var hint: String
}

extension ADMXValue {
    /// Holds the data against the inputs of the policy (windows-csp.md 4.6): each has to be an input, each input has to be
    /// there, each value has to be one that the input takes. Ids compare without case (our choice).
    func check(against policy: ADMXPolicy) throws(ADMXDataFault) {
        guard isEnabled else { return }
        var given: [String: Datum] = [:]
        for datum in data {
            guard let element = policy.elements.first(where: { $0.id.lowercased() == datum.id.lowercased() }) else {
                throw ADMXDataFault(
                    message: "the policy \(policy.name) has no input \(Self.quoted(datum.id))",
                    hint: Self.inputs(policy, near: datum.id))
            }
            guard given.updateValue(datum, forKey: datum.id.lowercased()) == nil else {
                throw ADMXDataFault(
                    message: "the input \(Self.quoted(datum.id)) is given twice", hint: "send each data id once")
            }
            if let fault = element.fault(in: datum.value) { throw fault }
        }
        for element in policy.elements where given[element.id.lowercased()] == nil {
            throw ADMXDataFault(
                message: "the input \(Self.quoted(element.id)) is missing",
                hint: "send <data id=\"\(element.id)\" value=\"…\"/> with \(element.expected)")
        }
    }

    private static func inputs(_ policy: ADMXPolicy, near id: String) -> String {
        let ids = policy.elements.map(\.id)
        guard !ids.isEmpty else { return "the policy takes <enabled/> and <disabled/> alone" }
        if let nearest = NameDistance.nearest(to: id, among: ids) { return "did you mean \"\(nearest)\"?" }
        return "its inputs are \(ids.prefix(8).joined(separator: ", "))\(ids.count > 8 ? " and others" : "")"
    }
}

extension ADMXElement {
    /// What the input takes, in words.
    var expected: String {
        switch kind {
        case .text(let most): return "a text" + (most.map { " of at most \($0) characters" } ?? "")
        case .multiText: return "lines joined by U+F000"
        case .list: return "pairs of name and value joined by U+F000"
        case .boolean: return "true, false, 1 or 0"
        case .enumeration(let items):
            let shown = items.prefix(12).map(\.description).joined(separator: ", ")
            return "one of \(shown)\(items.count > 12 ? ", …" : "")"
        case .decimal(let range):
            return range.upperBound == .max
                ? "a number from \(range.lowerBound) on"
                : "a number from \(range.lowerBound) to \(range.upperBound)"
        }
    }

    /// nil when the input takes the value.
    func fault(in value: String) -> ADMXDataFault? {
        if isRequired, value.isEmpty { return fault("is required and empty") }
        switch kind {
        case .text(let most):
            if let most, value.utf16.count > most { return fault("is \(value.utf16.count) characters long") }
        case .multiText(let most, let mostStrings):
            let strings = value.split(separator: "\u{F000}", omittingEmptySubsequences: false)
            if let mostStrings, strings.count > mostStrings {
                return fault("has \(strings.count) lines, and \(mostStrings) are allowed")
            }
            if let most, let long = strings.first(where: { $0.utf16.count > most }) {
                return fault("has a line of \(long.utf16.count) characters, and \(most) are allowed")
            }
        case .list:
            // An empty list has no pairs.
            guard !value.isEmpty else { return nil }
            let parts = value.split(separator: "\u{F000}", omittingEmptySubsequences: false)
            guard parts.count.isMultiple(of: 2) else {
                return fault("has \(parts.count) parts, which are no pairs of name and value")
            }
            if stride(from: 0, to: parts.count, by: 2).contains(where: { parts[$0].isEmpty }) {
                return fault("has a pair without name")
            }
        case .boolean:
            guard ["true", "false", "1", "0"].contains(value.lowercased()) else {
                return fault("is \(ADMXValue.quoted(value))")
            }
        case .enumeration(let items):
            let isItem = items.contains { item in
                switch item {
                case .number(let number): UInt64(value) == number
                case .string(let string): string == value
                }
            }
            guard isItem else { return fault("is \(ADMXValue.quoted(value)), which is no item") }
        case .decimal(let range):
            guard let number = UInt64(value) else {
                return fault("is \(ADMXValue.quoted(value)), which is no number without sign")
            }
            guard range.contains(number) else { return fault("is \(number), which is out of range") }
        }
        return nil
    }

    private func fault(_ what: String) -> ADMXDataFault {
        ADMXDataFault(message: "the input \"\(id)\" \(what)", hint: "it takes \(expected)")
    }
}

extension ADMXElement.Item: CustomStringConvertible {
    var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .string(let string): "\"\(string)\""
        }
    }
}
