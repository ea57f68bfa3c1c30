#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that only their owner may read.
enum PrivateFile {
    /// Makes the file when it is not there, and takes it away from all others when it is.
    ///
    /// - Throws: `StoreFault` with `unusable`.
    static func make(_ path: String) throws(StoreFault) {
        let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0 else {
            throw StoreFault(
                .unusable, message: "\(path) cannot be opened: \(String(cString: strerror(errno)))",
                hint: "Name a file in a folder that you may write to.")
        }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else {
            throw StoreFault(.unusable, message: "\(path) belongs to somebody else", hint: "Name a file of your own.")
        }
    }
}
