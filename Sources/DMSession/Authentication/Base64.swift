#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Standard Base64 with padding (oma-dm.md 2.11).
enum Base64 {
    static func encode(_ octets: [UInt8]) -> String { Data(octets).base64EncodedString() }

    /// nil when the text is no Base64. ASCII white space is passed over; the padding has to be there.
    static func decode(_ text: String) -> [UInt8]? {
        let digits = text.utf8.filter { $0 > 0x20 }
        return Data(base64Encoded: Data(digits)).map { [UInt8]($0) }
    }
}
