#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// JSON that Espalier wrote itself.
enum JSONInput {
    /// The value of a text; nil when it is something else.
    static func value<Value: Decodable>(_ type: Value.Type, of text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
