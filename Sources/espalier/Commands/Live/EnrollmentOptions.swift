#if Live
import ArgumentParser
import DDF
import DeviceFile
import EnrollmentClient
import Identity
import LiveDevice

/// How an enrolment goes over the wire, beside who enrols where.
struct EnrollmentOptions: ParsableArguments {
    enum EnrollmentType: String, ExpressibleByArgument, CaseIterable {
        case full, device
    }

    /// Ready forms of the certificate request.
    enum RequestForm: String, ExpressibleByArgument, CaseIterable {
        /// As the build of the device was seen to send it.
        case windows
        /// What no strict reader can object to.
        case clean
    }

    @Option(help: ArgumentHelp("full: a user's work account. device: the device joins Entra.", valueName: "type"))
    var type: EnrollmentType = .full

    @Option(
        help: ArgumentHelp(
            "Enrol with this Entra token (a JWT, or @FILE); the browser leg is skipped.", valueName: "token"))
    var entraToken: String?

    @Option(
        help: ArgumentHelp(
            "Federated: the value of wresult, or @FILE; the browser leg is skipped.", valueName: "token"))
    var wresult: String?

    @Option(help: ArgumentHelp("Certificate authentication: the certificate, PEM.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("Its private key, PEM.", valueName: "file"))
    var certificateKey: String?

    @Option(
        help: ArgumentHelp(
            "EmailAddress of Discover, where it is not the user's name; Windows leaves it empty without a user.",
            valueName: "address"))
    var email: String?

    @Flag(inversion: .prefixedNo, help: "Look for the discovery service with a GET first.")
    var probe = true

    @Flag(help: "Follow a redirect of plain HTTP to the discovery service without asking.")
    var allowHttpRedirect = false

    @Flag(help: "Read answers in chunks, which Windows does not.")
    var tolerateChunked = false

    @Flag(help: "Read a GetPoliciesResponse whose algorithmOIDReference lacks a blank, as Windows was seen to do.")
    var lenientPolicy = false

    @Flag(
        inversion: .prefixedNo,
        help: "Refuse an account without nonces, as 25H2 does. Default: what the Windows of the device does.")
    var strictNonce: Bool?

    @Option(
        help: ArgumentHelp(
            "The certificate request: windows, as the build sends it, or clean, without its peculiarities.",
            valueName: "form"))
    var csr: RequestForm = .windows

    @Option(
        help: ArgumentHelp(
            "Its subject: \(CertificateRequest.Form.Subject.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "subject"))
    var csrSubject: String?

    @Option(
        help: ArgumentHelp(
            "The string type of its subject: \(CertificateRequest.Form.Text.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "type"))
    var csrString: String?

    @Option(
        help: ArgumentHelp(
            "Its hash: \(CertificateRequest.Form.Signature.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "hash"))
    var csrHash: String?

    @Option(
        help: ArgumentHelp(
            "EnrollmentData: the OpaqueBlob of accepted terms of use, verbatim.", valueName: "blob"))
    var enrollmentData: String?

    @Option(
        help: ArgumentHelp("ZeroTouchProvisioning: the GUID of the Autopilot registration.", valueName: "guid"))
    var autopilotID: String?

    @Flag(help: "The device is in the out-of-box experience.")
    var oobe = false

    @Flag(help: "Recover the enrolment (RequestType Recovery) in place of a new one.")
    var recovery = false

    @Option(
        help: ArgumentHelp(
            "Write what went over the wire to this file, also when the enrolment fails: JSON Lines with secrets in it.",
            valueName: "file.jsonl"))
    var saveCapture: String?

    func validate() throws {
        guard (certificate == nil) == (certificateKey == nil) else {
            throw ValidationError("--certificate and --certificate-key belong together.")
        }
        _ = try form(.windowsLater)
    }

    var kind: EnrolmentRecord.Kind {
        switch type {
        case .full: .full
        case .device: .device
        }
    }

    func circumstances() -> Circumstances {
        Circumstances(
            enrollmentType: type == .device ? .device : .full, isStartedByUser: !oobe, isUserLoggedIn: !oobe,
            isInOobe: oobe, enrollmentData: enrollmentData,
            autopilot: autopilotID.map { Circumstances.Autopilot(.online(registrationID: $0)) })
    }

    func entraTokenText() throws -> String? { try entraToken.map { try SecretArgument.text($0, "--entra-token") } }

    /// How the certificate request of a release looks, with what was chosen.
    func requestForm(_ release: WindowsRelease) throws -> CertificateRequest.Form {
        switch csr {
        case .windows: try form(release.build <= 19_045 ? .windows19043 : .windowsLater)
        case .clean: try form(.clean)
        }
    }

    private func form(_ base: CertificateRequest.Form) throws -> CertificateRequest.Form {
        var form = base
        if let csrSubject {
            form.subject = try WindowsOptions.choice(csrSubject, CertificateRequest.Form.Subject.self, "--csr-subject")
        }
        if let csrString {
            form.text = try WindowsOptions.choice(csrString, CertificateRequest.Form.Text.self, "--csr-string")
        }
        if let csrHash {
            form.signature = try WindowsOptions.choice(csrHash, CertificateRequest.Form.Signature.self, "--csr-hash")
        }
        return form
    }

    /// The certificate of certificate authentication.
    ///
    /// - Throws: `ExitCode(2)` for a file that is none, which the user is told.
    func signingIdentity() throws -> HeldIdentity? {
        guard let certificate, let certificateKey else { return nil }
        do {
            func text(_ path: String) throws -> String { String(decoding: try Files.read(path), as: UTF8.self) }
            return HeldIdentity(
                key: try KeyPair(pem: try text(certificateKey)),
                certificate: try Certificate(pem: try text(certificate)))
        } catch let fault as FileFault {
            Terminal.printError("\(fault.path): \(fault.reason)")
        } catch {
            Terminal.printError("--certificate, --certificate-key: \(error)")
        }
        throw ExitCode(2)
    }
}
#endif
