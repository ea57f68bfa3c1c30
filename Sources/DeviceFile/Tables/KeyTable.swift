import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `key`: the private keys.
enum KeyTable {
    static func replace(with keys: [KeyRecord], _ db: Database) throws {
        try db.execute(sql: "DELETE FROM \"key\"")
        for key in keys {
            try db.execute(
                sql: "INSERT INTO \"key\" (id, pkcs8, created) VALUES (?, ?, ?)",
                arguments: [key.id, Data(key.pkcs8.bytes), key.created.microseconds])
        }
    }

    static func read(_ db: Database) throws -> [KeyRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM \"key\" ORDER BY rowid").map { row in
            KeyRecord(
                id: try row.get("id"), pkcs8: SecretBytes(try row.bytes("pkcs8")), created: try row.time("created"))
        }
    }
}
