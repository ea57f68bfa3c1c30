import Crypto
import Foundation

/// Digests as web pages name them.
public enum Digests {
    /// The SHA-256 of a text in UTF-8, in Base64.
    public static func sha256(_ text: String) -> String {
        Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
}
