import SyncML

/// What we owe the server, in order: Statuses, Results and Alerts without a place in a message yet.
///
/// One message takes as much as the server's MaxMsgSize allows; the rest waits for its Alert 1222 (oma-dm.md 2.2). A
/// Results with several Items is divided between Items, and an Item that no message can hold goes out in chunks (2.9).
/// References to the server's message stay what they were (DM-STAT-11).
struct Outbox: Sendable {
    private(set) var commands: ArraySlice<Command> = []
    /// The object of which a part was sent; the rest goes before everything else.
    private(set) var object: OutgoingObject?

    var isEmpty: Bool { object == nil && commands.isEmpty }

    mutating func append(contentsOf more: some Sequence<Command>) { commands += more }

    /// Puts answers before everything that waits; a chunk that is under way stays first.
    mutating func prepend(contentsOf more: [Command]) { commands = ArraySlice(more + commands) }

    /// Gives the object up of which a part was sent.
    mutating func dropObject() { object = nil }

    /// What a message can still take.
    private struct Room {
        let limit: Int
        let measure: MessageMeasure
        /// Bytes of the message so far, its end included.
        var used: Int

        func fits(_ bytes: Int) -> Bool { used + bytes <= limit }
        var left: Int { limit - used }
    }

    /// Why filling a message stopped.
    enum Filling: Hashable, Sendable {
        /// Everything is in.
        case complete
        /// There is more for the next message.
        case more
        /// Not even the first element fits into a message of its own.
        case stuck
    }

    /// Moves what fits into a message.
    ///
    /// - Parameters:
    ///   - message: the commands that stand in it already.
    ///   - limit: the largest message in bytes.
    ///   - reserve: bytes to leave free.
    mutating func fill(_ message: inout [Command], limit: Int, reserve: Int, measure: MessageMeasure) -> Filling {
        var room = Room(
            limit: limit, measure: measure,
            used: measure.empty + reserve + message.reduce(0) { $0 + measure.size(of: $1) })
        let head = message.count
        while true {
            if let object {
                guard let (chunk, rest) = object.chunk(room: room.left, measure: measure) else {
                    return message.count > head ? .more : .stuck
                }
                self.object = rest
                put(.results(chunk), in: &message, &room)
                // Nothing may stand between the chunks (rule 4).
                if rest != nil { return .more }
                continue
            }
            guard let next = commands.first else { return .complete }
            if room.fits(measure.size(of: next)) {
                commands.removeFirst()
                put(next, in: &message, &room)
                continue
            }
            guard case .results(let results) = next else { return message.count > head ? .more : .stuck }
            if let (part, rest) = Self.divide(results, room) {
                commands[commands.startIndex] = .results(rest)
                put(.results(part), in: &message, &room)
                return .more
            }
            // It may have room in a message of its own; the Status of its Get has gone out before it.
            if message.count > head { return .more }
            commands.removeFirst()
            let (first, rest) = Self.separate(results)
            if let rest { commands = [.results(rest)] + commands }
            guard let object = OutgoingObject(first) else { return .stuck }
            self.object = object
        }
    }

    private func put(_ command: Command, in message: inout [Command], _ room: inout Room) {
        room.used += room.measure.size(of: command)
        message.append(command.withCmdID(String(message.count + 1)))
    }

    /// Divides a Results between two Items; nil when not even the first one fits, or when there is only one.
    private static func divide(_ results: Results, _ room: Room) -> (Results, Results)? {
        guard results.items.count > 1 else { return nil }
        var part = results
        part.items = []
        var used = room.measure.size(of: .results(part))
        let envelope = used
        for item in results.items.dropLast() {
            var single = results
            single.items = [item]
            used += room.measure.size(of: .results(single)) - envelope
            guard room.fits(used) else { break }
            part.items.append(item)
        }
        guard !part.items.isEmpty else { return nil }
        var rest = results
        rest.items.removeFirst(part.items.count)
        return (part, rest)
    }

    /// The first Item of a Results, and the others.
    private static func separate(_ results: Results) -> (Results, Results?) {
        guard results.items.count > 1 else { return (results, nil) }
        var first = results
        first.items = [results.items[0]]
        var rest = results
        rest.items.removeFirst()
        return (first, rest)
    }
}
