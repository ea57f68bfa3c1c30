/// What is saved at once: all of it or nothing.
public struct DeviceChange: Sendable {
    /// nil leaves it as it is.
    public var device: DeviceRecord?
    /// Added, or put in the place of the one with its number.
    public var enrolment: EnrolmentRecord?
    /// nil leaves it as it is.
    public var life: SavedLife?
    /// All keys from now on; nil leaves them as they are.
    public var keys: [KeyRecord]?
    /// All certificates from now on; nil leaves them as they are.
    public var certificates: [CertificateRecord]?
    /// All roots from now on; nil leaves them as they are.
    public var trust: [TrustedRoot]?
    /// Counters that have changed.
    public var counters: [String: Int64]
    /// A session that ended, with its messages.
    public var sessions: [(session: SessionRecord, messages: [LoggedMessage])]

    public init(
        device: DeviceRecord? = nil, enrolment: EnrolmentRecord? = nil, life: SavedLife? = nil,
        keys: [KeyRecord]? = nil, certificates: [CertificateRecord]? = nil, trust: [TrustedRoot]? = nil,
        counters: [String: Int64] = [:], sessions: [(session: SessionRecord, messages: [LoggedMessage])] = []
    ) {
        self.device = device
        self.enrolment = enrolment
        self.life = life
        self.keys = keys
        self.certificates = certificates
        self.trust = trust
        self.counters = counters
        self.sessions = sessions
    }
}

/// Everything that a device file holds but its log.
public struct DeviceContent: Hashable, Sendable {
    public var device: DeviceRecord
    /// Oldest first.
    public var enrolments: [EnrolmentRecord]
    /// nil before the device lives.
    public var life: SavedLife?
    public var keys: [KeyRecord]
    public var certificates: [CertificateRecord]
    public var trust: [TrustedRoot]
    public var counters: [String: Int64]

    /// The enrolment that has not ended.
    public var enrolment: EnrolmentRecord? {
        enrolments.last.flatMap { $0.state == .ended ? nil : $0 }
    }
}
