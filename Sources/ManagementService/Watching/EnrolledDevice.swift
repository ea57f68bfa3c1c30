import Capture

/// A device that enrolled, for those who watch the server. No secret is in it.
public struct EnrolledDevice: Hashable, Sendable {
    /// DeviceID.
    public var id: String
    /// The UPN of who enrolled it.
    public var user: String
    /// What it calls itself; nil when it did not say.
    public var name: String?
    public var osVersion: String?
    /// The number of the SKU.
    public var osEdition: String?
    /// `enrolled`, `unenrolled` or `revoked`.
    public var state: String
    public var enrolledAt: CaptureTime
}

extension EnrolledDevice {
    init(_ device: ManagedDevice) {
        self.init(
            id: device.id, user: device.user, name: device.fact(.deviceName), osVersion: device.fact(.osVersion),
            osEdition: device.fact(.osEdition), state: device.state.rawValue, enrolledAt: device.enrolledAt)
    }
}

/// A value that a device told.
public struct ToldNode: Hashable, Sendable {
    /// As the device wrote it.
    public var uri: String
    public var value: String
}
