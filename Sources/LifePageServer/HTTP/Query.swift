import Notation

/// The query of an address: the first value of each name.
struct Query: Hashable, Sendable {
    private var values: [String: String] = [:]

    init(_ text: Substring) {
        for pair in text.split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            guard name.endIndex < pair.endIndex, values[String(name)] == nil else { continue }
            let value = pair[pair.index(after: name.endIndex)...]
            values[String(name)] = PercentCoding.decode(value) ?? String(value)
        }
    }

    subscript(name: String) -> String? { values[name] }
}
