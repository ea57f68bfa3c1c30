import Enrollment
import Notation
import Testing

/// Messages of enrollment.md 17 as values.
struct ReadingTests {
    @Test("DiscoverResponse: policy, version and addresses, with the places where they stand")
    func discoverResponse() throws {
        let message = try Samples.read(Samples.discoverResponse)
        guard case .discoverResponse(let response) = message.body else {
            Issue.record("\(message.body)")
            return
        }
        #expect(message.header.action?.value == message.body.action)
        #expect(message.header.relatesTo == "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c001")
        #expect(response.authPolicy == .onPremise)
        #expect(response.enrollmentVersion == "5.0")
        #expect(response.enrollmentServiceURL == "https://mdm.example.test/EnrollmentServer/Enrollment.svc")
        #expect(response.enrollmentServiceURL?.place.position?.line == 12)
        #expect(response.authenticationServiceURL == nil)
        #expect(message.remarks.list.isEmpty)
    }

    @Test("GetPolicies: the user's token, and elements that are nil")
    func getPolicies() throws {
        let message = try Samples.read(Samples.getPolicies)
        #expect(message.body == .getPolicies(GetPolicies()))
        #expect(message.header.security?.usernameToken == UsernameToken(username: "ada@example.test", password: "pa55"))
        #expect(message.header.replyTo?.value == MessageHeader.anonymous)
    }

    @Test("GetPoliciesResponse: key length and the algorithm that the reference stands for")
    func getPoliciesResponse() throws {
        guard case .getPoliciesResponse(let response) = try Samples.read(Samples.getPoliciesResponse).body else {
            Issue.record("another body")
            return
        }
        #expect(response.keyLength == 2048)
        #expect(response.hashAlgorithm == "2.16.840.1.101.3.4.2.1")
        #expect(response.policies.first?.validityPeriodSeconds == "31536000")
        #expect(response.policies.first?.policySchema == "3")
    }

    @Test("A fault: the detail wins over the subcode")
    func fault() throws {
        guard case .fault(let fault) = try Samples.read(Samples.refusal).body else {
            Issue.record("another body")
            return
        }
        #expect(fault.kind == .authorization)
        #expect(fault.detail?.error == .deviceCapReached)
        #expect(fault.hresult == HRESULT(0x8018_0013))
        #expect(fault.reasons == [SOAPFault.Reason("Device cap reached", language: "en-us")])
    }

    @Test(
        "Each subcode has its HRESULT, whatever its prefix and case; another is unknown",
        arguments: [
            ("s:MessageFormat", 0x8018_0001), ("a:Authentication", 0x8018_0002), ("s:authorization", 0x8018_0003),
            ("CertificateRequest", 0x8018_0004), ("s:EnrollmentServer", 0x8018_0005),
            ("s:InternalServiceFault", 0x8018_0006), ("s:InvalidSecurity", 0x8018_0007), ("s:Other", 0x8018_0008),
        ] as [(String, UInt32)])
    func subcodes(_ subcode: String, _ code: UInt32) {
        #expect(SOAPFault(subcodes: [TextElement(subcode)]).hresult == HRESULT(code))
    }

    @Test(
        "Each ErrorType has its HRESULT",
        arguments: [
            ("DeviceCapReached", 0x8018_0013), ("devicenotsupported", 0x8018_0014), ("NotSupported", 0x8018_0015),
            ("NotEligibleToRenew", 0x8018_0016), ("InMaintenance", 0x8018_0017), ("UserLicense", 0x8018_0018),
            ("InvalidEnrollmentData", 0x8018_0019), ("CustomServerError", 0x8018_0032),
        ] as [(String, UInt32)])
    func errorTypes(_ type: String, _ code: UInt32) {
        let detail = DeviceEnrollmentServiceError(errorType: TextElement(type))
        #expect(SOAPFault(subcodes: ["s:Authorization"], detail: detail).hresult == HRESULT(code))
    }

    @Test("An unknown ErrorType leaves the word to the subcode")
    func unknownErrorType() {
        let detail = DeviceEnrollmentServiceError(errorType: "Authorization")
        #expect(SOAPFault(subcodes: ["s:Authentication"], detail: detail).hresult == HRESULT(0x8018_0002))
    }

    @Test("Names in another case are read, and told; another namespace of SOAP too")
    func lenient() throws {
        let text = """
            <e:envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:body>
            <discoverresponse xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment/"><discoverresult>
            <authpolicy>Federated</authpolicy></discoverresult></discoverresponse></e:body></e:envelope>
            """
        let message = try Samples.read(text)
        guard case .discoverResponse(let response) = message.body else {
            Issue.record("\(message.body)")
            return
        }
        #expect(response.authPolicy == .federated)
        #expect(message.remarks.list.map(\.code).contains(.soapNamespace("http://schemas.xmlsoap.org/soap/envelope/")))
        #expect(
            message.remarks.list.map(\.code).contains(.nameCase(found: "authpolicy", expected: "AuthPolicy")))
    }

    @Test("The tag that runs into xsi:nil is refused with its place, and read when asked for")
    func missingBlank() throws {
        let text = Samples.getPoliciesResponse.replacing(
            "</minimalKeyLength>", with: "</minimalKeyLength><algorithmOIDReferencexsi:nil=\"true\"/>")
        let fault = #expect(throws: EnrollmentFault.self) { try Samples.read(text) }
        #expect(fault?.code == .malformed)
        #expect(fault?.position.line == 9)
        let message = try EnrollmentMessage(parsing: Array(text.utf8), tolerance: .missingBlank)
        #expect(message.remarks.list.map(\.code) == [.missingBlank(element: "algorithmOIDReference")])
        #expect(message.remarks.list.first?.position.line == 9)
        guard case .getPoliciesResponse(let response) = message.body else { return }
        #expect(response.policies.first?.privateKey.algorithmOIDReference?.isNil == true)
        #expect(response.keyLength == 2048)
    }

    @Test("A body that is none of the enrolment, and one without an element")
    func otherBodies() throws {
        guard case .unknown(let element) = try Samples.read(Samples.envelope("<x xmlns='urn:x'>a<y>b</y></x>")).body
        else {
            Issue.record("another body")
            return
        }
        #expect(element.name == "x" && element.namespace == "urn:x" && element.text == "ab")
        #expect(try Samples.read(Samples.envelope(" ")).body == .empty)
    }

    @Test(
        "What is no envelope is refused",
        arguments: [
            ("", .empty), ("<html/>", .wrongRoot), ("<e:Envelope xmlns:e='urn:x'/>", .bodyMissing),
            ("<Envelope>", .malformed),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><Envelope><Body>&b;</Body></Envelope>", .entity),
        ] as [(String, EnrollmentFault.Code)])
    func refused(_ text: String, _ code: EnrollmentFault.Code) {
        let fault = #expect(throws: EnrollmentFault.self) { try Samples.read(text) }
        #expect(fault?.code == code)
        #expect(fault?.hresult == HRESULT(code == .empty ? 0x8018_0029 : 0x8018_0001))
    }

    @Test("A large answer and a deep one meet a limit, in bounded time")
    func limits() {
        let deep = String(repeating: "<a>", count: 100_000)
        let large = String(repeating: " ", count: 3 << 20)
        for text in [deep, Samples.envelope(large), Samples.envelope(String(repeating: "<a/>", count: 60_000))] {
            let fault = #expect(throws: EnrollmentFault.self) { try Samples.read(text) }
            #expect(fault?.code == .limit)
        }
    }

    @Test("Passwords, tokens and the secrets of an account are in no description")
    func secrets() throws {
        let security = Security(
            usernameToken: UsernameToken(username: "ada", password: "pa55"),
            binarySecurityToken: BinarySecurityToken(valueType: nil, text: "t0ken"))
        let body = EnrollmentMessage.Body.getPolicies(GetPolicies())
        let message = EnrollmentMessage(header: MessageHeader(security: security), body: body)
        let document = ProvisioningDocument(characteristics: [
            .init("APPAUTH", parms: [.init("AAUTHSECRET", "s3cret"), .init("aauthdata", "n0nce")])
        ])
        for text in ["\(message)", "\(document)", String(reflecting: message), String(reflecting: document)] {
            for secret in ["pa55", "t0ken", "s3cret", "n0nce"] { #expect(!text.contains(secret)) }
        }
    }

    @Test("A provisioning document comes out of the token; what is none is refused")
    func token() throws {
        let document = ProvisioningDocument(characteristics: [.init("APPLICATION", parms: [.init("APPID", "w7")])])
        let token = try BinarySecurityToken(.provisioningDocument, octets: document.bytes())
        let collection = RequestSecurityTokenResponseCollection([.init(requestedSecurityToken: token)])
        #expect(try collection.provisioningDocument() == document)
        func code(_ responses: [RequestSecurityTokenResponse]) -> EnrollmentFault.Code? {
            do throws(EnrollmentFault) {
                _ = try RequestSecurityTokenResponseCollection(responses).provisioningDocument()
                return nil
            } catch { return error.code }
        }
        #expect(code([]) == .tokenMissing)
        #expect(code([.init(requestedSecurityToken: nil)]) == .tokenMissing)
        #expect(code([.init(requestedSecurityToken: .init(valueType: nil, text: "!"))]) == .tokenNotBase64)
        #expect(code([.init(requestedSecurityToken: .init(valueType: nil, text: "AAAA"))]) == .malformed)
        #expect(code([.init(requestedSecurityToken: .init(valueType: nil, text: ""))]) == .empty)
    }
}
