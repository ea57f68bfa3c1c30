import ESP
import SyncML

/// What the server takes from the client's messages.
extension ReferenceServer {
    mutating func beginSession(_ header: SyncHdr, _ now: DeviceTime) {
        // What the last session left unanswered stays so.
        dropOutstanding(now)
        progress.session = Progress.Session(id: header.sessionID)
        progress.beforeSending = nil
        beginProofs(now)
    }

    mutating func readPackage1(_ message: Message, _ now: DeviceTime) {
        for (type, data) in message.alerts {
            switch type {
            case "com.microsoft/MDM/LoginStatus": progress.session.isUserSignedIn = data == "user"
            case "com.microsoft/MDM/BootstrapSync": progress.session.isDevicePhase = data == "device"
            case "com.microsoft/MDM/OdjSync": progress.session.isDomainJoin = true
            case "com.microsoft/MDM/AADUserToken": readUser(data, now)
            default: break
            }
        }
        // Somebody without an account has a token of no interest (windows-csp.md 5.4).
        if !progress.session.isUserSignedIn { progress.session.user = nil }
        if progress.session.isUserSignedIn, progress.session.user == nil, let enrolledUser { meet(enrolledUser, now) }
    }

    /// A user is who the token says. Without one there is device policy only (windows-csp.md 5.4).
    private mutating func readUser(_ token: String, _ now: DeviceTime) {
        guard let upn = UserToken(token)?.upn else { return }
        meet(upn, now)
    }

    private mutating func meet(_ user: String, _ now: DeviceTime) {
        let upn = user.lowercased()
        let known = progress.users.firstIndex { $0.upn == upn }
        if known == nil { progress.users.append(Progress.User(upn: upn, firstSession: now)) }
        progress.session.user = known ?? progress.users.count - 1
    }

    mutating func readGoodbye(_ message: Message) {
        for case .alert(let alert) in message.commands where alert.data?.content == "1223" {
            progress.session.isAborted = true
            // An abort that answers nothing: the commands of our last message were not executed.
            if !message.answersCommands { takeBack() }
        }
        if message.alerts.contains(where: { $0.type == "com.microsoft:mdm.unenrollment.userrequest" }) {
            progress.hasLeft = true
        }
    }

    /// Takes the client's Status and Results. With the end of the package what was not answered counts as left
    /// unanswered.
    mutating func record(_ message: Message, _ now: DeviceTime) {
        var order: [String] = []
        var codes: [String: [Int]] = [:]
        var results: [String: [String]] = [:]
        for command in message.commands {
            switch command {
            case .status(let status):
                guard status.cmdRef != "0", let code = Int(status.data?.content ?? "") else { continue }
                if codes[status.cmdRef] == nil { order.append(status.cmdRef) }
                codes[status.cmdRef, default: []].append(code)
                // What the user answered to a question.
                if status.cmd == "Alert" {
                    results[status.cmdRef, default: []] += status.items.map { $0.data?.content ?? "" }
                }
            case .results(let found):
                results[found.cmdRef, default: []] += found.items.map { $0.data?.content ?? "" }
                for item in found.items { readSyncDone(item) }
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: continue
            }
        }
        for cmdRef in order {
            guard let index = progress.outstanding.firstIndex(where: { $0.command.cmdID == cmdRef }) else { continue }
            let sent = progress.outstanding.remove(at: index)
            progress.answers.append(
                Answer(time: now, sent, statuses: codes[cmdRef] ?? [], results: results[cmdRef] ?? []))
        }
        if message.isFinal { dropOutstanding(now) }
    }

    private mutating func dropOutstanding(_ now: DeviceTime) {
        progress.answers += progress.outstanding.map { Answer(time: now, $0, statuses: [], results: []) }
        progress.outstanding = []
    }

    /// The exit condition of a phase, as the client reports it (esp-behaviour.md 2.3).
    private mutating func readSyncDone(_ item: Item) {
        guard let uri = item.source?.locURI, uri.hasSuffix("/FirstSyncStatus/IsSyncDone") else { return }
        let isDone = item.data?.content == "true"
        if uri.hasPrefix("./User/") {
            if isDone, let user = progress.session.user { progress.users[user].half.isDone = true }
        } else if isDone {
            progress.device.isDone = true
        } else if progress.device.isDone, progress.session.isDevicePhase, assignments?.mode == .preProvisioning {
            beginUserFlow()
        }
    }

    /// ESP-706: the device phase that the technician had finished runs again, so its lists are made and sent anew.
    private mutating func beginUserFlow() {
        progress.isUserFlow = true
        progress.device.hasLists = false
        progress.device.isReleased = false
        progress.device.isDone = false
        progress.session.hasAskedProgress = false
    }
}

extension Message {
    /// Whether it is the client's request for patience and nothing else (windows-csp.md 3.6).
    var isKeepAlive: Bool {
        guard commands.count == 1, case .alert(let alert)? = commands.first, alert.data?.content == "1224" else {
            return false
        }
        return alert.items.contains { $0.meta?.type?.hasSuffix("com.microsoft.mdm.requestpending") ?? false }
    }

    /// Whether it has a Status for any command.
    fileprivate var answersCommands: Bool {
        commands.contains { if case .status(let status) = $0 { status.cmdRef != "0" } else { false } }
    }

    /// The types of all alerts with their data, in order.
    fileprivate var alerts: [(type: String, data: String)] {
        commands.flatMap { command -> [(String, String)] in
            guard case .alert(let alert) = command else { return [] }
            return alert.items.compactMap { item in item.meta?.type.map { ($0, item.data?.content ?? "") } }
        }
    }
}
