import CSP
import DDF
import Device

/// How a capture is replayed.
public struct ReplayOptions: Sendable {
    /// The device that is played. Its device id is taken from the capture.
    public var device: FreshDevice
    /// The release was chosen by the user; otherwise the capture's DevDetail/SwV wins.
    public var keepsRelease: Bool
    /// The same of the provider id, which otherwise the server's messages name.
    public var keepsProvider: Bool
    /// The same of who is signed in, which otherwise each session's LoginStatus says.
    public var keepsLogin: Bool
    /// Facts and stored values come from the capture first (`--learn`).
    public var learns: Bool

    public init(
        device: FreshDevice = FreshDevice(), keepsRelease: Bool = false, keepsProvider: Bool = false,
        keepsLogin: Bool = false, learns: Bool = false
    ) {
        self.device = device
        self.keepsRelease = keepsRelease
        self.keepsProvider = keepsProvider
        self.keepsLogin = keepsLogin
        self.learns = learns
    }
}
