import GRDB

extension DeviceFileFault {
    /// What a failure of the database means to whoever has the file. Values of rows never stand in it.
    init(_ error: any Error, path: String) {
        switch error {
        case let fault as DeviceFileFault: self = fault
        case let broken as BrokenRow: self = .damaged(path, reason: "a row of \(broken.table) cannot be")
        case is RowDecodingError: self = .damaged(path, reason: "a row holds another type than its table")
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .ioFailed(path, reason: "the database gave no reason")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH,
            .SQLITE_TOOBIG, .SQLITE_FORMAT:
            self = .damaged(path, reason: reason)
        case .SQLITE_FULL: self = .diskFull(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path, process: nil)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .unwritable(path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .unreadable(path, reason: reason)
        default: self = .ioFailed(path, reason: reason)
        }
    }
}
