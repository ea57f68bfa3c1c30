import SyncML

/// What the beginning of a body tells without parsing the whole: who sent it.
struct BodyStart {
    private let bytes: ArraySlice<UInt8>

    /// Only so much is looked at: a SyncHdr and the head of a SOAP envelope are shorter.
    private static let reach = 64 << 10

    init(_ body: [UInt8]) {
        if WBXMLDocument.isRecognised(body) {
            let xml = (try? WBXMLDocument(decoding: body).xml()) ?? []
            bytes = xml.prefix(Self.reach)
        } else {
            bytes = UTF16Text.utf8(body.prefix(Self.reach)) ?? body.prefix(Self.reach)
        }
    }

    /// Who sent it. Commands without a header are a server's: that is what people write down and lint.
    var direction: CaptureRecord.Direction { evidentDirection ?? .toClient }

    /// Who sent it, nil when the body does not tell.
    var evidentDirection: CaptureRecord.Direction? {
        if let soap = soapDirection { return soap }
        if bytes.firstRange(of: Array("<wap-provisioningdoc".utf8)) != nil { return .toClient }
        // A server is addressed by http or https, a device by its own id (oma-dm.md 2.1).
        let target = address(in: "Target")
        let source = address(in: "Source")
        switch (target.map(Self.isWeb), source.map(Self.isWeb)) {
        case (true?, false?), (true?, nil): return .toServer
        case (false?, true?), (nil, true?): return .toClient
        case (true?, true?), (false?, false?), (false?, nil), (nil, false?), (nil, nil): break
        }
        return nil
    }

    /// The LocURI of SyncHdr's Target or Source.
    private func address(in element: String) -> String? {
        guard let header = content(of: "SyncHdr", in: bytes), let part = content(of: element, in: header),
            let locURI = content(of: "LocURI", in: part)
        else { return nil }
        return String(decoding: locURI, as: UTF8.self)
    }

    private static func isWeb(_ address: String) -> Bool {
        let text = address.drop { $0.isWhitespace }.lowercased()
        return text.hasPrefix("http:") || text.hasPrefix("https:")
    }

    /// The actions of enrolment: `…/Discover`, `…/GetPolicies`, `…/RST/wstep` are requests (enrollment.md 3 to 6).
    private var soapDirection: CaptureRecord.Direction? {
        guard bytes.firstRange(of: Array("Envelope".utf8)) != nil,
            let mark = bytes.firstRange(of: Array("Action".utf8)),
            let end = bytes[mark.upperBound...].firstRange(of: Array("</".utf8))
        else { return nil }
        let action = String(decoding: bytes[mark.upperBound..<end.lowerBound], as: UTF8.self)
        return action.contains("Response") || action.contains("RSTRC") || action.contains("fault")
            ? .toClient : .toServer
    }

    /// What stands between the first start tag of a local name and the next end tag of it; to the end when that is missing.
    private func content(of name: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let name = Array(name.utf8)
        var from = text.startIndex
        while let found = text[from...].firstRange(of: name) {
            from = found.upperBound
            guard found.lowerBound > text.startIndex, let next = text[found.upperBound...].first else { continue }
            let before = text[found.lowerBound - 1]
            guard before == UInt8(ascii: "<") || before == UInt8(ascii: ":"),
                next == UInt8(ascii: ">") || next <= 0x20,
                let start = text[found.upperBound...].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            var end = text.endIndex
            var search = start + 1
            while let close = text[search...].firstRange(of: Array("</".utf8)) {
                search = close.upperBound
                let tag = text[search...].prefix { $0 != UInt8(ascii: ">") }
                if tag.elementsEqual(name) || tag.ends(with: [UInt8(ascii: ":")] + name) {
                    end = close.lowerBound
                    break
                }
            }
            return text[(start + 1)..<end]
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
