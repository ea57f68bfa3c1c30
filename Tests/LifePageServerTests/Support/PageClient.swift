import Foundation
import NIOCore
import NIOPosix
import Testing

/// A client on a real socket that says exactly what it is told. Each connection is for one exchange.
struct PageClient {
    let port: Int
    var host = "127.0.0.1"

    struct Response {
        var status: Int
        /// With names in lower case.
        var headers: [String: String]
        var body: String
    }

    struct Unusable: Error {}

    /// Sends a request and reads the answer: as long as Content-Length says, or up to the end.
    func exchange(_ head: String, body: String = "") async throws -> Response {
        try await withChannel { inbound, outbound in
            try await outbound.write(ByteBuffer(string: head.replacing("\n", with: "\r\n") + "\r\n\r\n" + body))
            var bytes = ByteBuffer()
            for try await part in inbound {
                bytes.writeImmutableBuffer(part)
                if let response = Self.response(String(buffer: bytes), isWhole: false) { return response }
                guard bytes.readableBytes < 8 << 20 else { throw Unusable() }
            }
            return try #require(Self.response(String(buffer: bytes), isWhole: true), "\(String(buffer: bytes))")
        }
    }

    func get(_ target: String, _ headers: [String] = []) async throws -> Response {
        try await exchange((["GET \(target) HTTP/1.1", "Host: \(authority)"] + headers).joined(separator: "\n"))
    }

    func post(_ target: String, _ body: String, _ headers: [String]) async throws -> Response {
        let head = ["POST \(target) HTTP/1.1", "Host: \(authority)", "Content-Length: \(body.utf8.count)"] + headers
        return try await exchange(head.joined(separator: "\n"), body: body)
    }

    private var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    // MARK: Events

    struct Event {
        var name: String
        var id: String?
        var data: String

        /// The steps of a `step` or `steps` event.
        var steps: [[String: Any]] {
            let json = try? JSONSerialization.jsonObject(with: Data(data.utf8))
            return json as? [[String: Any]] ?? (json as? [String: Any]).map { [$0] } ?? []
        }

        var object: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(data.utf8))) as? [String: Any] ?? [:]
        }
    }

    /// Reads events until one is the last that is wanted, or the server ends; then goes away without a word.
    func events(
        _ target: String, _ headers: [String] = [],
        until isLast: @Sendable (Event) async throws -> Bool = { _ in false }
    ) async throws -> [Event] {
        try await withChannel { inbound, outbound in
            let head = (["GET \(target) HTTP/1.1", "Host: \(authority)"] + headers).joined(separator: "\r\n")
            try await outbound.write(ByteBuffer(string: head + "\r\n\r\n"))
            var reader = EventReader()
            var events: [Event] = []
            for try await part in inbound {
                for event in try reader.take(part) {
                    events.append(event)
                    if try await isLast(event) { return events }
                }
            }
            return events
        }
    }

    /// Opens a connection, sends a text, and does something with what comes.
    func withChannel<Success: Sendable>(
        receiveBuffer: Int? = nil,
        _ body: (NIOAsyncChannelInboundStream<ByteBuffer>, NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws ->
            Success
    ) async throws -> Success {
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: numericCast(receiveBuffer))
        }
        let channel = try await bootstrap.connect(host: host, port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { try await body($0, $1) }
    }

    /// nil when something is still to come.
    private static func response(_ text: String, isWhole: Bool) -> Response? {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        let status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }
            headers[name.lowercased()] = line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
        }
        let body = String(text[end.upperBound...])
        guard isWhole || headers["content-length"].flatMap(Int.init).map({ body.utf8.count >= $0 }) ?? false else {
            return nil
        }
        return Response(status: status, headers: headers, body: body)
    }
}

/// Reads chunked Server-Sent Events.
private struct EventReader {
    private var bytes: [UInt8] = []
    private var isPastHead = false
    private var text: [UInt8] = []

    mutating func take(_ part: ByteBuffer) throws -> [PageClient.Event] {
        bytes += part.readableBytesView
        if !isPastHead {
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return [] }
            let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            try #require(head.hasPrefix("HTTP/1.1 200"), "\(head)")
            try #require(head.lowercased().contains("content-type: text/event-stream"))
            bytes.removeSubrange(..<end.upperBound)
            isPastHead = true
        }
        // Chunks: a length in hexadecimal, the bytes, a line break.
        while let line = bytes.firstRange(of: Array("\r\n".utf8)) {
            let length = try #require(Int(String(decoding: bytes[..<line.lowerBound], as: UTF8.self), radix: 16))
            guard bytes.count >= line.upperBound + length + 2 else { break }
            text += bytes[line.upperBound..<line.upperBound + length]
            bytes.removeSubrange(..<(line.upperBound + length + 2))
            if length == 0 { break }
        }
        var events: [PageClient.Event] = []
        while let end = text.firstRange(of: Array("\n\n".utf8)) {
            let lines = String(decoding: text[..<end.lowerBound], as: UTF8.self).split(separator: "\n")
            text.removeSubrange(..<end.upperBound)
            func value(_ name: String) -> String? {
                lines.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
            }
            if let name = value("event"), let data = value("data") {
                events.append(PageClient.Event(name: name, id: value("id"), data: data))
            } else if lines.first == ":" {
                events.append(PageClient.Event(name: "comment", id: nil, data: ""))
            }
        }
        return events
    }
}
