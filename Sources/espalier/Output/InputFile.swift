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

    /// Reads a file piece by piece: one of any length takes the memory of one piece.
    ///
    /// - Throws: `FileFault`, and what `body` throws.
    static func forEachPiece(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
        guard descriptor >= 0 else { throw FileFault.current(path) }
        defer { if path != "-" { close(descriptor) } }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Self.readBytes(descriptor, $0) }
            if count < 0 { throw FileFault.current(path) }
            if count == 0 { return }
            try body(Array(chunk[..<count]))
        }
    }

    /// The beginning of a file: so many bytes, or all of a shorter one.
    static func head(_ path: String, _ count: Int) throws(FileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .current(path) }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let read = head.withUnsafeMutableBytes {
                Self.readBytes(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
            }
            if read < 0 { throw .current(path) }
            if read == 0 { break }
            filled += read
        }
        return Array(head[..<filled])
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

    /// Writes all bytes to an open file.
    static func writeBytes(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                #if canImport(Glibc)
                return Glibc.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                return Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                return Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
            }
            guard count > 0 else { throw .current(path) }
            written += count
        }
    }

    static func makeDirectory(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .current(path) }
    }

    /// True when two paths name the same file, whatever the way to it.
    static func isSame(_ first: String, _ second: String) -> Bool {
        var (left, right) = (stat(), stat())
        guard stat(first, &left) == 0, stat(second, &right) == 0 else { return false }
        return left.st_dev == right.st_dev && left.st_ino == right.st_ino && !isDirectory(first)
    }

    /// True for a file that can be read twice: no standard input, pipe or device.
    static func isRegular(_ path: String) -> Bool {
        var facts = stat()
        return path != "-" && stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
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

/// A file that is written piece by piece. `-` is standard output.
final class OutputFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(_ path: String) throws(FileFault) {
        self.path = path
        // 0600: a capture holds secrets until it is redacted.
        descriptor = path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw .current(path) }
    }

    func write(_ bytes: [UInt8]) throws(FileFault) {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    func close() throws(FileFault) {
        try flush()
        if path != "-" {
            #if canImport(Glibc)
            guard Glibc.close(descriptor) == 0 else { throw .current(path) }
            #elseif canImport(Musl)
            guard Musl.close(descriptor) == 0 else { throw .current(path) }
            #else
            guard Darwin.close(descriptor) == 0 else { throw .current(path) }
            #endif
        }
    }

    private func flush() throws(FileFault) {
        try Files.writeBytes(buffer, to: descriptor, path: path)
        buffer.removeAll(keepingCapacity: true)
    }
}
