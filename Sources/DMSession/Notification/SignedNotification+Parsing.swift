/// Why octets are no notification.
public struct NotificationRefusal: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The octets end inside this field.
        case truncated(field: Field)
        /// A version outside of 1.0 to 1.2, in tenths.
        case version(Int)
        /// SessionID 0.
        case sessionIDZero
        /// A server id of no octets.
        case serverIDEmpty
        /// A server id that is not UTF-8.
        case serverIDNotText
        /// More than any push carries.
        case tooLong(limit: Int)
    }

    public enum Field: String, Hashable, Sendable {
        case frame, digest, header, serverID
    }

    public var reason: Reason
    /// The octet at which the fault shows, from 0, counted from the start of what was given.
    public var offset: Int

    public init(reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension NotificationRefusal: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .truncated(.frame): "the notification ends at octet \(offset), inside the headers of the push"
        case .truncated(.digest): "the notification ends at octet \(offset), inside the digest of 16 octets"
        case .truncated(.header): "the notification ends at octet \(offset), inside the trigger header of 8 octets"
        case .truncated(.serverID): "the notification ends at octet \(offset), inside the server identifier"
        case .version(let version):
            "version \(version / 10).\(version % 10) at octet \(offset) is none of 1.0, 1.1, 1.2"
        case .sessionIDZero: "the sessionid at octet \(offset) is 0"
        case .serverIDEmpty: "the server identifier at octet \(offset) is empty"
        case .serverIDNotText: "the server identifier at octet \(offset) is not UTF-8"
        case .tooLong(let limit): "the notification is longer than \(limit) octets"
        }
    }
}

extension SignedNotification {
    /// Far beyond what a push or a datagram carries.
    static let mostOctets = 65_535

    /// Reads a notification, framed as WAP push or bare.
    public init(parsing octets: [UInt8]) throws(NotificationRefusal) {
        guard octets.count <= Self.mostOctets else {
            throw NotificationRefusal(reason: .tooLong(limit: Self.mostOctets), offset: Self.mostOctets)
        }
        let frame = try PushFrame(before: octets)
        let start = frame?.count ?? 0
        func demand(_ end: Int, _ field: NotificationRefusal.Field) throws(NotificationRefusal) {
            guard octets.count >= end else {
                throw NotificationRefusal(reason: .truncated(field: field), offset: octets.count)
            }
        }
        let header = start + 16
        try demand(header, .digest)
        try demand(header + 8, .header)
        let head = octets[header..<header + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let version = Int(head >> 30)
        guard Notification.versions.contains(version) else {
            throw NotificationRefusal(reason: .version(version), offset: header)
        }
        let sessionID = UInt16(octets[header + 5]) << 8 | UInt16(octets[header + 6])
        guard sessionID != 0 else { throw NotificationRefusal(reason: .sessionIDZero, offset: header + 5) }
        let length = Int(octets[header + 7])
        guard length > 0 else { throw NotificationRefusal(reason: .serverIDEmpty, offset: header + 7) }
        let body = header + 8
        try demand(body + length, .serverID)
        guard let serverID = String(validating: octets[body..<body + length], as: UTF8.self) else {
            throw NotificationRefusal(reason: .serverIDNotText, offset: body)
        }
        // Two bits and one bit: every value is a case.
        let mode = Notification.UserInteraction(rawValue: UInt8(head >> 28 & 3)) ?? .notSpecified
        let initiator = Notification.Initiator(rawValue: UInt8(head >> 27 & 1)) ?? .client
        self.init(
            digest: Array(octets[start..<header]), trigger: Array(octets[header...]),
            notification: Notification(
                version: version, userInteraction: mode, initiator: initiator,
                futureUse: UInt32(head & (1 << 27 - 1)), sessionID: sessionID, serverID: serverID,
                vendorData: Array(octets[(body + length)...])),
            frame: frame)
    }
}
