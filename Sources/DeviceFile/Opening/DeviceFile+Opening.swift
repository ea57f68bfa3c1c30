import GRDB

extension DeviceFile {
    /// Makes the file of a new device, with mode 0600, and opens it for playing.
    ///
    /// The file appears whole, with what `content` says, or not at all.
    ///
    /// - Parameter content: what the file holds beside the device's record.
    /// - Throws: `exists`, `unwritable`, `diskFull`, `inUse` when another process is making it, `ioFailed`.
    public static func create(
        _ path: String, device: DeviceRecord, with content: DeviceChange = DeviceChange()
    ) throws(DeviceFileFault) -> DeviceFile {
        try create(path, device: device, with: content, schema: .current)
    }

    static func create(
        _ path: String, device: DeviceRecord, with content: DeviceChange, schema: Schema
    ) throws(DeviceFileFault) -> DeviceFile {
        guard let folder = FileSystem.realPath(FileSystem.folder(of: path)) else {
            throw .unwritable(path, reason: FileSystem.reason)
        }
        let file = folder + (folder.hasSuffix("/") ? "" : "/") + FileSystem.name(of: path)
        let lock = try DeviceFileLock(file: file, name: path, waiting: .zero)
        guard !FileSystem.isTaken(file) else { throw .exists(path) }
        let draft = file + "-new"
        // What a killed process left. The journal of a device whose file was removed would be rolled back into this one.
        for leftover in [draft, draft + "-journal", file + "-journal", file + "-wal"] { FileSystem.remove(leftover) }
        guard FileSystem.makePrivate(draft) else { throw .unwritable(path, reason: FileSystem.reason) }
        do {
            var content = content
            content.device = device
            let queue = try DatabaseQueue(path: draft, configuration: DatabaseOptions.playing)
            try schema.migrator.migrate(queue)
            try queue.write { db in try write(content, instead: nil, db) }
            try queue.close()
        } catch {
            for leftover in [draft, draft + "-journal"] { FileSystem.remove(leftover) }
            throw DeviceFileFault(error, path: path)
        }
        guard FileSystem.move(draft, to: file) else { throw .unwritable(path, reason: FileSystem.reason) }
        FileSystem.syncFolder(folder)
        return try connect(path, file: file, lock: lock, schema: schema, warnings: [])
    }

    /// Opens a device file, and brings one of an older version to the present one.
    ///
    /// - Parameter waiting: how long to wait for another process that plays the device; zero does not wait. Who only
    ///   looks waits for nobody, unless the file is of an older version.
    /// - Throws: `missing`, `notAFile`, `unreadable`, `notADeviceFile`, `newer`, `damaged`, `inUse`, `unwritable`,
    ///   `ioFailed`. The file is then as it was.
    public static func open(
        _ path: String, for access: Access, waiting: Duration = .zero
    ) throws(DeviceFileFault) -> DeviceFile {
        try open(path, for: access, waiting: waiting, schema: .current)
    }

    static func open(
        _ path: String, for access: Access, waiting: Duration, schema: Schema
    ) throws(DeviceFileFault) -> DeviceFile {
        let warnings = try look(at: path)
        guard let file = FileSystem.realPath(path) else { throw .unreadable(path, reason: FileSystem.reason) }
        switch access {
        case .playing:
            let lock = try DeviceFileLock(file: file, name: path, waiting: waiting)
            return try connect(path, file: file, lock: lock, schema: schema, warnings: warnings)
        case .reading:
            let opened = try connect(path, file: file, lock: nil, schema: schema, warnings: warnings)
            guard try opened.version() < schema.newest else { return opened }
            opened.close()
            try open(path, for: .playing, waiting: waiting, schema: schema).close()
            return try connect(path, file: file, lock: nil, schema: schema, warnings: warnings)
        }
    }

    /// What can be said before SQLite sees the file.
    private static func look(at path: String) throws(DeviceFileFault) -> [DeviceFileWarning] {
        guard let facts = FileSystem.facts(path) else {
            throw FileSystem.isMissing ? .missing(path) : .unreadable(path, reason: FileSystem.reason)
        }
        guard facts.isRegular else { throw .notAFile(path) }
        guard let head = FileSystem.head(path, DatabaseHeader.length) else {
            throw .unreadable(path, reason: FileSystem.reason)
        }
        guard let header = DatabaseHeader(head) else {
            throw .notADeviceFile(path, found: DatabaseHeader.name(of: head))
        }
        guard header.applicationID == Schema.applicationID else {
            throw .notADeviceFile(path, found: "a database of another program")
        }
        // SQLite fills the last page up with zeros. While a journal stands there, it puts the size right.
        guard facts.size.isMultiple(of: header.pageSize) || FileSystem.isTaken(path + "-journal") else {
            throw .damaged(path, reason: "it was cut off in the middle of a page")
        }
        guard facts.mode & 0o077 != 0 else { return [] }
        return [.readableByOthers(path, mode: String(facts.mode, radix: 8))]
    }

    /// - Parameter lock: nil for those who only look.
    private static func connect(
        _ path: String, file: String, lock: DeviceFileLock?, schema: Schema, warnings: [DeviceFileWarning]
    ) throws(DeviceFileFault) -> DeviceFile {
        do {
            let options = lock == nil ? DatabaseOptions.reading : DatabaseOptions.playing
            let queue = try DatabaseQueue(path: file, configuration: options)
            let version = try queue.read(Schema.version)
            guard version <= schema.newest else {
                throw DeviceFileFault.newer(path, version: version, known: schema.newest)
            }
            if lock != nil {
                // A damaged file must not be written to.
                let finding = try queue.read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
                guard finding == "ok" else {
                    throw DeviceFileFault.damaged(path, reason: finding ?? "SQLite does not say what is wrong")
                }
                if version < schema.newest { try schema.migrator.migrate(queue) }
            }
            return DeviceFile(path: path, queue: queue, lock: lock, warnings: warnings)
        } catch { throw DeviceFileFault(error, path: path) }
    }

    /// The version of the tables.
    func version() throws(DeviceFileFault) -> Int {
        do { return try queue.read(Schema.version) } catch { throw DeviceFileFault(error, path: path) }
    }
}
