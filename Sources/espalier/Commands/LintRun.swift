import Capture
import Conformance

/// Lints files and captures, and puts what is found into one report.
struct LintRun {
    /// The conversation of a report holds so many bytes of messages; what comes behind is linted all the same.
    private static let mostConversationBytes = 16 << 20

    private(set) var report: Report
    /// Knows the secrets of the captures, whose bytes the report does not have.
    private(set) var redaction = Redaction()
    private let linter: Linter
    private var files: FileLint
    private var conversation = Conversation()
    private var conversationBytes = 0

    init(_ linter: Linter) {
        self.linter = linter
        report = Report(files: [], rules: linter.rules)
        files = FileLint(linter)
    }

    /// Lints the next file. A capture is read piece by piece.
    ///
    /// - Throws: `FileFault` for a file that cannot be read.
    mutating func take(_ name: String) throws {
        let head = Files.isRegular(name) ? try Files.head(name, CaptureFormat.headBytes) : []
        if !head.isEmpty, let format = Self.captureFormat(head) {
            var reader = format.reader(file: name, head: head)
            var capture = CaptureLint(linter, name: name)
            var found: [LintFinding] = []
            try Files.forEachPiece(of: name) { piece in found += take(reader.read(piece), &capture) }
            found += take(reader.finish(), &capture)
            return end(found + capture.finish(), name)
        }
        let bytes = try Files.read(name)
        guard let format = Self.captureFormat(bytes) else {
            if let fault = Self.fault(bytes, name) { return end([LintFinding(fault)], name) }
            return report.files.append(files.add(bytes, name: name))
        }
        var reader = format.reader(file: name, head: Array(bytes.prefix(CaptureFormat.headBytes)))
        var capture = CaptureLint(linter, name: name)
        var found = take(reader.read(bytes), &capture)
        found += take(reader.finish(), &capture)
        end(found + capture.finish(), name)
    }

    /// Counts files of the named folders that are not looked at.
    mutating func skip(_ names: [String]) { report.skipped += names.count }

    /// Adds what is seen only when all files were read.
    mutating func finish() {
        for finding in files.finish() {
            let index =
                report.files.firstIndex { $0.name == finding.file }
                ?? report.files.firstIndex { $0.name.hasPrefix(finding.file) }
            if let index {
                report.files[index].findings.append(finding)
            } else {
                report.files.append(ReportedFile(name: finding.file, findings: [finding]))
            }
        }
        report.conversation = conversation.messages
    }

    private mutating func take(_ elements: [CaptureElement], _ capture: inout CaptureLint) -> [LintFinding] {
        elements.flatMap { element in
            let found = capture.add(element)
            guard case .record(let record) = element else { return found }
            redaction.learn(record)
            if let linted = capture.latest, conversationBytes < Self.mostConversationBytes {
                conversationBytes += record.body.count
                conversation.append(
                    linted.message, sender: linted.sender, file: record.origin.file, record: linted.recordNumber,
                    time: record.time)
            }
            return found
        }
    }

    private mutating func end(_ findings: [LintFinding], _ name: String) {
        let isReadable = !findings.contains { $0.rule.hasPrefix("capture.") || $0.rule.hasPrefix("message.") }
        report.files.append(ReportedFile(name: name, isReadable: isReadable, findings: findings))
    }

    /// What is said of a file that is called a capture and holds nothing that looks like one; nil for all others.
    private static func fault(_ bytes: [UInt8], _ name: String) -> CaptureFault? {
        let lower = name.lowercased()
        guard lower.hasSuffix(".jsonl") || lower.hasSuffix(".har"), CaptureFormat.detect(bytes) == nil else {
            return nil
        }
        return CaptureFault(
            code: .unknownFormat, origin: CaptureOrigin(file: name), message: "This is no capture of a known form.",
            hint: "docs/captures.md says what a capture holds; `espalier capture convert` writes one.")
    }

    /// The form of a capture; nil for a file with one document, which is linted as it stands.
    private static func captureFormat(_ head: [UInt8]) -> CaptureFormat? {
        guard let format = CaptureFormat.detect(head) else { return nil }
        switch format {
        case .documents: return hasSeveralMessages(head) ? format : nil
        case .wbxml: return nil
        case .jsonLines, .har, .http, .syncMLViewer, .eventLog, .eventXML: return format
        }
    }

    /// True for XML with more than one SyncML root.
    private static func hasSeveralMessages(_ bytes: [UInt8]) -> Bool {
        let mark = Array("</SyncML>".utf8)
        var count = 0
        var index = bytes.startIndex
        while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = next + 1
            guard bytes.count - next >= mark.count, bytes[next..<(next + mark.count)].elementsEqual(mark) else {
                continue
            }
            count += 1
            if count > 1 { return true }
        }
        return false
    }
}
