import Foundation
import HTTPExchange
import Scenario
import TestSupport
import Testing
import Transport

/// `espalier serve --web`: what a browser gets of the devices of a server (docs/serve.md).
@Suite("espalier serve --web", .serialized, .timeLimit(.minutes(2)))
struct ServePageTests {
    private struct Devices: Decodable {
        struct Device: Decodable {
            var id: String
            var title: String
            var detail: String?
        }
        var devices: [Device]
    }

    private static let settings: String = {
        let scenario = BundledScenario.text.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.hasPrefix("expect:") }.map { "      \($0)" }.joined(separator: "\n")
        return """
            provider: MS DM Server
            users:
              - {name: ada@example.test, password: pa55}
            session: {speed: 600}
            profile: standard
            profiles:
              - name: standard
                scenario:
            \(scenario)
            """
    }()

    /// The page's server, as the page uses it.
    private struct Page {
        let address: HTTPURL

        init(_ line: ServeProcess.Line) throws {
            let page = try #require(line.page)
            address = try #require(HTTPURL(page))
        }

        func url(_ path: String) -> HTTPURL {
            var url = address
            url.path = path
            return url
        }

        func exchange(_ path: String, post body: String? = nil) async throws -> HTTPResponse {
            let transport = try HTTPSTransport(HTTPSTransport.Configuration(trustRoots: .none))
            let token = String(try #require(address.query?.dropFirst("token=".count)))
            let response = try await transport.exchange(
                body.map {
                    HTTPRequest(
                        .post, url(path),
                        headers: ["Content-Type": "application/json", "Authorization": "Bearer \(token)"],
                        body: Array($0.utf8))
                } ?? HTTPRequest(.get, url(path))
            ).response
            await transport.close()
            return response
        }

        func devices() async throws -> [Devices.Device] {
            let response = try await exchange("/devices")
            #expect(response.status == 200)
            return try JSONDecoder().decode(Devices.self, from: Data(response.body)).devices
        }
    }

    private func enroll(_ line: ServeProcess.Line, _ folder: TemporaryFolder) throws {
        let run = try Tool.run(
            [
                "enroll", "--server", line.url, "--trust", "ca.pem", "--user", "ada@example.test", "--password", "pa55",
                "--device", "d.espalier",
            ], in: folder.url)
        #expect(run.exitStatus == 0, "\(run.errors)")
    }

    private func sync(_ folder: TemporaryFolder) throws {
        let run = try Tool.run(["sync", "--device", "d.espalier"], in: folder.url)
        #expect(run.exitStatus == 0, "\(run.errors)")
    }

    @Test("A device that enrols is on the page with its sessions and nodes, live and after the server began again")
    func device() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(Self.settings.utf8), to: "server.yaml")
        let arguments = ["--config", "server.yaml", "--ca-out", "ca.pem", "--store", "server.db", "--web", "0"]
        var id = ""
        var steps = 0
        let first = try await ServeProcess.serving(arguments, in: folder) { line in
            let page = try Page(line)
            #expect(page.address.host == "127.0.0.1")
            #expect(try await page.devices().isEmpty)
            try enroll(line, folder)
            let device = try #require(try await page.devices().first)
            id = device.id
            #expect(device.title.isEmpty == false)
            #expect(device.detail?.contains("ada@example.test") == true)

            // What came before somebody looked.
            let reader = try EventReader(page.url("/devices/\(id)/events"))
            #expect(reader.read { $0.contains("\"type\":\"sessionEnded\"") })
            #expect(reader.text.hasPrefix("HTTP/1.1 200"))
            #expect(reader.count("event: head") == 1)
            #expect(reader.text.contains("\"view\":\"server\""))
            #expect(reader.text.contains("\"type\":\"enrolled\""))
            #expect(reader.text.contains("\"trigger\":\"enrollment\""))
            #expect(reader.text.contains("./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/"))
            // And what comes while somebody looks.
            let sessions = reader.count("\"type\":\"sessionStarted\"")
            try sync(folder)
            #expect(reader.read { $0.components(separatedBy: "\"type\":\"sessionStarted\"").count - 1 > sessions })
            #expect(reader.read { _ in reader.count("\"type\":\"sessionEnded\"") > sessions })
            steps = reader.count("\"n\":")
            #expect(steps > 4)
            for secret in ["pa55", "AAUTHSECRET", line.adminToken] { #expect(!reader.text.contains(secret)) }

            let message = try await page.exchange("/devices/\(id)/messages/0")
            #expect(message.status == 200)
            #expect(String(decoding: message.body, as: UTF8.self).contains("<SyncHdr>"))
            // Its own user presses its buttons.
            let action = try await page.exchange("/devices/\(id)/actions", post: "{\"action\":\"play\"}")
            #expect(action.status == 405)
            #expect(try await page.exchange("/devices/none/events").status == 404)
        }
        #expect(first == 0)
        let second = try await ServeProcess.serving(arguments, in: folder) { line in
            let page = try Page(line)
            #expect(try await page.devices().map(\.id) == [id])
            let reader = try EventReader(page.url("/devices/\(id)/events"))
            #expect(reader.read { _ in reader.count("\"n\":") >= steps })
            #expect(reader.text.contains("\"type\":\"enrolled\""))
        }
        #expect(second == 0)
    }

    @Test("What the captures do not hold any more is missing, and the first step says so")
    func dropped() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array((Self.settings + "\nlimits: {captureRecords: 8}\n").utf8), to: "server.yaml")
        let status = try await ServeProcess.serving(
            ["--config", "server.yaml", "--ca-out", "ca.pem", "--web", "0"], in: folder
        ) { line in
            let page = try Page(line)
            try enroll(line, folder)
            try sync(folder)
            let device = try #require(try await page.devices().first)
            let reader = try EventReader(page.url("/devices/\(device.id)/events"))
            #expect(reader.read { $0.contains("served.told-in-part") })
            #expect(!reader.text.contains("\"type\":\"enrolled\""))
            #expect(reader.text.contains("limits.captureRecords"))
        }
        #expect(status == 0)
    }

    @Test("A port in use and settings without captures end it with 2 and the reason")
    func faults() async throws {
        let folder = try TemporaryFolder()
        let status = try await ServeProcess.serving(["--web", "0"], in: folder) { line in
            let port = try Page(line).address.port
            let second = try Tool.run(["serve", "--port", "0", "--web", String(port)], in: folder.url)
            #expect(second.exitStatus == 2)
            #expect(second.errors.contains("--web: port \(port) of 127.0.0.1 is in use"))
        }
        #expect(status == 0)
        try folder.write(Array("limits: {captureRecords: 0}\n".utf8), to: "server.yaml")
        let none = try Tool.run(["serve", "--port", "0", "--config", "server.yaml", "--web", "0"], in: folder.url)
        #expect(none.exitStatus == 2)
        #expect(none.errors.contains("limits.captureRecords is 0"))
        #expect(try Tool.run(["serve", "--web", "70000"], in: folder.url).exitStatus == 64)
    }
}
