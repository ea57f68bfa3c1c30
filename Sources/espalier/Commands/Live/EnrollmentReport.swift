#if Live
import EnrollmentClient
import Identity
import LiveDevice

/// What became of an enrolment, for people and for machines.
struct EnrollmentReport: Encodable, Sendable {
    struct Remark: Encodable, Sendable {
        /// Of enrollment.md 16, or null.
        @OrNull var requirement: String?
        var message: String
        var hint: String
    }

    struct Failure: Encodable, Sendable {
        var hresult: String
        @OrNull var symbol: String?
        var code: String
        var step: String
        var message: String
        var hint: String
        @OrNull var line: Int?
        @OrNull var column: Int?
        /// The server's own words; null for a failure that is not the server's.
        @OrNull var server: String?
    }

    var schemaVersion = 1
    var enrolled: Bool
    @OrNull var file: String?
    @OrNull var provider: String?
    @OrNull var user: String?
    @OrNull var thumbprint: String?
    /// ISO 8601.
    @OrNull var certificateEnds: String?
    var remarks: [Remark] = []
    @OrNull var failure: Failure?

    init(_ device: EnrolledDevice, user: String, file: String) {
        enrolled = true
        self.file = file
        provider = device.provisioned.providerID
        self.user = user
        thumbprint = device.identity.certificate.thumbprint
        certificateEnds = Validity.text(device.identity.certificate.validity.notAfter)
        remarks =
            device.remarks.map { Remark(requirement: $0.requirement, message: $0.message, hint: $0.hint) }
            + device.provisioned.findings.map { Remark(requirement: nil, message: $0.message, hint: $0.hint) }
    }

    init(_ failure: EnrollmentFailure) {
        enrolled = false
        self.failure = Failure(
            hresult: failure.hresult.description, symbol: failure.symbol?.name, code: failure.code.rawValue,
            step: failure.step.rawValue, message: failure.message, hint: failure.hint,
            line: failure.position?.line, column: failure.position?.column, server: failure.server?.text)
    }

    func print() {
        Terminal.print(
            Terminal.safe(
                "Enrolled with \(provider ?? "?") as \(user ?? "?"); the device lives in \(file ?? "?")"))
        Terminal.print(
            Terminal.safe("  certificate \(thumbprint ?? "?") until \(certificateEnds ?? "?")"))
        for remark in remarks {
            let id = remark.requirement.map { "\($0): " } ?? ""
            Terminal.print(Terminal.safe("  \(Colour.yellow("note")) \(id)\(remark.message)"))
            if !remark.hint.isEmpty { Terminal.print(Terminal.safe("       \(remark.hint)")) }
        }
    }
}
#endif
