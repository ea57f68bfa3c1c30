/// A whole capture in memory: for those who need all of a session at once. `CaptureReader` reads longer ones.
public struct Capture: Sendable {
    public var header: CaptureHeader
    /// In the order of the source.
    public var records: [CaptureRecord]
    /// What could not be read, in the order of the source.
    public var faults: [CaptureFault]

    public init(header: CaptureHeader = CaptureHeader(), records: [CaptureRecord] = [], faults: [CaptureFault] = []) {
        self.header = header
        self.records = records
        self.faults = faults
    }

    /// Reads files, each in the format that its content tells, one behind the other.
    ///
    /// Several files are taken as the messages of one conversation: the direction of a file with one message is that in its name, such
    /// as `01-request.xml`, before what the message tells. Their order is kept: `Capture.inNaturalOrder` sorts the names of a folder.
    public static func read(
        files: [(name: String, bytes: [UInt8])], limits: CaptureLimits = .standard
    ) -> Capture {
        var capture = Capture()
        for file in files {
            capture.append(Capture(reading: file.bytes, name: file.name, limits: limits))
        }
        capture.faults += capture.foreignFaults(file: files.first?.name ?? "")
        return capture
    }

    /// Reads one file.
    private init(reading bytes: [UInt8], name: String, limits: CaptureLimits) {
        self.init()
        guard let format = CaptureFormat.detect(bytes) else {
            faults = [.unknownFormat(file: name, isBlank: bytes.allSatisfy { $0 <= 0x20 })]
            return
        }
        header.source = format.rawValue
        var reader = format.reader(file: name, head: Array(bytes.prefix(CaptureFormat.headBytes)), limits: limits)
        var elements = reader.read(bytes)
        elements += reader.finish()
        for element in elements {
            switch element {
            case .header(let header): self.header = header
            case .record(let record): records.append(record)
            case .fault(let fault): faults.append(fault)
            }
        }
        if records.count == 1, format == .documents || format == .wbxml,
            let direction = CaptureFileName(name).direction
        {
            records[0].direction = direction
        }
    }

    private mutating func append(_ other: Capture) {
        if records.isEmpty, faults.isEmpty {
            header = other.header
        } else if header.source != other.header.source {
            header.source = nil
        }
        header.isRedacted = header.isRedacted && other.header.isRedacted
        records += other.records
        faults += other.faults
    }

    /// A fault when there are records and none is of a protocol that Espalier knows.
    private func foreignFaults(file: String) -> [CaptureFault] {
        guard !records.isEmpty, records.allSatisfy({ $0.kind == .other || $0.kind == .empty }),
            records.contains(where: { $0.kind == .other })
        else { return [] }
        return [.foreign(count: records.count, at: records[0].origin)]
    }
}

extension CaptureFault {
    public static func unknownFormat(file: String, isBlank: Bool) -> CaptureFault {
        CaptureFault(
            code: .unknownFormat, origin: CaptureOrigin(file: file),
            message: isBlank ? "The file is empty." : "The file looks like no form of capture.",
            hint: "Forms that are read: \(CaptureFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    }

    public static func foreign(count: Int, at origin: CaptureOrigin) -> CaptureFault {
        CaptureFault(
            code: .foreign, origin: origin,
            message: count == 1
                ? "The only record is no SyncML, SOAP or provisioning document."
                : "None of the \(count) records is SyncML, SOAP or a provisioning document.",
            hint: "Is this a capture of another protocol?")
    }
}
