import LifePage

/// The document that the server sends, with the policy that names the hashes of its script and style.
public struct PageFile: Hashable, Sendable {
    public var bytes: [UInt8]
    /// The value of Content-Security-Policy.
    public var contentSecurityPolicy: String

    public init(bytes: [UInt8], contentSecurityPolicy: String) {
        self.bytes = bytes
        self.contentSecurityPolicy = contentSecurityPolicy
    }
}

extension PageFile {
    /// The page of a life that goes on.
    public static let live = PageFile(
        bytes: PageDocument.live.bytes, contentSecurityPolicy: PageDocument.contentSecurityPolicy)
}
