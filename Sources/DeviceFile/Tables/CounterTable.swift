import GRDB

/// `counter`: numbers that only their owners know the meaning of.
enum CounterTable {
    static func write(_ counters: [String: Int64], _ db: Database) throws {
        for (name, value) in counters {
            try db.execute(
                sql: "INSERT OR REPLACE INTO counter (name, value) VALUES (?, ?)", arguments: [name, value])
        }
    }

    static func read(_ db: Database) throws -> [String: Int64] {
        var counters: [String: Int64] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM counter") {
            counters[try row.get("name")] = try row.get("value", Int64.self)
        }
        return counters
    }
}
