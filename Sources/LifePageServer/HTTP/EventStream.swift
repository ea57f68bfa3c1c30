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
        try await send([Array("retry: 1000\n\n".utf8)], to: &writer)
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            let (entries, version, isClosed) = log.read(&place, atMost: limits.batchBytes)
            if !entries.isEmpty {
                try await send(entries.map(frame), to: &writer)
                continue
            }
            guard !isClosed else { return }
            switch await news(after: version) {
            case .written: break
            case .silence: try await send([Array(":\n\n".utf8)], to: &writer)
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

    private func send(_ frames: [[UInt8]], to writer: inout any ResponseBodyWriter) async throws {
        // The writer waits until the socket takes what came before; a reader that never reads ends here.
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(limits.write)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        var buffer = ByteBuffer()
        buffer.reserveCapacity(frames.reduce(0) { $0 + $1.count })
        for frame in frames { buffer.writeBytes(frame) }
        try await writer.write(buffer)
    }

    // MARK: Frames

    private func frame(_ entry: TimelineLog.Entry) -> [UInt8] {
        switch entry {
        case .head(let json): Self.frame("head", json)
        case .ending(let json): Self.frame("ending", json)
        case .clock(let json): Self.frame("clock", json)
        case .steps(let first, let steps):
            if steps.count == 1, let step = steps.first {
                Self.frame("step", step, id: "\(log.life):\(first)")
            } else {
                Self.frame(
                    "steps",
                    Array("[".utf8) + steps.joined(separator: CollectionOfOne(UInt8(ascii: ",")))
                        + Array("]".utf8), id: "\(log.life):\(first + steps.count - 1)")
            }
        }
    }

    /// One event. JSON has line breaks only between its tokens, and a line of data cannot hold any.
    private static func frame(_ name: String, _ json: [UInt8], id: String? = nil) -> [UInt8] {
        var frame = Array("event: \(name)\n".utf8)
        if let id { frame += Array("id: \(id)\n".utf8) }
        frame += Array("data: ".utf8)
        frame += json.contains(where: isBreak) ? json.filter { !isBreak($0) } : json
        frame += Array("\n\n".utf8)
        return frame
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
