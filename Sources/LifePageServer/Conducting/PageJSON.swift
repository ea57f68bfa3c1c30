import LifePage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// JSON of the page's addresses, in the form of a timeline.
public enum PageJSON {
    /// Empty for a value that has no JSON, which none of ours is.
    public static func bytes(_ value: some Encodable) -> [UInt8] { (try? TimelineJSON.bytes(value)) ?? [] }

    static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8]) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}
