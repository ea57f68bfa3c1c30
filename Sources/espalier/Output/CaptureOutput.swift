import ArgumentParser
import Capture

/// Where a converted capture goes.
protocol CaptureOutput {
    mutating func begin(_ header: CaptureHeader) throws
    mutating func write(_ record: CaptureRecord) throws
    mutating func finish() throws
}

/// One file, written as the records come.
struct StreamOutput<Writer: CaptureWriter>: CaptureOutput {
    private let file: OutputFile
    private var writer: Writer

    init(_ path: String, _ writer: Writer) throws {
        do throws(FileFault) { file = try OutputFile(path) } catch { throw Self.failure(error) }
        self.writer = writer
    }

    mutating func begin(_ header: CaptureHeader) throws { try write(writer.header(header)) }

    mutating func write(_ record: CaptureRecord) throws { try write(writer.record(record)) }

    mutating func finish() throws {
        try write(writer.finish())
        do throws(FileFault) { try file.close() } catch { throw Self.failure(error) }
    }

    private func write(_ bytes: [UInt8]) throws {
        do throws(FileFault) { try file.write(bytes) } catch { throw Self.failure(error) }
    }

    private static func failure(_ fault: FileFault) -> ExitCode {
        Terminal.printError("\(fault.path): \(fault.reason)")
        return ExitCode(2)
    }
}

/// A folder with one file for each body.
struct DirectoryOutput: CaptureOutput {
    private let path: String
    private var naming = DirectoryNaming()

    init(_ path: String) throws {
        self.path = path
        do throws(FileFault) { try Files.makeDirectory(path) } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(2)
        }
    }

    mutating func begin(_ header: CaptureHeader) {}

    mutating func write(_ record: CaptureRecord) throws {
        let name = naming.name(of: record)
        do throws(FileFault) { try Files.write(record.body, to: "\(path)/\(name)") } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(2)
        }
    }

    mutating func finish() {}
}
