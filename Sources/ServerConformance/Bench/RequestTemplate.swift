import Enrollment
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice
import Notation

/// The request for a certificate as the normal run sent it: what the experiments change one thing of.
struct RequestTemplate: Sendable {
    var url: HTTPURL
    /// `a:To`.
    var to: String
    var security: Security?
    var context: [ContextItem]
    var headers: HTTPHeaders

    /// From the last request for a certificate among these exchanges; nil when there is none.
    init?(_ exchanges: [ExchangeRecord]) {
        for exchange in exchanges.reversed() {
            guard let message = try? EnrollmentMessage(parsing: exchange.request.body),
                case .requestSecurityToken(let request) = message.body
            else { continue }
            url = exchange.request.url
            to = message.header.to?.value ?? exchange.request.url.description
            security = message.header.security
            context = request.context
            headers = exchange.request.headers
            return
        }
        return nil
    }

    /// The context of another machine.
    func context(of machine: MachineIdentity) -> [ContextItem] {
        var addresses = machine.macAddresses[...]
        return context.compactMap { item -> ContextItem? in
            switch ContextItem.Name(rawValue: item.name) {
            case .deviceID: ContextItem(.deviceID, machine.deviceID)
            case .hardwareDeviceID: ContextItem(.hardwareDeviceID, machine.hardwareID)
            case .deviceName: ContextItem(.deviceName, machine.name)
            case .serialNumber: ContextItem(.serialNumber, "EMU-\(machine.hardwareID.prefix(8))")
            case .mac: addresses.popFirst().map { ContextItem(.mac, $0) }
            default: item
            }
        }
    }

    /// The user name and password that it proves the user with; nil where it does so in another way.
    var password: (user: String, password: String)? {
        guard let token = security?.usernameToken, let user = token.username?.value, let password = token.password,
            !password.isEmpty
        else { return nil }
        return (user, password)
    }
}

/// What came back for one message of the enrolment.
struct SOAPAnswer: Sendable {
    /// 0 when nothing went over the wire.
    var exchange: Int
    var response: HTTPResponse?
    var body: EnrollmentMessage.Body?
    /// Why there is no response, or why its body cannot be read.
    var trouble: String?

    var fault: SOAPFault? { if case .fault(let fault)? = body { fault } else { nil } }

    var document: ProvisioningDocument? {
        guard case .requestSecurityTokenResponse(let collection)? = body else { return nil }
        return try? collection.provisioningDocument()
    }

    /// What came, in a few words.
    var summary: String {
        if let fault {
            let name = fault.detail?.errorType?.value ?? fault.subcodes.first?.value ?? "without a subcode"
            return "a fault (\(name))"
        }
        if let trouble { return trouble }
        guard let response else { return "no answer" }
        return "HTTP \(response.status) without the response to the request"
    }
}

extension Bench {
    /// Sends one message of the enrolment.
    func soap(
        _ body: EnrollmentMessage.Body, to url: HTTPURL, address: String, security: Security? = nil,
        showing identity: HeldIdentity? = nil
    ) async -> SOAPAnswer {
        let before = journal.lastNumber
        do {
            let message = EnrollmentMessage(
                header: .request(
                    body, messageID: "urn:uuid:\(GUID.drawn())", to: address, security: security), body: body)
            let request = HTTPRequest(
                .post, url, headers: BuildProfile.enrollClient, body: try message.bytes())
            let (result, number) = try await transport(showing: identity).numbered(request)
            do throws(EnrollmentFault) {
                let answer = try EnrollmentMessage(parsing: result.response.body, tolerance: .missingBlank)
                return SOAPAnswer(exchange: number, response: result.response, body: answer.body)
            } catch {
                return SOAPAnswer(
                    exchange: number, response: result.response,
                    trouble: "HTTP \(result.response.status) with a body that is no message: \(error.message)")
            }
        } catch {
            let now = journal.lastNumber
            return SOAPAnswer(exchange: now > before ? now : 0, trouble: "no answer: \(error)")
        }
    }
}
