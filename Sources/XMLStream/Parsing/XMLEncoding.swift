import CLibXML2

/// Finds out how a document is encoded and turns it into UTF-8, so that libxml2 and every position see one encoding.
///
/// Real servers send UTF-16 that declares UTF-8 (design.md section 8), so the bytes decide and the label is a remark. The
/// one label that is refused is one that the bytes cannot have.
struct XMLEncoding {
    var source: [UInt8]
    var remarks: [XMLRemark]

    init(decoding bytes: [UInt8]) throws(XMLError) {
        remarks = []
        switch Self.mark(of: bytes) {
        case .utf32:
            throw XMLError(
                code: .encoding, position: .start,
                reason: "found a UTF-32 byte order mark; documents are expected in UTF-8 or UTF-16")
        case .utf16(let bigEndian, let skip):
            if skip > 0 { remarks.append(XMLRemark(code: .byteOrderMark, position: .start)) }
            source = try Self.transcode(utf16: bytes[skip...], bigEndian: bigEndian)
            remarks.append(XMLRemark(code: .transcoded(from: "UTF-16"), position: .start))
            if let label = XMLProlog(source).declaredEncoding, !label.uppercased().hasPrefix("UTF-16") {
                remarks.append(
                    XMLRemark(code: .encodingLabel(declared: label, actual: "UTF-16"), position: .start))
            }
        case .utf8(let skip):
            if skip > 0 { remarks.append(XMLRemark(code: .byteOrderMark, position: .start)) }
            source = skip > 0 ? Array(bytes[skip...]) : bytes
            try applyLabel(marked: skip > 0)
        }
        if let nul = source.firstIndex(of: 0) {
            throw XMLError(
                code: .forbiddenCharacter, position: Self.position(of: nul, in: source),
                reason: "found a NUL byte, which XML forbids")
        }
    }

    private enum Mark {
        case utf8(skip: Int)
        case utf16(bigEndian: Bool, skip: Int)
        case utf32
    }

    private static func mark(of bytes: [UInt8]) -> Mark {
        func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
        if begins([0xEF, 0xBB, 0xBF]) { return .utf8(skip: 3) }
        if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) { return .utf32 }
        if begins([0xFF, 0xFE]) { return .utf16(bigEndian: false, skip: 2) }
        if begins([0xFE, 0xFF]) { return .utf16(bigEndian: true, skip: 2) }
        if begins([UInt8(ascii: "<"), 0]) { return .utf16(bigEndian: false, skip: 0) }
        if begins([0, UInt8(ascii: "<")]) { return .utf16(bigEndian: true, skip: 0) }
        return .utf8(skip: 0)
    }

    private mutating func applyLabel(marked: Bool) throws(XMLError) {
        guard let label = XMLProlog(source).declaredEncoding else { return }
        let upper = label.uppercased()
        if ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(upper) { return }
        if upper.hasPrefix("UTF-16") || upper.hasPrefix("UTF-32") || upper.hasPrefix("UCS-")
            || upper.hasPrefix("ISO-10646-UCS")
        {
            throw XMLError(
                code: .encoding, position: .start,
                reason: "the XML declaration says \(label), but the bytes are one-byte characters: expected UTF-8")
        }
        if marked {
            remarks.append(XMLRemark(code: .encodingLabel(declared: label, actual: "UTF-8"), position: .start))
            return
        }
        source = try Self.transcode(source, from: label)
        remarks.append(XMLRemark(code: .transcoded(from: label), position: .start))
    }

    private static func transcode(utf16 bytes: ArraySlice<UInt8>, bigEndian: Bool) throws(XMLError) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else {
            throw XMLError(
                code: .encoding, position: .start, reason: "found UTF-16 with an odd number of bytes: it is cut off")
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var decoder = UTF16()
        let base = bytes.startIndex
        var units = stride(from: base, to: bytes.endIndex, by: 2).lazy
            .map { index -> UInt16 in
                let (high, low) = bigEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
                return UInt16(high) << 8 | UInt16(low)
            }.makeIterator()
        decoding: while true {
            switch decoder.decode(&units) {
            case .scalarValue(let scalar): result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            case .emptyInput: break decoding
            case .error:
                throw XMLError(
                    code: .encoding, position: position(of: result.count, in: result),
                    reason: "found a lone UTF-16 surrogate")
            }
        }
        return result
    }

    /// Any other encoding that libxml2 or iconv know.
    private static func transcode(_ bytes: [UInt8], from label: String) throws(XMLError) -> [UInt8] {
        guard let handler = xmlFindCharEncodingHandler(label) else {
            throw XMLError(
                code: .encoding, position: .start,
                reason: "found encoding \"\(label)\", which is not known; expected UTF-8")
        }
        defer { xmlCharEncCloseFunc(handler) }
        guard let input = xmlBufferCreateSize(bytes.count + 1), let output = xmlBufferCreateSize(bytes.count * 2 + 16)
        else { throw XMLError(code: .outOfMemory, position: .start, reason: "no memory to transcode the document") }
        defer {
            xmlBufferFree(input)
            xmlBufferFree(output)
        }
        bytes.withUnsafeBufferPointer { _ = xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
        var written: Int32 = 0
        repeat { written = xmlCharEncInFunc(handler, output, input) } while written > 0 && xmlBufferLength(input) > 0
        guard xmlBufferLength(input) == 0, let content = xmlBufferContent(output) else {
            throw XMLError(
                code: .encoding, position: .start, reason: "the bytes are not what the label \"\(label)\" says")
        }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
    }

    private static func position(of offset: Int, in source: [UInt8]) -> XMLPosition {
        LineIndex.position(at: offset, in: source, lineStarts: LineIndex.lineStarts(of: source))
    }
}
