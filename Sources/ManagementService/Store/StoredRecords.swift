import Capture
import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The records of one transaction in SQLite.
struct StoredRecords: ServerRecords {
    let database: Database

    init(_ database: Database) { self.database = database }

    /// Does something with the database; what it throws becomes a `StoreFault`.
    func attempt<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        do { return try body(database) } catch let error as DatabaseError {
            throw StoreFault(error, opening: false)
        } catch {
            throw StoreFault(.failed, message: "a record of the store cannot be read or written")
        }
    }

    static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(value)
    }

    static func decoded<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }
}

// MARK: Users, tokens, values

extension StoredRecords {
    func user(_ name: String) throws(StoreFault) -> StoredUser? {
        try attempt { database in
            try Row.fetchOne(database, sql: "SELECT * FROM user WHERE name = ?", arguments: [name]).map { row in
                StoredUser(
                    name: row["name"], salt: Array(row["salt"] as Data),
                    digest: (row["digest"] as Data?).map { Array($0) },
                    refusal: row["refusal"])
            }
        }
    }

    func userNames() throws(StoreFault) -> [String] {
        try attempt { database in try String.fetchAll(database, sql: "SELECT name FROM user ORDER BY name") }
    }

    func setUsers(_ users: [StoredUser]) throws(StoreFault) {
        try attempt { database in
            try database.execute(sql: "DELETE FROM user")
            for user in users {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO user (name, salt, digest, refusal) VALUES (?, ?, ?, ?)",
                    arguments: [user.name, Data(user.salt), user.digest.map { Data($0) }, user.refusal])
            }
        }
    }

    func user(ofToken digest: String, now: CaptureTime) throws(StoreFault) -> String? {
        try attempt { database in
            try database.execute(sql: "DELETE FROM token WHERE expires <= ?", arguments: [now.microseconds])
            return try String.fetchOne(database, sql: "SELECT user FROM token WHERE digest = ?", arguments: [digest])
        }
    }

    func addToken(_ digest: String, user: String, expires: CaptureTime) throws(StoreFault) {
        try attempt { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO token (digest, user, expires) VALUES (?, ?, ?)",
                arguments: [digest, user, expires.microseconds])
        }
    }

    func removeToken(_ digest: String) throws(StoreFault) {
        try attempt { database in
            try database.execute(sql: "DELETE FROM token WHERE digest = ?", arguments: [digest])
        }
    }

    func value(_ key: String) throws(StoreFault) -> [UInt8]? {
        try attempt { database in
            try Data.fetchOne(database, sql: "SELECT value FROM value WHERE key = ?", arguments: [key]).map {
                Array($0)
            }
        }
    }

    func setValue(_ key: String, _ value: [UInt8]) throws(StoreFault) {
        try attempt { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO value (key, value) VALUES (?, ?)", arguments: [key, Data(value)])
        }
    }
}

// MARK: Devices and certificates

extension StoredRecords {
    func device(_ id: String) throws(StoreFault) -> ManagedDevice? {
        try attempt { database in
            try Data.fetchOne(database, sql: "SELECT record FROM device WHERE id = ?", arguments: [id]).map {
                try Self.decoded(ManagedDevice.self, $0)
            }
        }
    }

    func devices() throws(StoreFault) -> [ManagedDevice] {
        try attempt { database in
            try Data.fetchAll(database, sql: "SELECT record FROM device ORDER BY enrolledAt, id").map {
                try Self.decoded(ManagedDevice.self, $0)
            }
        }
    }

    func save(_ device: ManagedDevice) throws(StoreFault) {
        try attempt { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO device (id, user, hardwareID, state, enrolledAt, lastSeen, record)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    device.id, device.user, device.hardwareID, device.state.rawValue, device.enrolledAt.microseconds,
                    device.lastSeen?.microseconds, try Self.encoded(device),
                ])
        }
    }

    func deviceCount(ofUser user: String, besides id: String) throws(StoreFault) -> Int {
        try attempt { database in
            try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM device WHERE user = ? AND id <> ? AND state = ?",
                arguments: [user, id, ManagedDevice.State.enrolled.rawValue]) ?? 0
        }
    }

    func certificate(_ thumbprint: String) throws(StoreFault) -> IssuedCertificate? {
        try attempt { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM certificate WHERE thumbprint = ?", arguments: [thumbprint]
            ).map { row in
                IssuedCertificate(
                    thumbprint: row["thumbprint"], device: row["device"], der: Array(row["der"] as Data),
                    notAfter: CaptureTime(microseconds: row["notAfter"]),
                    state: IssuedCertificate.State(rawValue: row["state"]) ?? .ended)
            }
        }
    }

    func add(_ certificate: IssuedCertificate) throws(StoreFault) {
        try attempt { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO certificate (thumbprint, device, der, notAfter, state) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    certificate.thumbprint, certificate.device, Data(certificate.der),
                    certificate.notAfter.microseconds, certificate.state.rawValue,
                ])
        }
    }

    func setCertificates(
        of device: String, besides thumbprint: String?, to state: IssuedCertificate.State
    ) throws(StoreFault) {
        try attempt { database in
            try database.execute(
                sql: """
                    UPDATE certificate SET state = :state
                    WHERE device = :device AND thumbprint <> :kept AND state <> :ended
                    """,
                arguments: [
                    "state": state.rawValue, "device": device, "kept": thumbprint ?? "",
                    "ended": IssuedCertificate.State.ended.rawValue,
                ])
        }
    }
}
