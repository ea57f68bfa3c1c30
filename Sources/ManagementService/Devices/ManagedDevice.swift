import Capture
import DMSession
import Enrollment
import ReferenceServer

/// A device that enrolled, with everything that the server remembers of it between two messages.
struct ManagedDevice: Sendable, Codable {
    /// Whether it is served.
    enum State: String, Sendable, Codable, CaseIterable {
        case enrolled
        /// It said goodbye (enrollment.md 13).
        case unenrolled
        /// An administrator took its rights away.
        case revoked
    }

    /// EnrollmentType (enrollment.md 7.1): says where the certificate goes (enrollment.md 8.1, 11).
    enum Kind: String, Sendable, Codable, CaseIterable {
        case full = "Full"
        case device = "Device"
    }

    /// Which plan it gets.
    enum PlanChoice: Hashable, Sendable, Codable {
        /// What the settings say.
        case ofSettings
        case named(String)
        case none
    }

    /// One ContextItem of its request for a certificate.
    struct Fact: Hashable, Sendable, Codable {
        var name: String
        var value: String
    }

    /// DeviceID, as it was sent.
    var id: String
    /// The UPN.
    var user: String
    var kind: Kind
    /// HWDevID; two devices may have the same (ENR-30).
    var hardwareID: String?
    /// In the order of the request.
    var facts: [Fact]
    var state = State.enrolled
    /// How often this DeviceID enrolled.
    var enrolments = 1
    var enrolledAt: CaptureTime
    /// When a message of its was last accepted.
    var lastSeen: CaptureTime?
    var entDMID: String
    var account: DeviceAccount
    /// The thumbprint of its certificate.
    var thumbprint: String
    var plan = PlanChoice.ofSettings
    /// Where the server stands with it; nil until its first session.
    var progress: ReferenceServer.Progress?

    /// Whether the device enrolled in the out-of-box experience. NotInOobe alone does not tell: 19043 was seen to send false
    /// from Settings, too, where UXInitiated is true (enrollment.md 7.1).
    var isOutOfTheBox: Bool {
        fact(.zeroTouchProvisioning) != nil || fact(.offlineAutopilotEnrollmentCorrelator) != nil
            || (fact(.notInOobe)?.lowercased() == "false" && fact(.uxInitiated)?.lowercased() != "true")
    }

    func fact(_ name: ContextItem.Name) -> String? { facts.first { $0.name == name.rawValue }?.value }
}

/// The secrets of a DM account: made anew with every enrolment.
struct DeviceAccount: Hashable, Sendable, Codable {
    /// The name with which the device proves itself (AAUTHNAME of APPSRV).
    var clientName: String
    var clientSecret: String
    var clientNonce: Nonce
    var serverSecret: String
    var serverNonce: Nonce
    /// What later nonces are made from.
    var nonceSeed: [UInt8]

    /// - Parameter type: how the device is to prove itself.
    func account(providerID: String, basic: Bool) -> ReferenceServer.Account {
        ReferenceServer.Account(
            client: Credential(
                kind: basic ? .basic : .digest, name: clientName, secret: clientSecret, nonce: clientNonce),
            server: Credential(kind: .digest, name: providerID, secret: serverSecret, nonce: serverNonce))
    }
}

extension DeviceAccount: CustomStringConvertible, CustomReflectable {
    /// Without secrets and nonces.
    var description: String { "account of \(clientName)" }
    var customMirror: Mirror { Mirror(self, children: ["clientName": clientName]) }
}

extension CaptureTime: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(microseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }

    /// Whole seconds since 1970.
    var seconds: Int64 { microseconds.quotientAndRemainder(flooring: 1_000_000).quotient }
}
