/// A message laid out to be read: SyncML has no line breaks between its tags.
enum XMLLayout {
    /// The text with each tag that follows a tag on a line of its own, indented by its depth. Texts, CDATA sections and white
    /// space that is already there stay as they are. It need not be XML.
    static func indented(_ xml: String, mostBytes: Int) -> (text: String, bytesLeftOut: Int) {
        let all = Array(xml.utf8)
        var count = min(all.count, mostBytes)
        // Not inside a character.
        while count < all.count, count > 0, all[count] & 0xC0 == 0x80 { count -= 1 }
        let bytes = all[..<count]
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 5 / 4)
        var depth = 0
        var index = 0
        var followsTag = false
        var isOpening = false
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                result.append(bytes[index])
                followsTag = false
                index += 1
                continue
            }
            let end = tagEnd(bytes, from: index)
            let isClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
            let isCDATA = bytes[index..<end].starts(with: "<![CDATA[".utf8)
            if isClosing { depth = max(depth - 1, 0) }
            if followsTag, !isCDATA, !(isClosing && isOpening) {
                result.append(UInt8(ascii: "\n"))
                result += repeatElement(UInt8(ascii: " "), count: 2 * min(depth, 40))
            }
            result += bytes[index..<end]
            let isDeclaration = index + 1 < bytes.count && "!?".utf8.contains(bytes[index + 1])
            let isEmpty = end - index >= 2 && bytes[end - 2] == UInt8(ascii: "/")
            isOpening = !isClosing && !isDeclaration && !isEmpty
            if isOpening { depth += 1 }
            followsTag = !isCDATA
            index = end
        }
        return (String(decoding: result, as: UTF8.self), all.count - count)
    }

    /// The index behind a tag, comment or CDATA section.
    private static func tagEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        let isCDATA = bytes[start...].starts(with: "<![CDATA[".utf8)
        let isComment = bytes[start...].starts(with: "<!--".utf8)
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: ">") {
                let tail = bytes[max(start, index - 2)...index]
                switch (isCDATA, isComment) {
                case (true, _): if tail.elementsEqual("]]>".utf8) { return index + 1 }
                case (_, true): if tail.elementsEqual("-->".utf8) { return index + 1 }
                case (false, false): return index + 1
                }
            }
            index += 1
        }
        return bytes.count
    }
}
