import Enrollment
import TestSupport
import Testing

/// What is written is read back, and no beginning of a document crashes.
struct RoundTripTests {
    private static let everything: [EnrollmentMessage] = {
        let signature = XMLSignature(
            references: [.init(digestValue: "AAAA")], signatureValue: "BBBB", keyURI: "#mytoken")
        let security = Security(
            timestamp: Timestamp(id: "_0", created: "2026-11-27T10:00:00Z", expires: "2026-11-27T10:05:00Z"),
            binarySecurityToken: BinarySecurityToken(
                valueType: BinarySecurityToken.ValueType.x509v3.rawValue, id: "mytoken", text: "MIIC"),
            signature: signature)
        let discover = Discover(
            emailAddress: "ada@example.test", requestVersion: "5.0", applicationVersion: "10.0.26100.4061",
            osEdition: "4", authPolicies: ["OnPremise", "Federated", "Certificate"],
            unknown: [UnknownElement(name: "Extra", namespace: "urn:x", text: "1 < 2")])
        let response = DiscoverResponse(
            authPolicies: ["Federated"], enrollmentVersion: "7.0", enrollmentPolicyServiceURL: .null,
            enrollmentServiceURL: "https://mdm.example.test/e?a=1&b=2",
            authenticationServiceURL: "https://login.example.test/mdm")
        let policies = GetPoliciesResponse(
            policyID: "pol-1", policyFriendlyName: .null, nextUpdateHours: "8", policiesNotChanged: .null,
            policies: [
                CertificatePolicy(
                    validityPeriodSeconds: "31536000", renewalPeriodSeconds: "3628800", enroll: "true",
                    autoEnroll: "false",
                    privateKey: PrivateKeyAttributes(
                        keySpec: .null, keyUsageProperty: .null, permissions: .null, algorithmOIDReference: .null,
                        cryptoProviders: ["Microsoft Platform Crypto Provider", "Other"],
                        attestationFailureBehavior: "RetryOnError", operationTimeout: "100"),
                    majorRevision: "101", minorRevision: "0", privateKeyFlags: .null, subjectNameFlags: .null,
                    enrollmentFlags: .null, generalFlags: .null, hashAlgorithmOIDReference: "1",
                    attestation: Attestation(
                        failureBehavior: "FailOnError", operationTimeout: "60", nonce: "AAAA",
                        relyingPartyID: "https://tokens.example.test", endpointURI: "https://attest.example.test"))
            ],
            objectIdentifiers: [
                ReferencedObjectIdentifier(value: "2.16.840.1.101.3.4.2.1", reference: "1", defaultName: "sha256")
            ])
        let collection = RequestSecurityTokenResponseCollection([
            RequestSecurityTokenResponse(
                dispositionMessage: "", requestedSecurityToken: BinarySecurityToken(.provisioningDocument, octets: [60])
            )
        ])
        let fault = SOAPFault(
            code: "s:Receiver", subcodes: ["s:Authorization", "s:Inner"],
            reasons: [.init("No more", language: "en-us"), .init("Genug", language: "de")], node: "urn:n",
            role: "urn:r",
            detail: DeviceEnrollmentServiceError(errorType: "DeviceCapReached", message: "No more", traceID: "7b1e"))
        let renewal = RequestSecurityToken(
            .renew, BinarySecurityToken(.pkcs7, octets: [1, 2, 3]),
            context: [ContextItem(.deviceType, "CIMClient_Windows")])
        let bodies: [EnrollmentMessage.Body] = [
            .discover(discover), .discoverResponse(response),
            .getPolicies(GetPolicies(tpmManufacturer: "INTC", tpmFirmwareVersion: "1.2")),
            .getPoliciesResponse(policies), .requestSecurityToken(renewal), .requestSecurityTokenResponse(collection),
            .fault(fault), .unknown(UnknownElement(name: "Other", namespace: "urn:o", text: "x")), .empty,
        ]
        return bodies.flatMap { body in
            [
                EnrollmentMessage(header: MessageHeader(), body: body),
                EnrollmentMessage(
                    header: .request(
                        body, messageID: "urn:uuid:1", to: "https://mdm.example.test/?a&b", security: security),
                    body: body),
                EnrollmentMessage(
                    header: MessageHeader(
                        action: "urn:a", relatesTo: "urn:uuid:1",
                        activityID: .init("8c6060c4", correlationID: "8c6060c4-3d78"),
                        security: Security(timestamp: Timestamp(id: "_0", created: "a", expires: "b")),
                        unknown: [UnknownElement(name: "Server", namespace: "urn:s", text: "9")]),
                    body: body),
            ]
        } + [Samples.request]
    }()

    @Test("Every message reads back as it was written, without a remark")
    func values() throws {
        for message in Self.everything {
            let bytes = try message.bytes()
            let copy = try EnrollmentMessage(parsing: bytes)
            #expect(copy == message, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(copy.remarks.list.isEmpty)
            #expect(try copy.bytes() == bytes)
        }
    }

    @Test("Every item of the catalogue comes through, repeated MAC in its order")
    func context() throws {
        let copy = try EnrollmentMessage(parsing: Samples.request.bytes())
        guard case .requestSecurityToken(let request) = copy.body else {
            Issue.record("another body")
            return
        }
        #expect(request.type == .issue)
        #expect(request.context.count == ContextItem.Name.allCases.count + 1)
        #expect(request.context.filter { $0.name == "MAC" }.count == 2)
        #expect(request.binarySecurityToken?.octets == [0x30, 0x03, 1, 2, 3])
        #expect(copy.header.security?.usernameToken?.password == " p<a>55 ")
    }

    @Test("Published forms read back as they were written")
    func samples() throws {
        for text in Samples.all {
            let message = try Samples.read(text)
            #expect(try EnrollmentMessage(parsing: message.bytes()) == message)
        }
    }

    @Test("Truncation at every byte is refused")
    func truncated() throws {
        for text in Samples.all {
            let bytes = Array(text.utf8)
            for count in 0..<bytes.count {
                #expect(throws: EnrollmentFault.self) { try EnrollmentMessage(parsing: Array(bytes.prefix(count))) }
                #expect(throws: EnrollmentFault.self) {
                    try EnrollmentMessage(parsing: Array(bytes.prefix(count)), tolerance: .missingBlank)
                }
            }
        }
    }

    @Test("Each byte replaced by another is read or refused, never a crash")
    func abused() throws {
        let bytes = Array(Samples.refusal.utf8)
        for index in bytes.indices {
            for byte: UInt8 in [0, 0x3C, 0x3E, 0x22, 0x26, 0xFF, 0x78] {
                var copy = bytes
                copy[index] = byte
                _ = try? EnrollmentMessage(parsing: copy, tolerance: .missingBlank)
                _ = try? ProvisioningDocument(parsing: copy)
            }
        }
    }
}
