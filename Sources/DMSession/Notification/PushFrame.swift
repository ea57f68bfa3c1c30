/// The headers of a WAP push before a notification (oma-dm.md 2.13, DMNOTI 7.1): WDP with the ports, WSP with content
/// type and application id. Windows's enterprise management does not use them.
public struct PushFrame: Hashable, Sendable {
    /// Where the push was sent; nil without WDP header. 2948 is right.
    public var destinationPort: UInt16?
    /// nil when it is not the number of a well-known type. 0x44 is application/vnd.syncml.notification.
    public var contentType: UInt8?
    /// X-WAP-Application-Id; nil when the header is missing or not a number. 0x07 is the DM client.
    public var applicationID: UInt8?
    /// Octets that the headers take.
    public var count: Int

    public static let port: UInt16 = 2948
    public static let notificationType: UInt8 = 0x44
    public static let managementClient: UInt8 = 0x07
    /// WDP and WSP headers together.
    public static let mostOctets = 48

    public init(destinationPort: UInt16?, contentType: UInt8?, applicationID: UInt8?, count: Int) {
        self.destinationPort = destinationPort
        self.contentType = contentType
        self.applicationID = applicationID
        self.count = count
    }

    /// The shortest frame of a right push.
    static let shortest: [UInt8] = [
        0x06, 0x05, 0x04, 0x0B, 0x84, 0xC0, 0x02, 0x01, 0x06, 0x03, 0xC4, 0xAF, 0x87,
    ]
}

extension PushFrame {
    /// What every WDP header for a port begins with: its length, the element "application ports", that one's length.
    private static let ports: [UInt8] = [0x06, 0x05, 0x04]

    /// Reads the frame before a notification; nil when there is none.
    ///
    /// A bare notification begins with a digest, which may look like anything. So a frame is taken for one when a trigger
    /// stands behind it, and otherwise only when it begins with a WDP header and the octets are no bare notification.
    init?(before octets: [UInt8]) throws(NotificationRefusal) {
        let frame = Self.read(octets)
        if let frame, Self.isBare(octets[frame.count...]) {
            self = frame
            return
        }
        guard octets.starts(with: Self.ports), !Self.isBare(octets[...]) else { return nil }
        guard let frame else { throw NotificationRefusal(reason: .truncated(field: .frame), offset: octets.count) }
        self = frame
    }

    /// - Returns: nil when the octets end inside the frame, or there is neither a WDP nor a WSP header.
    private static func read(_ octets: [UInt8]) -> PushFrame? {
        var start = 0
        var port: UInt16?
        if octets.starts(with: ports) {
            guard octets.count >= 7 else { return nil }
            port = UInt16(octets[3]) << 8 | UInt16(octets[4])
            start = 7
        }
        // A transaction id, the type of the unit (6 is push), the length of the headers in one octet.
        guard octets.count >= start + 3 else { return nil }
        guard octets[start + 1] == 0x06, octets[start + 2] < 0x80 else {
            // A WDP header with the notification itself behind it.
            return port.map { PushFrame(destinationPort: $0, contentType: nil, applicationID: nil, count: start) }
        }
        let end = start + 3 + Int(octets[start + 2])
        guard octets.count >= end else { return nil }
        let headers = octets[(start + 3)..<end]
        let type = headers.first.flatMap(number)
        let id = headers.firstIndex(of: 0xAF).flatMap { $0 + 1 < end ? number(headers[$0 + 1]) : nil }
        return PushFrame(destinationPort: port, contentType: type, applicationID: id, count: end)
    }

    /// A well-known value, which has its top bit set.
    private static func number(_ octet: UInt8) -> UInt8? { octet & 0x80 != 0 ? octet & 0x7F : nil }

    /// True when a digest and a trigger of a known version, up to the end of its server identifier, stand at the front.
    private static func isBare(_ octets: ArraySlice<UInt8>) -> Bool {
        let octets = Array(octets)
        guard octets.count >= 16 + 9 else { return false }
        let version = Int(octets[16]) << 2 | Int(octets[17] >> 6)
        return Notification.versions.contains(version) && octets.count >= 16 + 8 + Int(octets[16 + 7])
    }
}
