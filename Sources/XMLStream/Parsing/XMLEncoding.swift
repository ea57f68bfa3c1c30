import CLibXML2

/// Finds out how a document is encoded and turns it into UTF-8, so that libxml2 and every position see one encoding.
///
/// Real servers send UTF-16 that declares UTF-8 (design.md section 8), so the bytes decide and the label is a remark. A label
/// that the bytes cannot have is refused. The two eight-bit encodings that people really use are decoded here; iconv is not
/// asked, because its names come from the document and make it load code from the disk.
struct XMLEncoding {
    let source: [UInt8]
    let prolog: XMLProlog
    let remarks: [XMLRemark]

    init(decoding bytes: [UInt8]) throws(XMLError) {
        var remarks: [XMLRemark] = []
        var source = bytes
        var prolog: XMLProlog
        switch Self.mark(of: bytes) {
        case .utf32:
            throw XMLError(
                code: .encoding, position: .start,
                reason: "found a UTF-32 byte order mark; documents are expected in UTF-8 or UTF-16")
        case .utf16(let bigEndian, let skip):
            if skip > 0 { remarks.append(XMLRemark(code: .byteOrderMark, position: .start)) }
            source = try Self.decode(utf16: bytes[skip...], bigEndian: bigEndian)
            remarks.append(XMLRemark(code: .transcoded(from: "UTF-16"), position: .start))
            prolog = XMLProlog(source)
            if let label = prolog.declaredEncoding, !Self.isUTF16(label) {
                remarks.append(XMLRemark(code: .encodingLabel(declared: label, actual: "UTF-16"), position: .start))
            }
        case .utf8(let skip):
            if skip > 0 {
                remarks.append(XMLRemark(code: .byteOrderMark, position: .start))
                source = Array(bytes[skip...])
            }
            prolog = XMLProlog(source)
            guard let label = prolog.declaredEncoding, !Self.isUTF8(label) else { break }
            if skip > 0 {
                remarks.append(XMLRemark(code: .encodingLabel(declared: label, actual: "UTF-8"), position: .start))
                break
            }
            source = try Self.decode(source, label: label)
            prolog = XMLProlog(source)
            remarks.append(XMLRemark(code: .transcoded(from: label), position: .start))
        }
        self.source = source
        self.prolog = prolog
        self.remarks = remarks
        // libxml2 takes a NUL for the end of the document.
        let nul = source.withUnsafeBytes { espalier_index_of($0.baseAddress, 0, $0.count) }
        guard nul == source.count else {
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
        // Bytes beyond the end count as one that no mark has.
        func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 1 }
        func isBeginning(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || ByteScanner.isWhitespace(byte) }
        switch (byte(0), byte(1), byte(2), byte(3)) {
        case (0xEF, 0xBB, 0xBF, _): return .utf8(skip: 3)
        case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF): return .utf32
        case (0xFF, 0xFE, _, _): return .utf16(bigEndian: false, skip: 2)
        case (0xFE, 0xFF, _, _): return .utf16(bigEndian: true, skip: 2)
        // Without a mark: a document begins with "<" or with white space, so one of its first two bytes is zero.
        case (let first, 0, _, _) where isBeginning(first): return .utf16(bigEndian: false, skip: 0)
        case (0, let second, _, _) where isBeginning(second): return .utf16(bigEndian: true, skip: 0)
        default: return .utf8(skip: 0)
        }
    }

    private static func isUTF8(_ label: String) -> Bool {
        switch label {
        case "utf-8", "UTF-8": true
        default: ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(label.uppercased())
        }
    }

    private static func isUTF16(_ label: String) -> Bool {
        let label = label.uppercased()
        return label.hasPrefix("UTF-16") || label.hasPrefix("ISO-10646-UCS-2") || label == "UCS-2"
    }

    private static func decode(utf16 bytes: ArraySlice<UInt8>, bigEndian: Bool) throws(XMLError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 4 + 16)
        var index = bytes.startIndex
        func unit(at index: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        while index + 1 < bytes.endIndex {
            let high = unit(at: index)
            index += 2
            switch high {
            case 0..<0x80: result.append(UInt8(high))
            case 0xD800..<0xDC00:
                let low = index + 1 < bytes.endIndex ? unit(at: index) : 0
                guard (0xDC00..<0xE000).contains(low) else { throw surrogate(in: result) }
                index += 2
                append(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &result)
            case 0xDC00..<0xE000: throw surrogate(in: result)
            default: append(high, to: &result)
            }
        }
        guard index == bytes.endIndex else {
            throw XMLError(
                code: .encoding, position: position(of: result.count, in: result),
                reason: "found UTF-16 with an odd number of bytes: \(bytes.count); it is cut off")
        }
        return result
    }

    private static func surrogate(in result: [UInt8]) -> XMLError {
        XMLError(
            code: .encoding, position: position(of: result.count, in: result), reason: "found a lone UTF-16 surrogate")
    }

    /// An encoding of one byte for each character.
    private static func decode(_ bytes: [UInt8], label: String) throws(XMLError) -> [UInt8] {
        let upper = label.uppercased()
        let isWindows: Bool
        switch upper {
        case "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1", "L1": isWindows = false
        case "WINDOWS-1252", "CP1252", "CP-1252": isWindows = true
        default:
            let isWide = isUTF16(label) || upper.hasPrefix("UTF-32") || upper.hasPrefix("UCS-4")
            throw XMLError(
                code: .encoding, position: .start,
                reason: isWide
                    ? "the XML declaration says \(label), but the bytes are one-byte characters; expected UTF-8"
                    : "found encoding \"\(label)\"; expected UTF-8, UTF-16, ISO-8859-1 or windows-1252")
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else if isWindows, byte < 0xA0 {
                let scalar = windows1252[Int(byte) - 0x80]
                guard scalar != 0 else {
                    throw XMLError(
                        code: .encoding, position: position(of: result.count, in: result),
                        reason: "found byte 0x\(String(byte, radix: 16, uppercase: true)), which windows-1252 lacks")
                }
                append(UInt32(scalar), to: &result)
            } else {
                append(UInt32(byte), to: &result)
            }
        }
        return result
    }

    /// What windows-1252 has in place of the control characters 0x80 to 0x9F; zero for the five bytes it leaves out.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private static func position(of offset: Int, in source: [UInt8]) -> XMLPosition {
        LineIndex(source).position(at: offset, in: source)
    }
}
