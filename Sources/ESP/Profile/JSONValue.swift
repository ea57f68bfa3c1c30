#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A JSON document as values, so that unknown properties can be reported and wrong types named.
enum JSONValue: Decodable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Parses a whole document, with or without a byte order mark.
    static func parse(_ text: String) throws(ProfileError) -> JSONValue {
        let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(body.utf8))
        } catch DecodingError.dataCorrupted(let context) {
            throw ProfileError(code: .notJSON(detail: context.debugDescription), property: "")
        } catch {
            throw ProfileError(code: .notJSON(detail: "the text is not a JSON value."), property: "")
        }
    }

    /// The members of an object; nil for anything else.
    var members: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}
