import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// Every event in every state: those that do not belong there change nothing.
@Suite struct StateTableTests {
    enum State: String, CaseIterable {
        case idle, probingHTTPS, probingHTTP, awaitingConsent, awaitingAddress, discovering, authenticating
        case policySigning, policySent, creatingKey, makingRequest, requestSigning, requestSent, provisioning
        case enrolled, failed
    }

    enum Event: String, CaseIterable {
        case start, received, networkFailed, consents, declines, namesServer, cancelled, keyCreated, keyCreationFailed
        case requestMade, signed, signingFailed, provisioned, provisioningFailed
    }

    /// The states in which an event does something.
    static let effective: [Event: Set<State>] = [
        .received: [
            .probingHTTPS, .probingHTTP, .discovering, .authenticating, .policySent, .requestSent,
        ],
        .networkFailed: [
            .probingHTTPS, .probingHTTP, .discovering, .authenticating, .policySent, .requestSent,
        ],
        .consents: [.awaitingConsent],
        .declines: [.awaitingConsent, .awaitingAddress],
        .namesServer: [.awaitingAddress],
        .cancelled: Set(State.allCases).subtracting([.idle, .provisioning, .enrolled, .failed]),
        .keyCreated: [.creatingKey],
        .keyCreationFailed: [.creatingKey, .makingRequest],
        .requestMade: [.makingRequest],
        .signed: [.policySigning, .requestSigning],
        .signingFailed: [.policySigning, .requestSigning],
        .provisioned: [.provisioning],
        .provisioningFailed: [.provisioning],
        .start: [.idle, .failed],
    ]

    private static let refused = ExchangeFault(.connectionRefused, in: .connecting, message: "nobody listens")

    private func machine(_ state: State) throws -> EnrollmentMachine {
        var certificate = Fixture.configuration(UserCredentials(user: "ada@example.test", certificate: [0x30]))
        certificate.offers = [.certificate]
        switch state {
        case .idle: return EnrollmentMachine(Fixture.configuration())
        case .probingHTTPS: return Puppet(Fixture.configuration()).machine
        case .probingHTTP, .awaitingConsent, .awaitingAddress:
            var puppet = Puppet(Fixture.configuration())
            puppet.event { $0.failed(Self.refused) }
            if state == .awaitingConsent { puppet.receive(Fixture.redirect(to: "https://mdm.example.test/")) }
            if state == .awaitingAddress { puppet.receive(HTTPResponse(200)) }
            return puppet.machine
        case .discovering: return Puppet.atDiscover().machine
        case .authenticating:
            var puppet = Puppet.atDiscover()
            try puppet.discover(Fixture.discoverResponse(.federated))
            return puppet.machine
        case .policySigning:
            var puppet = Puppet.atDiscover(certificate)
            try puppet.discover(Fixture.discoverResponse(.certificate))
            return puppet.machine
        case .policySent: return try Puppet.atPolicies().machine
        case .creatingKey: return try Puppet.atKey().machine
        case .makingRequest:
            var puppet = try Puppet.atKey()
            puppet.event { $0.keyCreated() }
            return puppet.machine
        case .requestSigning:
            var puppet = Puppet.atDiscover(certificate)
            try puppet.discover(Fixture.discoverResponse(.certificate, policyService: nil))
            puppet.makeRequest()
            return puppet.machine
        case .requestSent: return try Puppet.atToken().machine
        case .provisioning: return try Puppet.atProvisioning().machine
        case .enrolled:
            var puppet = try Puppet.atProvisioning()
            puppet.event { $0.provisioned() }
            return puppet.machine
        case .failed:
            var puppet = Puppet.atDiscover()
            puppet.event { $0.cancelled() }
            return puppet.machine
        }
    }

    private func send(_ event: Event, to machine: inout EnrollmentMachine) throws -> EnrollmentAction {
        switch event {
        case .start: return machine.start()
        case .received: return machine.received(HTTPResponse(200), now: Fixture.now)
        case .networkFailed: return machine.failed(Self.refused)
        case .consents: return machine.userAnswered(.consents)
        case .declines: return machine.userAnswered(.declines)
        case .namesServer:
            return machine.userAnswered(.server(try #require(ServiceAddress("https://mdm.example.test/"))))
        case .cancelled: return machine.cancelled()
        case .keyCreated: return machine.keyCreated()
        case .keyCreationFailed: return machine.keyCreationFailed("no")
        case .requestMade: return machine.certificateRequestMade([1], now: Fixture.now)
        case .signed: return machine.signed([1])
        case .signingFailed: return machine.signingFailed("no")
        case .provisioned: return machine.provisioned()
        case .provisioningFailed:
            return machine.provisioningFailed(HRESULT(0x8018_001F), message: "no", hint: "", position: nil)
        }
    }

    @Test("enrollment.md 1: each event in each state", arguments: State.allCases, Event.allCases)
    func table(state: State, event: Event) throws {
        var machine = try machine(state)
        let before = machine.state
        let action = try send(event, to: &machine)
        if Self.effective[event]?.contains(state) == true {
            #expect(action != .none)
            #expect(machine.state != before)
            return
        }
        #expect(machine.state == before)
        guard event == .start else {
            #expect(action == .none)
            return
        }
        guard case .refuse(let failure) = action else {
            Issue.record("\(action)")
            return
        }
        #expect(failure.symbol == (state == .enrolled ? .deviceAlreadyEnrolled : .enrollmentInProgress))
    }

    @Test("enrollment.md 9.2: a second enrolment is 0x80180009, and one of an enrolled device 0x8018000A")
    func second() throws {
        var running = try machine(.discovering)
        guard case .refuse(let inProgress) = running.start() else {
            Issue.record("no refusal")
            return
        }
        #expect(inProgress.hresult == HRESULT(0x8018_0009))
        var enrolled = try machine(.enrolled)
        guard case .refuse(let already) = enrolled.start() else {
            Issue.record("no refusal")
            return
        }
        #expect(already.hresult == HRESULT(0x8018_000A))
    }

    @Test("enrollment.md 8.5: what provisioning failed with is what the enrolment fails with")
    func provisioningFailed() throws {
        var machine = try machine(.provisioning)
        let action = machine.provisioningFailed(
            HRESULT(0x8018_001F), message: "no APPID", hint: "write it", position: nil)
        guard case .fail(let failure) = action else {
            Issue.record("\(action)")
            return
        }
        #expect(failure.hresult == HRESULT(0x8018_001F))
        #expect(failure.symbol?.name == "MENROLL_E_PROV_CSP_W7")
        #expect(failure.step == .provision)
    }

    @Test("After a failure a start begins anew, with fresh message ids")
    func again() throws {
        var machine = try machine(.failed)
        guard case .send(let request) = machine.start() else {
            Issue.record("nothing to send")
            return
        }
        #expect(request.method == .get)
    }

    @Test("No credential stands in a description of the machine, its state or its actions", arguments: State.allCases)
    func secrets(state: State) throws {
        let machine = try machine(state)
        let texts = [
            "\(machine.state)", String(reflecting: machine.state), "\(machine.configuration.credentials)",
            String(reflecting: machine.configuration.credentials), "\(machine)",
        ]
        for text in texts { #expect(!text.contains("pa55")) }
        var dumped = ""
        dump(machine, to: &dumped)
        #expect(!dumped.contains("pa55"))
    }

    @Test("No credential stands in an action's description")
    func actionSecrets() throws {
        let action = try Puppet.atPolicies().action
        #expect(!"\(action)".contains("pa55"))
        #expect(!String(reflecting: action).contains("pa55"))
        #expect("\(action)" == "send(POST mdm.example.test/EnrollmentServer/Policy.svc)")
    }

    @Test("Each symbol has a name and a code of its own")
    func symbols() {
        #expect(Set(EnrollmentSymbol.allCases.map(\.name)).count == EnrollmentSymbol.allCases.count)
        for symbol in EnrollmentSymbol.allCases { #expect(EnrollmentSymbol(symbol.hresult) == symbol) }
        #expect(EnrollmentSymbol(HRESULT(0x8019_0194)) == nil)
        #expect(HRESULT.http(status: 404) == HRESULT(0x8019_0194))
    }
}
