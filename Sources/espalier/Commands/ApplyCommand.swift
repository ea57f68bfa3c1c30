import ArgumentParser
import CSP
import DDF
import DMSession
import Device
import ESP
import ProtocolProfile
import SyncML

/// `espalier apply`: what would Windows answer to these messages, and why?
struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Apply server messages to a fresh device and say what Windows would answer, and why.",
        discussion: """
            A file holds a SyncML message, a SyncBody, or bare commands. Several files are applied in one session, in order; - is \
            standard input. WBXML is recognised by its first byte; places in it are bytes, as columns of line 1.

            Example:
              espalier apply SyncML-samples/user-scope-without-add.xml
              espalier apply request.wbxml --format syncml --encoding wbxml > reply.wbxml
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, syncml
    }

    @Argument(help: ArgumentHelp("The messages.", valueName: "file"))
    var files: [String]

    @OptionGroup(title: "The device")
    var windows: WindowsOptions

    @Option(
        help: ArgumentHelp(
            "The DMClient provider that enrolment made. Default: the one id that the input names, else \"MS DM Server\".",
            valueName: "id"))
    var provider: String?

    @Option(help: ArgumentHelp("A folder of DDF files that win over the shipped catalogue.", valueName: "dir"))
    var ddf: String?

    @Option(
        help: ArgumentHelp(
            "Answer an open question of the references otherwise, such as U-08=500 or A7=obeyed. May be repeated.",
            valueName: "id=option"))
    var choice: [String] = []

    @Option(
        name: .customLong("protocol"),
        help: ArgumentHelp(
            "The dialect of OMA-DM: windows as it was observed, or oma, the plain standard.", valueName: "profile"))
    var protocolName = ProtocolProfile.Name.windows

    @Option(
        help: ArgumentHelp(
            "What the user answers to the next question of the server, alerts 1100 to 1104, with --protocol oma: accept, reject, cancel, silence, text=TEXT or choices=1,3. May be repeated. Without it questions are answered 406.",
            valueName: "reply"))
    var answer: [AnswerArgument] = []

    @Option(help: ArgumentHelp("text for people, json for machines, syncml for the reply itself.", valueName: "format"))
    var format: Format = .text

    enum Encoding: String, ExpressibleByArgument, CaseIterable {
        case xml, wbxml

        var coding: MessageCoding {
            switch self {
            case .xml: .xml
            case .wbxml: .wbxml(.v13)
            }
        }
    }

    @Option(
        help: ArgumentHelp(
            "The form of the replies with --format syncml, whose bytes MaxMsgSize counts. wbxml writes the reply to the last file.",
            valueName: "encoding"))
    var encoding: Encoding = .xml

    private enum Input {
        case message(String, Message)
        case refused(String, MessageRefusal)
    }

    func validate() throws {
        _ = try choices
        if !answer.isEmpty, protocolName != .oma {
            throw ValidationError("--answer needs --protocol oma: Windows answers every question of a server 406.")
        }
        if encoding == .wbxml, format != .syncml { throw ValidationError("--encoding wbxml needs --format syncml.") }
    }

    /// The answers to what the references leave open.
    private var choices: ChoiceArguments {
        get throws {
            try ChoiceArguments(
                choice, among: [.u03, .u08], subject: "single messages", protocol: protocolName)
        }
    }

    func run() throws {
        var inputs: [Input] = []
        for file in files {
            let bytes: [UInt8]
            do throws(FileFault) { bytes = try Files.read(file) } catch {
                Terminal.printError("\(file): \(error.reason)")
                throw ExitCode(2)
            }
            do throws(MessageRefusal) {
                inputs.append(.message(file, try Message(parsing: bytes)))
            } catch {
                inputs.append(.refused(file, error))
            }
        }
        let messages = inputs.compactMap { if case .message(_, let message) = $0 { message } else { nil } }
        let detected = provider == nil ? ProviderDetection.providerID(in: messages) : nil
        let choices = try choices
        var device = try windows.device(providerID: provider ?? detected ?? "MS DM Server")
        device.protocolProfile = choices.protocolProfile
        var applier = Applier(
            device,
            tree: device.makeTree(store: try DDFFolder.store(ddf), firstSync: FirstSyncRules(choices.choices)),
            coding: encoding.coding, user: answer.isEmpty ? nil : UserScript(answer.map { UserScript.Step($0.reply) }))

        var report: [ReportedMessage] = []
        var hasErrors = false
        var hasMalformed = false
        for input in inputs {
            switch input {
            case .refused(let file, let refusal):
                hasMalformed = true
                report.append(
                    .malformed(
                        file: file, line: refusal.position.line, column: refusal.position.column,
                        message: refusal.message, hint: refusal.hint))
            case .message(let file, let message):
                var applied = applier.apply(message)
                if let detected, report.isEmpty { applied.diagnostics.insert(Self.note(detected), at: 0) }
                let reply: String? =
                    switch encoding {
                    case .xml: try applied.turn.replyBytes().map { String(decoding: $0, as: UTF8.self) }
                    // The bytes are written by themselves.
                    case .wbxml: nil
                    }
                if applied.hasErrors { hasErrors = true }
                report.append(.applied(file: file, applied, reply: reply))
            }
        }
        try show(report)
        if hasMalformed { throw ExitCode(2) }
        if hasErrors { throw ExitCode(1) }
    }

    private static func note(_ provider: String) -> Diagnostic {
        Diagnostic(
            rule: "apply.provider", severity: .note,
            message: "the input names one DMClient provider, \"\(provider)\", so the device is enrolled with it",
            hint: "--provider sets another", reference: "design.md section 6")
    }

    private func show(_ report: [ReportedMessage]) throws {
        switch format {
        case .json: Terminal.print(try JSONOutput.text(ApplyReport(messages: report)))
        case .text: for message in report { Terminal.print(ApplyText.text(message)) }
        case .syncml where encoding == .wbxml: if let last = report.last { try WBXMLReply.write(last) }
        case .syncml:
            for message in report {
                switch message {
                case .applied(let file, _, let reply):
                    guard let reply else {
                        Terminal.printError("\(file): the client sends no reply")
                        continue
                    }
                    Terminal.print(reply)
                case .malformed(let file, let line, let column, let message, _):
                    Terminal.printError("\(file):\(line):\(column): \(message)")
                }
            }
        }
    }
}

extension Applier.Applied {
    /// A refused command or an error among the diagnostics. 418 and the like are refusals too.
    var hasErrors: Bool {
        turn.outcomes.contains { !$0.succeeded } || diagnostics.contains { $0.severity == .error }
    }
}
