import DMTree
import Hashing
import Notation

/// The SHA-256 that an ExpectedValue of the type `application/x-nodemon-sha256` holds (windows-csp.md 4.5).
///
/// How it is written and what it covers is documented nowhere. Our choice: of a leaf the hash of its value in UTF-8; of
/// an interior node, recursively, the hash of one line for each leaf below it, depth first in the order of a Get,
/// `relative/address=value` and a line feed, names percent-encoded. Hexadecimal digits in any case and Base64 are both
/// taken.
enum NodeHash {
    static func isEqual(_ expected: String, toHashOf locURI: String, in tree: DeviceTree) -> Bool {
        let digest = digest(of: locURI, in: tree)
        return expected.lowercased() == Hexadecimal.text(digest) || expected == Base64.encode(digest)
    }

    static func text(of locURI: String, in tree: DeviceTree) -> String {
        Hexadecimal.text(digest(of: locURI, in: tree), .upper)
    }

    private static func digest(of locURI: String, in tree: DeviceTree) -> [UInt8] {
        switch ActualNode(locURI, in: tree) {
        case .absent: return SHA256.hash([])
        case .leaf(let value): return SHA256.hash(value.utf8)
        case .interior:
            var lines = ""
            add(locURI, "", to: &lines, in: tree)
            return SHA256.hash(lines.utf8)
        }
    }

    private static func add(_ locURI: String, _ path: String, to lines: inout String, in tree: DeviceTree) {
        switch ActualNode(locURI, in: tree) {
        case .absent: break
        case .leaf(let value): lines += "\(path)=\(value)\n"
        case .interior(let children):
            for child in children {
                let name = PercentCoding.encode(child)
                add("\(locURI)/\(name)", path.isEmpty ? name : "\(path)/\(name)", to: &lines, in: tree)
            }
        }
    }
}
