import EnrollmentClient
import Identity
import LiveDevice
import ManagementService
import Testing

@testable import ServerConformance

@Suite("Over TLS on loopback")
struct SocketTests {
    @Test("DM-HTTP-04, ENR-02: the reference server passes over real sockets, with its certificates in TLS")
    func sockets() async throws {
        let server = try await ServerUnderTest().server
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(port: 0, log: AccessLog.silent) {
                    continuation.yield($0)
                }
                continuation.finish()
            }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let root = try Certificate(pem: server.authorityPEM).der
            let address = try #require(
                ServiceAddress("https://localhost:\(port)/EnrollmentServer/Discovery.svc"))
            let keys = ServerUnderTest.Keys()
            let bench = Bench(
                Bench.Subject(server: address, user: "ada@example.test", password: Secret("pa55")), roots: [root],
                makeTransport: try DeviceTrust(roots: [root]).factory(), makeKey: { keys.key() })
            let result = await ConformanceRun(bench, isIntrusive: true).run()
            let bad = result.results.filter { $0.verdict == .fail || $0.verdict == .warn }
            #expect(bad.isEmpty, "\(bad.map { "\($0.check.id): \($0.outcome)" }.joined(separator: "\n"))")
            #expect(result.exitStatus == 0)
            group.cancelAll()
        }
    }
}
