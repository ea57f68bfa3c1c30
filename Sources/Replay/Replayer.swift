import Capture
import Device

/// Plays the server's side of a capture to our client.
public struct Replayer: Sendable {
    public init() {}
}
