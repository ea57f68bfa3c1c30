import Hummingbird
import NIOCore
import ServiceLifecycle

/// One reader of a life: Server-Sent Events, at the pace at which it takes them.
struct EventStream: Sendable {
    let log: TimelineLog
    /// Where the reader begins.
    var place: TimelineLog.Place
    let limits: PageLimits
    let channel: any Channel

    /// Where a reader goes on that has had `LIFE:N`; from the beginning for anything else than a step of this life.
    static func place(in log: TimelineLog, after id: (some StringProtocol)?) -> TimelineLog.Place {
        guard let id, let colon = id.lastIndex(of: ":"), id[..<colon] == log.life,
            let number = Int(id[id.index(after: colon)...])
        else { return TimelineLog.Place() }
        return log.place(after: number) ?? TimelineLog.Place()
    }

    /// Writes until nothing more comes, the server ends, the reader goes, or it does not take what it is sent.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        var place = place
        // A connection that was lost is tried again after a second.
        try await send([[Self.text("retry: 1000\n\n")]], to: &writer)
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            let (entries, version, isClosed) = log.read(&place, atMost: limits.batchBytes)
            if !entries.isEmpty {
                try await send(entries.map(frame), to: &writer)
                continue
            }
            guard !isClosed else { return }
            switch await news(after: version) {
            case .written: break
            case .silence: try await send([[Self.text(":\n\n")]], to: &writer)
            case .farewell: return
            }
        }
    }

    /// What ends a wait.
    private enum News {
        case written
        /// Nothing came for so long that the connection needs a sign of life.
        case silence
        /// The server ends.
        case farewell
    }

    private func news(after version: UInt64) async -> News {
        await withTaskGroup(of: News.self) { group in
            group.addTask {
                await log.change(after: version)
                return .written
            }
            group.addTask {
                try? await Task.sleep(for: limits.keepAlive)
                return .silence
            }
            group.addTask {
                try? await gracefulShutdown()
                return .farewell
            }
            defer { group.cancelAll() }
            return await group.next() ?? .farewell
        }
    }

    private func send(_ frames: [[ArraySlice<UInt8>]], to writer: inout any ResponseBodyWriter) async throws {
        // The writer waits until the socket takes what came before; a reader that never reads ends here.
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(limits.write)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        var buffer = ByteBuffer()
        buffer.reserveCapacity(frames.joined().reduce(0) { $0 + $1.count })
        for frame in frames { for part in frame { buffer.writeBytes(part) } }
        try await writer.write(buffer)
    }

    // MARK: Frames

    /// The parts of an event, which are copied once. The log holds no line breaks, which a line of data could not.
    private func frame(_ entry: TimelineLog.Entry) -> [ArraySlice<UInt8>] {
        switch entry {
        case .head(let json): Self.frame("head", [json[...]])
        case .ending(let json): Self.frame("ending", [json[...]])
        case .clock(let json): Self.frame("clock", [json[...]])
        case .steps(let first, let steps):
            if steps.count == 1, let step = steps.first {
                Self.frame("step", [step[...]], id: "\(log.life):\(first)")
            } else {
                Self.frame(
                    "steps",
                    steps.enumerated().flatMap { index, step in [Self.text(index == 0 ? "[" : ","), step[...]] }
                        + [Self.text("]")], id: "\(log.life):\(first + steps.count - 1)")
            }
        }
    }

    private static func frame(_ name: String, _ data: [ArraySlice<UInt8>], id: String? = nil) -> [ArraySlice<UInt8>] {
        [text("event: \(name)\n" + (id.map { "id: \($0)\n" } ?? "") + "data: ")] + data + [text("\n\n")]
    }

    private static func text(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }
}
