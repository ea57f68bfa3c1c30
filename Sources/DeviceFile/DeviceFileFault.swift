/// Why a device file could not be made, opened, read or written, with what to do.
public struct DeviceFileFault: Error, Hashable, Sendable {
    /// The kinds of fault. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Nothing stands at the path.
        case missing
        /// A new file was wanted, and something stands there.
        case exists
        /// A folder, a pipe or a device.
        case notAFile
        /// Not ours to read.
        case unreadable
        /// Not ours to write, or on a disk that nobody may write to.
        case unwritable
        /// Another kind of file, or a database of another program.
        case notADeviceFile
        /// Made by a later Espalier.
        case newer
        /// Cut off, overwritten, or with rows that contradict each other.
        case damaged
        /// The life in it has the form of another Espalier.
        case otherForm
        /// Another process plays the device.
        case inUse
        /// No room on the disk.
        case diskFull
        /// Another failure of the disk.
        case ioFailed
    }

    public var code: Code
    /// As the caller named it.
    public var path: String
    /// One sentence: what was found.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(_ code: Code, path: String, message: String, hint: String = "") {
        self.code = code
        self.path = path
        self.message = message
        self.hint = hint
    }
}

extension DeviceFileFault: CustomStringConvertible {
    public var description: String { "\(path): \(message)" }
}

/// What is not as it should be with a file that was opened all the same.
public struct DeviceFileWarning: Hashable, Sendable {
    public var message: String
    public var hint: String
}

/// All sentences of faults and warnings.
extension DeviceFileFault {
    static func missing(_ path: String) -> Self {
        .init(
            .missing, path: path, message: "there is no such device file",
            hint: "espalier enroll --device \(path) makes one")
    }

    static func exists(_ path: String) -> Self {
        .init(.exists, path: path, message: "there is a file already", hint: "choose another name, or remove it")
    }

    static func notAFile(_ path: String) -> Self {
        .init(.notAFile, path: path, message: "this is a folder or a device, not a file", hint: "name a device file")
    }

    static func unreadable(_ path: String, reason: String) -> Self {
        .init(.unreadable, path: path, message: "the file cannot be read: \(reason)", hint: "is it yours?")
    }

    static func unwritable(_ path: String, reason: String) -> Self {
        .init(
            .unwritable, path: path, message: "the file cannot be written: \(reason)",
            hint: "the file and its folder have to be writable")
    }

    static func notADeviceFile(_ path: String, found: String) -> Self {
        .init(
            .notADeviceFile, path: path, message: "this is no device file but \(found)",
            hint: "device files are made by espalier enroll")
    }

    static func newer(_ path: String, version: Int, known: Int) -> Self {
        .init(
            .newer, path: path,
            message: "a later Espalier made the file (version \(version); this one knows \(known))",
            hint: "use the later Espalier; the file was left as it is")
    }

    static func damaged(_ path: String, reason: String) -> Self {
        .init(
            .damaged, path: path, message: "the file is damaged: \(reason)",
            hint: "restore a copy, or enrol a new device; the file was left as it is")
    }

    static func otherForm(_ path: String, part: String) -> Self {
        .init(
            .otherForm, path: path, message: "another Espalier saved the life in the file (\(part) has another form)",
            hint: "use the Espalier that saved it, or enrol a new device")
    }

    static func inUse(_ path: String, process: Int32?) -> Self {
        .init(
            .inUse, path: path,
            message: "\(process.map { "process \($0)" } ?? "another process") plays this device",
            hint: "wait for it to end, or end it\(process.map { ": kill \($0)" } ?? "")")
    }

    static func diskFull(_ path: String) -> Self {
        .init(
            .diskFull, path: path, message: "there is no room left on the disk",
            hint: "make room; the file holds what was saved last")
    }

    static func ioFailed(_ path: String, reason: String) -> Self {
        .init(.ioFailed, path: path, message: "the disk failed: \(reason)")
    }
}

extension DeviceFileWarning {
    static func readableByOthers(_ path: String, mode: String) -> Self {
        .init(
            message: "\(path): others can read this file, which holds keys and passwords (mode \(mode))",
            hint: "chmod 600 \(path)")
    }
}
