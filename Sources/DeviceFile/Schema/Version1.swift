extension Schema.Version {
    /// The tables as they began. docs/device-file.md says what each column holds.
    static let first = Schema.Version(number: 1) { db in
        try db.execute(
            sql: """
                CREATE TABLE device (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    device_id TEXT NOT NULL,
                    hardware_id TEXT NOT NULL,
                    mac_addresses TEXT NOT NULL,
                    name TEXT NOT NULL,
                    windows TEXT NOT NULL,
                    edition TEXT NOT NULL,
                    profile TEXT,
                    scenario TEXT,
                    switches TEXT NOT NULL,
                    epoch INTEGER NOT NULL,
                    created INTEGER NOT NULL,
                    kept_messages INTEGER NOT NULL,
                    kept_bytes INTEGER NOT NULL
                ) STRICT;

                CREATE TABLE enrolment (
                    number INTEGER PRIMARY KEY,
                    state TEXT NOT NULL,
                    type TEXT NOT NULL,
                    provider TEXT NOT NULL,
                    user TEXT,
                    discovery_url TEXT NOT NULL,
                    authentication_url TEXT,
                    policy_url TEXT,
                    enrolment_url TEXT,
                    accepted_redirect TEXT,
                    enrolled INTEGER NOT NULL,
                    ended INTEGER
                ) STRICT;

                CREATE TABLE "key" (
                    id TEXT PRIMARY KEY,
                    pkcs8 BLOB NOT NULL,
                    created INTEGER NOT NULL
                ) STRICT;

                CREATE TABLE certificate (
                    store TEXT NOT NULL,
                    location TEXT NOT NULL,
                    thumbprint TEXT NOT NULL,
                    der BLOB NOT NULL,
                    key_id TEXT,
                    PRIMARY KEY (store, location, thumbprint)
                ) STRICT;

                CREATE TABLE trust (
                    thumbprint TEXT PRIMARY KEY,
                    der BLOB NOT NULL
                ) STRICT;

                CREATE TABLE node (
                    path TEXT PRIMARY KEY,
                    scope TEXT NOT NULL,
                    uri TEXT NOT NULL,
                    position INTEGER NOT NULL,
                    value ANY,
                    writer TEXT NOT NULL,
                    other TEXT
                ) STRICT;

                CREATE TABLE agenda (
                    "order" INTEGER PRIMARY KEY,
                    due INTEGER NOT NULL,
                    item TEXT NOT NULL
                ) STRICT;

                CREATE TABLE life (
                    part TEXT PRIMARY KEY,
                    json TEXT NOT NULL
                ) STRICT;

                CREATE TABLE session (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    enrolment INTEGER,
                    number INTEGER,
                    "trigger" TEXT NOT NULL,
                    started INTEGER NOT NULL,
                    ended INTEGER NOT NULL,
                    messages INTEGER NOT NULL,
                    outcome TEXT NOT NULL,
                    reason TEXT
                ) STRICT;

                CREATE TABLE message (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    session INTEGER NOT NULL,
                    direction TEXT NOT NULL,
                    time INTEGER,
                    method TEXT,
                    url TEXT,
                    status INTEGER,
                    headers TEXT NOT NULL,
                    body BLOB NOT NULL,
                    timing TEXT
                ) STRICT;
                CREATE INDEX message_session ON message (session);

                CREATE TABLE counter (
                    name TEXT PRIMARY KEY,
                    value INTEGER NOT NULL
                ) STRICT;
                """)
    }
}
