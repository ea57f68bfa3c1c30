import XMLStream

/// The document that an Exec of DownloadInstall carries (windows-csp.md 4.1). Facts that the install needs; times are
/// minutes.
public struct MsiInstallJob: Hashable, Sendable, Codable {
    /// The application's GUID; empty when not stated.
    public var id: String
    /// The product's version; empty when not stated.
    public var version: String
    /// Tried in order.
    public var contentURLs: [String]
    /// SHA-256 in hexadecimal digits.
    public var fileHash: String?
    /// Options for msiexec.
    public var commandLine: String?
    /// Minutes until the installer counts as failed.
    public var timeout: Int?
    /// Retries of download and install together before the package counts as failed.
    public var retryCount: Int?
    /// Minutes between retries.
    public var retryInterval: Int?
    /// True when the Entra user token goes to the download address.
    public var sendsUserToken = false

    /// Nil for a document that no Exec was accepted with.
    public init?(_ text: String) {
        guard let job = try? MsiInstallJob(parsing: text) else { return nil }
        self = job
    }

    /// - Throws: when the text is not XML, or has no Product with a ContentURL.
    init(parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "MsiInstallJob")
        id = cursor.attribute("id") ?? ""
        version = ""
        contentURLs = []
        var hasProduct = false
        cursor.enter()
        while let child = cursor.nextChild() {
            guard cursor.tape.names[child].local == "Product" else {
                cursor.skipElement()
                continue
            }
            hasProduct = true
            version = cursor.attribute("Version") ?? ""
            readLeaves(&cursor)
        }
        guard hasProduct else {
            throw DocumentFault(message: "the MsiInstallJob has no Product")
        }
        guard !contentURLs.isEmpty else {
            throw DocumentFault(message: "the MsiInstallJob has no Download/ContentURLList/ContentURL")
        }
    }

    private mutating func readLeaves(_ cursor: inout XMLCursor) {
        cursor.enter()
        while let child = cursor.nextChild() {
            switch cursor.tape.names[child].local {
            case "ContentURL": contentURLs.append(cursor.readTrimmedText())
            case "FileHash": fileHash = cursor.readTrimmedText()
            case "CommandLine": commandLine = cursor.readTrimmedText()
            case "TimeOut": timeout = Self.number(cursor.readTrimmedText())
            case "RetryCount": retryCount = Self.number(cursor.readTrimmedText())
            case "RetryInterval": retryInterval = Self.number(cursor.readTrimmedText())
            case "DownloadFromAad": sendsUserToken = cursor.readTrimmedText() == "1"
            case "Download", "ContentURLList", "Validation", "Enforcement": readLeaves(&cursor)
            default: cursor.skipElement()
            }
        }
    }

    /// A number of the job; what is beyond 32 bits is no number that Windows takes.
    private static func number(_ text: String) -> Int? { Int32(text).map { Int($0) } }
}
