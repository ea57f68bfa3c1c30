import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The right to play the device of one file: held by one process at a time, gone with the process however it ends.
///
/// A file beside the device file (`NAME-lock`) under flock(2), because SQLite's own exclusive mode would shut out those
/// who only look (`espalier device show` of a device that is live) and cannot say who holds it. The file holds the
/// number of that process; one that was left behind by a killed process is no lock.
final class DeviceFileLock: Sendable {
    private let path: String
    /// nil once released.
    private let descriptor: Mutex<Int32?>

    /// How often the holder is asked whether it is done.
    private static let pauseMilliseconds = 20

    /// Takes the lock, and waits for another holder to end.
    ///
    /// - Parameters:
    ///   - file: the path of the device file, without symbolic links.
    ///   - name: as the caller named it.
    ///   - waiting: how long; zero does not wait.
    /// - Throws: `inUse` with the process that holds it, `unwritable` when there can be no lock file.
    init(file: String, name: String, waiting: Duration) throws(DeviceFileFault) {
        let path = file + "-lock"
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: waiting)
        while true {
            switch Self.attempt(path) {
            case .held(let descriptor):
                self.path = path
                self.descriptor = Mutex(descriptor)
                return
            case .stale: continue
            case .busy(let process):
                guard clock.now < end else { throw .inUse(name, process: process) }
                FileSystem.sleep(milliseconds: Self.pauseMilliseconds)
            case .failed(let reason): throw .unwritable(name, reason: reason)
            }
        }
    }

    private enum Attempt {
        case held(Int32)
        /// The file that was locked is no longer the one at the path.
        case stale
        case busy(process: Int32?)
        case failed(reason: String)
    }

    private static func attempt(_ path: String) -> Attempt {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return .failed(reason: FileSystem.reason) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isBusy = errno == EWOULDBLOCK
            let reason = FileSystem.reason
            let process = process(in: descriptor)
            close(descriptor)
            return isBusy ? .busy(process: process) : .failed(reason: reason)
        }
        // Its last holder may have removed the file between our opening and our locking.
        guard let ours = FileSystem.facts(of: descriptor), ours.identity == FileSystem.facts(path)?.identity else {
            close(descriptor)
            return .stale
        }
        let number = Array("\(FileSystem.processID)\n".utf8)
        guard ftruncate(descriptor, 0) == 0,
            number.withUnsafeBytes({ pwrite(descriptor, $0.baseAddress, $0.count, 0) }) == number.count
        else {
            let reason = FileSystem.reason
            close(descriptor)
            return .failed(reason: reason)
        }
        return .held(descriptor)
    }

    private static func process(in descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return Int32(String(decoding: bytes[..<max(0, count)].prefix { $0 > 0x20 }, as: UTF8.self))
    }

    /// Gives the right up. The file goes first, while nobody else can hold it.
    func release() {
        descriptor.withLock { descriptor in
            guard let held = descriptor else { return }
            FileSystem.remove(path)
            close(held)
            descriptor = nil
        }
    }

    deinit { release() }
}
