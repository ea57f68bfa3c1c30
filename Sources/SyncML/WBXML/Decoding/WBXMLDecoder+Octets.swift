import Notation
import XMLStream

/// OPAQUE, and what it means (oma-dm.md 5.5).
///
/// In Data the octets are text, octets with Format `bin`, or a whole WBXML document. Which of them, only the Meta beside it says, and
/// it may come later; so they are kept as they are until the element round both ends.
extension WBXMLDecoder {
    mutating func opaque(at offset: Int) throws(MessageRefusal) {
        let range = try reader.counted(inside: "OPAQUE")
        let bytes = reader.bytes[range]
        guard let owner = octetsOwner() else {
            if let fault = WBXMLText.fault(bytes) { throw .wbxmlText(fault, charset: .utf8, at: offset) }
            try append(bytes, at: offset)
            return
        }
        let text = try append(bytes, at: offset)
        if pending.last?.text != text { pending.append(PendingOctets(text: text, owner: owner)) }
    }

    /// The depth of the frame whose end decides what octets in the innermost element are; nil when they can only be text.
    private func octetsOwner() -> Int? {
        switch frames.last?.tag {
        case .data?, .value?: max(frames.count - 1, 1)
        // Meta stands between NextNonce and what the nonce belongs to.
        case .nextNonce?: max(metaOwner(above: frames.count - 1) ?? 1, 1)
        default: nil
        }
    }

    /// The depth of the element that a child of Meta says something about.
    private func metaOwner(above depth: Int) -> Int? {
        var index = depth - 1
        if index >= 0, frames[index].tag == .metInf { index -= 1 }
        guard index >= 1, frames[index].tag == .meta else { return nil }
        return index
    }

    /// Keeps what a Format or Type that just ended says, for the element round its Meta.
    mutating func noteMeta(_ tag: WBXMLTag, _ frame: Frame) {
        guard tag == .format || tag == .type, let text = frame.text, let owner = metaOwner(above: frames.count) else {
            return
        }
        if tag == .format {
            frames[owner - 1].format = text
        } else {
            frames[owner - 1].type = text
        }
    }

    /// Says what the octets are that waited for the end of the frame at this depth, which is still open.
    mutating func judgeOctets(endedAt depth: Int) throws(MessageRefusal) {
        while let octets = pending.last, octets.owner >= depth {
            pending.removeLast()
            try judge(octets.text, in: frames[depth - 1], outer: outer(of: depth))
        }
    }

    /// The command round an Item, whose Meta holds for it as well (oma-dm.md 1.3, scope rule).
    private func outer(of depth: Int) -> Frame? {
        depth >= 2 && frames[depth - 1].tag == .item ? frames[depth - 2] : nil
    }

    private mutating func judge(
        _ text: TapeRecorder.TextID, in frame: Frame, outer: Frame?
    ) throws(MessageRefusal) {
        let octets = recorder.bytes(of: text)
        let format = frame.format ?? outer?.format
        let isBinary = format.map { trimmed($0) == "bin" } ?? false
        if !isNested, let type = frame.type ?? outer?.type, try nested(octets, text, type, isBinary ? format : nil) {
            return
        }
        if isBinary {
            recorder.replace(text, with: Base64.digits(of: octets))
            return
        }
        let offset = recorder.offset(of: text)
        switch WBXMLText.fault(octets[...]) {
        case nil: break
        case .forbidden: add(.wbxmlCharacters(at: offset))
        case .encoding:
            add(.wbxmlOctets(at: offset))
            recorder.replace(text, with: Base64.digits(of: octets))
        }
    }

    // MARK: - Documents inside Data

    /// Reads octets as a WBXML document when their Type says that they are one. Type and Format then say what the text is
    /// that stands in its place, as a peer that speaks XML would have sent it.
    ///
    /// - Parameter format: the Format when it is `bin`.
    /// - Returns: true when there is nothing left to judge.
    private mutating func nested(
        _ octets: [UInt8], _ text: TapeRecorder.TextID, _ type: TapeRecorder.TextID, _ format: TapeRecorder.TextID?
    ) throws(MessageRefusal) -> Bool {
        let ending = "+wbxml"
        let name = trimmed(type)
        guard name.hasSuffix(ending) || nestedTypes.contains(type) else { return false }
        let offset = recorder.offset(of: text)
        do throws(MessageRefusal) {
            expanded -= octets.count
            var inner = limits
            inner.messageBytes -= expanded
            let document = try WBXMLDocument(decoding: octets, limits: inner, isNested: true)
            let xml = WBXMLMarkup.text(of: XMLCursor(document.tape))
            try expand(by: xml.count, at: offset)
            recorder.replace(text, with: xml)
            add(.wbxmlNested(XMLCursor(document.tape).name.local, at: offset))
            for finding in document.findings { add(finding.moved(to: XMLPosition(byte: offset))) }
        } catch {
            // What breaks a limit breaks that of the message.
            if error.isLimit { throw error }
            expanded += octets.count
            add(.wbxmlNestedRefused(error, at: offset))
            recorder.replace(text, with: Base64.digits(of: octets))
            return true
        }
        if nestedTypes.insert(type).inserted {
            recorder.replace(type, with: Array((name.dropLast(ending.count) + "+xml").utf8))
        }
        if let format { recorder.replace(format, with: Array("xml".utf8)) }
        return true
    }

    private mutating func add(_ finding: Finding) {
        if findings.count < limits.findings { findings.append(finding) }
    }

    private func trimmed(_ text: TapeRecorder.TextID) -> String {
        let bytes = recorder.bytes(of: text)
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = (bytes.lastIndex { $0 > 0x20 }).map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

extension Finding {
    /// The same finding at another place.
    fileprivate func moved(to position: XMLPosition) -> Finding {
        var copy = self
        copy.position = position
        return copy
    }
}

extension MessageRefusal {
    /// True for a breach of `MessageLimits`.
    fileprivate var isLimit: Bool {
        switch code {
        case .tooLarge, .tooDeep, .tooManyCommands, .tooManyEvents, .textTooLong: true
        case .empty, .entity, .encoding, .forbiddenCharacter, .binary, .unknownToken, .typographicQuotes,
            .ellipsisOrMarkdown, .htmlEscaped, .unescapedDeclarationInData, .bareAmpersand, .cutOff,
            .httpHeadersBeforeBody, .wrongRoot, .notWellFormed, .outOfMemory:
            false
        }
    }
}
