#if Live
import ArgumentParser
import LifePageServer
import ManagementService
import Scenario

/// `espalier serve`: the reference server.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run a small MDM server for tests: enrolment, sessions, commands, profiles.",
        discussion: """
            It is for tests: it makes its own certificates, and anybody who has a password of its settings may enrol. Without --config it \
            invents one user; docs/serve.md documents the settings and the JSON API of the administrator. It stops on SIGINT and SIGTERM.

            Example:
              espalier serve
              espalier serve --config server.yaml --store server.db --port 8443
              espalier serve --port 0 --format json
              espalier serve --web
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("The port to listen at; 0 takes one that is free.", valueName: "port"))
    var port: Int = 8443

    @Option(
        help: ArgumentHelp(
            "The address to listen at. Any other than a loopback address lets others in.", valueName: "address"))
    var host: String = "127.0.0.1"

    @Option(help: ArgumentHelp("Settings: users, rules, profiles.", valueName: "file.yaml"))
    var config: String?

    @Option(help: ArgumentHelp("Keep everything in this file. Default: in memory.", valueName: "file"))
    var store: String?

    @Option(help: ArgumentHelp("Where to write the certificate that clients have to trust.", valueName: "file.pem"))
    var caOut: String = "espalier-ca.pem"

    @Option(help: ArgumentHelp("A host name that clients use for this server, beside localhost.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Let the login page of Federated give out this token without asking; it stands for the first user.",
            valueName: "token"))
    var federatedToken: String?

    @OptionGroup var page: ServePageOptions

    @Flag(help: "No access log on standard error.")
    var quiet = false

    @Option(help: ArgumentHelp("text for people; json prints one line when the server is ready.", valueName: "format"))
    var format: Format = .text

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port): expected 0 to 65535.") }
    }

    func run() async throws {
        var settings = try readSettings()
        do throws(ServiceFault) {
            let records: ServerStore
            let known: [String]
            do throws(StoreFault) {
                if let store { records = try .file(store) } else { records = try .inMemory() }
                known = try await records.userNames()
            } catch {
                throw ServiceFault(error)
            }
            // A server without users would be of no use.
            let invented = settings.users.isEmpty && known.isEmpty ? Self.inventedUser() : nil
            if let invented { settings.users = [invented] }
            let user = settings.users.first?.name ?? known.first
            if let federatedToken, let user {
                settings.federation.tokens[federatedToken] = user
                settings.federation.automaticUser = user
            }
            guard page.web == nil || settings.limits.captureRecords > 0 else {
                throw ServiceFault(
                    .store, message: "--web shows what the captures hold, and limits.captureRecords is 0",
                    hint: "Take the limit out of the settings.")
            }
            let notices = page.web.map { _ in ServePageNotices() }
            let server = try await ManagementServer(
                settings: settings, store: records,
                names: [name, PageServer.isLoopback(host) ? nil : host].compactMap { $0 },
                observer: notices?.observer)
            do throws(FileFault) { try Files.write(Array(server.authorityPEM.utf8), to: caOut) } catch {
                throw ServiceFault(
                    .certificate, message: "\(error.path): \(error.reason)", hint: "Name another file with --ca-out.")
            }
            let announcement = Announcement(
                server: server, host: host, name: name ?? "localhost", authority: caOut, user: user,
                password: invented?.password)
            if let port = page.web, let notices {
                try await servingPage(ServePage(port: port, server: server, notices: notices), announcement)
            } else {
                try await serve(server, announcement)
            }
        } catch {
            Terminal.printError("\(error.message)." + (error.hint.isEmpty ? "" : " \(error.hint)"))
            throw ExitCode(2)
        }
    }

    private func servingPage(_ page: ServePage, _ announcement: Announcement) async throws(ServiceFault) {
        do {
            try await page.serving { address throws(ServiceFault) in
                var announcement = announcement
                announcement.page = address
                try await serve(page.server, announcement)
            }
        } catch let fault as ServiceFault {
            throw fault
        } catch let fault as PageServerFault {
            throw ServiceFault(.address, message: "--web: \(fault.message)", hint: fault.hint)
        } catch {
            throw ServiceFault(.stopped, message: "the page ended: \(error)")
        }
    }

    private func serve(_ server: ManagementServer, _ announcement: Announcement) async throws(ServiceFault) {
        let format = format
        try await server.run(
            host: host, port: port, stopsOnSignals: true, log: quiet ? AccessLog.silent : AccessLog.standardError
        ) { port in
            announcement.print(port: port, format)
        }
    }

    private func readSettings() throws -> ServerSettings {
        guard let config else { return ServerSettings() }
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try Files.read(config) } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(2)
        }
        let folder = config.lastIndex(of: "/").map { String(config[...$0]) } ?? ""
        do throws(ScenarioError) {
            return try SettingsReader.read(String(decoding: bytes, as: UTF8.self)) { path in
                let bytes = try? Files.read(path.hasPrefix("/") ? path : folder + path)
                return bytes.map { String(decoding: $0, as: UTF8.self) }
            }
        } catch {
            Terminal.printError("\(config):\(error)")
            throw ExitCode(2)
        }
    }

    private static func inventedUser() -> ServerSettings.User {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let password = String((0..<12).compactMap { _ in letters.randomElement() })
        return ServerSettings.User(name: "user@example.test", password: password)
    }
}

/// What the server says when it is ready.
private struct Announcement: Sendable {
    let server: ManagementServer
    let host: String
    let name: String
    let authority: String
    let user: String?
    /// Only of a user that was invented: others are known to whoever wrote the settings.
    let password: String?
    /// The address of the page; nil without one.
    var page: String?

    private struct Line: Encodable {
        var schemaVersion = 1
        var event = "listening"
        var url: String
        var host: String
        var port: Int
        var authority: String
        var adminToken: String
        var user: String?
        var password: String?
        var page: String?
    }

    func print(port: Int, _ format: ServeCommand.Format) {
        let url = "https://\(name.contains(":") ? "[\(name)]" : name):\(port)"
        switch format {
        case .json:
            let line = Line(
                url: url, host: host, port: port, authority: authority, adminToken: server.adminToken,
                user: user, password: password, page: page)
            if let text = try? JSONOutput.line(line) { Terminal.print(text) }
        case .text:
            var lines = [
                Colour.bold("\(server.settings.name), a test server of Espalier, is ready at \(url)"),
                "It is for tests: its certificates are its own. It stops with Ctrl-C.",
            ]
            if !PageServer.isLoopback(host) {
                lines.append(
                    Colour.red("It listens at \(host), so anybody who reaches this machine may try to enrol."))
            }
            lines += ["", "trust    \(authority)", "admin    Authorization: Bearer \(server.adminToken)"]
            if let user {
                lines.append("user     \(user)" + (password.map { ", password \($0)" } ?? ""))
                lines.append(
                    "enrol    espalier enroll --server \(url) --trust \(authority) --user \(user) "
                        + "--password \(password ?? "…") --device device.espalier")
            }
            if let page { lines.append("page     \(page)") }
            for line in lines { Terminal.print(line) }
        }
    }
}
#endif
