import Enrollment
import HTTPExchange
import Notation
import XMLStream

/// All sentences of failures, in one place. No sentence repeats a credential.
extension EnrollmentFailure {
    // MARK: Of the configuration and the user

    static func inProgress(_ step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .inProgress, .enrollmentInProgress, at: step, message: "an enrolment is running already",
            hint: "wait until it ends, or cancel it")
    }

    static let alreadyEnrolled = EnrollmentFailure(
        .alreadyEnrolled, .deviceAlreadyEnrolled, at: .probe, message: "the device is enrolled already",
        hint: "unenrol it first")

    static let noServerAddress = EnrollmentFailure(
        .noServerAddress, .connectivity, at: .probe,
        message: "there is no discovery service: no address was given, and the e-mail address has no domain",
        hint: "give the address of the server, or an e-mail address with a domain")

    /// Entra without the addresses of an MDM (9.2).
    static let notConfigured = EnrollmentFailure(
        .notConfigured, .mdmNotConfigured, at: .probe,
        message: "there is an Entra token, and the tenant has no address of an MDM",
        hint: "give the address of the discovery service")

    init(_ obstacle: EnrollmentObstacle) {
        let (symbol, message): (EnrollmentSymbol, String) =
            switch obstacle {
            case .managementBlocked: (.deviceManagementBlocked, "a policy forbids the enrolment")
            case .platformWrongState: (.platformWrongState, "the platform is in the wrong state")
            case .platformLicense: (.platformLicenseError, "the platform has no licence for management")
            case .platformUnknown: (.platformUnknownError, "the platform failed")
            }
        self.init(
            .obstacle, symbol, at: .probe, message: message, hint: "this was asked for; take the obstacle away")
    }

    static func consentDenied(_ url: HTTPURL) -> EnrollmentFailure {
        EnrollmentFailure(
            .consentDenied, .userCanceled, at: .probe,
            message: "the discovery service redirects over plain HTTP to \(url.host), and the user did not agree",
            hint: "serve the discovery service over HTTPS, or allow the redirect")
    }

    /// Closing the window of the browser leg has a code of its own (enrollment.md 5, 9.2).
    static func cancelled(_ step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .cancelled, step == .authenticate ? .userCancelled : .userCanceled, at: step,
            message: "the user cancelled the enrolment")
    }

    static let passwordMissing = EnrollmentFailure(
        .passwordMissing, .passwordNeeded, at: .authenticate,
        message: "the server wants OnPremise authentication, and there is no password", hint: "give a password")

    static let certificateMissing = EnrollmentFailure(
        .certificateMissing, .failedToFindCertificate, at: .authenticate,
        message: "the server wants certificate authentication, and there is no certificate",
        hint: "give a certificate and its key")

    // MARK: Of the network

    init(_ fault: ExchangeFault, at step: EnrollmentStep) {
        let (code, symbol): (Code, EnrollmentSymbol) =
            switch fault.code {
            case .nameNotFound, .connectionRefused, .connectionLost, .timeout: (.notReachable, .connectivity)
            case .certificateUntrusted, .certificateNameMismatch: (.certificateUntrusted, .invalidSSLCertificate)
            case .certificateOutOfDate: (.certificateOutOfDate, .discoveryCertificateDateInvalid)
            // No document tells the last two apart from a trust failure.
            case .tlsFailed: (.certificateUntrusted, .invalidSSLCertificate)
            case .responseTooLarge, .malformedResponse, .contentEncoding: (.badTransfer, .deviceMessageFormatError)
            case .cancelled: (.cancelled, .userCanceled)
            }
        self.init(code, symbol, at: step, message: fault.message, hint: fault.hint)
    }

    // MARK: Of an answer

    static func plainDiscovery(_ url: HTTPURL) -> EnrollmentFailure {
        EnrollmentFailure(
            .insecureRedirect, .insecureRedirect, at: .probe,
            message: "the discovery service at \(url.host) is reached over plain HTTP only",
            hint: "give an https address")
    }

    static func insecureRedirect(to url: HTTPURL, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .insecureRedirect, .insecureRedirect, at: step,
            message: "the server redirects from HTTPS to http://\(url.authority)", hint: "redirect to https only")
    }

    static func tooManyRedirects(_ allowed: Int, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .redirected, step == .authenticate ? .webAuthenticationError : .connectivity, at: step,
            message: "more than \(allowed) redirects, which are the most that are followed",
            hint: "look for a loop of redirects")
    }

    static func redirected(_ status: Int, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .redirected, .http(status: status), at: step,
            message: "the server answers with a redirect (HTTP \(status)), which is not followed here",
            hint: "answer at the address that DiscoverResponse gives")
    }

    static func httpStatus(_ status: Int, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .httpStatus, .http(status: status), at: step, message: "the server answers HTTP \(status) without a fault",
            hint: "answer 200 with the response, or with a SOAP fault")
    }

    static func notFramed(_ framing: HTTPResponse.Framing, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .notFramed, .deviceMessageFormatError, at: step,
            message: framing == .chunked
                ? "the response comes in chunks, which Windows does not read" : "the response has no Content-Length",
            hint: "send Content-Length, and no Transfer-Encoding")
    }

    static func emptyAnswer(at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .emptyAnswer, .emptyMessage, at: step, message: "the response has no body",
            hint: "send the response as SOAP")
    }

    static func malformed(_ fault: EnrollmentFault, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            fault.code == .empty ? .emptyAnswer : .malformedAnswer, fault.hresult, at: step, message: fault.message,
            hint: fault.hint, position: fault.position)
    }

    static func unexpectedAnswer(_ expected: String, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .unexpectedAnswer, .deviceMessageFormatError, at: step, message: "the response is no \(expected)",
            hint: "answer each request with its response")
    }

    /// Characters of the server's own words in a sentence; `server` has them all.
    private static let longestQuotation = 500

    init(_ fault: SOAPFault, at step: EnrollmentStep) {
        let detail = fault.detail
        let reason = fault.reasons.first?.text
        let text = detail?.error == .customServerError ? reason : detail?.message?.value ?? reason
        let subcode = fault.subcodes.first.map { $0.value.split(separator: ":").last.map(String.init) ?? $0.value }
        let named = detail?.errorType?.value ?? subcode ?? "no subcode"
        self.init(
            .serverFault, fault.hresult, at: step,
            message: "the server answers with a fault: \(named.prefix(Self.longestQuotation))",
            hint: text.map { "the server says: \($0.prefix(Self.longestQuotation))" } ?? "",
            position: fault.place.position,
            server: ServerMessage(
                subcode: subcode, errorType: detail?.errorType?.value, text: text, traceID: detail?.traceID?.value))
    }

    static func defect(
        _ defect: AnswerDefect, _ code: Code, at step: EnrollmentStep
    ) -> EnrollmentFailure {
        EnrollmentFailure(
            code, .deviceMessageFormatError, at: step, message: defect.message, hint: defect.hint,
            position: defect.place.position)
    }

    // MARK: Of the browser leg

    static func web(_ message: String, hint: String = "") -> EnrollmentFailure {
        EnrollmentFailure(
            .webAuthentication, .webAuthenticationError, at: .authenticate, message: message, hint: hint)
    }

    // MARK: Of GetPolicies

    static func keyLength(_ element: TextElement) -> EnrollmentFailure {
        EnrollmentFailure(
            .keyLength, .privateKeyCreationFailed, at: .getPolicies,
            message: "minimalKeyLength is \"\(element.value)\", for which no key can be made",
            hint: "write a number of bits, such as 2048", position: element.place.position)
    }

    // MARK: Of what happens outside of the machine

    static func keyCreation(_ reason: String) -> EnrollmentFailure {
        EnrollmentFailure(
            .keyCreation, .privateKeyCreationFailed, at: .requestSecurityToken,
            message: "the key of the certificate request could not be made: \(reason)")
    }

    static func signing(_ reason: String, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .signing, .failedToFindCertificate, at: step, message: "the request could not be signed: \(reason)")
    }

    static func writing(_ error: XMLError, at step: EnrollmentStep) -> EnrollmentFailure {
        EnrollmentFailure(
            .writing, .platformUnknownError, at: step, message: "the request could not be written: \(error.reason)")
    }

    // MARK: Of the document

    static func token(_ fault: EnrollmentFault) -> EnrollmentFailure {
        EnrollmentFailure(
            .tokenMalformed, .deviceMessageFormatError, at: .requestSecurityToken, message: fault.message,
            hint: fault.hint, position: fault.position)
    }

    /// HTTP said 200, and the client makes a code of just that (enrollment.md 9.2).
    static func renewalUnusable(_ message: String, position: XMLPosition? = nil) -> EnrollmentFailure {
        EnrollmentFailure(
            .renewalUnusable, .http(status: 200), at: .requestSecurityToken,
            message: "the renewal is answered by HTTP 200 with nothing usable: \(message)",
            hint: "answer with a provisioning document that brings the new certificate", position: position)
    }
}
