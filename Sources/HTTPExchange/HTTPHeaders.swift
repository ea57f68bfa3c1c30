/// The header fields of a request or response, in the order in which they were written (RFC 9110, section 5).
///
/// Names are compared without case, and keep the case in which they were given.
public struct HTTPHeaders: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    /// The first value of a name; nil without.
    public subscript(name: String) -> String? { fields.first { Self.isSame($0.name, name) }?.value }

    /// All values of a name, in order.
    public func values(_ name: String) -> [String] { fields.filter { Self.isSame($0.name, name) }.map(\.value) }

    public mutating func append(_ name: String, _ value: String) { fields.append(Field(name, value)) }

    /// Takes the place of the first field of that name and removes the others; appends when there is none.
    public mutating func set(_ name: String, _ value: String) {
        guard let index = fields.firstIndex(where: { Self.isSame($0.name, name) }) else {
            append(name, value)
            return
        }
        fields[index].value = value
        let kept = fields[index]
        fields = fields[...index] + fields[(index + 1)...].filter { !Self.isSame($0.name, kept.name) }
    }

    public mutating func remove(_ name: String) { fields.removeAll { Self.isSame($0.name, name) } }

    /// The media type of Content-Type in lower case, without its parameters; nil without.
    public var mediaType: String? {
        self["Content-Type"].map { value in
            value.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.lowercased() == right.lowercased()
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { Field($0.0, $0.1) })
    }
}

extension HTTPHeaders: CustomStringConvertible {
    private static let secrets: Set<String> = [
        "authorization", "devicetoken", "cookie", "set-cookie", "x-syncml-hmac", "proxy-authorization",
    ]

    /// One line for each field, without credentials.
    public var description: String {
        fields.map { field in
            "\(field.name): \(Self.secrets.contains(field.name.lowercased()) ? "(secret)" : field.value)"
        }.joined(separator: "\n")
    }
}
