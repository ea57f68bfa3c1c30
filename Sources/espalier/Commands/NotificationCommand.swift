import ArgumentParser
import DMSession
import Notation

/// `espalier notification`: what package 0 says, and whether its digest is right.
struct NotificationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notification",
        abstract: "Decode a notification (package 0) and verify its digest.",
        discussion: """
            The input is a file with the octets, - for standard input, or their hexadecimal digits; a WAP push frame before the digest is \
            read too. Without --password the notification is decoded and not verified.

            Example:
              espalier notification 6a6229275723a2977fef12fdd324f89d02d0000000123412636f6d2e6d676d747372762e6d616e616765 \\
                --server-id com.mgmtsrv.manage --password srvsecret --nonce Tm9uY2U=
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("A file, -, or hexadecimal digits.", valueName: "file|hex"))
    var input: String

    @Option(
        help: ArgumentHelp(
            "The ServerID of the account; one that differs from the notification's is an error.", valueName: "id"))
    var serverID: String?

    @Option(help: ArgumentHelp("The server's secret: AAuthSecret of SRVCRED.", valueName: "secret"))
    var password: String?

    @Option(help: ArgumentHelp("The server's nonce in Base64: AAuthData of SRVCRED.", valueName: "base64"))
    var nonce: String = ""

    @Flag(help: "Try the special nonce 0x00000000 too, as an account with UseNonceResync does.")
    var resync = false

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: Format = .text

    func validate() throws {
        if password == nil, !nonce.isEmpty || resync {
            throw ValidationError("--nonce and --resync have no effect without --password.")
        }
        if !Nonce(text: nonce).isBase64 { throw ValidationError("--nonce: the value is not Base64.") }
    }

    func run() throws {
        let octets = try octets()
        let signed: SignedNotification
        do throws(NotificationRefusal) { signed = try SignedNotification(parsing: octets) } catch {
            switch format {
            case .text: Terminal.printError("\(error)")
            case .json: Terminal.print(try JSONOutput.text(NotificationReport(refusal: error)))
            }
            throw ExitCode(2)
        }
        let report = NotificationReport(
            signed,
            SignedNotification.Check(
                signed, serverID: serverID, secret: password, nonce: Nonce(text: nonce), resynchronises: resync))
        switch format {
        case .text: for line in report.lines { Terminal.print(Terminal.safe(line)) }
        case .json: Terminal.print(try JSONOutput.text(report))
        }
        if report.hasErrors { throw ExitCode(1) }
    }

    private func octets() throws -> [UInt8] {
        // No file is named by an even number of hexadecimal digits and nothing else, unless somebody is looking for it: ./cafe.
        if !input.isEmpty, let octets = Hexadecimal.octets(input) { return octets }
        do throws(FileFault) { return try Files.read(input) } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(2)
        }
    }
}
