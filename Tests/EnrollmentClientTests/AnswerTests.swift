import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// How any answer is read: framing, status, faults, and what is tolerated (enrollment.md 4, 9).
@Suite struct AnswerTests {
    /// The three requests that are answered alike.
    static let steps: [EnrollmentStep] = [.discover, .getPolicies, .requestSecurityToken]

    private func puppet(
        _ step: EnrollmentStep, _ configuration: EnrollmentConfiguration = Fixture.configuration()
    ) throws -> Puppet {
        switch step {
        case .discover: .atDiscover(configuration)
        case .getPolicies: try .atPolicies(configuration)
        default: try .atToken(configuration)
        }
    }

    private func answer(_ step: EnrollmentStep) throws -> EnrollmentMessage.Body {
        switch step {
        case .discover: .discoverResponse(Fixture.discoverResponse())
        case .getPolicies: .getPoliciesResponse(Fixture.policies)
        default: .requestSecurityTokenResponse(try Fixture.tokenResponse(Fixture.document))
        }
    }

    @Test(
        "ENR-02: an answer without Content-Length is not read", arguments: Self.steps,
        [HTTPResponse.Framing.chunked, .close])
    func framing(step: EnrollmentStep, framing: HTTPResponse.Framing) throws {
        var puppet = try puppet(step)
        var response = try Fixture.response(answer(step), to: puppet.request)
        response.framing = framing
        puppet.receive(response)
        #expect(puppet.failure?.code == .notFramed)
        #expect(puppet.failure?.symbol == .deviceMessageFormatError)
        #expect(puppet.failure?.step == step)
    }

    @Test("ENR-02: tolerate-chunked reads it, and tells", arguments: Self.steps)
    func toleratedFraming(step: EnrollmentStep) throws {
        var configuration = Fixture.configuration()
        configuration.toleratesChunks = true
        var puppet = try puppet(step, configuration)
        var response = try Fixture.response(answer(step), to: puppet.request)
        response.framing = .chunked
        puppet.receive(response)
        #expect(puppet.failure == nil)
        #expect(puppet.machine.remarks.map(\.requirement) == ["ENR-02"])
    }

    @Test("enrollment.md 9.2: an empty answer is 0x80180029", arguments: Self.steps)
    func empty(step: EnrollmentStep) throws {
        var puppet = try puppet(step)
        puppet.receive(HTTPResponse(200, headers: Fixture.soap))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0029))
        #expect(puppet.failure?.symbol?.name == "MENROLL_E_EMPTY_MESSAGE")
    }

    @Test(
        "enrollment.md 6.2: what cannot be read is 0x80180001", arguments: Self.steps,
        [
            "not XML", "<html></html>", "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>",
            "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>",
            "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><x/></s:Body></s:Envelope>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        ])
    func malformed(step: EnrollmentStep, body: String) throws {
        var puppet = try puppet(step)
        puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: Array(body.utf8)))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0001))
    }

    @Test("The answer to another request is refused", arguments: Self.steps)
    func other(step: EnrollmentStep) throws {
        var puppet = try puppet(step)
        let other: EnrollmentStep = step == .discover ? .getPolicies : .discover
        try puppet.receive(answer(other))
        #expect(puppet.failure?.code == .unexpectedAnswer)
    }

    @Test(
        "enrollment.md 9.2: another HTTP status is 0x8019 and the status",
        arguments: [
            (401, UInt32(0x8019_0191)), (403, 0x8019_0193), (404, 0x8019_0194), (429, 0x8019_01AD), (500, 0x8019_01F4),
            (503, 0x8019_01F7), (302, 0x8019_012E),
        ])
    func status(code: Int, hresult: UInt32) throws {
        for step in Self.steps {
            for body in ["", "<html>sorry</html>"] {
                var puppet = try puppet(step)
                puppet.receive(HTTPResponse(code, body: Array(body.utf8)))
                #expect(puppet.failure?.hresult == HRESULT(hresult))
                #expect(puppet.failure?.symbol == nil)
            }
        }
    }

    @Test("enrollment.md 9.2: a service that redirects to http is refused", arguments: Self.steps)
    func insecure(step: EnrollmentStep) throws {
        var puppet = try puppet(step)
        puppet.receive(Fixture.redirect(to: "http://mdm.example.test/"))
        #expect(puppet.failure?.symbol == .insecureRedirect)
    }

    // MARK: Faults

    @Test(
        "enrollment.md 9.1: each subcode has its code",
        arguments: [
            ("MessageFormat", UInt32(0x8018_0001), "MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR"),
            ("Authentication", 0x8018_0002, "MENROLL_E_DEVICE_AUTHENTICATION_ERROR"),
            ("Authorization", 0x8018_0003, "MENROLL_E_DEVICE_AUTHORIZATION_ERROR"),
            ("CertificateRequest", 0x8018_0004, "MENROLL_E_DEVICE_CERTIFCATEREQUEST_ERROR"),
            ("EnrollmentServer", 0x8018_0005, "MENROLL_E_DEVICE_CONFIGMGRSERVER_ERROR"),
            ("InternalServiceFault", 0x8018_0006, "MENROLL_E_DEVICE_INTERNALSERVICE_ERROR"),
            ("InvalidSecurity", 0x8018_0007, "MENROLL_E_DEVICE_INVALIDSECURITY_ERROR"),
            ("Whatever", 0x8018_0008, "MENROLL_E_DEVICE_UNKNOWN_ERROR"),
        ])
    func subcode(name: String, hresult: UInt32, symbol: String) throws {
        for step in Self.steps {
            for text in ["s:\(name)", "a:\(name)", name.lowercased(), "s:" + name.uppercased()] {
                for status in [200, 500] {
                    var puppet = try puppet(step)
                    try puppet.receive(
                        .fault(SOAPFault(code: "s:Receiver", subcodes: [TextElement(text)])), status: status)
                    #expect(puppet.failure?.hresult == HRESULT(hresult))
                    #expect(puppet.failure?.symbol?.name == symbol)
                    #expect(puppet.failure?.code == .serverFault)
                    #expect(puppet.failure?.step == step)
                }
            }
        }
    }

    @Test(
        "enrollment.md 9.1: each ErrorType of the detail has its code, and wins over the subcode",
        arguments: [
            ("DeviceCapReached", UInt32(0x8018_0013), "MENROLL_E_DEVICECAPREACHED"),
            ("DeviceNotSupported", 0x8018_0014, "MENROLL_E_DEVICENOTSUPPORTED"),
            ("NotSupported", 0x8018_0015, "MENROLL_E_NOTSUPPORTED"),
            ("NotEligibleToRenew", 0x8018_0016, "MENROLL_E_NOTELIGIBLETORENEW"),
            ("InMaintenance", 0x8018_0017, "MENROLL_E_INMAINTENANCE"),
            ("UserLicense", 0x8018_0018, "MENROLL_E_USERLICENSE"),
            ("InvalidEnrollmentData", 0x8018_0019, "MENROLL_E_ENROLLMENTDATAINVALID"),
            ("CustomServerError", 0x8018_0032, "MENROLL_E_CUSTOMSERVERERROR"),
        ])
    func errorType(name: String, hresult: UInt32, symbol: String) throws {
        for text in [name, name.lowercased()] {
            var puppet = try puppet(.requestSecurityToken)
            let fault = SOAPFault(
                code: "s:Receiver", subcodes: ["s:Authorization"], reasons: [SOAPFault.Reason("for the user")],
                detail: DeviceEnrollmentServiceError(
                    errorType: TextElement(text), message: "for the log", traceID: "7b1e"))
            try puppet.receive(.fault(fault), status: 500)
            #expect(puppet.failure?.hresult == HRESULT(hresult))
            #expect(puppet.failure?.symbol?.name == symbol)
            // CustomServerError shows Reason/Text.
            #expect(puppet.failure?.server?.text == (name == "CustomServerError" ? "for the user" : "for the log"))
            #expect(puppet.failure?.server?.traceID == "7b1e")
        }
    }

    @Test("ENR-13: a fault that is all in lower case, as the specification prints one, is read")
    func lowerCase() throws {
        var puppet = try puppet(.requestSecurityToken)
        let text = """
            <s:envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:header/><s:body><s:fault><s:code>\
            <s:value>s:receiver</s:value><s:subcode><s:value>s:authorization</s:value></s:subcode></s:code><s:reason>\
            <s:text xml:lang="en-us">no</s:text></s:reason></s:fault></s:body></s:envelope>
            """
        puppet.receive(HTTPResponse(500, body: Array(text.utf8)))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0003))
        #expect(puppet.failure?.server?.text == "no")
    }

    @Test("A fault of any length is told in a short sentence, and kept whole beside it")
    func longFault() throws {
        var puppet = try puppet(.discover)
        let text = String(repeating: "x", count: 100_000)
        try puppet.receive(
            .fault(
                SOAPFault(
                    subcodes: [TextElement(text)], detail: DeviceEnrollmentServiceError(message: TextElement(text)))))
        #expect(puppet.failure.map { $0.message.utf8.count < 1_000 && $0.hint.utf8.count < 1_000 } == true)
        #expect(puppet.failure?.server?.text == text)
    }

    // MARK: The network

    @Test(
        "enrollment.md 9.2: each fault of the network has its code",
        arguments: [
            (ExchangeFault.Code.nameNotFound, UInt32(0x8018_0010)), (.connectionRefused, 0x8018_0010),
            (.connectionLost, 0x8018_0010), (.timeout, 0x8018_0010), (.certificateUntrusted, 0x8018_0012),
            (.certificateNameMismatch, 0x8018_0012), (.tlsFailed, 0x8018_0012), (.certificateOutOfDate, 0x8018_000D),
            (.responseTooLarge, 0x8018_0001), (.malformedResponse, 0x8018_0001), (.contentEncoding, 0x8018_0001),
            (.cancelled, 0x8018_002A),
        ])
    func network(code: ExchangeFault.Code, hresult: UInt32) throws {
        for step in Self.steps {
            var puppet = try puppet(step)
            puppet.event { $0.failed(ExchangeFault(code, in: .connecting, message: "it was so", hint: "do this")) }
            #expect(puppet.failure?.hresult == HRESULT(hresult))
            #expect(puppet.failure?.step == step)
            #expect(puppet.failure?.message == "it was so")
            #expect(puppet.failure?.hint == "do this")
        }
    }

    // MARK: What is tolerated

    @Test("ENR-03: another Content-Type is taken, and told", arguments: Self.steps)
    func contentType(step: EnrollmentStep) throws {
        var puppet = try puppet(step)
        var response = try Fixture.response(answer(step), to: puppet.request)
        response.headers = ["Content-Type": "text/xml"]
        puppet.receive(response)
        #expect(puppet.failure == nil)
        #expect(puppet.machine.remarks.map(\.requirement) == ["ENR-03"])
    }

    @Test("ENR-04, ENR-05: another Action or RelatesTo is taken, and told with its place", arguments: Self.steps)
    func header(step: EnrollmentStep) throws {
        var puppet = try puppet(step)
        let message = EnrollmentMessage(
            header: MessageHeader(action: "urn:action", relatesTo: "urn:uuid:other"), body: try answer(step))
        puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: try message.bytes()))
        #expect(puppet.failure == nil)
        #expect(puppet.machine.remarks.map(\.requirement) == ["ENR-04", "ENR-05"])
        #expect(puppet.machine.remarks.allSatisfy { $0.position != nil && $0.step == step })
    }

    @Test("ENR-13: names in another case are taken, and told")
    func nameCase() throws {
        var puppet = try puppet(.discover)
        let response = try Fixture.response(answer(.discover), to: puppet.request)
        let text = String(decoding: response.body, as: UTF8.self)
        let folded = text.split(separator: "AuthPolicy>").joined(separator: "authpolicy>")
        puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: Array(folded.utf8)))
        #expect(puppet.failure == nil)
        #expect(puppet.machine.remarks.map(\.requirement) == ["ENR-13"])
    }

    @Test("enrollment.md 7.2: a Timestamp that is years old changes nothing")
    func oldTimestamp() throws {
        var puppet = try puppet(.requestSecurityToken)
        let body = try answer(.requestSecurityToken)
        let security = Security(
            timestamp: Timestamp(id: "_0", created: "2018-11-30T00:32:59.420Z", expires: "2018-12-30T00:37:59.420Z"))
        let messageID = puppet.message?.header.messageID?.value ?? ""
        let message = EnrollmentMessage(
            header: .response(body, relatesTo: messageID, security: security), body: body)
        puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: try message.bytes()))
        #expect(puppet.action == .provision(Fixture.document))
        #expect(puppet.machine.remarks == [])
    }
}
