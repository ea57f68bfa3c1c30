import Capture
import Device
import GRDB
import Synchronization

/// The file of one emulated device: an SQLite database that holds everything the device must not forget
/// (docs/device-file.md).
///
/// What `save` has returned from is on the disk. A process that is killed loses what it had not saved, and the next one
/// finds the state of the last `save`. All calls block; none may be made from within another's closure.
public final class DeviceFile: Sendable {
    /// What the file is opened for.
    public enum Access: Hashable, Sendable {
        /// To look: also while another process plays the device.
        case reading
        /// To play the device: one process at a time.
        case playing
    }

    /// As the caller named it.
    public let path: String
    /// What is not as it should be.
    public let warnings: [DeviceFileWarning]
    let queue: DatabaseQueue
    private let lock: DeviceFileLock?
    /// The life that stands in the file; nil when that is not known. Only what differs from it is written.
    private let written = Mutex<SavedLife?>(nil)

    init(path: String, queue: DatabaseQueue, lock: DeviceFileLock?, warnings: [DeviceFileWarning]) {
        self.path = path
        self.queue = queue
        self.lock = lock
        self.warnings = warnings
    }

    /// Ends the use of the file; another process may play the device from then on.
    public func close() {
        try? queue.close()
        lock?.release()
    }

    deinit { close() }

    /// Everything but the log.
    ///
    /// - Throws: `damaged`, `inUse` when somebody keeps the database locked, `ioFailed`.
    public func content() throws(DeviceFileFault) -> DeviceContent {
        try read { db in
            DeviceContent(
                device: try DeviceTable.read(db), enrolments: try EnrolmentTable.read(db),
                life: try LifeTables.read(db), keys: try KeyTable.read(db),
                certificates: try CertificateTable.read(db), trust: try TrustTable.read(db),
                counters: try CounterTable.read(db))
        }
    }

    /// The life that was saved last; nil before the first.
    ///
    /// - Throws: `otherForm` when another Espalier saved it; as `content()` otherwise.
    public func life<Server>(of server: Server.Type) throws(DeviceFileFault) -> DeviceLife<Server>.Saved? {
        guard let life = try read(LifeTables.read) else { return nil }
        do throws(SavedLife.OtherForm) { return try life.saved(of: server) } catch {
            throw .otherForm(path, part: error.part)
        }
    }

    /// The newest sessions, oldest first.
    public func sessions(last count: Int) throws(DeviceFileFault) -> [SessionRecord] {
        try read { db in try SessionTable.read(last: count, db) }
    }

    /// Hands over the capture log, oldest message first.
    ///
    /// The database is read piece by piece and not held meanwhile: a slow reader must not stop the device. Messages
    /// that it sends and drops in that time come, or are missing.
    ///
    /// - Throws: `DeviceFileFault`, and what `body` throws.
    public func forEachMessage(_ body: (LoggedMessage) throws -> Void) throws {
        var last: Int64 = .min
        while true {
            let piece = try read { db in try MessageTable.read(after: last, db) }
            guard let end = piece.last else { return }
            for entry in piece { try body(entry.message) }
            last = end.id
        }
    }

    /// Saves a change whole. When it returns, the change survives the end of the process and of the machine; when it
    /// throws, the file holds what was saved before.
    ///
    /// - Throws: `diskFull`, `unwritable`, `damaged`, `inUse` when a reader does not let go, `ioFailed`.
    public func save(_ change: DeviceChange) throws(DeviceFileFault) {
        guard lock != nil else { throw .unwritable(path, reason: "it was opened to be read") }
        do {
            try written.withLock { written in
                let known = written
                let old = change.life == nil ? nil : try known ?? queue.read(LifeTables.read)
                // Whatever goes wrong, the next save looks for itself.
                written = nil
                try queue.write { db in try Self.write(change, instead: old, db) }
                written = change.life ?? known
            }
        } catch { throw DeviceFileFault(error, path: path) }
    }

    static func write(_ change: DeviceChange, instead old: SavedLife?, _ db: Database) throws {
        if let device = change.device { try DeviceTable.write(device, db) }
        if let enrolment = change.enrolment { try EnrolmentTable.write(enrolment, db) }
        if let life = change.life { try LifeTables.write(life, instead: old, db) }
        if let keys = change.keys { try KeyTable.replace(with: keys, db) }
        if let certificates = change.certificates { try CertificateTable.replace(with: certificates, db) }
        if let trust = change.trust { try TrustTable.replace(with: trust, db) }
        try CounterTable.write(change.counters, db)
        guard !change.sessions.isEmpty else { return }
        for (session, messages) in change.sessions {
            try MessageTable.append(messages, session: try SessionTable.append(session, db), db)
        }
        let retention = try DeviceTable.read(db).retention
        try MessageTable.keep(retention, db)
        try SessionTable.keep(last: retention.messages, db)
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(DeviceFileFault) -> Value {
        do { return try queue.read(body) } catch { throw DeviceFileFault(error, path: path) }
    }
}
