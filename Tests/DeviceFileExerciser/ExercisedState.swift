import Capture
import DeviceFile

/// The state of a device after so many sessions, made from their number alone: whoever knows the number knows what has
/// to stand in the file.
enum ExercisedState {
    static let device = DeviceRecord(
        deviceID: "7F3A0000000000000000000000000001", hardwareID: String(repeating: "ab", count: 32), macAddresses: [],
        name: "DESKTOP-KILLED", windows: "11-25h2", edition: "enterprise", epoch: 0,
        created: CaptureTime(microseconds: 0), retention: CaptureRetention(messages: 20, bytes: 1 << 20))

    /// What session `number` saves, all at once.
    static func change(_ number: Int) throws -> DeviceChange {
        DeviceChange(
            life: try life(number), keys: [key(number)], certificates: [certificate(number)],
            counters: ["sessions": Int64(number)], sessions: [(session(number), messages(number))])
    }

    /// Nodes whose values change, nodes that come and go, an agenda that moves on.
    static func life(_ number: Int) throws -> SavedLife {
        let nodes = (0..<40).filter { $0 < 20 || ($0 + number).isMultiple(of: 3) }.map { index in
            let value = index.isMultiple(of: 5) ? number : number / 7
            return
                "{\"key\":\"n\(index)\",\"node\":{\"name\":\"N\(index)\",\"value\":\"\(value)\",\"writer\":\"server\"}}"
        }
        let device =
            "{\"key\":\"device\",\"node\":{\"name\":\"Device\",\"writer\":\"client\",\"children\":[\(nodes.joined(separator: ","))]}}"
        let entries = (number..<number + 5).map { order in
            "{\"time\":{\"milliseconds\":\(order * 1000)},\"order\":\(order),\"item\":{\"agentStarts\":{}}}"
        }
        let json = """
            {"tree":{"storage":{"root":{"name":".","writer":"client","children":[\(device)]},"revision":\(number)}},\
            "agenda":{"entries":[\(entries.joined(separator: ","))],"nextOrder":\(number + 5)},\
            "sessionNumber":\(number),"sometimes":\(number / 4)}
            """
        return try SavedLife(splitting: Array(json.utf8))
    }

    static func key(_ number: Int) -> KeyRecord {
        let bytes = (0..<1_200).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number / 5) }
        return KeyRecord(id: "K\(number / 5)", pkcs8: SecretBytes(bytes), created: CaptureTime(microseconds: 0))
    }

    static func certificate(_ number: Int) -> CertificateRecord {
        CertificateRecord(
            store: .my, location: .system, thumbprint: "\(number / 5)", der: [0x30, UInt8(truncatingIfNeeded: number)],
            keyID: "K\(number / 5)")
    }

    static func session(_ number: Int) -> SessionRecord {
        SessionRecord(
            enrolment: 1, number: number, trigger: "push", started: CaptureTime(microseconds: Int64(number)),
            ended: CaptureTime(microseconds: Int64(number)), messages: messages(number).count, outcome: .completed)
    }

    /// Up to six messages of up to 20 KB: a commit that takes more than one page.
    static func messages(_ number: Int) -> [LoggedMessage] {
        (0...number % 6).map { index in
            let length = (number * 7_919 + index * 104_729) % 20_000
            return LoggedMessage(
                CaptureRecord(
                    direction: index.isMultiple(of: 2) ? .toServer : .toClient,
                    time: CaptureTime(microseconds: Int64(number)),
                    body: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: length)))
        }
    }

    /// Whether a file holds exactly the state after the session that its counter names.
    ///
    /// - Returns: that number; nil when anything is of another session.
    static func number(in file: DeviceFile) throws -> Int? {
        let content = try file.content()
        let number = Int(content.counters["sessions"] ?? 0)
        var log: [LoggedMessage] = []
        try file.forEachMessage { log.append($0) }
        guard number > 0 else { return content.life == nil && log.isEmpty ? 0 : nil }
        let sessions = try file.sessions(last: 1_000)
        let isWhole =
            try content.life == life(number) && content.keys == [key(number)]
            && content.certificates == [certificate(number)] && sessions.last == session(number)
            && log.suffix(messages(number).count) == messages(number)[...]
            && sessions.map(\.number) == Array(Swift.max(1, number - 19)...number) && log.count <= 20
        return isWhole ? number : nil
    }
}
