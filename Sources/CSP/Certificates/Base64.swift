#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Base64 as `bin` and `b64` nodes hold it.
enum Base64 {
    /// The bytes of a text; nil when it is no Base64. White space inside is passed over, as the decision table does
    /// (windows-csp.md 5.9 row 18).
    static func decode(_ text: String) -> [UInt8]? {
        let digits = text.utf8.filter { $0 > 0x20 }
        guard !digits.isEmpty, let data = Data(base64Encoded: Data(digits)) else { return nil }
        return Array(data)
    }

    static func encode(_ bytes: some Sequence<UInt8>) -> String { Data(bytes).base64EncodedString() }
}
