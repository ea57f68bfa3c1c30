import GRDB

/// The tables, version by version: a file of an older version is migrated when it is opened.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE user (
                        name TEXT PRIMARY KEY COLLATE NOCASE, salt BLOB NOT NULL, digest BLOB, refusal TEXT
                    ) STRICT;
                    CREATE TABLE device (
                        id TEXT PRIMARY KEY, user TEXT NOT NULL COLLATE NOCASE, hardwareID TEXT, state TEXT NOT NULL,
                        enrolledAt INTEGER NOT NULL, lastSeen INTEGER, record BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX deviceUser ON device (user);
                    CREATE TABLE certificate (
                        thumbprint TEXT PRIMARY KEY, device TEXT NOT NULL, der BLOB NOT NULL,
                        notAfter INTEGER NOT NULL, state TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX certificateDevice ON certificate (device);
                    CREATE TABLE token (
                        digest TEXT PRIMARY KEY, user TEXT NOT NULL, expires INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE queue (
                        id INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT NOT NULL, command TEXT NOT NULL,
                        state TEXT NOT NULL, attempts INTEGER NOT NULL, queuedAt INTEGER NOT NULL,
                        answeredAt INTEGER, answers BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX queueDevice ON queue (device, state);
                    CREATE TABLE node (
                        device TEXT NOT NULL, uri TEXT NOT NULL, value TEXT NOT NULL, format TEXT,
                        time INTEGER NOT NULL, PRIMARY KEY (device, uri)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE capture (
                        id INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT, time INTEGER NOT NULL,
                        direction TEXT NOT NULL, url TEXT, method TEXT, status INTEGER, headers BLOB NOT NULL,
                        body BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX captureDevice ON capture (device);
                    CREATE TABLE value (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
                    """)
        }
        return migrator
    }
}
