import Foundation
import HTTPExchange
import Scenario
import TestSupport
import Testing
import Transport

/// Enrolment, sessions, renewal and goodbye with the built tool on both sides, over TLS on loopback.
@Suite("A live device", .serialized)
struct LiveVerbTests {
    private struct Played: Decodable {
        struct Session: Decodable {
            var number: Int
            var trigger: String
            var outcome: String
            var commands: Int
        }
        struct Enrolment: Decodable {
            var enrolled: Bool
            var provider: String?
            var thumbprint: String?
        }
        struct Failure: Decodable { var hresult: String }
        var ending: String
        var sessions: [Session]
        var enrolment: Enrolment?
    }

    private struct Refused: Decodable {
        struct Failure: Decodable {
            var hresult: String
            var symbol: String?
        }
        var enrolled: Bool
        var failure: Failure?
    }

    /// A server whose certificates are shorter than their window, so that a renewal is due at once (enrollment.md 10.2), with
    /// the bundled scenario as its profile.
    private static let settings: String = {
        let scenario = BundledScenario.text.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.hasPrefix("expect:") }.map { "      \($0)" }.joined(separator: "\n")
        return """
            name: Example MDM
            provider: MS DM Server
            users:
              - {name: ada@example.test, password: pa55}
              - {name: eve@example.test, password: pa55, refuse: DeviceCapReached}
            enrollment: {validity: 90d, renewPeriodDays: 100}
            session: {speed: 600}
            profile: standard
            profiles:
              - name: standard
                scenario:
            \(scenario)
            """
    }()

    private func serving(_ body: (ServeProcess.Line, TemporaryFolder) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(Self.settings.utf8), to: "server.yaml")
        let status = try await ServeProcess.serving(["--config", "server.yaml", "--ca-out", "ca.pem"], in: folder) {
            line in
            try await body(line, folder)
        }
        #expect(status == 0)
    }

    private func credentials(_ line: ServeProcess.Line, _ password: String = "pa55") -> [String] {
        ["--server", line.url, "--trust", "ca.pem", "--user", "ada@example.test", "--password", password]
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ run: Tool.Run) throws -> Value {
        try JSONDecoder().decode(type, from: Data(run.outputBytes))
    }

    /// The captures of the server's side, through its API.
    private func captures(_ line: ServeProcess.Line, _ folder: TemporaryFolder) async throws -> [UInt8] {
        let roots = try TrustRoots(pemFile: folder.url.appendingPathComponent("ca.pem").path)
        let transport = try HTTPSTransport(HTTPSTransport.Configuration(trustRoots: roots))
        let url = try #require(HTTPURL("\(line.url)/admin/captures?redacted=false"))
        let response = try await transport.exchange(
            HTTPRequest(.get, url, headers: ["Authorization": "Bearer \(line.adminToken)"])
        ).response
        await transport.close()
        #expect(response.status == 200)
        return response.body
    }

    @Test("A device enrols, renews its certificate, polls, leaves and enrols again; lint finds no error on either side")
    func life() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(Self.settings.utf8), to: "server.yaml")
        let status = try await ServeProcess.serving(["--config", "server.yaml", "--ca-out", "ca.pem"], in: folder) {
            line in
            let device = ["--device", "d.espalier"]
            let enrolled = try Tool.run(
                ["enroll", "--format", "json"] + credentials(line) + device, in: folder.url)
            #expect(enrolled.exitStatus == 0, "\(enrolled.errors)")
            let first = try decode(Played.self, enrolled)
            #expect(first.enrolment?.enrolled == true)
            #expect(first.enrolment?.provider == "MS DM Server")
            #expect(first.sessions.first?.trigger == "enrollment")
            #expect(first.sessions.allSatisfy { $0.outcome == "completed" })
            #expect((first.sessions.first?.commands ?? 0) > 10)

            let again = try Tool.run(["enroll"] + credentials(line) + device, in: folder.url)
            #expect(again.exitStatus == 1)
            #expect(again.errors.contains("0x8018000A"))

            let shown = try Tool.run(["device", "show"] + device, in: folder.url)
            let old = try #require(first.enrolment?.thumbprint)
            // The window was open at once: the certificate of the enrolment is gone (enrollment.md 10.1, 10.2).
            #expect(!shown.output.contains("My/User \(old)"), "\(shown.output)")
            #expect(shown.output.contains("with its key"))
            #expect(shown.output.contains("enrolled with MS DM Server (Full) by ada@example.test"))

            let synced = try Tool.run(["sync", "--format", "json"] + device, in: folder.url)
            #expect(synced.exitStatus == 0, "\(synced.errors)")
            #expect(try decode(Played.self, synced).sessions.contains { $0.trigger == "user" })

            let policy = try Tool.run(
                ["tree", "get", "./Device/Vendor/MSFT/Policy/Config/System/AllowTelemetry"] + device, in: folder.url)
            #expect(policy.output.contains("AllowTelemetry (int): 1"), "\(policy.output)\(policy.errors)")

            let left = try Tool.run(["unenroll", "--format", "json"] + device, in: folder.url)
            #expect(left.exitStatus == 0, "\(left.errors)")
            #expect(try decode(Played.self, left).ending == "left")
            let gone = try Tool.run(["sync"] + device, in: folder.url)
            #expect(gone.exitStatus == 1)
            #expect(gone.errors.contains("not enrolled"))

            let anew = try Tool.run(
                ["enroll", "--format", "json"] + credentials(line) + device, in: folder.url)
            #expect(anew.exitStatus == 0, "\(anew.errors)")
            #expect(try decode(Played.self, anew).sessions.first?.number == 1)

            for redaction in ["--redact", "--no-redact"] {
                let export = try Tool.run(
                    ["device", "export", "--capture", "client\(redaction).jsonl", redaction] + device, in: folder.url)
                #expect(export.exitStatus == 0, "\(export.errors)")
                let lint = try Tool.run(["lint", "client\(redaction).jsonl"], in: folder.url)
                #expect(lint.exitStatus == 0, "\(lint.output)")
            }
            try folder.write(try await captures(line, folder), to: "server.jsonl")
        }
        #expect(status == 0)
        let lint = try Tool.run(["lint", "server.jsonl"], in: folder.url)
        #expect(lint.exitStatus == 0, "\(lint.output)")
    }

    @Test("A refusal is told as Windows shows it, leaves no file, and says by its status which side failed")
    func refusals() async throws {
        try await serving { line, folder in
            let device = folder.url.appendingPathComponent("n.espalier")
            let wrong = try Tool.run(
                ["enroll", "--format", "json", "--device", "n.espalier"] + credentials(line, "wrong"), in: folder.url)
            #expect(wrong.exitStatus == 1)
            let failure = try #require(try decode(Refused.self, wrong).failure)
            #expect(failure.hresult == "0x80180002")
            #expect(failure.symbol == "MENROLL_E_DEVICE_AUTHENTICATION_ERROR")
            #expect(!wrong.output.contains("wrong\""))
            let full = try Tool.run(
                [
                    "enroll", "--server", line.url, "--trust", "ca.pem", "--user", "eve@example.test", "--password",
                    "pa55", "--device", "n.espalier",
                ], in: folder.url)
            #expect(full.exitStatus == 1)
            #expect(full.errors.contains("0x80180013"), "\(full.errors)")
            let untrusted = try Tool.run(
                [
                    "enroll", "--server", line.url, "--user", "ada@example.test", "--password", "pa55", "--device",
                    "n.espalier",
                ],
                in: folder.url)
            #expect(untrusted.exitStatus == 3)
            #expect(untrusted.errors.contains("0x80180012"))
            let absent = try Tool.run(
                ["enroll", "--server", "https://localhost:1", "--user", "ada@example.test", "--device", "n.espalier"],
                in: folder.url)
            #expect(absent.exitStatus == 3)
            #expect(absent.errors.contains("0x80180010"))
            #expect(!FileManager.default.fileExists(atPath: device.path))
        }
    }

    @Test("run --server: the bundled life comes through the Enrollment Status Page of a real server")
    func page() async throws {
        try await serving { line, folder in
            try folder.write(Array(BundledScenario.text.utf8), to: "life.yaml")
            let run = try Tool.run(
                ["run", "life.yaml", "--speed", "600", "--format", "json", "--report", "life.html"] + credentials(line),
                in: folder.url)
            struct Outcome: Decodable { var outcome: String }
            #expect(try decode(Outcome.self, run).outcome == "succeeded", "\(run.output.suffix(4000))\(run.errors)")
            let report = try String(contentsOf: folder.url.appendingPathComponent("life.html"), encoding: .utf8)
            #expect(report.contains("\"outcome\":\"succeeded\"") && report.contains("\"direction\":\"server\""))
        }
    }
}
