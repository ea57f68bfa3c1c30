import Enrollment
import EnrollmentClient
import HTTPExchange
import Testing

/// Plays all that stands round a machine, step by step.
struct Puppet {
    var machine: EnrollmentMachine
    /// What the machine wants now.
    private(set) var action: EnrollmentAction

    init(_ configuration: EnrollmentConfiguration) {
        machine = EnrollmentMachine(configuration)
        action = machine.start()
    }

    /// The request that is to be sent.
    var request: HTTPRequest? {
        if case .send(let request) = action { request } else { nil }
    }

    /// The message in that request.
    var message: EnrollmentMessage? { request.flatMap { try? EnrollmentMessage(parsing: $0.body) } }

    var failure: EnrollmentFailure? {
        if case .fail(let failure) = action { failure } else { nil }
    }

    mutating func event(_ event: (inout EnrollmentMachine) -> EnrollmentAction) { action = event(&machine) }

    mutating func receive(_ response: HTTPResponse) {
        action = machine.received(response, now: Fixture.now)
    }

    mutating func receive(_ body: EnrollmentMessage.Body, status: Int = 200) throws {
        receive(try Fixture.response(body, to: request, status: status))
    }

    // MARK: Up to a step, all going well

    mutating func probe() { receive(HTTPResponse(200)) }

    mutating func discover(_ response: DiscoverResponse = Fixture.discoverResponse()) throws {
        try receive(.discoverResponse(response))
    }

    mutating func getPolicies() throws { try receive(.getPoliciesResponse(Fixture.policies)) }

    mutating func makeRequest(_ der: [UInt8] = [0x30, 0x00]) {
        event { $0.keyCreated() }
        event { $0.certificateRequestMade(der, now: Fixture.now) }
    }

    mutating func receiveToken(_ document: ProvisioningDocument = Fixture.document) throws {
        try receive(.requestSecurityTokenResponse(try Fixture.tokenResponse(document)))
    }

    static func atDiscover(_ configuration: EnrollmentConfiguration = Fixture.configuration()) -> Puppet {
        var puppet = Puppet(configuration)
        puppet.probe()
        return puppet
    }

    static func atPolicies(_ configuration: EnrollmentConfiguration = Fixture.configuration()) throws -> Puppet {
        var puppet = atDiscover(configuration)
        try puppet.discover()
        return puppet
    }

    static func atKey(_ configuration: EnrollmentConfiguration = Fixture.configuration()) throws -> Puppet {
        var puppet = try atPolicies(configuration)
        try puppet.getPolicies()
        return puppet
    }

    static func atToken(_ configuration: EnrollmentConfiguration = Fixture.configuration()) throws -> Puppet {
        var puppet = try atKey(configuration)
        puppet.makeRequest()
        return puppet
    }

    static func atProvisioning(_ configuration: EnrollmentConfiguration = Fixture.configuration()) throws -> Puppet {
        var puppet = try atToken(configuration)
        try puppet.receiveToken()
        return puppet
    }
}
