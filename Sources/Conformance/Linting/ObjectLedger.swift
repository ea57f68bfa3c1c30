import SyncML

/// The large objects of one side of a session, chunk by chunk (oma-dm.md 2.9), and what is wrong with them.
struct ObjectLedger {
    enum Fault: Hashable {
        /// The first chunk has no Size, or one that is no number.
        case sizeMissing
        case sizeRepeated
        /// The chunks have `bytes` together.
        case sizeMismatch(bytes: Int, size: Int)
        /// Something else came before the last chunk.
        case interrupted(by: String)
        /// The session went on to its end without the last chunk.
        case unfinished
        /// MoreData behind the last byte.
        case complete(bytes: Int, size: Int)
        /// A later chunk does not repeat address and Meta.
        case addressing
        /// More than the peer's MaxObjSize.
        case tooLarge(bytes: Int, limit: Int)
    }

    struct Finding {
        var fault: Fault
        /// Index into the session's messages.
        var message: Int
        var origin: Origin
        var commandID: String?
        var target: String?
    }

    private struct Object {
        var name: String
        var address: String
        var size: Int?
        var bytes: Int
        /// The bytes with `<`, `>` and `&` escaped, which some senders count (oma-dm.md 8, A8).
        var escapedBytes: Int
        var message: Int
        var origin: Origin
        var commandID: String?
    }

    private(set) var findings: [Finding] = []
    private var open: Object?

    /// - Parameter sender: whose objects; those of the client travel in Results.
    init(_ session: LintedSession, of sender: LintedMessage.Sender) {
        var limit: Int?
        for (index, linted) in session.messages.enumerated() {
            guard linted.sender == sender else {
                if let size = linted.message.header?.meta?.maxObjSize.flatMap({ Int($0) }) { limit = size }
                continue
            }
            for command in linted.message.allCommands {
                if case .alert(let alert) = command, alert.code == 1225 { open = nil }
                take(command, index, limit)
            }
        }
        if let open, session.isComplete { find(.unfinished, open) }
    }

    private mutating func take(_ command: Command, _ index: Int, _ limit: Int?) {
        let (items, meta) = command.itemsAndMeta
        guard command.isNewCommand || command.results != nil else { return }
        if items.isEmpty, let object = open {
            find(.interrupted(by: command.name), object)
            open = nil
        }
        for item in items {
            let address = (item.target ?? item.source)?.locURI ?? ""
            let chunk = Object(
                name: command.name, address: address, size: nil, bytes: item.data?.content.utf8.count ?? 0,
                escapedBytes: item.data.map { Self.escapedBytes($0.content) } ?? 0, message: index,
                origin: item.origin, commandID: command.cmdID)
            let effective = item.effectiveMeta(under: meta)
            if let object = open, object.name != chunk.name || !(address.isEmpty || address == object.address) {
                find(.interrupted(by: "\(chunk.name) \(chunk.commandID ?? "")"), object)
                open = nil
            }
            if open == nil {
                begin(chunk, effective, item.moreData, limit)
            } else {
                goOn(chunk, effective, item.moreData, limit)
            }
        }
    }

    private mutating func begin(_ chunk: Object, _ meta: Meta?, _ moreData: Bool, _ limit: Int?) {
        var object = chunk
        object.size = meta?.size.flatMap { Int($0) }
        guard moreData else {
            if let limit, object.bytes > limit { find(.tooLarge(bytes: object.bytes, limit: limit), object) }
            return
        }
        guard let size = object.size else {
            find(.sizeMissing, object)
            open = object
            return
        }
        if let limit, size > limit { find(.tooLarge(bytes: size, limit: limit), object) }
        if object.bytes >= size { find(.complete(bytes: object.bytes, size: size), object) }
        open = object
    }

    private mutating func goOn(_ chunk: Object, _ meta: Meta?, _ moreData: Bool, _ limit: Int?) {
        guard var object = open else { return }
        if meta?.size != nil { find(.sizeRepeated, chunk) }
        if chunk.address.isEmpty || (meta?.format == nil && meta?.type == nil) { find(.addressing, chunk) }
        object.bytes += chunk.bytes
        object.escapedBytes += chunk.escapedBytes
        (object.message, object.origin, object.commandID) = (chunk.message, chunk.origin, chunk.commandID)
        guard !moreData else {
            if let size = object.size, object.bytes >= size {
                find(.complete(bytes: object.bytes, size: size), object)
            }
            open = object
            return
        }
        if let size = object.size, object.bytes != size, object.escapedBytes != size {
            find(.sizeMismatch(bytes: object.bytes, size: size), object)
        }
        if object.size == nil, let limit, object.bytes > limit {
            find(.tooLarge(bytes: object.bytes, limit: limit), object)
        }
        open = nil
    }

    private mutating func find(_ fault: Fault, _ object: Object) {
        findings.append(
            Finding(
                fault: fault, message: object.message, origin: object.origin, commandID: object.commandID,
                target: object.address.isEmpty ? nil : object.address))
    }

    private static func escapedBytes(_ text: String) -> Int {
        text.utf8.reduce(0) { count, byte in
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"): count + 4
            case UInt8(ascii: "&"): count + 5
            default: count + 1
            }
        }
    }
}

extension LintedSession {
    /// What is wrong with the objects of both sides, of one kind.
    func objectBreaches(_ breach: (ObjectLedger.Finding) -> Breach?) -> [Breach] {
        LintedMessage.Sender.allCases.flatMap { ObjectLedger(self, of: $0).findings.compactMap(breach) }
    }
}

extension Breach {
    /// A breach at a chunk.
    init(_ finding: ObjectLedger.Finding, _ message: String, hint: String) {
        self.init(
            at: finding.origin, messageIndex: finding.message, commandID: finding.commandID, target: finding.target,
            message, hint: hint)
    }
}
