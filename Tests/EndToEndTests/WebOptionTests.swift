import Foundation
import HTTPExchange
import Scenario
import TestSupport
import Testing
import Transport

/// `espalier run --web` as a process.
@Suite("espalier run --web", .serialized, .timeLimit(.minutes(2)))
struct WebOptionTests {
    private struct Line: Decodable {
        var schemaVersion: Int
        var event: String
        var url: String
    }

    private struct Report: Decodable {
        var outcome: String
        var endedAt: Double
    }

    /// A tool that was started, and what of its standard output was not read yet.
    private final class Run {
        let process = Process()
        private let output = Pipe()
        private var text = Data()
        let folder: TemporaryFolder

        /// - Parameter input: standard input; empty when nil.
        init(_ arguments: [String], in folder: TemporaryFolder, input: URL? = nil) throws {
            self.folder = folder
            let executable: URL = try #require(Tool.executable)
            process.executableURL = executable
            process.arguments = ["run"] + arguments
            process.currentDirectoryURL = folder.url
            process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = try FileHandle(forWritingTo: folder.write([], to: "errors.txt"))
            try process.run()
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

        /// The first line that it prints.
        func firstLine() throws -> Data {
            let deadline = ProcessDeadline(process, after: 60)
            defer { deadline.cancel() }
            while !text.contains(UInt8(ascii: "\n")) {
                let piece = output.fileHandleForReading.availableData
                try #require(!piece.isEmpty, "the tool ended before it was ready")
                text += piece
            }
            let line = text.prefix { $0 != UInt8(ascii: "\n") }
            text = Data(text.dropFirst(line.count + 1))
            return Data(line)
        }

        /// Tells it to stop. Gives the rest of its output and its exit status; nil when it did not stop by itself.
        func stop(_ signal: Int32 = SIGTERM) throws -> (output: Data, status: Int32?) {
            kill(process.processIdentifier, signal)
            let deadline = ProcessDeadline(process, after: 30)
            defer { deadline.cancel() }
            let rest = text + output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (rest, process.terminationReason == .exit ? process.terminationStatus : nil)
        }
    }

    /// The page's server, as a script uses it.
    private struct Page {
        let url: HTTPURL
        let token: String
        let transport: HTTPSTransport

        init(_ address: String) throws {
            url = try #require(HTTPURL(address))
            token = String(try #require(url.query?.dropFirst("token=".count)))
            transport = try HTTPSTransport(
                HTTPSTransport.Configuration(trustRoots: .none))
        }

        func act(_ body: String) async throws -> HTTPResponse {
            var url = url
            (url.path, url.query) = ("/devices/1/actions", nil)
            return try await transport.exchange(
                HTTPRequest(
                    .post, url,
                    headers: ["Content-Type": "application/json", "Authorization": "Bearer \(token)"],
                    body: Array(body.utf8))
            ).response
        }

        func get() async throws -> HTTPResponse { try await transport.exchange(HTTPRequest(.get, url)).response }

        /// Plays the life until nothing is due any more.
        func playToRest() async throws {
            _ = try await act("{\"action\":\"speed\",\"speed\":null}")
            for _ in 0..<400 {
                if try await act("{\"action\":\"play\"}").status == 409 { return }
                try await Task.sleep(for: .milliseconds(25))
            }
            Issue.record("the life does not come to rest")
        }
    }

    @Test(
        "The first line says where, the page comes, SIGINT ends it: report, registry and messages are written, status 0"
    )
    func success() async throws {
        let folder = try TemporaryFolder()
        let run = try Run(
            [
                "--web", "0", "--format", "json", "--registry", "life.reg", "--save-messages", "messages", "--report",
                "life.html",
            ], in: folder)
        let line = try JSONDecoder().decode(Line.self, from: try run.firstLine())
        #expect(line.event == "listening")
        #expect(line.schemaVersion == 1)
        let page = try Page(line.url)
        let document = try await page.get()
        #expect(document.status == 200)
        #expect(document.headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
        try await page.playToRest()
        let (output, status) = try run.stop(SIGINT)
        #expect(status == 0)
        let report = try JSONDecoder().decode(Report.self, from: output)
        #expect(report.outcome == "succeeded")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(Set(["life.reg", "life.html", "messages"]).isSubset(of: files))
        let messages = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appendingPathComponent("messages").path)
        #expect(messages.count > 10)
    }

    @Test("A life that rests at its error screen ends as without --web: status 1")
    func failure() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Array(
                """
                profile: {showInstallationProgress: true, allowDeviceResetOnInstallFailure: true}
                agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}
                apps: [{name: A, exitCode: 1603}]
                """.utf8), to: "failing.yaml")
        let run = try Run(["failing.yaml", "--web", "0", "--format", "json"], in: folder)
        let page = try Page(try JSONDecoder().decode(Line.self, from: try run.firstLine()).url)
        try await page.playToRest()
        let (output, status) = try run.stop()
        #expect(status == 1)
        let report = try JSONDecoder().decode(Report.self, from: output)
        #expect(report.outcome == "failed")
        let plain = try Tool.run(["run", "failing.yaml"], in: folder.url)
        #expect(plain.exitStatus == 1)
    }

    @Test("The scenario may stand before --web, behind it, and on standard input")
    func order() async throws {
        let folder = try TemporaryFolder()
        let input = try folder.write("name: Mine\n", to: "mine.yaml")
        for (arguments, isRead) in [
            (["mine.yaml", "--web", "0"], false), (["--web", "0", "mine.yaml"], false), (["--web", "0", "-"], true),
        ] {
            let run = try Run(arguments, in: folder, input: isRead ? input : nil)
            _ = try run.firstLine()
            let (output, status) = try run.stop()
            #expect(status == 0, "\(arguments)")
            #expect(String(decoding: output, as: UTF8.self).contains("Mine: "), "\(arguments)")
        }
        // Behind --web without a port, too.
        let missing = try Tool.run(["run", "--web", "missing.yaml"], in: folder.url)
        #expect(missing.exitStatus == 2)
        #expect(missing.errors.contains("missing.yaml: "))
    }

    @Test("A button that is pressed changes how it ends")
    func pressed() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Array(
                """
                profile: {showInstallationProgress: true, allowDeviceResetOnInstallFailure: true}
                agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}
                apps: [{name: A, exitCode: 1603}]
                expect: [{at: end, outcome: reset}]
                """.utf8), to: "failing.yaml")
        let run = try Run(["failing.yaml", "--web", "0", "--format", "json"], in: folder)
        let page = try Page(try JSONDecoder().decode(Line.self, from: try run.firstLine()).url)
        try await page.playToRest()
        let press = try await page.act("{\"action\":\"press\",\"button\":\"reset\"}")
        #expect(press.status == 200)
        let (output, status) = try run.stop()
        #expect(status == 0)
        let report = try JSONDecoder().decode(Report.self, from: output)
        #expect(report.outcome == "reset")
    }

    @Test("A life that is stopped before it ends is not judged, and can be saved and gone on with")
    func stopped() async throws {
        let folder = try TemporaryFolder()
        let run = try Run(
            ["--web", "0", "--format", "json", "--stop-at", "02:00", "--save", "life.json", "--speed", "1000"],
            in: folder)
        let page = try Page(try JSONDecoder().decode(Line.self, from: try run.firstLine()).url)
        let started = try await page.act("{\"action\":\"play\"}")
        #expect(started.status == 200)
        var isPaused = false
        for _ in 0..<400 where !isPaused {
            try await Task.sleep(for: .milliseconds(25))
            let clock = try await page.act("{\"action\":\"speed\",\"speed\":1000}")
            isPaused = String(decoding: clock.body, as: UTF8.self).contains("\"state\":\"paused\"")
        }
        #expect(isPaused)
        #expect(try run.stop().status == 0)
        let resumed = try Run(["--resume", "life.json", "--web", "0", "--format", "json"], in: folder)
        let again = try Page(try JSONDecoder().decode(Line.self, from: try resumed.firstLine()).url)
        try await again.playToRest()
        let (output, status) = try resumed.stop()
        #expect(status == 0)
        let report = try JSONDecoder().decode(Report.self, from: output)
        #expect(report.outcome == "succeeded")
    }

    @Test("A life that waits for its user is saved as it waits: its expectations are judged when it has gone on")
    func savedWaiting() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            profile: {showInstallationProgress: true, allowDeviceResetOnInstallFailure: true}
            agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}
            apps: [{name: A, exitCode: 1603}]
            expect: [{at: end, outcome: reset}]
            """, to: "failing.yaml")
        let run = try Run(
            ["failing.yaml", "--web", "0", "--format", "json", "--stop-at", "01:00:00", "--save", "life.json"],
            in: folder)
        let page = try Page(try JSONDecoder().decode(Line.self, from: try run.firstLine()).url)
        try await page.playToRest()
        #expect(try run.stop().status == 1)
        let resumed = try Run(["--resume", "life.json", "--web", "0", "--format", "json"], in: folder)
        let again = try Page(try JSONDecoder().decode(Line.self, from: try resumed.firstLine()).url)
        try await again.playToRest()
        #expect(try await again.act("{\"action\":\"press\",\"button\":\"reset\"}").status == 200)
        #expect(try resumed.stop().status == 0)
    }

    @Test("Nothing happens before a browser comes, and the lines for people name the address")
    func waiting() async throws {
        let folder = try TemporaryFolder()
        let run = try Run(["--web", "0"], in: folder)
        let line = String(decoding: try run.firstLine(), as: UTF8.self)
        #expect(line.contains("http://127.0.0.1:"))
        #expect(line.contains("/?token="))
        let (output, status) = try run.stop()
        #expect(status == 0)
        let text = String(decoding: output, as: UTF8.self)
        #expect(text.contains("waits for the first browser"))
        #expect(text.contains("0 sessions"))
    }

    @Test("A port in use ends it with 2 before the life begins; one out of range is a usage error")
    func ports() async throws {
        let folder = try TemporaryFolder()
        let run = try Run(["--web", "0", "--format", "json"], in: folder)
        let port = try Page(try JSONDecoder().decode(Line.self, from: try run.firstLine()).url).url.port
        let second = try Tool.run(["run", "--web", String(port), "--save-messages", "messages"], in: folder.url)
        #expect(second.exitStatus == 2)
        #expect(second.errors.contains("port \(port) of 127.0.0.1 is in use"))
        #expect(second.output.isEmpty)
        #expect(try Tool.run(["run", "--web", "70000"], in: folder.url).exitStatus == 64)
        #expect(try Tool.run(["run", "--web-host", "::1"], in: folder.url).exitStatus == 64)
        #expect(try Tool.run(["run", "--web", "0", "--speed", "1e9"], in: folder.url).exitStatus == 64)
        _ = try run.stop()
    }

    @Test("Listening for others is said, with what it means")
    func otherHost() async throws {
        let folder = try TemporaryFolder()
        let run = try Run(["--web", "0", "--web-host", "0.0.0.0"], in: folder)
        _ = try run.firstLine()
        let text = String(decoding: try run.stop().output, as: UTF8.self)
        #expect(text.contains("It listens at 0.0.0.0 without encryption"))
    }

    @Test("With --server the device enrols once the port is open, and the browser watches its life with that server")
    func remote() async throws {
        let folder = try TemporaryFolder()
        let status = try await ServeProcess.serving([], in: folder) { line in
            try folder.write(Array(BundledScenario.text.utf8), to: "life.yaml")
            let run = try Run(
                [
                    "life.yaml", "--web", "0", "--format", "json", "--server", line.url, "--trust", line.authority,
                    "--user", line.user, "--password", line.password ?? "",
                ], in: folder)
            let page = try Page(try JSONDecoder().decode(Line.self, from: try run.firstLine()).url)
            try await page.playToRest()
            let (output, status) = try run.stop()
            let report = try JSONDecoder().decode(Report.self, from: output)
            #expect(report.outcome == "succeeded")
            // The expectations of the scenario are of its own server.
            #expect(status == 0 || status == 1)
        }
        #expect(status == 0)
    }
}
