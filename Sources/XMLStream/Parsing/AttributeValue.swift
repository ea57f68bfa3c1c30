import CLibXML2

/// Values of attributes as libxml2 hands them over.
///
/// It leaves each ampersand of a value, however it was written, as the five characters `&#38;`, because a tree builder would parse the
/// value once more. Whoever reads events has to turn it back; no other ampersand can stand there.
enum AttributeValue {
    private static let ampersand: StaticString = "&#38;"

    static func append(_ value: UnsafePointer<UInt8>, count: Int, to text: inout GrowingMemory<UInt8>) {
        var start = value
        var left = count
        while true {
            let plain = espalier_index_of(start, Int32(UInt8(ascii: "&")), left)
            let length = ampersand.utf8CodeUnitCount
            guard left - plain >= length, memcmp(start + plain, ampersand.utf8Start, length) == 0 else {
                text.append(contentsOf: start, count: left)
                return
            }
            text.append(contentsOf: start, count: plain + 1)
            start += plain + length
            left -= plain + length
        }
    }

    /// The same for a namespace, which is the value of an attribute too.
    static func string(_ value: UnsafePointer<UInt8>) -> String {
        let text = String(cString: value)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("\(ampersand)", with: "&")
    }
}
