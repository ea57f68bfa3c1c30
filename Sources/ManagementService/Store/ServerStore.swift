import GRDB

/// The server's records in SQLite: in memory, or in a file that only its owner may read (it holds keys and secrets).
///
/// A file belongs to one process at a time.
public struct ServerStore: Sendable {
    private let queue: DatabaseQueue

    /// A store that ends with the process.
    public static func inMemory() throws(StoreFault) -> ServerStore {
        try ServerStore { configuration in try DatabaseQueue(configuration: configuration) }
    }

    /// A store in a file, which is made when it is not there.
    ///
    /// - Throws: `StoreFault` when the file cannot be used, is no store, or is in use.
    public static func file(_ path: String) throws(StoreFault) -> ServerStore {
        try PrivateFile.make(path)
        return try ServerStore { configuration in try DatabaseQueue(path: path, configuration: configuration) }
    }

    private init(_ open: (Configuration) throws -> DatabaseQueue) throws(StoreFault) {
        var configuration = Configuration()
        configuration.label = "espalier serve"
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { database in
            // One process owns the file: a second one is told at once.
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        do {
            queue = try open(configuration)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL")
            }
            guard try queue.read(Schema.migrator.hasBeenSuperseded) == false else {
                throw StoreFault(
                    .newer, message: "the store was made by a later version", hint: "Use that version, or another file."
                )
            }
            try Schema.migrator.migrate(queue)
        } catch let fault as StoreFault {
            throw fault
        } catch let error as DatabaseError {
            throw StoreFault(error, opening: true)
        } catch {
            throw StoreFault(.unusable, message: "the store cannot be opened", hint: "Name another file.")
        }
    }

    /// One transaction: all that `body` writes, or nothing when it throws.
    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any ServerRecords) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        do {
            return try await queue.write { database in try body(StoredRecords(database)) }
        } catch let fault as StoreFault {
            throw fault
        } catch let error as DatabaseError {
            throw StoreFault(error, opening: false)
        } catch {
            throw StoreFault(.failed, message: "the records cannot be used: the work was stopped")
        }
    }

    /// Who may enrol, as far as the records know, in alphabetical order.
    public func userNames() async throws(StoreFault) -> [String] {
        try await write { records throws(StoreFault) in try records.userNames() }
    }

    /// Ends the use of the file.
    public func close() throws { try queue.close() }
}

extension StoreFault {
    /// The texts of SQLite say nothing of the values.
    init(_ error: DatabaseError, opening: Bool) {
        switch error.resultCode.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .unusable, message: "another process uses the store",
                hint: "Stop the other server, or give this one a file of its own.")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self.init(.unusable, message: "the file is no store of a server", hint: "Name another file.")
        default:
            self.init(
                opening ? .unusable : .failed,
                message: "the store fails: \(error.message ?? error.resultCode.description)")
        }
    }
}
