import Foundation
import TestSupport
import Testing

/// The built tool as a server: what a script sees that starts one (docs/serve.md).
@Suite("espalier serve", .serialized)
struct ServeCommandTests {
    @Test("One line of JSON says where it is, SIGTERM ends it with 0, and the log has no secret")
    func lifecycle() throws {
        let folder = try TemporaryFolder()
        let status = try ServeProcess.serving([], in: folder) { line in
            #expect(line.event == "listening")
            #expect(line.port > 0)
            #expect(line.url == "https://localhost:\(line.port)")
            #expect(line.password?.isEmpty == false)
            let pem = try String(contentsOf: folder.url.appendingPathComponent(line.authority), encoding: .utf8)
            #expect(pem.hasPrefix("-----BEGIN CERTIFICATE-----"))
            let second = try Tool.run(["serve", "--port", String(line.port)], in: folder.url)
            #expect(second.exitStatus == 2)
            #expect(second.errors.contains("port \(line.port) of 127.0.0.1 is in use"))
            let log = try String(contentsOf: folder.url.appendingPathComponent("log.txt"), encoding: .utf8)
            #expect(!log.contains(line.adminToken))
            #expect(!log.contains(try #require(line.password)))
        }
        #expect(status == 0)
    }

    @Test("A store keeps the authority, and its users need no settings the next time")
    func store() throws {
        let folder = try TemporaryFolder()
        var authorities: [String] = []
        for run in 0..<2 {
            let status = try ServeProcess.serving(["--store", "server.db"], in: folder) { line in
                #expect((line.password == nil) == (run > 0))
                #expect(line.user == "user@example.test")
                authorities.append(
                    try String(contentsOf: folder.url.appendingPathComponent("espalier-ca.pem"), encoding: .utf8))
                let second = try Tool.run(["serve", "--port", "0", "--store", "server.db"], in: folder.url)
                #expect(second.exitStatus == 2)
                #expect(second.errors.contains("another process uses the store"))
            }
            #expect(status == 0)
        }
        #expect(Set(authorities).count == 1)
    }

    @Test("Settings that are none end it with 2 and the place")
    func settings() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("users:\n  - {nam: x}\n".utf8), to: "server.yaml")
        let run = try Tool.run(["serve", "--config", "server.yaml"], in: folder.url)
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("server.yaml:2:"))
        #expect(run.errors.contains("\"nam\" is no key"))
        #expect(try Tool.run(["serve", "--config", "none.yaml"], in: folder.url).exitStatus == 2)
        #expect(try Tool.run(["serve", "--port", "70000"], in: folder.url).exitStatus == 64)
    }
}
