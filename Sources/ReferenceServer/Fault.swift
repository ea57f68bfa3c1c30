import ESP

extension ReferenceServer {
    /// A time in which the server does not do what a server has to.
    public struct Fault: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The connection breaks: no answer at all.
            case noAnswer
            /// The answer is a page of a proxy, not a message.
            case garbage
            /// Every answer holds another Get, so that no session ends.
            case endless
            /// Every message is answered and no command is sent.
            case silent
        }

        public var kind: Kind
        public var from: DeviceTime
        public var to: DeviceTime

        /// - Parameter to: the first instant at which the server works again.
        public init(kind: Kind, from: DeviceTime, to: DeviceTime) {
            self.kind = kind
            self.from = from
            self.to = to
        }
    }
}
