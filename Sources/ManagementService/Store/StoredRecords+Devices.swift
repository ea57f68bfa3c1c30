import Capture
import GRDB

// MARK: Queue and nodes

extension StoredRecords {
    func queue(of device: String, all: Bool) throws(StoreFault) -> [QueueEntry] {
        let open =
            all ? "" : " AND state IN ('\(QueueEntry.State.pending.rawValue)', '\(QueueEntry.State.sent.rawValue)')"
        return try attempt { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM queue WHERE device = ?\(open) ORDER BY id", arguments: [device]
            ).map { row in
                QueueEntry(
                    id: row["id"], device: row["device"], command: row["command"],
                    state: QueueEntry.State(rawValue: row["state"]) ?? .cancelled, attempts: row["attempts"],
                    queuedAt: CaptureTime(microseconds: row["queuedAt"]),
                    answeredAt: (row["answeredAt"] as Int64?).map { CaptureTime(microseconds: $0) },
                    answers: try Self.decoded([CommandAnswer].self, row["answers"]))
            }
        }
    }

    func enqueue(_ command: String, for device: String, now: CaptureTime) throws(StoreFault) -> Int64 {
        try attempt { database in
            try database.execute(
                sql: """
                    INSERT INTO queue (device, command, state, attempts, queuedAt, answers) VALUES (?, ?, ?, 0, ?, ?)
                    """,
                arguments: [
                    device, command, QueueEntry.State.pending.rawValue, now.microseconds,
                    try Self.encoded([CommandAnswer]()),
                ])
            return database.lastInsertedRowID
        }
    }

    func update(_ entry: QueueEntry) throws(StoreFault) {
        try attempt { database in
            try database.execute(
                sql: "UPDATE queue SET state = ?, attempts = ?, answeredAt = ?, answers = ? WHERE id = ?",
                arguments: [
                    entry.state.rawValue, entry.attempts, entry.answeredAt?.microseconds,
                    try Self.encoded(entry.answers), entry.id,
                ])
        }
    }

    func nodes(of device: String) throws(StoreFault) -> [KnownNode] {
        try attempt { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM node WHERE device = ? ORDER BY uri", arguments: [device]
            ).map { row in
                KnownNode(
                    uri: row["uri"], value: row["value"], format: row["format"],
                    time: CaptureTime(microseconds: row["time"]))
            }
        }
    }

    /// Beyond the limit no node is added; those that are known are brought up to date.
    func save(_ nodes: [KnownNode], of device: String, atMost limit: Int) throws(StoreFault) {
        guard !nodes.isEmpty else { return }
        try attempt { database in
            var count =
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM node WHERE device = ?", arguments: [device]) ?? 0
            for node in nodes {
                let isKnown = try Bool.fetchOne(
                    database, sql: "SELECT EXISTS (SELECT 1 FROM node WHERE device = ? AND uri = ?)",
                    arguments: [device, node.uri])
                if isKnown != true {
                    guard count < limit else { continue }
                    count += 1
                }
                try database.execute(
                    sql: "INSERT OR REPLACE INTO node (device, uri, value, format, time) VALUES (?, ?, ?, ?, ?)",
                    arguments: [device, node.uri, node.value, node.format, node.time.microseconds])
            }
        }
    }
}
