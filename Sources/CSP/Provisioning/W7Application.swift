/// A w7 APPLICATION: the bootstrap of a DM account in a provisioning document (windows-csp.md 4.10, enrollment.md 8.2).
public struct W7Application: Hashable, Sendable {
    public struct Address: Hashable, Sendable {
        public var address: String
        /// `URI` or `IPv4`; nil when it is not stated.
        public var type: String?
        public var ports: [UInt16]

        public init(_ address: String, type: String? = nil, ports: [UInt16] = []) {
            self.address = address
            self.type = type
            self.ports = ports
        }
    }

    /// How package 1 is encoded.
    public enum Encoding: String, Hashable, Sendable, CaseIterable {
        case xml = "application/vnd.syncml.dm+xml"
        case wbxml = "application/vnd.syncml.dm+wbxml"
    }

    public enum ProtocolVersion: String, Hashable, Sendable, CaseIterable {
        case v11 = "1.1"
        case v12 = "1.2"
    }

    /// Names the account, equals the DMClient provider, and is the server's name in authentication.
    public var providerID: String
    /// nil when it is not stated; Windows then shows `<unnamed>`.
    public var name: String?
    /// ADDR directly below APPLICATION comes first. Never empty.
    public var addresses: [Address]
    /// 8 mobile operator, the default; 32 enterprise. Other numbers are taken, as Windows takes 4294967295.
    public var role: UInt32?
    /// APPAUTH of level APPSRV: the client proves itself to the server.
    public var client: AppAuth?
    /// APPAUTH of level CLIENT: the server proves itself to the client.
    public var server: AppAuth?
    /// Tries on errors of the connection; 3 by default.
    public var connectionRetries: UInt32?
    /// Milliseconds before the first retry, doubling; 16000 by default.
    public var initialBackOffTime: UInt32?
    /// Milliseconds, the longest wait; 86400000 by default.
    public var maxBackOffTime: UInt32?
    /// BACKCOMPATRETRYDISABLED: no retry with an older version of the protocol.
    public var isBackCompatRetryDisabled: Bool
    /// nil when it is not stated: XML.
    public var defaultEncoding: Encoding?
    /// nil when it is not stated: the newest, 1.2.
    public var protocolVersion: ProtocolVersion?
    /// USEHWDEVID: the hardware id is DevId and Source.
    public var usesHardwareDeviceID: Bool
    /// SSLCLIENTCERTSEARCHCRITERIA: which certificate the client shows in TLS.
    public var certificateSearch: String?
    /// INIT: an operator's server is called at once.
    public var initiatesSession: Bool

    public init(
        providerID: String, name: String? = nil, addresses: [Address], role: UInt32? = nil, client: AppAuth? = nil,
        server: AppAuth? = nil, connectionRetries: UInt32? = nil, initialBackOffTime: UInt32? = nil,
        maxBackOffTime: UInt32? = nil, isBackCompatRetryDisabled: Bool = false, defaultEncoding: Encoding? = nil,
        protocolVersion: ProtocolVersion? = nil, usesHardwareDeviceID: Bool = false, certificateSearch: String? = nil,
        initiatesSession: Bool = false
    ) {
        self.providerID = providerID
        self.name = name
        self.addresses = addresses
        self.role = role
        self.client = client
        self.server = server
        self.connectionRetries = connectionRetries
        self.initialBackOffTime = initialBackOffTime
        self.maxBackOffTime = maxBackOffTime
        self.isBackCompatRetryDisabled = isBackCompatRetryDisabled
        self.defaultEncoding = defaultEncoding
        self.protocolVersion = protocolVersion
        self.usesHardwareDeviceID = usesHardwareDeviceID
        self.certificateSearch = certificateSearch
        self.initiatesSession = initiatesSession
    }

    /// The role of a management server of an enterprise.
    public static let enterprise: UInt32 = 32
    /// What ROLE is when it is not stated.
    public static let mobileOperator: UInt32 = 8
}
