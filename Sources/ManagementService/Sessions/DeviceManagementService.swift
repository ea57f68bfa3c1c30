import Capture
import DMSession
import ESP
import HTTPExchange
import Notation
import ReferenceServer
import Scenario
import SyncML

/// The server's half of OMA-DM sessions: a message in, a message out (enrollment.md 14, oma-dm.md 2). Pure: instants,
/// randomness and records are handed in.
///
/// Between two messages everything stands in the records, so a session goes on over any connection, and after a restart.
struct DeviceManagementService: Sendable {
    let settings: ServerSettings
    let randomness: Randomness
    /// The plans as their switches settle them.
    private let scenarios: [String: Scenario]

    init(settings: ServerSettings, randomness: Randomness) {
        self.settings = settings
        self.randomness = randomness
        scenarios = Dictionary(uniqueKeysWithValues: settings.plans.map { ($0.name, $0.scenario.settled) })
    }

    /// The media types of a message (DM-MSG-13).
    static let mediaTypes = ["application/vnd.syncml.dm+xml", "application/vnd.syncml.dm+wbxml"]

    struct Answer: Sendable {
        var response: HTTPResponse
        /// Who the message says that it comes from.
        var device: String?
        /// What the access log says of a refusal; nil: none.
        var refusal: String?
    }

    func answer(
        _ request: HTTPRequest, from peer: Peer, _ records: any ServerRecords, now: CaptureTime
    ) throws(StoreFault) -> Answer {
        guard let mediaType = request.headers.mediaType, Self.mediaTypes.contains(mediaType) else {
            return Self.refused(415, "A message has one of the types \(Self.mediaTypes.joined(separator: ", ")).")
        }
        let message: Message
        do throws(MessageRefusal) {
            message = try Message(
                parsing: request.body, limits: MessageLimits(messageBytes: settings.limits.messageBytes))
        } catch {
            return Self.refused(400, "The message cannot be read: \(error.description).")
        }
        guard message.form == .message, let header = message.header, let id = header.source?.locURI, !id.isEmpty,
            !header.sessionID.isEmpty, header.sessionID.utf8.count <= 64, header.msgID.utf8.count <= 16
        else { return Self.refused(400, "The message has no SyncHdr with Source, SessionID and MsgID.") }
        guard var device = try records.device(id), device.state == .enrolled else {
            return stranger(message, id)
        }
        return try serve(&device, message, request, peer, records, now)
    }

    // MARK: Refusals

    private static func refused(_ status: Int, _ text: String) -> Answer {
        Answer(
            response: HTTPResponse(
                status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array("\(text)\n".utf8)),
            refusal: text)
    }

    /// SES-01, SES-11: a device that never enrolled, or left, gets no commands whatever it proves.
    private func stranger(_ message: Message, _ id: String) -> Answer {
        let nonce = Nonce(octets: randomness.bytes(16))
        guard let body = ReferenceServer.refusal(of: message, authenticationType, nonce: nonce) else {
            return Self.refused(400, "The message has no SyncHdr.")
        }
        return Answer(response: Self.response(body), device: id, refusal: "the device is not enrolled")
    }

    private static func response(_ body: [UInt8]) -> HTTPResponse {
        let isWBXML = WBXMLDocument.isRecognised(body)
        return HTTPResponse(
            200, headers: ["Content-Type": mediaTypes[isWBXML ? 1 : 0], "Cache-Control": "no-store"], body: body)
    }

    private var authenticationType: AuthenticationType {
        switch settings.session.way {
        case .md5: .md5
        case .basic: .basic
        }
    }

    // MARK: Service

    private func serve(
        _ device: inout ManagedDevice, _ message: Message, _ request: HTTPRequest, _ peer: Peer,
        _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) -> Answer {
        let entries = try records.queue(of: device.id, all: false)
        var server = server(for: device)
        let isKnown = try isCertificate(of: device, peer, records, now)
        if isKnown { server.authentication = nil }
        server.queue = entries.compactMap { entry in
            QueuedText(entry.command).command.map { command in
                ReferenceServer.QueuedCommand(
                    id: entry.id, command,
                    isLastAttempt: entry.attempts + 1 >= settings.limits.attemptsPerCommand)
            }
        }
        let elapsed = max(0, now.microseconds - device.enrolledAt.microseconds) / 1_000
        let time = DeviceTime(milliseconds: elapsed * Int64(settings.session.speed))
        guard let reply = server.reply(to: message.raw, signature: nil, address: nil, now: time) else {
            var answer = Self.refused(503, "The plan of this device lets the server fail now.")
            answer.device = device.id
            return answer
        }
        let answers = server.takeAnswers()
        device.progress = server.progress
        if reply.isAccepted {
            device.lastSeen = now
            try records.save(
                KnownNode.told(by: message, at: now, longest: settings.limits.valueCharacters), of: device.id,
                atMost: settings.limits.nodesPerDevice)
            // The device swapped its certificate (enrollment.md 10.1), so the one before is over.
            if isKnown, peer.thumbprint == device.thumbprint, message.header?.msgID == "1" {
                try records.setCertificates(of: device.id, besides: device.thumbprint, to: .ended)
            }
        }
        try update(entries, server.outstandingCommands, answers, message, records, now)
        if server.hasLeft {
            device.state = .unenrolled
            try records.setCertificates(of: device.id, besides: nil, to: .ended)
        }
        try records.save(device)
        return Answer(
            response: Self.response(reply.body), device: device.id,
            refusal: reply.isAccepted ? nil : "the credentials are missing or wrong")
    }

    /// The embedded server, where it stands with a device.
    private func server(for device: ManagedDevice) -> ReferenceServer {
        let scenario = plan(of: device).flatMap { scenarios[$0] }
        var assignments = scenario?.assignments
        assignments?.providerID = settings.providerID
        assignments?.entDMID = device.entDMID
        // Out of the box Windows makes the user's half of DMClient by itself (U-07); any other device gets an Add first.
        assignments?.addsUserTree = !device.isOutOfTheBox
        var server = ReferenceServer(
            assignments: assignments, scripted: scenario?.scripted ?? [], faults: scenario?.faults ?? [],
            mistakes: scenario?.mistakes ?? [])
        server.account = device.account.account(
            providerID: settings.providerID, basic: settings.session.way == .basic)
        let extent: ReferenceServer.Authentication.Extent =
            switch settings.session.extent {
            case .session: .session
            case .message: .message
            }
        server.authentication = ReferenceServer.Authentication(
            authenticationType, extent: extent, isMutual: settings.session.isMutual)
        switch device.kind {
        case .full: server.enrolledUser = device.user
        case .device: break
        }
        server.messagesPerSession = settings.limits.messagesPerSession
        if let progress = device.progress {
            server.progress = progress
        } else {
            server.seedNonces(device.account.nonceSeed)
        }
        return server
    }

    /// The name of the plan that a device gets; nil: none.
    func plan(of device: ManagedDevice) -> String? {
        switch device.plan {
        case .ofSettings: settings.plan(of: device.id)?.name
        case .named(let name): name
        case .none: nil
        }
    }

    private func isCertificate(
        of device: ManagedDevice, _ peer: Peer, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) -> Bool {
        guard settings.session.acceptsCertificate, let thumbprint = peer.thumbprint,
            let certificate = try records.certificate(thumbprint)
        else { return false }
        return certificate.device == device.id && certificate.state != .ended && now < certificate.notAfter
    }

    // MARK: The queue

    private func update(
        _ entries: [QueueEntry], _ outstanding: Set<Int64>, _ answers: [ReferenceServer.Answer], _ message: Message,
        _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) {
        let results = Dictionary(
            grouping: message.commands.compactMap { command in
                if case .results(let results) = command { results } else { nil }
            }, by: \.cmdRef)
        let byEntry = Dictionary(grouping: answers.filter { $0.queued != nil }) { $0.queued ?? 0 }
        for entry in entries {
            var updated = entry
            let parts = byEntry[entry.id] ?? []
            if parts.contains(where: { !$0.statuses.isEmpty }) {
                updated.answers += parts.map { CommandAnswer($0, results) }
                updated.state = .answered
                updated.answeredAt = now
            } else {
                if !parts.isEmpty { updated.attempts += 1 }
                let isLost = updated.attempts >= settings.limits.attemptsPerCommand
                updated.state = outstanding.contains(entry.id) ? .sent : isLost ? .unanswered : .pending
            }
            if updated.state != entry.state || updated.attempts != entry.attempts { try records.update(updated) }
        }
    }
}

extension CommandAnswer {
    fileprivate init(_ answer: ReferenceServer.Answer, _ results: [String: [Results]]) {
        let own = results[answer.command.cmdID ?? ""] ?? []
        self.init(
            command: answer.command.name, target: answer.command.firstTarget, statuses: answer.statuses,
            results: own.flatMap { result in result.items.map { CommandResult($0, result.meta) } })
    }
}

extension Command {
    /// The LocURI of the first Item's target.
    var firstTarget: String? {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command),
            .copy(let command), .exec(let command):
            command.items.first?.target?.locURI
        case .alert, .atomic, .sequence, .status, .results, .unknown: nil
        }
    }
}

extension KnownNode {
    /// What a message of the device tells of its nodes: the DevInfo of package 1, and Results.
    ///
    /// - Parameter length: longer values are left out, and so are pieces of objects.
    fileprivate static func told(by message: Message, at time: CaptureTime, longest length: Int) -> [KnownNode] {
        message.commands.flatMap { command -> [KnownNode] in
            let (items, meta): ([Item], Meta?) =
                switch command {
                case .replace(let replace): (replace.items, replace.meta)
                case .results(let results): (results.items, results.meta)
                case .add, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .status, .unknown: ([], nil)
                }
            return items.compactMap { item in
                guard let uri = item.source?.locURI, (1...1_024).contains(uri.utf8.count), !item.moreData,
                    let value = item.data?.content, value.utf8.count <= length
                else { return nil }
                return KnownNode(uri: uri, value: value, format: item.meta?.format ?? meta?.format, time: time)
            }
        }
    }
}
