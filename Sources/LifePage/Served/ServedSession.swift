import Device
import SyncML

/// How the sessions of a device begin and end, as its server sees it (enrollment.md 14).
struct ServedSession: Sendable {
    private enum State: Hashable, Sendable {
        case between
        /// - Parameter newest: the MsgID of the device's last message.
        case underWay(sessionID: String, newest: String)
    }

    private var state = State.between
    /// Of the session that is under way, or was last; from 1.
    private(set) var number = 0
    /// The messages of each side in it.
    private(set) var clientMessages = 0
    private(set) var serverMessages = 0

    /// What the server's answer makes of a session.
    enum Standing: Hashable, Sendable {
        case goesOn
        /// With a word of `SessionEnd`.
        case ended(String)
        case broken(String)
    }

    /// Takes a message of the device.
    ///
    /// - Returns: whether it begins a session, and the number of the one before when that had not come to its end.
    mutating func received(_ message: Message?) -> (isNew: Bool, unfinished: Int?) {
        let sessionID = message?.header?.sessionID ?? ""
        let messageID = message?.header?.msgID ?? ""
        let isNew: Bool
        var unfinished: Int?
        switch state {
        case .between: isNew = true
        // What cannot be read belongs to what is under way.
        case .underWay where message == nil: isNew = false
        case .underWay(let current, let newest):
            isNew = current != sessionID || (messageID == "1" && newest != "1")
            if isNew { unfinished = number }
        }
        if isNew {
            number += 1
            clientMessages = 0
            serverMessages = 0
        }
        clientMessages += 1
        if isNew || message != nil { state = .underWay(sessionID: sessionID, newest: messageID) }
        return (isNew, unfinished)
    }

    /// Takes the server's answer.
    mutating func answered(_ standing: Standing) {
        serverMessages += 1
        switch standing {
        case .goesOn: break
        case .ended, .broken: state = .between
        }
    }

    /// What comes of a session with an answer.
    ///
    /// - Parameters:
    ///   - request: nil for what is no message.
    ///   - response: the same.
    static func standing(_ exchange: ServedExchange, _ request: Message?, _ response: Message?) -> Standing {
        guard exchange.status == 200 else { return .broken(ServedText.broken(exchange)) }
        // An empty answer says that the server has nothing more to say (enrollment.md 14.6).
        guard !exchange.response.isEmpty else { return .ended("completed") }
        guard let response else { return .broken("the server's answer is no message") }
        if request?.alertCodes.contains("1223") == true { return .ended("abortedByClient") }
        if response.alertCodes.contains("1223") { return .ended("abortedByServer") }
        switch request.flatMap({ response.headerStatus(for: $0) }) {
        // The device may show other credentials.
        case "401", "407": return .goesOn
        default: break
        }
        let isLast = response.isFinal && response.commands.allSatisfy { if case .status = $0 { true } else { false } }
        guard isLast else { return .goesOn }
        return .ended(request?.saysGoodbye == true ? "unenrolled" : "completed")
    }

    /// Why the device began a session, as far as its first message and the header UserAgentOrigin tell.
    ///
    /// - Parameter isFirst: whether it is the first one since the enrolment.
    static func trigger(_ message: Message?, origin: Int?, isFirst: Bool) -> SessionTrigger? {
        guard let message else { return nil }
        if message.saysGoodbye { return .unenrollment }
        if message.alertCodes.contains("1200") { return .notification }
        if isFirst { return .enrollment }
        let types = message.alertTypes
        if types.contains("com.microsoft/MDM/DevicePrepSync") { return .devicePreparation }
        if types.contains("com.microsoft/MDM/OdjSync") { return .domainJoin }
        if types.contains("com.microsoft/MDM/BootstrapSync") { return .syncLoop }
        switch origin {
        case 1: return .user
        case 2: return .schedule
        case 3: return .push
        case 4: return .login
        case 5: return .enrollment
        default: return nil
        }
    }
}

extension Message {
    /// The code that this message, an answer, gives the SyncHdr of another one.
    func headerStatus(for message: Message) -> String? {
        header(answering: message)?.data?.content.filter { !$0.isWhitespace }
    }

    func header(answering message: Message) -> Status? {
        for case .status(let status) in commands
        where status.cmdRef == "0" && status.msgRef == message.header?.msgID {
            return status
        }
        return nil
    }

    var alertCodes: [String] {
        commands.compactMap { command in
            if case .alert(let alert) = command { alert.data?.content.filter { !$0.isWhitespace } } else { nil }
        }
    }

    var alertTypes: [String] {
        commands.flatMap { command in
            if case .alert(let alert) = command { alert.items.compactMap { $0.meta?.type } } else { [String]() }
        }
    }

    /// The alert with which a device leaves management (enrollment.md 13).
    var saysGoodbye: Bool { alertTypes.contains("com.microsoft:mdm.unenrollment.userrequest") }
}
