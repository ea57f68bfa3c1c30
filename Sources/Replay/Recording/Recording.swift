import Capture
import SyncML

/// A capture as a replay sees it: its DM messages by device and session.
///
/// Records of several devices may be interleaved. What is no DM message, or cannot be read, is in the notes; nothing is
/// dropped silently.
public struct Recording: Sendable {
    /// In the order of their first message.
    public private(set) var devices: [RecordedDevice] = []
    public private(set) var notes: [ReplayNote] = []
    /// How many records held a DM message.
    public private(set) var messageCount = 0
    /// False when a record, or a part of the capture, could not be read.
    public private(set) var isReadable = true

    private var recordCount = 0
    /// The device whose message came last.
    private var lastDevice: Int?

    /// - Parameter faults: what of the capture could not be read.
    public init(_ records: [CaptureRecord], faults: [CaptureFault] = []) {
        for record in records { take(record) }
        for fault in faults {
            isReadable = false
            notes.append(ReplayText.notReadable(fault))
        }
        if messageCount == 0 {
            isReadable = false
            notes.append(ReplayText.noMessages)
        }
    }

    private mutating func take(_ record: CaptureRecord) {
        recordCount += 1
        // A request without a body, or a bare 200.
        guard !record.body.isEmpty else { return }
        let message: Message
        do throws(MessageRefusal) { message = try Message(parsing: record.body) } catch {
            if error.code == .wrongRoot || !record.mentionsSyncML {
                notes.append(ReplayText.foreign(record, recordCount))
            } else {
                isReadable = false
                notes.append(ReplayText.refused(record, recordCount, error))
                leaveGap(record.direction)
            }
            return
        }
        if let version = message.header?.verProto, version.uppercased().hasPrefix("SYNCML/") {
            notes.append(ReplayText.dataSync(record, recordCount, version))
            return
        }
        messageCount += 1
        let recorded = RecordedMessage(message, record: record, number: recordCount)
        switch record.direction {
        case .toServer: takeClient(recorded)
        case .toClient: takeServer(recorded)
        }
    }

    private mutating func leaveGap(_ direction: CaptureRecord.Direction) {
        guard let lastDevice, !devices[lastDevice].sessions.isEmpty else { return }
        append(.gap(direction, number: recordCount), to: lastDevice)
    }

    private mutating func takeClient(_ recorded: RecordedMessage) {
        let index = device(recorded.message.header, sender: \.source, other: \.target)
        guard let header = recorded.message.header else { return append(.client(recorded), to: index) }
        if let session = devices[index].sessions.last {
            guard session.lastClient?.record.body != recorded.record.body else {
                return notes.append(ReplayText.resent(recorded))
            }
            if session.continues(with: header) { return append(.client(recorded), to: index) }
        }
        let address = header.source?.locURI == devices[index].deviceID ? header.target : header.source
        devices[index].sessions.append(
            RecordedSession(
                sessionID: header.sessionID, serverURI: address?.locURI, steps: [.client(recorded)]))
    }

    private mutating func takeServer(_ recorded: RecordedMessage) {
        let index = device(recorded.message.header, sender: \.target, other: \.source)
        guard let header = recorded.message.header else { return append(.server(recorded), to: index) }
        let session = devices[index].sessions.last
        guard session?.lastServer?.record.body != recorded.record.body else {
            return notes.append(ReplayText.resent(recorded))
        }
        // Without messages of the client, the server's own numbers tell sessions apart.
        let isNew =
            session.map {
                $0.lastClient == nil && $0.lastServer != nil
                    && (header.msgID == "1" || $0.sessionID != header.sessionID)
            } ?? true
        if isNew {
            devices[index].sessions.append(
                RecordedSession(sessionID: header.sessionID, serverURI: header.source?.locURI))
        }
        append(.server(recorded), to: index)
    }

    private mutating func append(_ step: RecordedSession.Step, to index: Int) {
        if devices[index].sessions.isEmpty { devices[index].sessions.append(RecordedSession(sessionID: "1")) }
        devices[index].sessions[devices[index].sessions.count - 1].append(step)
    }

    /// The device that a header names, made when it is new. Published samples swap Target and Source (windows-csp.md 5.1):
    /// the one that is no URL is the device. A message without header belongs to the device that spoke last.
    private mutating func device(
        _ header: SyncHdr?, sender: KeyPath<SyncHdr, Location?>, other: KeyPath<SyncHdr, Location?>
    ) -> Int {
        let index: Int
        if let header {
            let usual = header[keyPath: sender]?.locURI ?? ""
            let swapped = header[keyPath: other]?.locURI ?? ""
            let id = usual.isURL && !swapped.isEmpty && !swapped.isURL ? swapped : usual
            index = devices.firstIndex { $0.deviceID == id } ?? devices.count
            if index == devices.count { devices.append(RecordedDevice(deviceID: id)) }
        } else {
            index = lastDevice ?? 0
            if devices.isEmpty { devices.append(RecordedDevice(deviceID: "")) }
        }
        lastDevice = index
        return index
    }
}

extension RecordedSession {
    /// Whether a message of the client with this header goes on in the session: the same SessionID, and not the first
    /// message of another session. A session of which only the server was heard is never gone on with.
    fileprivate func continues(with header: SyncHdr) -> Bool {
        guard lastClient != nil else { return steps.isEmpty }
        return header.sessionID == sessionID && header.msgID != "1"
    }
}

extension String {
    fileprivate var isURL: Bool { lowercased().hasPrefix("http://") || lowercased().hasPrefix("https://") }
}

extension CaptureRecord {
    /// Whether a body that cannot be read was meant to be SyncML: it says so, or is WBXML by its type.
    fileprivate var mentionsSyncML: Bool {
        if header("Content-Type")?.lowercased().contains("syncml") == true { return true }
        let letters = body.lazy.filter { $0 != 0 }.prefix(4_096)
        let text = String(decoding: Array(letters), as: UTF8.self)
        return text.contains("SyncML") || text.contains("SyncHdr") || text.contains("SyncBody")
    }
}
