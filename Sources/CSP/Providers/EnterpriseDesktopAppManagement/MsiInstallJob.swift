import XMLStream

/// The document that an Exec of DownloadInstall carries (windows-csp.md 4.1). Facts that the install needs; times are
/// minutes.
public struct MsiInstallJob: Hashable, Sendable {
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

    /// Why a document is no job.
    struct Fault: Error {
        /// Not XML at all (415) or XML without what a job needs (500).
        var isMalformed: Bool
        var message: String
    }

    /// - Throws: `Fault` when the text is not XML, or has no Product with a ContentURL.
    init(parsing text: String) throws(Fault) {
        let tape: XMLTape
        do throws(XMLError) {
            tape = try XMLTape(parsing: Array(text.utf8))
        } catch {
            throw Fault(isMalformed: true, message: "the MsiInstallJob is not well-formed XML: \(error)")
        }
        var cursor = XMLCursor(tape)
        guard cursor.name.local == "MsiInstallJob" else {
            throw Fault(
                isMalformed: false, message: "found <\(cursor.name.local)> where <MsiInstallJob> is expected")
        }
        id = cursor.attributes.first { $0.name.local == "id" }?.value ?? ""
        version = ""
        contentURLs = []
        var hasProduct = false
        cursor.enter()
        while let child = cursor.nextChild() {
            guard tape.names[child].local == "Product" else {
                cursor.skipElement()
                continue
            }
            hasProduct = true
            version = cursor.attributes.first { $0.name.local == "Version" }?.value ?? ""
            readLeaves(&cursor)
        }
        guard hasProduct else {
            throw Fault(isMalformed: false, message: "the MsiInstallJob has no Product")
        }
        guard !contentURLs.isEmpty else {
            throw Fault(isMalformed: false, message: "the MsiInstallJob has no Download/ContentURLList/ContentURL")
        }
    }

    private mutating func readLeaves(_ cursor: inout XMLCursor) {
        cursor.enter()
        while let child = cursor.nextChild() {
            switch cursor.tape.names[child].local {
            case "ContentURL": contentURLs.append(cursor.readTrimmedText())
            case "FileHash": fileHash = cursor.readTrimmedText()
            case "CommandLine": commandLine = cursor.readTrimmedText()
            case "TimeOut": timeout = Int(cursor.readTrimmedText())
            case "RetryCount": retryCount = Int(cursor.readTrimmedText())
            case "RetryInterval": retryInterval = Int(cursor.readTrimmedText())
            case "DownloadFromAad": sendsUserToken = cursor.readTrimmedText() == "1"
            case "Download", "ContentURLList", "Validation", "Enforcement": readLeaves(&cursor)
            default: cursor.skipElement()
            }
        }
    }
}
