import Enrollment

/// Why a request of the enrolment was refused: the client's doing, told to it as a SOAP fault (enrollment.md 9.1).
struct EnrollmentRefusal: Error, Hashable, Sendable {
    var kind: SOAPFault.Kind
    /// Says more than the kind, and wins over it.
    var error: DeviceEnrollmentServiceError.ErrorType?
    /// One sentence, which a client may show.
    var message: String

    init(_ kind: SOAPFault.Kind, _ error: DeviceEnrollmentServiceError.ErrorType? = nil, _ message: String) {
        self.kind = kind
        self.error = error
        self.message = message
    }

    /// - Parameter traceID: stands in the access log, too.
    func fault(traceID: String) -> SOAPFault {
        SOAPFault(
            code: "s:Receiver", subcodes: [TextElement("s:\(kind.rawValue)")],
            reasons: [SOAPFault.Reason(message, language: "en-us")],
            detail: error.map { error in
                DeviceEnrollmentServiceError(
                    errorType: TextElement(error.rawValue), message: TextElement(message),
                    traceID: TextElement(traceID))
            })
    }

    /// Windows looks at the body, not at the status; what is no message at all is answered like any bad request.
    var status: Int {
        switch kind {
        case .messageFormat: 400
        case .authentication, .authorization, .certificateRequest, .enrollmentServer, .internalServiceFault,
            .invalidSecurity:
            500
        }
    }
}

/// All sentences of refusals.
extension EnrollmentRefusal {
    static func unreadable(_ fault: EnrollmentFault) -> EnrollmentRefusal {
        EnrollmentRefusal(.messageFormat, nil, "The message cannot be read: \(fault.description).")
    }

    static func wrongMessage(expected: String) -> EnrollmentRefusal {
        EnrollmentRefusal(.messageFormat, nil, "This address takes \(expected).")
    }

    static let noPolicyInCommon = EnrollmentRefusal(
        .enrollmentServer, .notSupported, "None of the offered ways of authentication is allowed here.")

    static let noCredentials = EnrollmentRefusal(
        .invalidSecurity, nil, "The security header holds no credentials that this server takes.")

    /// The same for a wrong password and for an unknown user (ENR-27).
    static let wrongCredentials = EnrollmentRefusal(.authentication, nil, "The user or the password is wrong.")

    static let wrongToken = EnrollmentRefusal(.authentication, nil, "The token is not valid.")

    static let wrongSignature = EnrollmentRefusal(
        .authentication, nil, "The certificate or the signature of the message is not valid.")

    static func certificateRequest(_ reason: String) -> EnrollmentRefusal {
        EnrollmentRefusal(.certificateRequest, nil, "The certificate request is refused: \(reason).")
    }

    static func enrollmentData(_ reason: String) -> EnrollmentRefusal {
        EnrollmentRefusal(.enrollmentServer, .invalidEnrollmentData, "The enrolment data is refused: \(reason).")
    }

    static let deviceCapReached = EnrollmentRefusal(
        .authorization, .deviceCapReached, "This user has as many devices as are allowed.")

    static let maintenance = EnrollmentRefusal(
        .enrollmentServer, .inMaintenance, "The server is in maintenance. Try again later.")

    static func notEligibleToRenew(_ reason: String) -> EnrollmentRefusal {
        EnrollmentRefusal(.authorization, .notEligibleToRenew, "The certificate is not renewed: \(reason).")
    }

    static let internalFault = EnrollmentRefusal(
        .internalServiceFault, nil, "The server failed. Its log says more.")

    /// What is laid down for a user.
    init(_ refusal: ServerSettings.Refusal) {
        switch refusal {
        case .kind(let kind): self.init(kind, nil, "The settings of this server refuse the user.")
        case .error(let error):
            self.init(error.usualKind, error, "The settings of this server refuse the user.")
        }
    }
}

extension DeviceEnrollmentServiceError.ErrorType {
    /// The reference gives a subcode for DeviceCapReached only (enrollment.md 17.6); the others are our choice.
    var usualKind: SOAPFault.Kind {
        switch self {
        case .deviceCapReached, .notSupported, .notEligibleToRenew, .userLicense: .authorization
        case .deviceNotSupported, .inMaintenance, .invalidEnrollmentData, .customServerError: .enrollmentServer
        }
    }
}
