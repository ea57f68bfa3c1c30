import Capture
import DMTree
import Device
import Notation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A life in the form in which a device file keeps it: the nodes of the tree and the entries of the agenda one by one,
/// so that they can be read and changed without the rest, and every other part as JSON.
///
/// It is made from the Codable form of `DeviceLife.Saved` and gives an equal one back. It does not know what the parts
/// mean, and so has nothing to forget when one is added.
public struct SavedLife: Hashable, Sendable {
    /// One stored node of the tree.
    public struct Node: Sendable {
        /// The names by which nodes are compared, from the root, percent-encoded: unique.
        public var path: String
        /// The canonical address.
        public var uri: String
        /// Among its siblings, from 0.
        public var position: Int
        public var value: String?
        public var writer: String
        /// What a node holds beside these, as a JSON object; nil for nothing: every node in profile `windows`.
        var other: String?
    }

    /// One thing that is due.
    public struct AgendaEntry: Hashable, Sendable {
        /// What falls on one instant happens in this order; unique.
        public var order: Int64
        /// Milliseconds of the device's time.
        public var due: Int64
        /// JSON, as `Agenda.Item` is encoded: `{"session":{"_0":"push"}}`.
        public var item: String
    }

    /// Parents before their children, siblings in their order.
    public internal(set) var nodes: [Node]
    /// In the order in which it comes due.
    public internal(set) var agenda: [AgendaEntry]
    /// JSON of everything else, by the names of `DeviceLife.Saved`; `tree` and `agenda` hold what is not in the rows.
    public internal(set) var parts: [String: String]

    init(nodes: [Node], agenda: [AgendaEntry], parts: [String: String]) {
        self.nodes = nodes
        self.agenda = agenda
        self.parts = parts
    }

    /// A part has another form than this Espalier writes. As a fault of a saved life it says which part; of a life that
    /// is being saved it is a defect of ours.
    public struct OtherForm: Error, Hashable, Sendable {
        public var part: String
    }

    /// - Throws: `OtherForm` when the life cannot be taken apart, a defect of ours.
    public init<Server>(_ saved: DeviceLife<Server>.Saved) throws(OtherForm) { try self.init(encoding: saved) }

    /// The life, for a device with the same script.
    ///
    /// - Throws: `OtherForm` for what another Espalier saved, and for rows that contradict each other.
    public func saved<Server>(of server: Server.Type) throws(OtherForm) -> DeviceLife<Server>.Saved {
        try decode(DeviceLife<Server>.Saved.self, from: joined(), part: "life")
    }

    /// The tree alone.
    ///
    /// - Throws: as `saved(of:)`.
    public func tree() throws(OtherForm) -> DeviceTree.Saved {
        try decode(DeviceTree.Saved.self, from: joinedTree(), part: "tree")
    }

    private func decode<Value: Decodable>(
        _ type: Value.Type, from json: [UInt8], part: String
    ) throws(OtherForm) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(json)) } catch let error as DecodingError {
            throw OtherForm(part: error.part ?? part)
        } catch { throw OtherForm(part: part) }
    }

    init(encoding value: some Encodable) throws(OtherForm) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(value) else { throw OtherForm(part: "life") }
        try self.init(splitting: Array(json))
    }
}

extension SavedLife: CustomStringConvertible {
    public var description: String { "\(nodes.count) nodes, \(agenda.count) things due" }
}

/// Byte for byte: texts that look alike differ on the wire.
extension SavedLife.Node: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.path == right.path && left.position == right.position && left.writer == right.writer
            && left.other == right.other && left.uri == right.uri && isSame(left.value, right.value)
    }

    private static func isSame(_ left: String?, _ right: String?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left.utf8.elementsEqual(right.utf8)
        case (nil, _), (_, nil): false
        }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension DecodingError {
    /// The outermost name on the way to what has another form.
    fileprivate var part: String? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.first?.stringValue
        case .keyNotFound(let key, let context): (context.codingPath.first ?? key).stringValue
        @unknown default: nil
        }
    }
}
