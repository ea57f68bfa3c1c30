import XMLStream

/// A device description file: its nodes as descriptions, and what was odd about it (windows-csp.md chapter 6).
///
/// Both versions of the format are read. Nothing is fetched or validated against a schema, the order of elements does not
/// matter, and unknown elements are passed over.
public struct DDFDocument: Sendable {
    /// The two versions of Microsoft's format.
    public enum Version: Int, Hashable, Sendable {
        /// Windows 10 20H2 and earlier: the extensions of windows-csp.md 6.5.
        case v1 = 1
        /// Since December 2022: the extensions of windows-csp.md 6.3.
        case v2 = 2
    }

    /// A root node and where it hangs.
    public struct Root: Sendable {
        /// `Path` without a trailing slash: `./Vendor/MSFT`, `.`, `./Device/Vendor/MSFT/Policy/Config`.
        public let path: String
        public let node: NodeDescription

        /// The node's own address.
        public var uri: String { path + "/" + node.displayName }
    }

    /// The file's name, as given.
    public let name: String
    public let version: Version
    /// In document order.
    public let roots: [Root]
    /// In document order.
    public let faults: [DDFFault]

    /// Reads a device description.
    ///
    /// - Parameter name: the file's name, for messages.
    /// - Throws: `DDFError` when the bytes are no XML, or no device description.
    public init(parsing bytes: [UInt8], name: String) throws(DDFError) {
        let tape: XMLTape
        do {
            tape = try XMLTape(parsing: bytes)
        } catch {
            throw DDFError(code: .xml(error.code), name: name, position: error.position, reason: error.reason)
        }
        var cursor = XMLCursor(tape)
        guard cursor.name.local == DDFElement.mgmtTree.rawValue else {
            throw DDFError(
                code: .notADeviceDescription, name: name, position: cursor.position,
                reason: "the root element is \(cursor.name.local), expected MgmtTree")
        }
        var reader = DDFNodeReader(tape: tape)
        var roots: [Root] = []
        let start = cursor.position
        cursor.enter()
        var grammarVersion = ""
        while let id = cursor.nextChild() {
            if tape.names[id].local == "VerDTD" {
                grammarVersion = cursor.readTrimmedText()
                continue
            }
            guard reader.elements[id] == .node else {
                reader.noteUnknown(cursor)
                cursor.skipElement()
                continue
            }
            let position = cursor.position
            let root = reader.readRoot(&cursor)
            guard let root else {
                throw DDFError(
                    code: .noPath, name: name, position: position, reason: "the root node has no Path")
            }
            roots.append(root)
        }
        if grammarVersion != "1.2" {
            reader.faults.append(DDFFault(rule: .grammarVersion, position: start, found: grammarVersion))
        }
        guard !roots.isEmpty else {
            throw DDFError(code: .noNodes, name: name, position: start, reason: "MgmtTree holds no Node")
        }
        self.name = name
        // With a namespace, because version 1 has an attribute AllowedValues.
        let isVersion2 = tape.names.contains { $0.namespace != nil && DDFElement.ofVersion2.contains($0.local) }
        self.version = isVersion2 ? .v2 : .v1
        self.roots = roots
        self.faults = reader.faults.sorted { $0.position < $1.position }
    }
}
