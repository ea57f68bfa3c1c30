import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// The exchange that enrollment.md 17 prints, value by value.
@Suite struct WorkedExampleTests {
    @Test("enrollment.md 17.1: the probe goes to EnterpriseEnrollment of the user's domain")
    func probe() throws {
        let request = try #require(Puppet(Fixture.configuration()).request)
        #expect(request.method == .get)
        #expect(request.url.authority == "enterpriseenrollment.example.test")
        #expect(request.url.target == "/EnrollmentServer/Discovery.svc")
        #expect(request.url.scheme == .https)
        // Section 3 has Accept-Encoding, too.
        #expect(
            request.headers == [
                "User-Agent": "ENROLLClient", "Cache-Control": "no-cache", "Pragma": "no-cache",
                "Accept-Encoding": "gzip",
            ])
        #expect(request.body.isEmpty)
    }

    @Test("enrollment.md 17.1: Discover has the values of the example")
    func discover() throws {
        let puppet = Puppet.atDiscover()
        let request = try #require(puppet.request)
        #expect(request.method == .post)
        #expect(request.url.description == "https://enterpriseenrollment.example.test/EnrollmentServer/Discovery.svc")
        #expect(
            request.headers == [
                "Content-Type": "application/soap+xml; charset=utf-8", "User-Agent": "ENROLLClient",
            ])
        let message = try #require(puppet.message)
        #expect(
            message.header.action?.value
                == "http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover")
        #expect(message.header.messageID?.value == "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c001")
        #expect(message.header.replyTo?.value == "http://www.w3.org/2005/08/addressing/anonymous")
        #expect(
            message.header.to?.value
                == "https://EnterpriseEnrollment.example.test:443/EnrollmentServer/Discovery.svc")
        #expect(message.header.security == nil)
        #expect(
            message.body
                == .discover(
                    Discover(
                        emailAddress: "ada@example.test", requestVersion: "5.0", deviceType: "CIMClient_Windows",
                        applicationVersion: "10.0.26100.4061", osEdition: "4",
                        authPolicies: ["OnPremise", "Federated"])))
    }

    @Test("enrollment.md 17.2: GetPolicies has a UsernameToken with the constant id and nothing to ask")
    func getPolicies() throws {
        let puppet = try Puppet.atPolicies()
        let request = try #require(puppet.request)
        #expect(request.url.description == "https://mdm.example.test/EnrollmentServer/Policy.svc")
        let message = try #require(puppet.message)
        #expect(
            message.header.action?.value
                == "http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPolicies")
        #expect(message.header.messageID?.value == "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c002")
        #expect(message.header.to?.value == "https://mdm.example.test/EnrollmentServer/Policy.svc")
        let token = try #require(message.header.security?.usernameToken)
        #expect(token.id == "uuid-cc1ccc1f-2fba-4bcf-b063-ffc0cac77917-4")
        #expect(token.username?.value == "ada@example.test")
        #expect(token.password == "pa55")
        #expect(
            token.passwordType
                == "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText")
        #expect(
            message.body
                == .getPolicies(GetPolicies(lastUpdate: .null, preferredLanguage: .null, requestFilter: .null)))
        // The attribute has a prefix on the wire.
        #expect(String(decoding: request.body, as: UTF8.self).contains("<wsse:Password wsse:Type="))
    }

    @Test("enrollment.md 17.2: the key has 2048 bits and the request SHA-256")
    func key() throws {
        var puppet = try Puppet.atKey()
        #expect(puppet.action == .createKey(bits: 2048))
        puppet.event { $0.keyCreated() }
        guard case .makeCertificateRequest(let form) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(form.packing == .pkcs10)
        #expect(form.hashAlgorithm == "2.16.840.1.101.3.4.2.1")
        #expect(form.deviceID == "5A0C71E94D3B4F6E9B1D20A7C8E3F415")
    }

    @Test("enrollment.md 17.3: RequestSecurityToken has the context items of the example in its order")
    func requestSecurityToken() throws {
        var puppet = try Puppet.atKey()
        puppet.makeRequest([0x30, 0x82, 0x02])
        let request = try #require(puppet.request)
        #expect(request.url.description == "https://mdm.example.test/EnrollmentServer/Enrollment.svc")
        let message = try #require(puppet.message)
        #expect(
            message.header.action?.value == "http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep")
        #expect(message.header.security?.usernameToken?.password == "pa55")
        guard case .requestSecurityToken(let body) = message.body else {
            Issue.record("\(message.body)")
            return
        }
        #expect(
            body.tokenType?.value
                == "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken")
        #expect(body.requestType?.value == "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue")
        #expect(
            body.binarySecurityToken?.valueType
                == "http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10")
        #expect(
            body.binarySecurityToken?.encodingType
                == "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary")
        #expect(body.binarySecurityToken?.octets == [0x30, 0x82, 0x02])
        let hardwareID = "9F2B64C1D0E35A7786B1F04C2D9E8A3157C6B0D4E1F2A3948576C0B1D2E3F405"
        #expect(
            body.context.map { "\($0.name)=\($0.value)" } == [
                "UXInitiated=true", "HWDevID=\(hardwareID)", "Locale=en-GB", "TargetedUserLoggedIn=true",
                "OSEdition=4", "DeviceName=DESKTOP-EMU0001", "MAC=02-00-5E-10-00-01", "MAC=02-00-5E-10-00-02",
                "DeviceID=5A0C71E94D3B4F6E9B1D20A7C8E3F415", "EnrollmentType=Full", "DeviceType=CIMClient_Windows",
                "OSVersion=10.0.26100.4061", "ApplicationVersion=10.0.26100.4061", "NotInOobe=true",
                "RequestVersion=5.0",
            ])
    }

    @Test("enrollment.md 17.3: the document in the answer is handed on, and enrolment ends when it is applied")
    func provisioning() throws {
        var puppet = try Puppet.atProvisioning()
        #expect(puppet.action == .provision(Fixture.document))
        puppet.event { $0.provisioned() }
        guard case .finish(let enrolled) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(enrolled.authPolicy == .onPremise)
        #expect(enrolled.enrollmentVersion == "5.0")
        #expect(
            enrolled.discoveryService?.text
                == "https://EnterpriseEnrollment.example.test:443/EnrollmentServer/Discovery.svc")
        #expect(puppet.machine.remarks == [])
    }

    @Test("enrollment.md 17.1: the page is asked with appru and login_hint, and the token is the value of wresult")
    func federated() throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(.federated))
        #expect(
            puppet.request?.url.description
                == "https://login.example.test/mdm?appru=ms-app%3A%2F%2Fwindows.immersivecontrolpanel&login_hint=ada%40example.test"
        )
        #expect(puppet.request?.method == .get)
        puppet.receive(Fixture.endPage)
        let token = try #require(puppet.message?.header.security?.binarySecurityToken)
        #expect(token.text == "dG9rLTkxYzImdj0x")
        #expect(
            token.valueType
                == "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken")
        #expect(Base64.decode(token.text) == Array("tok-91c2&v=1".utf8))
    }

    @Test("enrollment.md 17.6: the detail of a fault wins over its subcode")
    func refusal() throws {
        var puppet = try Puppet.atToken()
        let fault = SOAPFault(
            code: "s:Receiver", subcodes: ["s:Authorization"],
            reasons: [SOAPFault.Reason("Device cap reached", language: "en-us")],
            detail: DeviceEnrollmentServiceError(
                errorType: "DeviceCapReached", message: "Device cap reached", traceID: "7b1e"))
        try puppet.receive(.fault(fault), status: 500)
        let failure = try #require(puppet.failure)
        #expect(failure.hresult == HRESULT(0x8018_0013))
        #expect(failure.symbol?.name == "MENROLL_E_DEVICECAPREACHED")
        #expect(failure.server?.text == "Device cap reached")
        #expect(failure.server?.traceID == "7b1e")
        #expect(failure.server?.subcode == "Authorization")
    }
}
