#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why a file could not be read or written.
struct FileFault: Error {
    var path: String
    var reason: String

    /// From the C library's `errno`.
    static func current(_ path: String) -> FileFault {
        FileFault(path: path, reason: String(cString: strerror(errno)))
    }
}

/// Files as bytes. `-` is standard input, or standard output.
enum Files {
    /// The most that is read of one file; a server message is smaller, and a limit keeps an endless input from filling the memory.
    static let mostBytes = 64 << 20

    static func read(_ path: String) throws(FileFault) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .current(path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Self.readBytes(descriptor, $0) }
            if count < 0 { throw .current(path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= mostBytes else {
                throw FileFault(path: path, reason: "is larger than \(mostBytes) bytes")
            }
        }
    }

    private static func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
        guard let file = path == "-" ? fdopen(dup(STDOUT_FILENO), "wb") : fopen(path, "wb") else {
            throw .current(path)
        }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw .current(path) }
    }

    static func makeDirectory(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .current(path) }
    }

    static func isDirectory(_ path: String) -> Bool {
        guard let directory = opendir(path) else { return false }
        closedir(directory)
        return true
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// True for a symbolic link, which is not followed into a folder: it may lead back.
    static func isLink(_ path: String) -> Bool {
        var byte: CChar = 0
        return readlink(path, &byte, 1) >= 0
    }

    /// The names in a directory, sorted, without those that begin with a dot.
    static func list(_ path: String) throws(FileFault) -> [String] {
        guard let directory = opendir(path) else { throw .current(path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
