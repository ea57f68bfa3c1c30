import Enrollment
import EnrollmentClient
import HTTPExchange
import Testing

/// The device and the server of enrollment.md 17.
enum Fixture {
    static let now: Int64 = 1_764_280_000

    static let device = DeviceIdentity(
        deviceID: "5A0C71E94D3B4F6E9B1D20A7C8E3F415",
        hardwareDeviceID: "9F2B64C1D0E35A7786B1F04C2D9E8A3157C6B0D4E1F2A3948576C0B1D2E3F405",
        macAddresses: ["02-00-5E-10-00-01", "02-00-5E-10-00-02"], deviceName: "DESKTOP-EMU0001", locale: "en-GB",
        osVersion: "10.0.26100.4061", manufacturer: "Contoso Hardware", model: "EMU-1", serialNumber: "0000-0001")

    /// Section 17 plays a 26100 that knows 5.0.
    static var build: BuildProfile {
        var build = BuildProfile(build: 26100, revision: 4061)
        build.requestVersion = "5.0"
        return build
    }

    static let password = UserCredentials(user: "ada@example.test", password: Secret("pa55"))

    static func configuration(
        _ credentials: UserCredentials = password, purpose: EnrollmentPurpose = .enrolment
    ) -> EnrollmentConfiguration {
        EnrollmentConfiguration(
            purpose: purpose, credentials: credentials, device: device, build: build, messageIDs: CountedIDs())
    }

    // MARK: Answers

    static let policyService = "https://mdm.example.test/EnrollmentServer/Policy.svc"
    static let enrollmentService = "https://mdm.example.test/EnrollmentServer/Enrollment.svc"
    static let loginPage = "https://login.example.test/mdm"

    static func discoverResponse(
        _ policy: AuthPolicy = .onPremise, version: String? = "5.0", policyService: String? = policyService,
        enrollmentService: String? = enrollmentService, authenticationService: String? = loginPage
    ) -> DiscoverResponse {
        DiscoverResponse(
            authPolicies: [TextElement(policy.rawValue)], enrollmentVersion: version.map { TextElement($0) },
            enrollmentPolicyServiceURL: policyService.map { TextElement($0) },
            enrollmentServiceURL: enrollmentService.map { TextElement($0) },
            authenticationServiceURL: policy == .federated ? authenticationService.map { TextElement($0) } : nil)
    }

    static let policies = GetPoliciesResponse(
        policyID: "pol-1", policies: [CertificatePolicy(hashAlgorithmOIDReference: "1")],
        objectIdentifiers: [
            ReferencedObjectIdentifier(value: "2.16.840.1.101.3.4.2.1", reference: "1", defaultName: "sha256")
        ])

    static var document: ProvisioningDocument {
        ProvisioningDocument(characteristics: [
            ProvisioningDocument.Characteristic(
                "CertificateStore",
                characteristics: [
                    .init(
                        "My",
                        characteristics: [
                            .init(
                                "User",
                                characteristics: [
                                    .init(
                                        "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334",
                                        parms: [.init("EncodedCertificate", "MIIC")])
                                ])
                        ])
                ])
        ])
    }

    static func tokenResponse(_ document: ProvisioningDocument) throws -> RequestSecurityTokenResponseCollection {
        RequestSecurityTokenResponseCollection([
            RequestSecurityTokenResponse(
                requestedSecurityToken: BinarySecurityToken(.provisioningDocument, octets: try document.bytes()))
        ])
    }

    /// The response of a server that does all right.
    static func response(
        _ body: EnrollmentMessage.Body, to request: HTTPRequest?, status: Int = 200
    ) throws -> HTTPResponse {
        let messageID = request.flatMap { try? EnrollmentMessage(parsing: $0.body) }?.header.messageID?.value ?? ""
        let message = EnrollmentMessage(header: .response(body, relatesTo: messageID), body: body)
        return HTTPResponse(status, headers: soap, body: try message.bytes())
    }

    static let soap: HTTPHeaders = ["Content-Type": "application/soap+xml; charset=utf-8"]

    static func page(_ html: String) -> HTTPResponse {
        HTTPResponse(200, headers: ["Content-Type": "text/html"], body: Array(html.utf8))
    }

    static func redirect(to location: String, status: Int = 302) -> HTTPResponse {
        HTTPResponse(status, headers: ["Location": location])
    }

    static let endPage = page(
        """
        <!DOCTYPE html><html><body onload="document.forms[0].submit()">
        <form method="post" action="ms-app://windows.immersivecontrolpanel">
        <input type="hidden" name="wresult" value="tok-91c2&amp;v=1"/></form></body></html>
        """)
}

/// The MessageIDs of section 17, counted on.
struct CountedIDs: MessageIDSource {
    private var count = 0

    mutating func next() -> String {
        count += 1
        let digits = String(count)
        return "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c" + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
