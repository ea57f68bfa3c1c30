import SyncML

/// What kind of body a record has, told by its beginning.
public enum BodyKind: String, Hashable, Sendable, CaseIterable {
    /// A message, a SyncBody or commands, in XML.
    case syncML = "syncml"
    /// A message in WBXML.
    case wbxml
    /// SOAP: discovery, XCEP, WSTEP (enrollment.md 3 to 6).
    case soap
    /// A provisioning document.
    case provisioning = "wap-provisioningdoc"
    case empty
    /// Something else, such as a page of HTML.
    case other
}

extension CaptureRecord {
    /// What the body is. Only its first element is looked at.
    public var kind: BodyKind { BodyKind(body) }
}

extension BodyKind {
    public init(_ body: [UInt8]) {
        if body.isEmpty {
            self = .empty
        } else if WBXMLDocument.isRecognised(body) {
            self = .wbxml
        } else {
            self = Self.markup(body)
        }
    }

    private static func markup(_ body: [UInt8]) -> BodyKind {
        let head = Array(UTF16Text.utf8(body.prefix(1 << 16)) ?? body.prefix(1 << 16))
        var scanner = MarkupScanner()
        var index = 0
        while let token = scanner.token(in: head, at: index) {
            index = token.range.upperBound
            guard case .start = token.kind else { continue }
            switch String(decoding: head[token.name], as: UTF8.self) {
            case "Envelope": return .soap
            case "wap-provisioningdoc": return .provisioning
            case "SyncML", "SyncBody", "SyncHdr", "Add", "Alert", "Atomic", "Copy", "Delete", "Exec", "Get", "Item",
                "Replace",
                "Results", "Sequence", "Status":
                return .syncML
            default: return .other
            }
        }
        return .other
    }
}
