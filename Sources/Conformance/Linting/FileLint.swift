import Capture
import Enrollment
import SyncML

/// Lints files that hold one document each. Messages that belong to one session, by their headers and in one folder, are looked
/// at together, too.
public struct FileLint: Sendable {
    private let linter: Linter
    private var folders: [String: Folder] = [:]
    private var order: [String] = []
    /// The requests of the enrolment, by folder and MessageID.
    private var requests: [String: [String: EnrollmentMessage]] = [:]

    private struct Folder {
        var messages: [LintedMessage] = []
    }

    public init(_ linter: Linter) { self.linter = linter }

    /// Checks the next file. Files of one session have to come in the order in which they were sent.
    public mutating func add(_ bytes: [UInt8], name: String) -> ReportedFile {
        let kind = DocumentKind(bytes)
        if let document = EnrollmentDocument(kind, bytes) { return add(document, bytes, name) }
        guard case .message(let message) = kind else {
            return ReportedFile(
                name: name, source: bytes, isReadable: kind.isReadable, findings: linter.findings(of: kind, name))
        }
        var linted = LintedMessage(message, sender: .init(inferredFrom: message), context: linter.context)
        linted.continuedObject = openObject(before: linted, name)
        if message.form == .message, message.header != nil { remember(linted, name) }
        return ReportedFile(name: name, source: bytes, findings: linter.findings(in: linted, file: name))
    }

    /// What the last message of the server in the same session left open.
    private func openObject(before linted: LintedMessage, _ name: String) -> String? {
        guard linted.sender == .server, let session = linted.message.header?.sessionID else { return nil }
        return folders[name.folder]?.messages.last { $0.sender == .server }
            .flatMap { $0.message.header?.sessionID == session ? $0.openObject : nil }
    }

    /// An answer is looked at beside the request whose MessageID it names, when that stands earlier in the folder.
    private mutating func add(_ document: EnrollmentDocument, _ bytes: [UInt8], _ name: String) -> ReportedFile {
        let folder = name.folder
        if let request = document.request, let id = request.header.messageID?.value {
            requests[folder, default: [:]][id] = request
        }
        let request = document.message?.header.relatesTo.flatMap { requests[folder]?[$0.value] }
        return ReportedFile(
            name: name, source: bytes, isReadable: document.isReadable,
            findings: linter.findings(in: document, request: request, file: name))
    }

    private mutating func remember(_ linted: LintedMessage, _ name: String) {
        var copy = linted
        copy.record = CaptureRecord(
            direction: linted.sender == .client ? .toServer : .toClient, body: [], origin: CaptureOrigin(file: name))
        let folder = name.folder
        if folders[folder] == nil { order.append(folder) }
        folders[folder, default: Folder()].messages.append(copy)
    }

    /// What is wrong with the sessions that the files make up. Only sessions that both sides speak in, from the client's first
    /// message on and without a MsgID twice, count as such: samples share SessionIDs by chance.
    public func finish() -> [LintFinding] {
        order.flatMap { folder -> [LintFinding] in
            var collector = SessionCollector(isStrict: true)
            var sessions: [LintedSession] = []
            for var linted in folders[folder]?.messages ?? [] { sessions += collector.add(&linted) }
            sessions += collector.finish()
            var devices: [(id: String, device: LintedDevice)] = []
            var findings: [LintFinding] = []
            for session in sessions where session.isComplete && session.hasBothSides && session.hasOwnMsgIDs {
                findings += linter.findings(in: session, file: folder)
                let id = session.deviceID
                if let index = devices.firstIndex(where: { $0.id == id }) {
                    devices[index].device.add(session)
                } else {
                    var device = LintedDevice(id: id)
                    device.add(session)
                    devices.append((id, device))
                }
            }
            return findings + devices.flatMap { linter.findings(in: $0.device, file: folder) }
        }
    }
}

extension LintedSession {
    /// True when no side sent a MsgID twice.
    fileprivate var hasOwnMsgIDs: Bool {
        let ids = messages.map { "\($0.sender.rawValue) \($0.message.header?.msgID ?? "")" }
        return Set(ids).count == ids.count
    }
}

extension String {
    /// Of the name of a file, what stands before its last slash; empty without one.
    var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}
