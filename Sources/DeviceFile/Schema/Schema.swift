import GRDB

/// The versions of a device file's tables. What a version made is never changed; a change is another version.
struct Schema: Sendable {
    /// One version: how the one before becomes it.
    struct Version: Sendable {
        /// From 1, without gaps; `user_version` of the database.
        var number: Int
        var migrate: @Sendable (Database) throws -> Void
    }

    /// "Espl": says which program a database belongs to.
    static let applicationID: Int32 = 0x4573_706C

    /// What this Espalier reads and writes.
    static let current = Schema(versions: [.first])

    /// In order.
    var versions: [Version]

    var newest: Int { versions.last?.number ?? 0 }

    /// Brings a database to the newest version: one transaction for each, so that a failure leaves the version before.
    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for version in versions {
            migrator.registerMigration("version \(version.number)") { db in
                try version.migrate(db)
                try db.execute(sql: "PRAGMA user_version = \(version.number)")
                try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            }
        }
        return migrator
    }

    /// The version of a database.
    static func version(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
}
