import ESP

extension LifeScript {
    /// What comes between a session and its end, on the device's side. It happens in the first session at or after an
    /// instant that gets so far.
    public struct Interruption: Hashable, Sendable {
        /// Who gives a session up.
        public enum Initiator: String, Hashable, Sendable, CaseIterable {
            case user, device
        }

        public enum Kind: Hashable, Sendable {
            /// The next message of the server is not executed; Alert 1223 answers it (oma-dm.md 2.6).
            case abort(by: Initiator)
            /// The device's next message is never sent: a silent abort (oma-dm.md 2.6).
            case disconnect
            /// The device's answer is not ready, so it sends so many keep-alive messages first, if its account has them
            /// on (windows-csp.md 3.6).
            case slow(keepAlives: Int)
        }

        public var time: DeviceTime
        /// How many messages of the server have been executed by then.
        public var afterMessages: Int
        public var kind: Kind

        public init(time: DeviceTime, afterMessages: Int, kind: Kind) {
            self.time = time
            self.afterMessages = afterMessages
            self.kind = kind
        }
    }
}
