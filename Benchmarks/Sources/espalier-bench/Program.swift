#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program, run to its end with its output thrown away or kept.
enum Program {
    struct Finished {
        /// From the start to the end as a clock on the wall sees it, in nanoseconds.
        var wall: Double
        /// User and system time in nanoseconds.
        var cpu: Double
        var status: Int32
        /// The most memory that was resident at once, in bytes.
        var peakBytes: Int
    }

    /// Runs a program; nil when it could not be started.
    ///
    /// - Parameter output: where standard output goes; standard error is thrown away.
    static func run(_ path: String, _ arguments: [String], output: String = "/dev/null") -> Finished? {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var pointers: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)

        let start = Stopwatch.now(.wall)
        var process: pid_t = 0
        guard posix_spawnp(&process, path, &actions, nil, pointers, environ) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process else { return nil }
        let wall = Stopwatch.now(.wall) - start
        let cpu = nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime)
        let isExit = status & 0x7F == 0
        #if canImport(Darwin)
        let peakBytes = Int(usage.ru_maxrss)
        #else
        let peakBytes = Int(usage.ru_maxrss) << 10
        #endif
        return Finished(
            wall: wall, cpu: cpu, status: isExit ? (status >> 8) & 0xFF : 128 + (status & 0x7F), peakBytes: peakBytes)
    }

    private static func nanoseconds(_ time: timeval) -> Double {
        let seconds = Double(time.tv_sec)
        let microseconds = Double(time.tv_usec)
        return seconds * 1e9 + microseconds * 1e3
    }

    /// A folder for this run, removed by `removeFolder`.
    static func makeFolder() -> String? {
        var template = Array("/tmp/espalier-bench.XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else { return nil }
        return String(cString: path)
    }

    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        defer { fclose(file) }
        return fwrite(bytes, 1, bytes.count, file) == bytes.count
    }

    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    static func exists(_ path: String) -> Bool { access(path, X_OK) == 0 }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func removeFolder(_ path: String) { _ = run("rm", ["-rf", path]) }
}
