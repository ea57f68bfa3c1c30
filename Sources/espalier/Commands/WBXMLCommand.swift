import ArgumentParser
import Notation
import SyncML

/// `espalier wbxml`: messages between their two forms.
struct WBXMLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wbxml", abstract: "Turn WBXML into XML, and messages in XML into WBXML.",
        subcommands: [Decode.self, Encode.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    enum Version: String, ExpressibleByArgument, CaseIterable {
        case v11 = "1.1"
        case v12 = "1.2"
        case v13 = "1.3"

        var value: WBXMLVersion {
            switch self {
            case .v11: .v11
            case .v12: .v12
            case .v13: .v13
            }
        }
    }

    /// What both directions share.
    struct Options: ParsableArguments {
        @Argument(help: ArgumentHelp("The document; - is standard input.", valueName: "file"))
        var file: String

        @Option(help: ArgumentHelp("Where the document goes; - is standard output.", valueName: "file"))
        var output: String = "-"

        @Option(help: ArgumentHelp("text for the document itself, json for machines.", valueName: "format"))
        var format: Format = .text

        func read() throws -> [UInt8] {
            do throws(FileFault) { return try Files.read(file) } catch {
                Terminal.printError("\(file): \(error.reason)")
                throw ExitCode(2)
            }
        }

        /// Prints a report, or writes the document and says the rest on standard error.
        func show(_ report: WBXMLReport, _ document: [UInt8]?) throws {
            switch format {
            case .json: Terminal.print(try JSONOutput.text(report))
            case .text:
                for finding in report.findings { Terminal.printError(Terminal.safe(finding.text(file))) }
                if let error = report.error { Terminal.printError(Terminal.safe(error.text(file))) }
                guard let document else { break }
                do throws(FileFault) { try Files.write(document, to: output) } catch {
                    Terminal.printError("\(error.path): \(error.reason)")
                    throw ExitCode(2)
                }
            }
            if report.error != nil { throw ExitCode(2) }
        }
    }

    /// `espalier wbxml decode`.
    struct Decode: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a WBXML document of SyncML or DDF as XML.",
            discussion: """
                Octets with Format bin become Base64, a WBXML document inside Data becomes XML. Findings go to standard error; places are \
                bytes, as columns of line 1.

                Example:
                  espalier wbxml decode SyncML-samples/wbxml/get-camera.wbxml
                """)

        @OptionGroup var options: Options

        func run() throws {
            let bytes = try options.read()
            var report = WBXMLReport(file: options.file)
            do throws(MessageRefusal) {
                let document = try WBXMLDocument(decoding: bytes)
                report.version = "\(document.version)"
                report.xml = String(decoding: document.xml(), as: UTF8.self)
                report.findings = document.findings.map { WBXMLReport.Place($0) }
            } catch {
                report.error = WBXMLReport.Place(error)
            }
            try options.show(report, report.xml.map { Array("\($0)\n".utf8) })
        }
    }

    /// `espalier wbxml encode`.
    struct Encode: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a message as WBXML.",
            discussion: """
                The message is XML, or WBXML that is to have another version. Data with Format bin becomes octets. What WBXML cannot \
                carry, such as msft:originalerror, is told on standard error.

                Example:
                  espalier wbxml encode request.xml --output request.wbxml
                """)

        @OptionGroup var options: Options

        @Option(help: ArgumentHelp("The version of WBXML: 1.1, 1.2 or 1.3.", valueName: "version"))
        var version: Version = .v13

        func run() throws {
            let bytes = try options.read()
            var report = WBXMLReport(file: options.file, version: version.rawValue)
            var document: [UInt8]?
            do throws(MessageRefusal) {
                let message = try Message(parsing: bytes)
                do throws(WBXMLEncodingError) {
                    let encoding = try message.wbxmlEncoding(version: version.value)
                    document = encoding.bytes
                    report.wbxml = Hexadecimal.text(encoding.bytes)
                    report.findings = encoding.losses.map { WBXMLReport.Place($0) }
                } catch {
                    report.error = WBXMLReport.Place(error)
                }
            } catch {
                report.error = WBXMLReport.Place(error)
            }
            try options.show(report, document)
        }
    }
}
