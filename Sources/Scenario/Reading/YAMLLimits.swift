import Yams

/// Bounds on a scenario or device profile. The YAML parser builds its tree by recursion, and an alias can stand for a large part of
/// it, so both depth and size are checked before anything walks the tree.
enum YAMLLimits {
    /// UTF-8 bytes of a scenario file.
    static let bytes = 256 * 1024
    /// Brackets, or dashes on one line, inside each other.
    static let depth = 64
    /// Nodes, aliases counted as often as they stand for something.
    static let nodes = 50_000

    static func check(_ text: String, of subject: String) throws(ScenarioError) {
        guard text.utf8.count <= bytes else {
            throw ScenarioError(
                line: 1, column: 1, message: "\(subject) has \(text.utf8.count) bytes; at most \(bytes) are allowed")
        }
        var open = 0
        var line = 1
        var indicators = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
            case UInt8(ascii: "\n"):
                line += 1
                indicators = 0
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): indicators += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: indicators = 0
            }
            guard open <= depth, indicators <= depth || !isNesting(text, line) else {
                throw ScenarioError(
                    line: line, column: 1, message: "\(subject) is nested more than \(depth) deep")
            }
        }
    }

    /// A ruler of dashes in a comment or a text is no nesting: that needs a blank behind each.
    private static func isNesting(_ text: String, _ line: Int) -> Bool {
        let found = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(line - 1).first ?? ""
        return found.contains("- - - ") || found.contains("? ? ? ") || found.contains(": : : ")
    }

    static func check(_ node: Node, of subject: String) throws(ScenarioError) {
        var left = nodes
        try count(node, 0, &left, subject)
    }

    private static func count(
        _ node: Node, _ level: Int, _ left: inout Int, _ subject: String
    ) throws(ScenarioError) {
        left -= 1
        guard left > 0, level <= depth * 2 else {
            throw Fields.error(node, "\(subject) is too large: at most \(nodes) values, nested \(depth * 2) deep")
        }
        switch node {
        case .scalar, .alias: break
        case .sequence(let sequence): for child in sequence { try count(child, level + 1, &left, subject) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                try count(key, level + 1, &left, subject)
                try count(value, level + 1, &left, subject)
            }
        }
    }
}
