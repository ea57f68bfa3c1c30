import SyncML

extension Redaction {
    enum Redacted {
        case body([UInt8])
        /// The secrets of the body cannot be found; the reason ends a sentence.
        case withheld(String)
    }

    mutating func redactedBody(_ body: [UInt8]) -> Redacted {
        switch BodyKind(body) {
        case .empty: return .body(body)
        case .wbxml: return redactedWBXML(body)
        case .syncML, .soap, .provisioning: return .body(redactedText(body))
        case .other:
            guard let first = body.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
                return .body(body)
            }
            let isMarkup = first == UInt8(ascii: "<") || UTF16Text.order(of: body) != nil
            let start = String(decoding: body.prefix(256), as: UTF8.self).lowercased()
            guard isMarkup, !start.contains("<html"), !start.contains("<!doctype html") else {
                return .withheld("it is of a kind in which secrets cannot be found")
            }
            return .body(redactedText(body))
        }
    }

    /// A document in UTF-16 is given back in UTF-16.
    private mutating func redactedText(_ body: [UInt8]) -> [UInt8] {
        guard let order = UTF16Text.order(of: body), let text = UTF16Text.utf8(body[...]) else {
            return withoutPatterns(redactedMarkup(body))
        }
        let units = Array(String(decoding: swept(withoutPatterns(redactedMarkup(Array(text)))), as: UTF8.self).utf16)
        let hasMark = body[0] >= 0xFE
        return ((hasMark ? [0xFEFF] : []) + units).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return switch order {
            case .littleEndian: [low, high]
            case .bigEndian: [high, low]
            }
        }
    }

    /// WBXML is turned into XML, redacted, and written again. What WBXML would lose on the way was not there.
    private mutating func redactedWBXML(_ body: [UInt8]) -> Redacted {
        do throws(MessageRefusal) {
            let document = try WBXMLDocument(decoding: body)
            let xml = document.xml()
            let redacted = swept(withoutPatterns(redactedMarkup(xml)))
            if redacted == xml { return .body(body) }
            let message = try Message(parsing: redacted)
            do throws(WBXMLEncodingError) {
                return .body(try message.wbxml(version: document.version))
            } catch {
                return .withheld("its WBXML could not be written again")
            }
        } catch {
            return .withheld("its WBXML could not be read at byte \(error.position.offset)")
        }
    }
}

extension Redaction {
    /// A body as a person reads it: without its secrets, and XML where it was WBXML.
    ///
    /// - Returns: nil when secrets cannot be found in such a body, and where WBXML cannot be read.
    public mutating func readable(_ body: [UInt8]) -> [UInt8]? {
        var body = body
        if WBXMLDocument.isRecognised(body) {
            guard let document = try? WBXMLDocument(decoding: body) else { return nil }
            body = document.xml()
        }
        return switch redactedBody(body) {
        case .body(let redacted): swept(redacted)
        case .withheld: nil
        }
    }

    /// Whether a rule names a node, so that its value is a secret.
    public func hides(node uri: String) -> Bool { index.kind(ofNode: uri) != nil }
}
