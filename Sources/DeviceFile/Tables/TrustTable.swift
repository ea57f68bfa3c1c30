import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `trust`: the roots that the tester gave.
enum TrustTable {
    static func replace(with roots: [TrustedRoot], _ db: Database) throws {
        try db.execute(sql: "DELETE FROM trust")
        for root in roots {
            try db.execute(
                sql: "INSERT INTO trust (thumbprint, der) VALUES (?, ?)", arguments: [root.thumbprint, Data(root.der)])
        }
    }

    static func read(_ db: Database) throws -> [TrustedRoot] {
        try Row.fetchAll(db, sql: "SELECT * FROM trust ORDER BY rowid").map { row in
            TrustedRoot(thumbprint: try row.get("thumbprint"), der: try row.bytes("der"))
        }
    }
}
