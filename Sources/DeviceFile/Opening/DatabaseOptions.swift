import GRDB

/// How the database of a device file is opened.
enum DatabaseOptions {
    /// How long a commit waits for somebody who reads, and a reader for a commit.
    static let busySeconds = 5.0

    /// For the process that plays the device.
    ///
    /// A rollback journal, not a write-ahead log: a device at rest is one file that can be copied, and looking at it
    /// writes nothing. A killed process leaves at most a journal that the next one rolls back. EXTRA also syncs the
    /// folder once the journal is gone, so that what was acknowledged survives the loss of power, too; a device saves
    /// once for each session, which makes the price small. What is deleted is overwritten: keys of an enrolment that
    /// has ended must not stay in the file.
    static var playing: Configuration {
        var configuration = reading
        configuration.prepareDatabase { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
            try db.execute(sql: "PRAGMA synchronous = EXTRA")
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// For those who look. Not read-only to SQLite: the journal of a killed process has to be rolled back first.
    ///
    /// A device file may come from somebody else: its schema is not trusted, and broken pages are looked for.
    static var reading: Configuration {
        var configuration = Configuration()
        configuration.label = "espalier.device-file"
        configuration.busyMode = .timeout(busySeconds)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
