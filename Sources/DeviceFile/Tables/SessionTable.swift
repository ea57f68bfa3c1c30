import GRDB

/// `session`: the sessions that are over, within the limit of the capture log.
enum SessionTable {
    /// - Returns: the id of the row.
    static func append(_ session: SessionRecord, _ db: Database) throws -> Int64 {
        let (outcome, reason): (String, String?) =
            switch session.outcome {
            case .completed: ("completed", nil)
            case .broken(let reason): ("broken", reason)
            }
        try db.execute(
            sql: """
                INSERT INTO session (enrolment, number, "trigger", started, ended, messages, outcome, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                session.enrolment, session.number, session.trigger, session.started.microseconds,
                session.ended.microseconds, session.messages, outcome, reason,
            ])
        return db.lastInsertedRowID
    }

    static func keep(last count: Int, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM session WHERE id <= (SELECT max(id) FROM session) - ?", arguments: [max(0, count)])
    }

    /// The newest, oldest first.
    static func read(last count: Int, _ db: Database) throws -> [SessionRecord] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM (SELECT * FROM session ORDER BY id DESC LIMIT ?) ORDER BY id", arguments: [count]
        ).map { row in
            SessionRecord(
                enrolment: try row.find("enrolment"), number: try row.find("number"), trigger: try row.get("trigger"),
                started: try row.time("started"), ended: try row.time("ended"), messages: try row.get("messages"),
                outcome: try outcome(of: row))
        }
    }

    private static func outcome(of row: Row) throws -> SessionRecord.Outcome {
        switch try row.get("outcome", String.self) {
        case "completed": return .completed
        case "broken": return .broken(reason: try row.find("reason") ?? "")
        default: throw BrokenRow(table: "session")
        }
    }
}
