/// Checks a device description file, for `espalier ddf check`.
public enum DDFChecker {
    /// What a check found.
    public struct Report: Sendable {
        /// The file's name, as given.
        public var name: String
        /// Why the file is no device description at all; nil when it was read.
        public var failure: DDFError?
        public var version: DDFDocument.Version?
        /// The addresses of the root nodes, in document order.
        public var roots: [String]
        /// The number of nodes.
        public var nodes: Int
        /// In document order.
        public var faults: [DDFFault]

        /// True when the description contradicts itself somewhere, or could not be read.
        public var hasErrors: Bool { failure != nil || faults.contains { $0.rule.severity == .error } }

        /// One line for each fault, as compilers write them, and a last one that sums up.
        public var lines: [String] {
            if let failure { return ["\(failure.name):\(failure.position): error: \(failure.reason)"] }
            let version = version.map { "DDF version \($0.rawValue), " } ?? ""
            let sums = DDFRule.Severity.allCases.compactMap { severity -> String? in
                let count = faults.count { $0.rule.severity == severity }
                return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
            }
            let nodes = "\(nodes) node\(nodes == 1 ? "" : "s") in \(roots.count) root\(roots.count == 1 ? "" : "s")"
            return faults.map { "\(name):\($0)" }
                + ["\(name): \(version)\(nodes): " + (sums.isEmpty ? "nothing odd" : sums.joined(separator: ", "))]
        }
    }

    /// Checks the bytes of a file.
    public static func check(_ bytes: [UInt8], name: String) -> Report {
        do {
            let document = try DDFDocument(parsing: bytes, name: name)
            var nodes = 0
            for root in document.roots { root.node.forEach(path: "") { _, _ in nodes += 1 } }
            return Report(
                name: name, failure: nil, version: document.version, roots: document.roots.map(\.uri), nodes: nodes,
                faults: document.faults)
        } catch {
            return Report(name: name, failure: error, version: nil, roots: [], nodes: 0, faults: [])
        }
    }
}
