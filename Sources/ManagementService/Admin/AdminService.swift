import Capture
import HTTPExchange
import Notation

/// The administrator's API: JSON in, JSON out (docs/serve.md). Who asks was checked before.
struct AdminService: Sendable {
    let settings: ServerSettings
    let sessions: DeviceManagementService

    /// - Parameter path: the segments behind `/admin`, percent-decoded.
    func answer(
        _ request: HTTPRequest, _ path: [String], _ records: any ServerRecords, now: CaptureTime
    ) throws(StoreFault) -> HTTPResponse {
        switch (request.method, path.first, path.count) {
        case (.get, "health", 1):
            return Self.json(AdminJSON.Health(devices: try records.devices().count))
        case (.get, "profiles", 1):
            return Self.json(
                AdminJSON.ProfileList(profiles: settings.plans.map(\.name), defaultProfile: settings.defaultPlan))
        case (.get, "captures", 1): return try captures(request, records)
        case (.get, "devices", 1):
            return Self.json(AdminJSON.DeviceList(devices: try records.devices().map { summary($0) }))
        case (_, "devices", 2...):
            guard var device = try records.device(path[1]) else {
                return Self.failure(404, "unknownDevice", "No device has this DeviceID.")
            }
            return try answer(request, &device, Array(path.dropFirst(2)), records, now)
        case (.post, "health", 1), (.post, "profiles", 1), (.post, "captures", 1), (.post, "devices", 1):
            return Self.failure(405, "method", "This address takes GET.")
        default: return Self.failure(404, "unknownPath", "There is nothing at this address.", "See docs/serve.md.")
        }
    }

    private func answer(
        _ request: HTTPRequest, _ device: inout ManagedDevice, _ path: [String], _ records: any ServerRecords,
        _ now: CaptureTime
    ) throws(StoreFault) -> HTTPResponse {
        switch (request.method, path.first, path.count) {
        case (.get, nil, 0): return try show(device, records)
        case (.get, "commands", 1):
            let entries = try records.queue(of: device.id, all: true)
            return Self.json(AdminJSON.CommandList(commands: entries.map { AdminJSON.Command($0) }))
        case (.post, "commands", 1): return try enqueue(request, device, records, now)
        case (.get, "commands", 2), (.post, "commands", 3):
            guard var entry = try records.queue(of: device.id, all: true).first(where: { String($0.id) == path[1] })
            else {
                return Self.failure(404, "unknownCommand", "The device has no command of this number.")
            }
            if path.count == 3 {
                guard path[2] == "cancel" else { break }
                guard entry.state == .pending else {
                    return Self.failure(409, "state", "The command is \(entry.state.rawValue).")
                }
                entry.state = .cancelled
                try records.update(entry)
            }
            return Self.json(AdminJSON.CommandList(commands: [AdminJSON.Command(entry)]))
        case (.post, "profile", 1): return try assign(request, &device, records)
        case (.post, "revoke", 1):
            if device.state == .enrolled { device.state = .revoked }
            try records.setCertificates(of: device.id, besides: nil, to: .ended)
            try records.save(device)
            return try show(device, records)
        default: break
        }
        return Self.failure(404, "unknownPath", "There is nothing at this address.", "See docs/serve.md.")
    }

    private func summary(_ device: ManagedDevice) -> AdminJSON.DeviceSummary {
        AdminJSON.DeviceSummary(device, profile: sessions.plan(of: device))
    }

    private func show(_ device: ManagedDevice, _ records: any ServerRecords) throws(StoreFault) -> HTTPResponse {
        let certificate = try records.certificate(device.thumbprint)
        let twins = try records.devices().filter {
            $0.id != device.id && $0.hardwareID != nil && $0.hardwareID == device.hardwareID
        }
        return Self.json(
            AdminJSON.Device(
                device: summary(device), enrolments: device.enrolments, hardwareID: device.hardwareID,
                sharesHardwareIDWith: twins.map(\.id), entDMID: device.entDMID,
                certificate: certificate.map {
                    AdminJSON.Certificate(
                        thumbprint: $0.thumbprint, notAfter: $0.notAfter.text, state: $0.state.rawValue)
                },
                facts: device.facts.map { AdminJSON.Fact(name: $0.name, value: $0.value) },
                nodes: try records.nodes(of: device.id).map { AdminJSON.Node($0) },
                commands: try records.queue(of: device.id, all: true).map { AdminJSON.Command($0) }))
    }

    // MARK: Changes

    private func enqueue(
        _ request: HTTPRequest, _ device: ManagedDevice, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) -> HTTPResponse {
        guard device.state == .enrolled else {
            return Self.failure(409, "state", "The device is \(device.state.rawValue).")
        }
        let texts: [String]
        do {
            let commands =
                switch request.headers.mediaType {
                case "application/json":
                    try AdminJSON.decode(AdminJSON.Enqueue.self, request.body).commands.flatMap(\.commands)
                default: try CommandInput.fragment(request.body)
                }
            texts = commands.compactMap { QueuedText($0)?.text }
        } catch let fault as InputFault {
            return Self.failure(400, "input", "The request cannot be used: \(fault.message).", fault.hint)
        } catch {
            return Self.failure(400, "input", "The request cannot be used.")
        }
        guard !texts.isEmpty, texts.count <= settings.limits.commandsPerRequest else {
            return Self.failure(
                400, "count", "The request has \(texts.count) commands.",
                "1 to \(settings.limits.commandsPerRequest) are allowed.")
        }
        let waiting = try records.queue(of: device.id, all: false).count
        guard waiting + texts.count <= settings.limits.commandsPerDevice else {
            return Self.failure(
                409, "full", "The device has \(waiting) commands that wait.",
                "\(settings.limits.commandsPerDevice) are allowed.")
        }
        var ids: [Int64] = []
        for text in texts { ids.append(try records.enqueue(text, for: device.id, now: now)) }
        return Self.json(AdminJSON.Queued(ids: ids))
    }

    private func assign(
        _ request: HTTPRequest, _ device: inout ManagedDevice, _ records: any ServerRecords
    ) throws(StoreFault) -> HTTPResponse {
        let name: String?
        do throws(InputFault) { name = try AdminJSON.decode(AdminJSON.AssignProfile.self, request.body).profile } catch
        {
            return Self.failure(400, "input", "The request cannot be used: \(error.message).", error.hint)
        }
        if let name {
            guard settings.plans.contains(where: { $0.name == name }) else {
                return Self.failure(404, "unknownProfile", "No profile has this name.", "Profiles stand in --config.")
            }
            device.plan = .named(name)
        } else {
            device.plan = .none
        }
        try records.save(device)
        return try show(device, records)
    }

    // MARK: Captures

    /// JSON Lines; without secrets unless `redacted=false` asks for them.
    private func captures(_ request: HTTPRequest, _ records: any ServerRecords) throws(StoreFault) -> HTTPResponse {
        let query = FormFields(request.url.query ?? "")
        let isRedacted: Bool
        switch query["redacted"] {
        case nil, "true": isRedacted = true
        case "false": isRedacted = false
        default: return Self.failure(400, "input", "\"redacted\" is neither true nor false.")
        }
        var capture = Capture(
            header: CaptureHeader(source: "espalier-serve"), records: try records.captures(of: query["device"]))
        if isRedacted { capture = capture.redacted() }
        let writer = JSONLinesWriter()
        let body = writer.header(capture.header) + capture.records.flatMap { writer.record($0) }
        return HTTPResponse(
            200, headers: ["Content-Type": "application/jsonl; charset=utf-8", "Cache-Control": "no-store"], body: body)
    }

    // MARK: Answers

    static func failure(_ status: Int, _ code: String, _ message: String, _ hint: String = "") -> HTTPResponse {
        var response = json(
            AdminJSON.Failure(error: AdminJSON.Failure.Reason(code: code, message: message, hint: hint)))
        response.status = status
        return response
    }

    private static func json(_ value: some Encodable) -> HTTPResponse {
        guard let body = AdminJSON.bytes(value) else { return HTTPResponse(500) }
        return HTTPResponse(
            200, headers: ["Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store"], body: body)
    }
}
