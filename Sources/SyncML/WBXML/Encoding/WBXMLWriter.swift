/// Writes tokens; SWITCH_PAGE comes where the page changes, literal names go into the string table.
struct WBXMLWriter {
    private var body: [UInt8] = []
    private var page: UInt8 = 0
    private var table: [UInt8] = []
    private var tableIndices: [String: Int] = [:]
    /// The open elements: where the tag's byte stands, and where the content begins.
    private var open: [(tag: Int, content: Int)] = []

    /// Opens an element.
    mutating func start(_ tag: WBXMLTag) {
        turn(to: tag.page)
        body.append(tag.token | WBXMLToken.hasContent)
        open.append((body.count - 1, body.count))
    }

    /// Opens an element whose name no code page has.
    ///
    /// - Parameter page: the page in force, which says the namespace.
    mutating func start(literal name: String, page: UInt8) {
        turn(to: page)
        body.append(WBXMLToken.literal | WBXMLToken.hasContent)
        let tag = body.count - 1
        Self.append(index(of: name), to: &body)
        open.append((tag, body.count))
    }

    /// Closes an element. One without content is its tag alone.
    mutating func end() {
        guard let element = open.popLast() else { return }
        if body.count == element.content {
            body[element.tag] &= ~WBXMLToken.hasContent
        } else {
            body.append(WBXMLToken.end)
        }
    }

    /// Text without NUL.
    mutating func string(_ text: String) {
        guard !text.isEmpty else { return }
        body.append(WBXMLToken.inlineString)
        body.append(contentsOf: text.utf8)
        body.append(0)
    }

    mutating func opaque(_ octets: [UInt8]) {
        body.append(WBXMLToken.opaque)
        Self.append(octets.count, to: &body)
        body.append(contentsOf: octets)
    }

    /// The whole document.
    func document(_ type: WBXMLDocumentType, version: WBXMLVersion) -> [UInt8] {
        var result: [UInt8] = [version.rawValue]
        var strings = table
        if let publicID = type.publicID {
            Self.append(Int(publicID), to: &result)
        } else {
            result.append(0)
            Self.append(strings.count, to: &result)
            strings.append(contentsOf: type.name.utf8)
            strings.append(0)
        }
        Self.append(Int(WBXMLCharset.utf8.rawValue), to: &result)
        Self.append(strings.count, to: &result)
        result.reserveCapacity(result.count + strings.count + body.count)
        result.append(contentsOf: strings)
        result.append(contentsOf: body)
        return result
    }

    private mutating func turn(to number: UInt8) {
        guard number != page else { return }
        page = number
        body.append(WBXMLToken.switchPage)
        body.append(number)
    }

    private mutating func index(of name: String) -> Int {
        if let known = tableIndices[name] { return known }
        let index = table.count
        tableIndices[name] = index
        table.append(contentsOf: name.utf8)
        table.append(0)
        return index
    }

    /// A mb_u_int32.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var shift = 28
        while shift > 0, number >> shift == 0 { shift -= 7 }
        while shift > 0 {
            bytes.append(UInt8(number >> shift & 0x7F) | 0x80)
            shift -= 7
        }
        bytes.append(UInt8(number & 0x7F))
    }
}
