#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The few calls of the operating system that a device file needs beside its database.
enum FileSystem {
    /// What `errno` says.
    static var reason: String { String(cString: strerror(errno)) }

    /// What stands at a path.
    struct Facts {
        var isRegular: Bool
        var size: Int
        /// Permissions alone: `0o600`.
        var mode: UInt32
        /// Tells one file from another, whatever their names.
        var identity: Identity
    }

    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// nil when nothing stands there, or it cannot be told what; `errno` says which.
    static func facts(_ path: String) -> Facts? {
        var found = stat()
        return stat(path, &found) == 0 ? facts(found) : nil
    }

    static func facts(of descriptor: Int32) -> Facts? {
        var found = stat()
        return fstat(descriptor, &found) == 0 ? facts(found) : nil
    }

    private static func facts(_ found: stat) -> Facts {
        Facts(
            isRegular: found.st_mode & S_IFMT == S_IFREG, size: Int(found.st_size), mode: UInt32(found.st_mode & 0o777),
            identity: Identity(
                device: UInt64(truncatingIfNeeded: found.st_dev), inode: UInt64(truncatingIfNeeded: found.st_ino)))
    }

    /// The same file without symbolic links on the way: two names must not make two locks.
    static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The folder that a file stands in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last name of a path.
    static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// Whether anything stands at a path, a link that leads nowhere too.
    static func isTaken(_ path: String) -> Bool {
        var found = stat()
        return lstat(path, &found) == 0
    }

    /// The first bytes of a file; nil when it cannot be read.
    static func head(_ path: String, _ count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let length = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return length < 0 ? nil : Array(bytes[..<length])
    }

    /// Makes an empty file that nobody else may read, whatever the mask of the process. False when it cannot, or when
    /// something stands there.
    static func makePrivate(_ path: String) -> Bool {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fchmod(descriptor, 0o600) == 0
    }

    /// Makes the names in a folder durable.
    static func syncFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    static func remove(_ path: String) { unlink(path) }

    static func move(_ path: String, to other: String) -> Bool { rename(path, other) == 0 }

    static var isMissing: Bool { errno == ENOENT || errno == ENOTDIR }

    static var processID: Int32 { getpid() }

    static func sleep(milliseconds: Int) { usleep(UInt32(milliseconds * 1_000)) }
}
