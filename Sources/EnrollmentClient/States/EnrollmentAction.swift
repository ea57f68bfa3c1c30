import Enrollment
import HTTPExchange

/// What is to be done next. Exactly one event answers each action but `none`, `refuse`, `finish` and `fail`.
public enum EnrollmentAction: Hashable, Sendable {
    /// Nothing: the event does not belong to the state, such as an answer that comes after the user cancelled.
    case none
    /// The event was refused, and the state is what it was: a second start (0x80180009, 0x8018000A).
    case refuse(EnrollmentFailure)
    /// Answered by `received` or `failed(_: ExchangeFault)`. A renewal needs the old certificate in TLS.
    case send(HTTPRequest)
    /// Ask the user whether he trusts this host. Answered by `userAnswered`.
    case askConsent(to: HTTPURL)
    /// Ask the user for the server's address; why is said. Answered by `userAnswered`.
    case askServerAddress(EnrollmentFailure)
    /// A new RSA key. Answered by `keyCreated` or `keyCreationFailed`.
    case createKey(bits: Int)
    /// Answered by `certificateRequestMade` or `keyCreationFailed`.
    case makeCertificateRequest(CertificateRequestForm)
    /// Certificate authentication. Answered by `signed` or `signingFailed`.
    case sign(UnsignedRequest)
    /// Check and apply the document, all or nothing. Answered by `provisioned` or `provisioningFailed`.
    case provision(ProvisioningDocument)
    case finish(Enrolled)
    /// Nothing was changed on the device.
    case fail(EnrollmentFailure)
}

extension EnrollmentAction: CustomStringConvertible, CustomReflectable {
    /// Without bodies: requests hold credentials.
    public var description: String {
        switch self {
        case .none: "none"
        case .refuse(let failure): "refuse(\(failure))"
        case .send(let request): "send(\(request.method.rawValue) \(request.url.authority)\(request.url.path))"
        case .askConsent(let url): "askConsent(\(url))"
        case .askServerAddress(let failure): "askServerAddress(\(failure))"
        case .createKey(let bits): "createKey(\(bits))"
        case .makeCertificateRequest: "makeCertificateRequest"
        case .sign: "sign"
        case .provision: "provision"
        case .finish: "finish"
        case .fail(let failure): "fail(\(failure))"
        }
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Which certificate request is wanted (enrollment.md 2.1, 7, 10.1).
public struct CertificateRequestForm: Hashable, Sendable {
    /// How the request is packed.
    public enum Packing: Hashable, Sendable {
        /// PKCS#10, as DER.
        case pkcs10
        /// PKCS#7 SignedData round a PKCS#10 of the new key, signed with the old one, as DER.
        case pkcs7SignedByOldKey
    }

    public var packing: Packing
    /// The object identifier of the hash.
    public var hashAlgorithm: String
    /// DeviceID, which the subject and an extension have.
    public var deviceID: String
    /// The UPN, for the documented subject.
    public var user: String
}

/// A request of certificate authentication that lacks its `ds:Signature` (enrollment.md 6.1).
public struct UnsignedRequest: Hashable, Sendable {
    public var message: EnrollmentMessage
    /// The message as it is written without a signature.
    public var bytes: [UInt8]
    /// `u:Id` of the BinarySecurityToken, which KeyInfo refers to as `#id`.
    public var tokenID: String
    /// DER of the certificate in the token.
    public var certificate: [UInt8]
    var messageID: String
    var service: ServiceAddress
}

/// What the user says to a question.
public enum UserAnswer: Hashable, Sendable {
    /// To a redirect.
    case consents
    /// To a redirect: no. To the question for an address: he has none.
    case declines
    /// The address of the server.
    case server(ServiceAddress)
}
