import DMTree
import ProtocolProfile
import SyncML

/// An object of which the server has sent a part (oma-dm.md 2.9). It touches the tree only when it is whole.
struct IncomingObject: Sendable {
    /// What happens to the chunks.
    enum Progress: Hashable, Sendable {
        /// They are kept.
        case gathering(chunks: [String], bytes: Int)
        /// The object was refused with this status: the chunks that still come are dropped.
        case refused(status: Int)
    }

    /// The verb, Target and CmdID of the first chunk.
    let verb: Verb
    let target: String
    let source: String?
    let cmdID: String?
    /// Meta of the first chunk, which counts where a later one says nothing.
    let format: String?
    let type: String?
    /// Bytes of the whole as the first chunk says; nil when it does not.
    let size: Int?
    var progress: Progress

    /// Whether an Item goes on with this object. The CmdID is another in each message (8, A9), unless the switch says
    /// that it has to be the same.
    func continues(_ request: Request, _ matching: Ambiguities.ChunkMatching) -> Bool {
        guard request.verb == verb, let target = request.target, Self.isSame(target, self.target) else { return false }
        return switch matching {
        case .target: true
        case .targetAndCmdID: request.cmdID == cmdID
        }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard let left = try? TreeURI(left), let right = try? TreeURI(right) else { return false }
        return left == right
    }

    /// Alert 1225, which tells the server that the object was given up (rule 8). Its Item holds the addresses of the
    /// command.
    var noEndOfData: Command {
        .alert(
            Alert(
                cmdID: nil, data: ItemData("1225"),
                items: [Item(target: Location(target), source: source.map { Location($0) })]))
    }
}

/// Whether the bytes of an object are as many as Size says (oma-dm.md 8, A8).
enum ObjectSize: Hashable, Sendable {
    case right
    /// Size counts the XML escapes.
    case escaped
    case wrong

    /// - Parameter bytes: those that travelled, which are not those of the text where octets travelled.
    static func check(
        _ text: String, _ bytes: Int, against size: Int, _ rule: Ambiguities.TextSize
    ) -> ObjectSize {
        if bytes == size { return .right }
        guard rule == .utf8, size > bytes else { return .wrong }
        // Senders escape at least & and <, some > and the quotes as well.
        var length = bytes
        var candidates: [Int] = []
        for (characters, extra) in [("&", 4), ("<", 3), (">", 3), ("\"", 5), ("'", 5)] {
            guard let byte = characters.utf8.first else { continue }
            length += extra * text.utf8.count { $0 == byte }
            candidates.append(length)
        }
        return candidates.dropFirst().contains(size) ? .escaped : .wrong
    }
}
