import GRDB

/// `node`, `agenda` and `life`: what of the device's life changes. Only rows that differ from what stands there are
/// written.
enum LifeTables {
    static func write(_ life: SavedLife, instead old: SavedLife?, _ db: Database) throws {
        try NodeTable.write(life.nodes, instead: old?.nodes ?? [], db)
        try AgendaTable.write(life.agenda, instead: old?.agenda ?? [], db)
        for (part, json) in life.parts where old?.parts[part] != json {
            try db.execute(sql: "INSERT OR REPLACE INTO life (part, json) VALUES (?, ?)", arguments: [part, json])
        }
        for part in (old?.parts ?? [:]).keys where life.parts[part] == nil {
            try db.execute(sql: "DELETE FROM life WHERE part = ?", arguments: [part])
        }
    }

    /// - Returns: nil before the first life was saved.
    static func read(_ db: Database) throws -> SavedLife? {
        var parts: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM life") {
            parts[try row.get("part")] = try row.get("json", String.self)
        }
        guard !parts.isEmpty else { return nil }
        return SavedLife(nodes: try NodeTable.read(db), agenda: try AgendaTable.read(db), parts: parts)
    }
}

/// `agenda`: what is due.
enum AgendaTable {
    static func write(_ entries: [SavedLife.AgendaEntry], instead old: [SavedLife.AgendaEntry], _ db: Database) throws {
        let before = Set(old)
        let now = Set(entries)
        for entry in old where !now.contains(entry) {
            try db.execute(sql: "DELETE FROM agenda WHERE \"order\" = ?", arguments: [entry.order])
        }
        for entry in entries where !before.contains(entry) {
            try db.execute(
                sql: "INSERT INTO agenda (\"order\", due, item) VALUES (?, ?, ?)",
                arguments: [entry.order, entry.due, entry.item])
        }
    }

    static func read(_ db: Database) throws -> [SavedLife.AgendaEntry] {
        try Row.fetchAll(db, sql: "SELECT * FROM agenda ORDER BY due, \"order\"").map { row in
            SavedLife.AgendaEntry(order: try row.get("order"), due: try row.get("due"), item: try row.get("item"))
        }
    }
}
