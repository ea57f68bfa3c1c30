import Foundation

/// Bytes as servers send them.
enum Bytes {
    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
