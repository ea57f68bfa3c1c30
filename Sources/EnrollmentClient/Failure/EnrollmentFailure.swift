import Notation
import XMLStream

/// Why an enrolment ended, in the terms of Windows and in ours.
public struct EnrollmentFailure: Error, Hashable, Sendable {
    /// The kinds of failure. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        // Of the configuration and the user.
        case inProgress, alreadyEnrolled, noServerAddress, cancelled, consentDenied, obstacle
        case passwordMissing, certificateMissing, notConfigured
        // Of the network.
        case notReachable, certificateUntrusted, certificateOutOfDate, badTransfer
        // Of an answer.
        case insecureRedirect, redirected, httpStatus, notFramed, emptyAnswer, malformedAnswer, unexpectedAnswer
        case serverFault
        // Of Discover.
        case authPolicyMissing, authPolicyNotOffered, serviceURLInsecure, authenticationURLMissing
        // Of the browser leg.
        case webAuthentication
        // Of GetPolicies.
        case policySchema, hashReference, keyLength
        // Of what happens outside of the machine.
        case keyCreation, signing
        // Of the document.
        case tokenMalformed, renewalUnusable, provisioning
        /// A defect of ours: a message could not be written.
        case writing
    }

    public var code: Code
    /// What Windows reports.
    public var hresult: HRESULT
    public var step: EnrollmentStep
    /// One sentence: what was found, and what was expected.
    public var message: String
    /// What to do, or empty.
    public var hint: String
    /// Where in the answer, when the answer is at fault.
    public var position: XMLPosition?
    /// What the server says of its own fault.
    public var server: ServerMessage?

    /// The words of a SOAP fault (enrollment.md 9.1).
    public struct ServerMessage: Hashable, Sendable {
        /// The local name of the subcode.
        public var subcode: String?
        public var errorType: String?
        /// For CustomServerError Reason/Text, which Windows shows to the user; otherwise Message of the detail, or else
        /// Reason/Text.
        public var text: String?
        public var traceID: String?

        public init(subcode: String? = nil, errorType: String? = nil, text: String? = nil, traceID: String? = nil) {
            self.subcode = subcode
            self.errorType = errorType
            self.text = text
            self.traceID = traceID
        }
    }

    public init(
        _ code: Code, _ hresult: HRESULT, at step: EnrollmentStep, message: String, hint: String = "",
        position: XMLPosition? = nil, server: ServerMessage? = nil
    ) {
        self.code = code
        self.hresult = hresult
        self.step = step
        self.message = message
        self.hint = hint
        self.position = position
        self.server = server
    }

    init(
        _ code: Code, _ symbol: EnrollmentSymbol, at step: EnrollmentStep, message: String, hint: String = "",
        position: XMLPosition? = nil
    ) {
        self.init(code, symbol.hresult, at: step, message: message, hint: hint, position: position)
    }

    /// nil for codes without a name of their own, such as those of HTTP.
    public var symbol: EnrollmentSymbol? { EnrollmentSymbol(hresult) }
}

extension EnrollmentFailure: CustomStringConvertible {
    /// `discover: 0x80180001 MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR: the sentence`.
    public var description: String {
        let name = symbol.map { " \($0.name)" } ?? ""
        return "\(step.rawValue): \(hresult.uppercase)\(name): \(message)"
    }
}
