import SyncML

/// What the beginning of a body tells without parsing the whole: who sent it.
struct BodyStart {
    private let bytes: [UInt8]
    private let kind: BodyKind

    /// Only so much is looked at: a SyncHdr and the head of a SOAP envelope are shorter.
    private static let reach = 64 << 10

    init(_ body: [UInt8]) {
        kind = BodyKind(body)
        switch kind {
        case .wbxml: bytes = Array(((try? WBXMLDocument(decoding: body).xml()) ?? []).prefix(Self.reach))
        case .syncML, .soap, .provisioning, .empty, .other:
            let head = body.prefix(Self.reach)
            bytes = Array(UTF16Text.utf8(head) ?? head)
        }
    }

    /// Who sent it. Commands without a header are a server's: that is what people write down and lint.
    var direction: CaptureRecord.Direction { evidentDirection ?? .toClient }

    /// Who sent it, nil when the body does not tell.
    var evidentDirection: CaptureRecord.Direction? {
        switch kind {
        case .soap: return soapDirection
        case .provisioning: return .toClient
        case .empty, .other: return nil
        case .syncML, .wbxml: break
        }
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
    private func address(in element: StaticString) -> String? {
        guard let header = content(of: "SyncHdr", in: bytes.indices), let part = content(of: element, in: header),
            let locURI = content(of: "LocURI", in: part)
        else { return nil }
        return String(decoding: bytes[locURI], as: UTF8.self)
    }

    private static func isWeb(_ address: String) -> Bool {
        let text = address.drop { $0.isWhitespace }.lowercased()
        return text.hasPrefix("http:") || text.hasPrefix("https:")
    }

    /// The actions of enrolment: `…/Discover`, `…/GetPolicies`, `…/RST/wstep` are requests (enrollment.md 3 to 6).
    private var soapDirection: CaptureRecord.Direction? {
        guard let mark = bytes.index(of: "Action", from: 0), let end = bytes.index(of: "</", from: mark) else {
            return nil
        }
        let action = String(decoding: bytes[mark..<end], as: UTF8.self)
        return action.contains("Response") || action.contains("RSTRC") || action.contains("fault")
            ? .toClient : .toServer
    }

    /// What stands between the first start tag of a local name and the next end tag of it; to the end when that is missing.
    private func content(of name: StaticString, in range: Range<Int>) -> Range<Int>? {
        let length = name.utf8CodeUnitCount
        var from = range.lowerBound
        while let found = bytes.index(of: name, from: from, before: range.upperBound) {
            from = found + length
            guard found > range.lowerBound, from < range.upperBound else { continue }
            let (before, next) = (bytes[found - 1], bytes[from])
            guard before == UInt8(ascii: "<") || before == UInt8(ascii: ":"),
                next == UInt8(ascii: ">") || next <= 0x20,
                let start = bytes.index(of: ">", from: from, before: range.upperBound)
            else { continue }
            return (start + 1)..<(end(of: name, from: start + 1, before: range.upperBound) ?? range.upperBound)
        }
        return nil
    }

    /// Where the next end tag of a local name begins.
    private func end(of name: StaticString, from start: Int, before end: Int) -> Int? {
        var from = start
        while let close = bytes.index(of: "</", from: from, before: end) {
            from = close + 2
            let tag = bytes[from..<end].prefix { $0 != UInt8(ascii: ">") }
            let local = tag.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? from
            if bytes.hasPrefix(name, at: local), local + name.utf8CodeUnitCount == tag.endIndex { return close }
        }
        return nil
    }
}
