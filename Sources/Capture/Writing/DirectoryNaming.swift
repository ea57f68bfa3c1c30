/// Names the files of a folder that holds one body each: `0001-request.xml`, `0002-response.wbxml`. Times, addresses and headers are lost.
public struct DirectoryNaming: Sendable {
    private var count = 0

    public init() {}

    /// The name of the next record's file.
    public mutating func name(of record: CaptureRecord) -> String {
        count += 1
        let digits = String(count)
        let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let word =
            switch record.direction {
            case .toServer: "request"
            case .toClient: "response"
            }
        let ending =
            switch record.kind {
            case .syncML, .soap, .provisioning, .empty: "xml"
            case .wbxml: "wbxml"
            case .other: "body"
            }
        return "\(number)-\(word).\(ending)"
    }
}
