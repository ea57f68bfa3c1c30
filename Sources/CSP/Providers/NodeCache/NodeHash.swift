import Crypto
import DMTree
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
        var hash = SHA256()
        switch ActualNode(locURI, in: tree) {
        case .absent: break
        case .leaf(let value): hash.update(data: Array(value.utf8))
        case .interior: add(locURI, "", to: &hash, in: tree)
        }
        return Array(hash.finalize())
    }

    private static func add(_ locURI: String, _ path: String, to hash: inout SHA256, in tree: DeviceTree) {
        switch ActualNode(locURI, in: tree) {
        case .absent: break
        case .leaf(let value): hash.update(data: Array("\(path)=\(value)\n".utf8))
        case .interior(let children):
            for child in children {
                let name = PercentCoding.encode(child)
                add("\(locURI)/\(name)", path.isEmpty ? name : "\(path)/\(name)", to: &hash, in: tree)
            }
        }
    }
}
