import Capture

/// What a device is, whatever server it is enrolled with: made once, kept over enrolments (enrollment.md 2, 13).
public struct DeviceRecord: Hashable, Sendable {
    /// 32 upper-case hexadecimal digits.
    public var deviceID: String
    /// HWDevID: 64 hexadecimal digits; survives a wipe.
    public var hardwareID: String
    /// `AA-BB-CC-DD-EE-FF`, one for each adapter; the same may come twice.
    public var macAddresses: [String]
    /// As NetBIOS has it: `DESKTOP-28FGAI6`.
    public var name: String
    /// `11-25h2` or a full version.
    public var windows: String
    /// `enterprise` and the like.
    public var edition: String
    /// The device profile, as YAML; nil for the standard one.
    public var profile: String?
    /// The scenario that the device lives, as YAML; nil without.
    public var scenario: String?
    /// What is set beside the scenario, as JSON in the form of whoever plays it.
    public var switches: String
    /// The instant at which the device's time is zero: seconds since 1970-01-01T00:00:00Z.
    public var epoch: Int64
    public var created: CaptureTime
    /// How much of the capture log is kept.
    public var retention: CaptureRetention

    public init(
        deviceID: String, hardwareID: String, macAddresses: [String], name: String, windows: String, edition: String,
        profile: String? = nil, scenario: String? = nil, switches: String = "[]", epoch: Int64, created: CaptureTime,
        retention: CaptureRetention = .standard
    ) {
        self.deviceID = deviceID
        self.hardwareID = hardwareID
        self.macAddresses = macAddresses
        self.name = name
        self.windows = windows
        self.edition = edition
        self.profile = profile
        self.scenario = scenario
        self.switches = switches
        self.epoch = epoch
        self.created = created
        self.retention = retention
    }
}

/// A scenario may hold passwords.
extension DeviceRecord: CustomStringConvertible {
    public var description: String { "\(name) (\(deviceID)), Windows \(windows) \(edition)" }
}

/// How much of the capture log a device file keeps: the newest messages, within both limits.
public struct CaptureRetention: Hashable, Sendable {
    public var messages: Int
    /// Of bodies.
    public var bytes: Int

    public init(messages: Int, bytes: Int) {
        self.messages = messages
        self.bytes = bytes
    }

    /// The last 1,000 messages, and of those no more than the last 64 MiB.
    public static let standard = CaptureRetention(messages: 1_000, bytes: 64 << 20)
}
