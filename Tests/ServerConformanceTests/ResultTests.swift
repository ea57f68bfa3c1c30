import Conformance
import EnrollmentClient
import HTTPExchange
import Identity
import Testing

@testable import ServerConformance

@Suite("What a run says of what it could not see, and how it is written")
struct ResultTests {
    @Test("A server that is not reached ends with 3, and nothing is observed")
    func unreached() async throws {
        let address = try #require(ServiceAddress("https://mdm.example.test/EnrollmentServer/Discovery.svc"))
        let bench = Bench(
            Bench.Subject(server: address, user: "ada@example.test", password: Secret("pa55")),
            makeTransport: { _ in
                InMemoryTransport { _ async throws(ExchangeFault) -> HTTPResponse in
                    throw ExchangeFault(.connectionRefused, in: .connecting, message: "nobody listens")
                }
            }, makeKey: { try KeyPair() })
        let result = await ConformanceRun(bench, isIntrusive: true).run()
        #expect(result.exitStatus == 3)
        #expect(result.count(.notObserved) == result.results.count)
        #expect(result.trouble?.contains("not reached") == true)
    }

    @Test("A server that refuses the user ends with 1, and says that nothing else could be seen")
    func refusedUser() async throws {
        let result = try await ServerUnderTest().run(password: "wrong")
        #expect(result.exitStatus == 1)
        #expect(result.trouble?.contains("refused the user's credentials") == true)
        #expect(result.result("SES-01")?.verdict == .notObserved)
        #expect(result.result("ENR-06")?.verdict == .pass)
    }

    @Test("Without --intrusive no experiment misbehaves")
    func notIntrusive() async throws {
        let result = try await ServerUnderTest().run(isIntrusive: false)
        for id in Check.all.filter(\.isIntrusive).map(\.id) {
            guard case .notObserved(let why)? = result.result(id)?.outcome else {
                Issue.record("\(id) was observed")
                continue
            }
            #expect(why.contains("--intrusive"))
        }
    }

    @Test("Ids are unique, and each check has one line in JUnit")
    func reports() async throws {
        #expect(Set(Check.all.map(\.id)).count == Check.all.count)
        let broken = Breakage("thumbprint", []) { request, response in
            request.method == .get ? HTTPResponse(404) : response
        }
        let result = try await ServerUnderTest(broken).run(isIntrusive: false)
        let settings = ReportSettings(toolVersion: "0")
        let junit = try result.report.text(as: .junit, settings)
        #expect(junit.components(of: "<testcase ") == Check.all.count)
        for form in ReportForm.allCases { #expect(try !result.report.text(as: form, settings).isEmpty) }
        let text = ConformanceText().text(result)
        #expect(text.contains("warn         ENR-01"))
        #expect(text.contains("the probe got HTTP 404 (exchange "))
        // The user's password stands nowhere.
        #expect(!text.contains("pa55") && !junit.contains("pa55"))
    }
}

extension String {
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
