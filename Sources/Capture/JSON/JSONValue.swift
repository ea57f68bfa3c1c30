/// A JSON value with the places of its parts, so that a fault can say where it stands.
package indirect enum JSONValue: Sendable {
    case object([JSONMember])
    case array([JSONElement])
    case string(String)
    /// As written: a number of any size is kept.
    case number(String)
    case bool(Bool)
    case null
}

package struct JSONMember: Sendable {
    package var name: String
    package var value: JSONValue
    /// Bytes from the start of what was parsed to the value.
    package var offset: Int

    package init(name: String, value: JSONValue, offset: Int = 0) {
        self.name = name
        self.value = value
        self.offset = offset
    }
}

package struct JSONElement: Sendable {
    package var value: JSONValue
    package var offset: Int

    package init(value: JSONValue, offset: Int = 0) {
        self.value = value
        self.offset = offset
    }
}

extension JSONValue {
    /// The last member of a name, as other readers of JSON have it; nil when this is no object or there is none.
    package subscript(_ name: String) -> JSONValue? { member(name)?.value }

    func member(_ name: String) -> JSONMember? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }
    }

    package var string: String? { if case .string(let text) = self { text } else { nil } }

    package var elements: [JSONElement]? { if case .array(let elements) = self { elements } else { nil } }

    /// A whole number, written with or without a fraction of 0; nil for anything else and for what an Int cannot hold.
    package var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    }

    /// A finite number.
    var number: Double? {
        guard case .number(let text) = self, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// What kind of value it is, for a sentence.
    var kind: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

/// What is wrong with a JSON text, and where.
package struct JSONFault: Error, Hashable {
    /// Bytes from the start of what was parsed.
    package var offset: Int
    /// One sentence: what was found, and what was expected.
    package var message: String
    /// True when the text ends too early.
    var isCutOff = false
    /// True when the bytes of a string are no UTF-8.
    var isEncoding = false

    /// - Parameter isAtEnd: whether what was parsed is the end of the source.
    func code(isAtEnd: Bool) -> CaptureFault.Code {
        isEncoding ? .encoding : isCutOff && isAtEnd ? .cutOff : .malformed
    }
}
