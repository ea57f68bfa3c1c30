/// Finds the elements of one array in a JSON text that comes in pieces, so that a text of any length takes the memory of one element.
///
/// Only brackets and strings are followed; what an element holds is for JSONParser to judge.
struct JSONEntryScanner: Sendable {
    struct Found {
        var bytes: [UInt8]
        var offset: Int
        var line: Int
        var column: Int
        /// The size of an element that was too large; its bytes are then dropped.
        var excess: Int?
    }

    enum Ending: Hashable {
        case complete
        case cutOff(offset: Int, line: Int)
        /// The text has no such array.
        case absent
    }

    private let path: [[UInt8]]
    var limit = Int.max
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// The last string on the way to the array: a name, unless a value has the same text, which no bracket follows.
    private var name: [UInt8] = []
    /// How many names of the path lead to where the scanner is.
    private var matched = 0
    private var hasArray = false
    private var isArrayOpen = false
    private var offset = 0
    private var line = 1
    private var lineStart = 0
    private var element: Found?
    private var size = 0

    init(path: [String]) { self.path = path.map { Array($0.utf8) } }

    private var arrayDepth: Int { path.count + 1 }

    var ending: Ending {
        if depth > 0 || isInString { return .cutOff(offset: element?.offset ?? offset, line: element?.line ?? line) }
        return hasArray ? .complete : .absent
    }

    mutating func push(_ piece: [UInt8]) -> [Found] {
        var found: [Found] = []
        var run = 0
        for (index, byte) in piece.enumerated() {
            if byte == 0x0A {
                line += 1
                lineStart = offset + index + 1
            }
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if element != nil, depth == arrayDepth { end(piece[run...index], &found) }
                    continue
                }
                if element == nil, name.count < 64 { name.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                if begins { begin(at: index, &run) }
                isInString = true
                name = []
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if begins { begin(at: index, &run) }
                open(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if element != nil, depth == arrayDepth {
                    // A number or a word ended by the array itself.
                    end(piece[run..<index], &found)
                }
                close()
                if element != nil, depth == arrayDepth { end(piece[run...index], &found) }
            case UInt8(ascii: ","):
                if element != nil, depth == arrayDepth { end(piece[run..<index], &found) }
            case 0x20, 0x09, 0x0A, 0x0D: break
            default: if begins { begin(at: index, &run) }
            }
        }
        if element != nil { add(piece[run...]) }
        offset += piece.count
        return found
    }

    private var begins: Bool { isArrayOpen && depth == arrayDepth && element == nil }

    private mutating func begin(at index: Int, _ run: inout Int) {
        element = Found(bytes: [], offset: offset + index, line: line, column: offset + index - lineStart + 1)
        size = 0
        run = index
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        size += bytes.count
        if size <= limit { element?.bytes += bytes } else { element?.bytes = [] }
    }

    private mutating func end(_ bytes: ArraySlice<UInt8>, _ found: inout [Found]) {
        add(bytes)
        if var element {
            element.excess = size > limit ? size : nil
            found.append(element)
        }
        element = nil
    }

    private mutating func open(_ byte: UInt8) {
        // The root is one object; each name of the path leads one level down, the last to the array.
        if !isArrayOpen, depth >= 1, depth == matched + 1, matched < path.count, name == path[matched] {
            let isArray = byte == UInt8(ascii: "[")
            if isArray == (matched == path.count - 1) {
                matched += 1
                if matched == path.count {
                    isArrayOpen = true
                    hasArray = true
                }
            }
        }
        name = []
        depth += 1
    }

    private mutating func close() {
        depth -= 1
        if isArrayOpen, depth < arrayDepth { isArrayOpen = false }
        if !isArrayOpen, depth <= matched, matched > 0 { matched = max(0, depth - 1) }
    }
}
