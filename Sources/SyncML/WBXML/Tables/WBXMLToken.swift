/// The tokens that mean the same on every code page (oma-dm.md 5.1).
enum WBXMLToken {
    static let switchPage: UInt8 = 0x00
    static let end: UInt8 = 0x01
    static let entity: UInt8 = 0x02
    static let inlineString: UInt8 = 0x03
    static let literal: UInt8 = 0x04
    static let processingInstruction: UInt8 = 0x43
    static let tableString: UInt8 = 0x83
    static let opaque: UInt8 = 0xC3

    /// Set in a tag's byte when the element has content.
    static let hasContent: UInt8 = 0x40
    /// Set in a tag's byte when the element has attributes.
    static let hasAttributes: UInt8 = 0x80
    /// What is left of a tag's byte: the token of the code page.
    static let tag: UInt8 = 0x3F
    /// The first token of a code page; those below are global.
    static let firstTag: UInt8 = 0x05

    /// The byte as references print it, such as `0x6D`.
    static func shown(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}
