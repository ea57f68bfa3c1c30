import ArgumentParser
import Capture

/// The files that a user named as captures, folders opened, read piece by piece.
struct CaptureSources {
    private let paths: [String]
    /// The forms that the sources have, where all have one.
    private(set) var form: String?

    /// - Throws: exit status 2 for a folder that cannot be read.
    init(_ paths: [String]) throws {
        var files: [String] = []
        for path in paths {
            guard path != "-", Files.isDirectory(path) else {
                files.append(path)
                continue
            }
            do throws(FileFault) {
                for name in Capture.inNaturalOrder(try Files.list(path)) where !Files.isDirectory("\(path)/\(name)") {
                    files.append(path.hasSuffix("/") ? path + name : "\(path)/\(name)")
                }
            } catch {
                Terminal.printError("\(path): \(error.reason)")
                throw ExitCode(2)
            }
        }
        self.paths = files
        var forms: Set<String> = []
        for path in files where Files.isRegular(path) {
            if let head = try? Files.head(path, CaptureFormat.headBytes), let format = CaptureFormat.detect(head) {
                forms.insert(format.rawValue)
            }
        }
        form = forms.count == 1 ? forms.first : nil
    }

    /// Reads all sources and hands over what they hold, in order.
    ///
    /// - Parameter readingAgain: passes over standard input and pipes, which cannot be read twice.
    /// - Throws: exit status 2 for a file that cannot be opened, and what `body` throws.
    mutating func forEachElement(readingAgain: Bool = false, _ body: (CaptureElement) throws -> Void) throws {
        var records = 0
        var foreign = 0
        var first = CaptureOrigin.none
        for path in paths where !readingAgain || Files.isRegular(path) {
            try read(path) { element in
                if case .record(let record) = element {
                    if records == 0 { first = record.origin }
                    records += 1
                    switch record.kind {
                    case .other: foreign += 1
                    case .empty: break
                    case .syncML, .wbxml, .soap, .provisioning: foreign = .min / 2
                    }
                }
                try body(element)
            }
        }
        if foreign > 0 { try body(.fault(.foreign(count: records, at: first))) }
    }

    private func read(_ path: String, _ body: (CaptureElement) throws -> Void) throws {
        var reader: (any CaptureReader)?
        var head: [UInt8] = []
        // A file with one message takes its direction from its name; whether a second comes is known only then.
        var isMessage = false
        var held: CaptureRecord?
        var count = 0
        let direction = CaptureFileName(path).direction
        func give(_ elements: [CaptureElement]) throws {
            for element in elements {
                if case .record(let record) = element {
                    count += 1
                    if isMessage, count == 1, direction != nil {
                        held = record
                        continue
                    }
                }
                if count > 1, let first = held {
                    held = nil
                    try body(.record(first))
                }
                try body(element)
            }
        }
        func begin() throws {
            guard let format = CaptureFormat.detect(head) else {
                return try body(.fault(.unknownFormat(file: path, isBlank: head.allSatisfy { $0 <= 0x20 })))
            }
            isMessage = format == .documents || format == .wbxml
            reader = format.reader(file: path, head: head)
            try give(reader?.read(head) ?? [])
        }
        do {
            try Files.forEachPiece(of: path) { piece in
                if reader != nil {
                    try give(reader?.read(piece) ?? [])
                } else if head.count < CaptureFormat.headBytes {
                    head += piece
                    if head.count >= CaptureFormat.headBytes { try begin() }
                }
            }
            if reader == nil, head.count < CaptureFormat.headBytes { try begin() }
            try give(reader?.finish() ?? [])
            if var record = held, let direction {
                record.direction = direction
                try body(.record(record))
            }
        } catch let fault as FileFault {
            Terminal.printError("\(fault.path): \(fault.reason)")
            throw ExitCode(2)
        }
    }
}
