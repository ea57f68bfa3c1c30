import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `node`: the stored nodes of the tree.
enum NodeTable {
    static func write(_ nodes: [SavedLife.Node], instead old: [SavedLife.Node], _ db: Database) throws {
        var gone = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        var changed: [SavedLife.Node] = []
        for node in nodes where gone.removeValue(forKey: node.path) != node { changed.append(node) }
        let delete = try db.makeStatement(sql: "DELETE FROM node WHERE path = ?")
        for path in gone.keys { try delete.execute(arguments: [path]) }
        let insert = try db.makeStatement(
            sql: """
                INSERT OR REPLACE INTO node (path, scope, uri, position, value, writer, other)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for node in changed {
            try insert.execute(arguments: [
                node.path, scope(of: node.path), node.uri, node.position, value(node.value), node.writer, node.other,
            ])
        }
    }

    /// Parents before their children.
    static func read(_ db: Database) throws -> [SavedLife.Node] {
        var nodes: [SavedLife.Node] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM node ORDER BY rowid")
        while let row = try rows.next() {
            nodes.append(
                SavedLife.Node(
                    path: try row.get("path"), uri: try row.get("uri"), position: try row.get("position"),
                    value: try value(in: row), writer: try row.get("writer"), other: try row.find("other")))
        }
        return SavedLife.inOrder(nodes)
    }

    /// Text that reads like text; bytes when a zero is among them, where many programs end a text.
    private static func value(_ value: String?) -> (any DatabaseValueConvertible)? {
        guard let value else { return nil }
        return value.utf8.contains(0) ? Data(value.utf8) : value
    }

    private static func value(in row: Row) throws -> String? {
        let value = try row.get("value", DatabaseValue.self)
        switch value.storage {
        case .null: return nil
        case .string(let text): return text
        case .blob(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .int64, .double: throw BrokenRow(table: "node")
        }
    }

    /// Whose settings the node belongs to (`TreeURI.Scope`).
    private static func scope(of path: String) -> String {
        switch path.prefix(while: { $0 != "/" }) {
        case "device": "device"
        case "user": "user"
        default: "outside"
        }
    }
}
