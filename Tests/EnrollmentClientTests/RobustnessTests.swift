import Enrollment
import EnrollmentClient
import HTTPExchange
import Testing

/// Answers that are cut off, damaged or hostile: an end with a reason, and never a state in between.
@Suite struct RobustnessTests {
    private static let steps: [EnrollmentStep] = [.discover, .getPolicies, .requestSecurityToken]

    private func puppet(_ step: EnrollmentStep) throws -> (Puppet, HTTPResponse) {
        switch step {
        case .discover:
            let puppet = Puppet.atDiscover()
            return (puppet, try Fixture.response(.discoverResponse(Fixture.discoverResponse()), to: puppet.request))
        case .getPolicies:
            let puppet = try Puppet.atPolicies()
            return (puppet, try Fixture.response(.getPoliciesResponse(Fixture.policies), to: puppet.request))
        default:
            let puppet = try Puppet.atToken()
            let token = try Fixture.tokenResponse(Fixture.document)
            return (puppet, try Fixture.response(.requestSecurityTokenResponse(token), to: puppet.request))
        }
    }

    @Test("An answer that is cut off at any byte ends the enrolment", arguments: steps)
    func truncation(step: EnrollmentStep) throws {
        let (puppet, response) = try puppet(step)
        for count in response.body.indices {
            var cut = response
            cut.body = Array(response.body.prefix(count))
            var puppet = puppet
            puppet.receive(cut)
            let failure = try #require(puppet.failure, "\(count)")
            #expect(failure.code == (count == 0 ? .emptyAnswer : .malformedAnswer))
            #expect(failure.step == step)
        }
    }

    @Test("An answer with any byte damaged goes on or ends, and says why", arguments: steps)
    func damage(step: EnrollmentStep) throws {
        let (puppet, response) = try puppet(step)
        for index in response.body.indices {
            for byte in [UInt8(0), 0x20, 0x3C, 0xFF] {
                var damaged = response
                damaged.body[index] = byte
                var puppet = puppet
                puppet.receive(damaged)
                if let failure = puppet.failure {
                    #expect(!failure.message.isEmpty)
                } else {
                    #expect(puppet.action != .none)
                }
            }
        }
    }

    @Test("A document that is cut off inside its token ends the enrolment")
    func truncatedDocument() throws {
        let document = try Fixture.document.bytes()
        for count in document.indices {
            var puppet = try Puppet.atToken()
            try puppet.receive(
                .requestSecurityTokenResponse(
                    RequestSecurityTokenResponseCollection([
                        RequestSecurityTokenResponse(
                            requestedSecurityToken: BinarySecurityToken(
                                .provisioningDocument, octets: Array(document.prefix(count))))
                    ])))
            #expect(puppet.failure?.code == .tokenMalformed)
        }
    }

    @Test("Entities, nesting and size of an answer are bounded", arguments: steps)
    func hostile(step: EnrollmentStep) throws {
        let bombs = [
            "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
            String(repeating: "<a>", count: 10_000), "<a>" + String(repeating: "x", count: 3 << 20) + "</a>",
            "<a " + (0..<1_000).map { "b\($0)='c'" }.joined(separator: " ") + "/>",
        ]
        for bomb in bombs {
            var (puppet, _) = try puppet(step)
            puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: Array(bomb.utf8)))
            #expect(puppet.failure?.code == .malformedAnswer)
        }
    }

    @Test("A sign-in page that is cut off at any byte yields the whole token, or none")
    func truncatedPage() throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(.federated))
        let page = Fixture.endPage
        for count in page.body.indices {
            var cut = page
            cut.body = Array(page.body.prefix(count))
            var puppet = puppet
            puppet.receive(cut)
            if let token = puppet.message?.header.security?.binarySecurityToken {
                #expect(token.octets == Array("tok-91c2&v=1".utf8))
            } else {
                #expect(puppet.failure?.code == .webAuthentication)
            }
        }
    }

    @Test("Set-Cookie of any bytes is kept in bounds")
    func cookies() {
        var random = SystemRandomNumberGenerator()
        let page = HTTPURL(scheme: .https, host: "login.example.test")
        var jar = CookieJar()
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                [UInt8](";=, -:AadxpireOomnMage019\t\u{0}".utf8).randomElement(using: &random) ?? 0
            }
            jar.take(
                HTTPResponse(200, headers: ["Set-Cookie": String(decoding: bytes, as: UTF8.self)]), from: page, now: 0)
            _ = jar.header(for: page, now: 0)
        }
        #expect(jar.cookies.count <= CookieJar.capacity)
    }
}
