#if Live
import ArgumentParser
import Capture
import DeviceFile

/// `espalier device`: what a device file holds.
struct DeviceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device", abstract: "Look at a device file, and take out what is in it.",
        subcommands: [Show.self, Export.self])

    /// `espalier device show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print who the device is, where it is enrolled, and what is due next.",
            discussion: """
                The device may be played by another process meanwhile. Exit status 2 for a file that cannot be used.

                Example:
                  espalier device show --device my.device
                """)

        @OptionGroup var device: DeviceFileOption

        @Option(help: ArgumentHelp("How many sessions to list.", valueName: "count"))
        var sessions = 10

        @Option(help: ArgumentHelp("text or json.", valueName: "format"))
        var format: ShownFormat = .text

        func validate() throws {
            guard sessions >= 0 else { throw ValidationError("--sessions \(sessions): expected 0 or more.") }
        }

        func run() throws {
            let (file, content) = try device.open()
            defer { file.close() }
            let sessions = try DeviceFileOption.attempt { () throws(DeviceFileFault) in
                try file.sessions(last: self.sessions)
            }
            let shown = ShownDevice(content, sessions: sessions, file: file.path)
            switch format {
            case .json: Terminal.print(try JSONOutput.text(shown))
            case .text: for line in shown.lines { Terminal.print(Terminal.safe(line)) }
            }
        }
    }

    /// `espalier device export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write what a device file holds: everything into a folder, or its capture log into one file.",
            discussion: """
                A folder gets device.json, tree.json, capture.jsonl and certificates/*.der. Secrets and names are replaced by placeholders \
                unless --no-redact is given; private keys are left out unless --with-keys is. What is written is its owner's alone to read.

                Exit status 2 when something could not be read, written or redacted.

                Examples:
                  espalier device export --device my.device --capture session.jsonl && espalier lint session.jsonl
                  espalier device export --device my.device --to folder
                """)

        @OptionGroup var device: DeviceFileOption

        @Option(help: ArgumentHelp("The folder to make.", valueName: "dir"))
        var to: String?

        @Option(help: ArgumentHelp("The capture to write, as JSON Lines; - is standard output.", valueName: "file"))
        var capture: String?

        @Flag(
            inversion: .prefixedNo,
            help: "Replace tokens, nonces, keys, passwords, serial numbers and names by placeholders.")
        var redact = true

        @Flag(help: "Write the private keys, too: whoever has them is this device.")
        var withKeys = false

        func validate() throws {
            guard to != nil || capture != nil else {
                throw ValidationError("say where to write: --to DIR, --capture FILE.jsonl, or both.")
            }
            guard !withKeys || to != nil else { throw ValidationError("--with-keys needs --to DIR.") }
        }

        func run() throws {
            let (file, content) = try device.open()
            defer { file.close() }
            // Nothing is written for a file that cannot be read.
            let tree = try content.life.map { _ in try StoredTree(content, path: file.path) }
            var export = DeviceExport(file, content, tree: tree, isRedacted: redact)
            try export.meetSecrets()
            if let to { try export.write(to: to, withKeys: withKeys) }
            if let capture { try export.writeCapture(to: capture) }
            if export.faultCount > 0 { throw ExitCode(2) }
        }
    }
}
#endif
