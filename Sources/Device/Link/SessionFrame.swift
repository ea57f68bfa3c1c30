import CSP
import DDF
import DMSession
import DMTree
import ESP
import HTTPExchange
import Notation

/// What stands around the messages of one session in HTTP, and how their server is reached (enrollment.md 14.2, 14.3, 15).
///
/// Made from the tree and the trigger when the session opens; the embedded server reads none of it.
public struct SessionFrame: Hashable, Sendable {
    /// `mode` of the request line.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// A user is logged in.
        case maintenance = "Maintenance"
        /// Started by the system, without a user.
        case machine = "Machine"
    }

    /// Codes of the header UserAgentOrigin (14.1).
    public enum Origin: Int, Hashable, Sendable, CaseIterable {
        case user = 1
        case serverSchedule
        case push
        case userLogin
        case postEnrollment
        case csp
        case publicAPI
    }

    public var mode: Mode
    public var origin: Origin
    /// Whether UserAgentOrigin is sent: SyncApplicationVersion 4.0 or more.
    public var sendsOrigin: Bool
    /// The value of `client-request-id`; nil: no such header.
    public var clientRequestID: String?
    /// The Entra token of the user who is signed in; nil without. A secret.
    public var userToken: String?
    /// Types of queued alerts of Mark critical or fatal, for MDM-GenericAlert.
    public var genericAlerts: [String]
    /// RequireMessageSigning.
    public var signsMessages: Bool
    /// The account's addresses in the order in which they are tried; the first is that of the account where the server set
    /// no ManagementServerAddressList.
    public var addresses: [String]
    public var retries: ConnectionSettings

    /// How a failing connection is tried again (8.2).
    public struct ConnectionSettings: Hashable, Sendable {
        /// CONNRETRYFREQ.
        public var attempts: Int
        /// INITIALBACKOFFTIME and MAXBACKOFFTIME, in milliseconds.
        public var initialBackOff: Int64
        public var maxBackOff: Int64

        public init(attempts: Int = 3, initialBackOff: Int64 = 16_000, maxBackOff: Int64 = 86_400_000) {
            self.attempts = attempts
            self.initialBackOff = initialBackOff
            self.maxBackOff = maxBackOff
        }
    }

    public init(
        mode: Mode = .maintenance, origin: Origin = .user, sendsOrigin: Bool = false, clientRequestID: String? = nil,
        userToken: String? = nil, genericAlerts: [String] = [], signsMessages: Bool = false, addresses: [String] = [],
        retries: ConnectionSettings = ConnectionSettings()
    ) {
        self.mode = mode
        self.origin = origin
        self.sendsOrigin = sendsOrigin
        self.clientRequestID = clientRequestID
        self.userToken = userToken
        self.genericAlerts = genericAlerts
        self.signsMessages = signsMessages
        self.addresses = addresses
        self.retries = retries
    }
}

extension SessionFrame: CustomStringConvertible {
    /// Without the token.
    public var description: String {
        "mode \(mode.rawValue), origin \(origin.rawValue), \(userToken == nil ? "no token" : "a token of the user")"
    }
}

extension SessionFrame {
    /// The frame of a session that is about to open.
    ///
    /// - Parameters:
    ///   - alerts: what package 1 carries.
    ///   - isFirstSession: of the enrolment.
    init(
        trigger: SessionTrigger, tree: DeviceTree, isUserSignedIn: Bool, userToken: String?, alerts: [GenericAlert],
        isFirstSession: Bool, release: WindowsRelease
    ) {
        let provider = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))"
        func value(_ leaf: String) -> String? { tree.value("\(provider)/\(leaf)").flatMap { $0.isEmpty ? nil : $0 } }
        let deviceID = value("EntDMID")
        let list = value("ManagementServerAddressList").map { AddressList(provisioned: $0).addresses } ?? []
        self.init(
            mode: isUserSignedIn ? .maintenance : .machine, origin: Origin(trigger),
            sendsOrigin: tree.syncApplicationVersion >= 4,
            // Seen on 19043 alone: 0 in the first session, where EntDMID is not set yet (14.3, 18).
            clientRequestID: deviceID ?? (isFirstSession && !release.isWindows11 ? "0" : nil), userToken: userToken,
            genericAlerts: alerts.filter { $0.code == 1226 && ["critical", "fatal"].contains($0.mark ?? "") }.map(
                \.type),
            signsMessages: value("RequireMessageSigning")?.lowercased() == "true",
            addresses: list.isEmpty ? [value("ManagementServiceAddress")].compactMap { $0 } : list,
            retries: ConnectionSettings(account: DMAccount.find(serverID: tree.providerID, in: tree), in: tree))
    }
}

extension SessionFrame.ConnectionSettings {
    init(account: DMAccount?, in tree: DeviceTree) {
        self.init()
        guard let account else { return }
        func number(_ leaf: String) -> Int64? {
            tree.value("\(account.uri.canonical)/Ext/Microsoft/\(leaf)").flatMap { Int64($0) }
        }
        attempts = number("ConnRetryFreq").map { Int(clamping: $0) } ?? attempts
        initialBackOff = number("InitialBackOffTime") ?? initialBackOff
        maxBackOff = number("MaxBackOffTime") ?? maxBackOff
    }
}

extension SessionFrame.Origin {
    /// What the table of 14.1 does not name is our choice: sessions of the page's sync loops are those that follow
    /// enrolment, and what Windows starts by itself counts as asked for by a CSP.
    init(_ trigger: SessionTrigger) {
        switch trigger {
        case .enrollment, .syncLoop, .domainJoin, .devicePreparation: self = .postEnrollment
        case .push, .notification: self = .push
        case .schedule: self = .serverSchedule
        case .login: self = .userLogin
        case .user, .unenrollment: self = .user
        case .change, .alert: self = .csp
        }
    }
}
