import Capture
import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `message`: the capture log.
enum MessageTable {
    static func append(_ messages: [LoggedMessage], session: Int64, _ db: Database) throws {
        let insert = try db.makeStatement(
            sql: """
                INSERT INTO message (session, direction, time, method, url, status, headers, body, timing)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for message in messages {
            let record = message.record
            try insert.execute(arguments: [
                session, record.direction.rawValue, record.time?.microseconds, record.method, record.url,
                record.status, headers(record.headers), Data(record.body), timing(message.timing),
            ])
        }
    }

    /// Removes the oldest messages until what is left is within both limits.
    static func keep(_ retention: CaptureRetention, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM message WHERE id <= (SELECT max(id) FROM message) - ?",
            arguments: [max(0, retention.messages)])
        // The length of a body is known without reading it.
        try db.execute(
            sql: """
                DELETE FROM message WHERE id <= (
                    SELECT max(id) FROM (SELECT id, sum(length(body)) OVER (ORDER BY id DESC) AS bytes FROM message)
                    WHERE bytes > ?)
                """, arguments: [max(0, retention.bytes)])
    }

    /// How much is read at once: so many bytes of bodies, or the message that goes beyond.
    private static let pieceBytes = 1 << 20
    private static let pieceMessages = 100

    /// The messages that follow one, oldest first: a piece of the log, which need not fit into memory. Empty at the end.
    static func read(after id: Int64, _ db: Database) throws -> [(id: Int64, message: LoggedMessage)] {
        var piece: [(id: Int64, message: LoggedMessage)] = []
        var bytes = 0
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM message WHERE id > ? ORDER BY id LIMIT ?", arguments: [id, pieceMessages])
        while bytes < pieceBytes, let row = try rows.next() {
            let record = CaptureRecord(
                direction: try row.choice("direction", table: "message"), time: try row.timeIfAny("time"),
                url: try row.find("url"), method: try row.find("method"), status: try row.find("status"),
                headers: try headers(in: row.get("headers")), body: try row.bytes("body"))
            bytes += record.body.count
            piece.append((try row.get("id"), LoggedMessage(record, timing: try timing(in: row.find("timing")))))
        }
        return piece
    }

    /// `[["Content-Type","application/vnd.syncml.dm+xml"]]`, as in a capture.
    private static func headers(_ headers: [HTTPField]) -> String {
        JSONForm.text(
            .array(
                headers.map { field in
                    JSONElement(
                        value: .array([
                            JSONElement(value: .string(field.name)), JSONElement(value: .string(field.value)),
                        ]))
                }))
    }

    private static func headers(in text: String) throws -> [HTTPField] {
        guard let fields = JSONForm.value(text)?.elements else { throw BrokenRow(table: "message") }
        return try fields.map { field in
            guard let pair = field.value.elements?.compactMap(\.value.string), pair.count == 2 else {
                throw BrokenRow(table: "message")
            }
            return HTTPField(pair[0], pair[1])
        }
    }

    private static func timing(_ timing: [String: Int64]) -> String? {
        guard !timing.isEmpty else { return nil }
        return JSONForm.text(
            .object(
                timing.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: .number(String($0.value))) }))
    }

    private static func timing(in text: String?) throws -> [String: Int64] {
        guard let text else { return [:] }
        guard case .object(let members)? = JSONForm.value(text) else { throw BrokenRow(table: "message") }
        var timing: [String: Int64] = [:]
        for member in members {
            guard let value = member.value.integer else { throw BrokenRow(table: "message") }
            timing[member.name] = Int64(value)
        }
        return timing
    }
}
