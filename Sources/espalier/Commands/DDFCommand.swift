import ArgumentParser
import CSP
import DDF
import DMTree

/// `espalier ddf`: device descriptions.
struct DDFCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ddf", abstract: "Show, check and compile device descriptions.",
        subcommands: [Show.self, Check.self, Compile.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    /// `espalier ddf show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what the catalogue knows of a node.",
            discussion: """
                Example:
                  espalier ddf show ./Device/Vendor/MSFT/DMClient/Provider/x/FirstSyncStatus/BlockInStatusPage
                """)

        @Argument(help: ArgumentHelp("The LocURI of the node.", valueName: "uri"))
        var uri: String

        @OptionGroup(title: "The device")
        var windows: WindowsOptions

        @Option(help: ArgumentHelp("A folder of DDF files that win over the shipped catalogue.", valueName: "dir"))
        var ddf: String?

        @Option(help: ArgumentHelp("text or json.", valueName: "format"))
        var format: Format = .text

        func run() throws {
            let address: TreeURI
            do throws(MalformedURI) { address = try TreeURI(uri) } catch {
                Terminal.printError("\(uri): \(error.reason); \(error.hint)")
                throw ExitCode(2)
            }
            let schema = WindowsSchema(release: try windows.release(), store: try DDFFolder.store(ddf))
            let resolution = schema.resolve(address)
            guard let node = resolution.node else {
                Terminal.printError(NodeSuggestion.sentence(for: resolution, schema: schema))
                throw ExitCode(1)
            }
            let path =
                (["."]
                + zip(resolution.steps, resolution.uri.segments).map { $0.0.isDynamic ? $0.0.displayName : $0.1 })
                .joined(separator: "/")
            let structural = resolution.uri.structuralCount
            let applicability = resolution.steps.dropFirst(structural)
                .reduce(Applicability()) { $1.facts.applicability.inheriting($0) }
            let root = CatalogueRoot.Scope(resolution.uri.scope)
            let csp = resolution.uri.keys.count > structural ? resolution.uri.keys[structural] : ""
            let report = NodeReport(
                node, path: path, applicability: applicability, root: schema.store.root(root, csp: csp)?.root)
            switch format {
            case .json: Terminal.print(try JSONOutput.text(report))
            case .text:
                for line in report.lines { Terminal.print(line) }
                Terminal.print(
                    NodeSuggestion.standing(resolution.standing, schema.release))
            }
        }
    }

    /// `espalier ddf check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report faults in device description files.",
            discussion: """
                Example:
                  espalier ddf check MyCSP.xml
                """)

        @Argument(help: ArgumentHelp("The files.", valueName: "file"))
        var files: [String]

        func run() throws {
            var hasErrors = false
            var isUnreadable = false
            for file in files {
                do throws(FileFault) {
                    let report = DDFChecker.check(try Files.read(file), name: file)
                    for line in report.lines { Terminal.print(line) }
                    if report.failure != nil { isUnreadable = true }
                    if report.hasErrors { hasErrors = true }
                } catch {
                    Terminal.printError("\(file): \(error.reason)")
                    isUnreadable = true
                }
            }
            if isUnreadable { throw ExitCode(2) }
            if hasErrors { throw ExitCode(1) }
        }
    }

    /// `espalier ddf compile`.
    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Turn a folder of device description files into a catalogue.",
            discussion: """
                The folder holds one subfolder for each edition (v2-feb2025, v1-20h2, …); the newest edition wins root by root. An output \
                that ends in .swift is a Swift source file, as the catalogue that ships.

                Example:
                  espalier ddf compile ../shared/data/ddf -o Sources/CSP/Catalogue/ShippedCatalogue.swift
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
        var folder: String

        @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the catalogue.", valueName: "file"))
        var output: String

        func run() throws {
            let catalogue = try DDFFolder.compile(folder)
            let text =
                output.hasSuffix(".swift") ? CatalogueWriter.writeSwift(catalogue) : CatalogueWriter.write(catalogue)
            do throws(FileFault) { try Files.write(Array(text.utf8), to: output) } catch {
                Terminal.printError("\(error.path): \(error.reason)")
                throw ExitCode(2)
            }
            Terminal.print("\(output): \(catalogue.entries.count) roots, \(text.utf8.count) bytes")
        }
    }
}
