import ArgumentParser
import Capture

/// `espalier capture`: recorded sessions from one form into another, and what is in them.
struct CaptureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Convert, redact and show recorded sessions.",
        subcommands: [Convert.self, Show.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    enum Target: String, ExpressibleByArgument, CaseIterable {
        case jsonl, har, directory
    }

    /// `espalier capture convert`.
    struct Convert: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read captures of any form and write one.",
            discussion: """
                Read are: JSON Lines of Espalier, HAR 1.2, raw HTTP dumps, XML documents, WBXML, exports of SyncMLViewer, and ETW events as \
                text or XML; the form is told by the content. A folder is read file by file in the order of its numbers. docs/captures.md \
                says what each may hold.

                Exit status 2 when something could not be read or redacted; each such place is named on standard error, and all the rest is \
                written.

                Example:
                  espalier capture convert session.har -o session.jsonl --redact
                """)

        @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "file"))
        var inputs: [String]

        @Option(
            name: [.short, .long],
            help: ArgumentHelp("The file, or the folder with --to directory; - is standard output.", valueName: "file"))
        var output: String

        @Option(help: ArgumentHelp("jsonl, har or directory.", valueName: "form"))
        var to: Target = .jsonl

        @Flag(
            inversion: .prefixedNo,
            help: ArgumentHelp(
                "Replace tokens, nonces, keys, passwords, serial numbers and names by placeholders. Files are read twice, standard input once."
            ))
        var redact = false

        func validate() throws {
            // Opening the output empties it.
            if output != "-", inputs.contains(where: { Files.isSame($0, output) }) {
                throw ValidationError("--output names an input; it would be overwritten before it is read.")
            }
        }

        func run() throws {
            var sources = try CaptureSources(inputs)
            var redaction = redact ? Redaction() : nil
            if redaction != nil {
                // Standard input cannot be read twice: its secrets are met as they come.
                try sources.forEachElement(readingAgain: true) { element in
                    if case .record(let record) = element { redaction?.learn(record) }
                }
                redaction?.startAgain()
            }
            var output: any CaptureOutput =
                switch to {
                case .jsonl: try StreamOutput(self.output, JSONLinesWriter())
                case .har: try StreamOutput(self.output, HARWriter())
                case .directory: try DirectoryOutput(self.output)
                }
            var faults = CaptureFaults()
            var header = CaptureHeader(source: sources.form, isRedacted: redact)
            var hasBegun = false
            try sources.forEachElement { element in
                switch element {
                case .header(let told):
                    // What one capture says of itself goes on; several may say different things.
                    guard inputs.count == 1 else { break }
                    header.source = told.source ?? header.source
                    header.isRedacted = told.isRedacted || redact
                case .fault(let fault): faults.report(fault)
                case .record(let record):
                    if !hasBegun { try output.begin(header) }
                    hasBegun = true
                    guard var changed = redaction else { return try output.write(record) }
                    redaction = nil
                    let result = changed.redacted(record)
                    redaction = changed
                    for fault in result.faults { faults.report(fault) }
                    try output.write(result.record)
                }
            }
            if !hasBegun { try output.begin(header) }
            try output.finish()
            if faults.count > 0 { throw ExitCode(2) }
        }
    }

    /// `espalier capture show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the messages of captures, one in each line.",
            discussion: """
                Time, direction, MsgID, commands and size of each record. Exit status 2 when something could not be read.

                Example:
                  espalier capture show session.har
                """)

        @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "file"))
        var inputs: [String]

        @Option(help: ArgumentHelp("text or json.", valueName: "format"))
        var format: Format = .text

        func run() throws {
            var sources = try CaptureSources(inputs)
            var faults = CaptureFaults(isQuiet: format == .json)
            var rows: [ShownRecord] = []
            var number = 0
            let format = format
            try sources.forEachElement { element in
                switch element {
                case .header: break
                case .fault(let fault): faults.report(fault)
                case .record(let record):
                    number += 1
                    let row = ShownRecord(record, number: number)
                    switch format {
                    case .text: Terminal.print(Terminal.safe(row.text))
                    case .json: rows.append(row)
                    }
                }
            }
            if format == .json {
                Terminal.print(
                    try JSONOutput.text(ShownCapture(records: rows, faults: faults.list.map { ShownFault($0) })))
            }
            if faults.count > 0 { throw ExitCode(2) }
        }
    }
}

/// What could not be read, told on standard error as it comes.
struct CaptureFaults {
    /// Enough for a report; a capture of another kind has one for each line.
    private static let mostKept = 1_000

    var isQuiet = false
    private(set) var count = 0
    private(set) var list: [CaptureFault] = []

    init(isQuiet: Bool = false) { self.isQuiet = isQuiet }

    mutating func report(_ fault: CaptureFault) {
        count += 1
        if isQuiet {
            if list.count < Self.mostKept { list.append(fault) }
        } else {
            let hint = fault.hint.isEmpty ? "" : "\n  hint: \(fault.hint)"
            Terminal.printError(Terminal.safe("\(fault.origin.text): \(fault.message) [\(fault.code.rawValue)]\(hint)"))
        }
    }
}

extension CaptureOrigin {
    /// `file:line:column (byte N)`.
    var text: String { "\(file):\(line):\(column) (byte \(offset))" }
}
