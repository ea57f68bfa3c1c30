#if Live
import ArgumentParser
import DeviceFile

/// `espalier tree`: the management tree of a device file.
struct TreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree", abstract: "Look at the management tree of an enrolled device.",
        discussion: """
            Values are those that programs on the device see. What no server can read, such as passwords, is hidden unless --reveal is \
            given.

            Exit status: 0 all was there, 1 a node is not on the device, 2 a device file that cannot be used, or no address.

            Example:
              espalier tree list ./Device/Vendor/MSFT/DMClient --device my.device --recursive
            """,
        subcommands: [Get.self, List.self])

    /// `espalier tree get`.
    struct Get: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print nodes with their values.",
            discussion: """
                Example:
                  espalier tree get ./DevInfo/Lang ./DevDetail/SwV --device my.device
                """)

        @Argument(help: ArgumentHelp("The LocURIs of the nodes.", valueName: "uri"))
        var uris: [String]

        @OptionGroup var device: DeviceFileOption

        @Flag(help: "Show values that no server can read, too.")
        var reveal = false

        @Option(help: ArgumentHelp("text or json.", valueName: "format"))
        var format: ShownFormat = .text

        func run() throws {
            let tree = try StoredTree(try device.open().content, path: device.device ?? "")
            var answer = ShownNodes()
            for uri in uris {
                do throws(StoredTree.Absent) {
                    answer.add(try tree.node(uri, isRevealed: reveal))
                } catch { answer.add(error) }
            }
            try answer.print(format)
        }
    }

    /// `espalier tree list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the nodes below a node.",
            discussion: """
                Example:
                  espalier tree list ./DevDetail --device my.device --recursive
                """)

        @Argument(help: ArgumentHelp("The LocURI of an interior node.", valueName: "uri"))
        var uri: String

        @OptionGroup var device: DeviceFileOption

        @Flag(help: "All nodes below, not the children alone.")
        var recursive = false

        @Flag(help: "Show values that no server can read, too.")
        var reveal = false

        @Option(help: ArgumentHelp("text or json.", valueName: "format"))
        var format: ShownFormat = .text

        func run() throws {
            let tree = try StoredTree(try device.open().content, path: device.device ?? "")
            var answer = ShownNodes()
            do throws(StoredTree.Absent) {
                let top = try tree.node(uri, isRevealed: reveal)
                if top.isInterior {
                    for node in tree.nodes(below: uri, deepest: recursive ? .max : 1, isRevealed: reveal) {
                        answer.add(node)
                    }
                } else {
                    answer.add(top)
                }
            } catch { answer.add(error) }
            try answer.print(format)
        }
    }
}

/// What `tree` answers.
private struct ShownNodes: Encodable {
    struct Missing: Encodable {
        var uri: String
        var message: String
        var hint: String
    }

    let schemaVersion = 1
    private var nodes: [ShownNode] = []
    private var missing: [Missing] = []
    private var isMalformed = false

    private enum CodingKeys: String, CodingKey { case schemaVersion, nodes, missing }

    mutating func add(_ node: ShownNode) { nodes.append(node) }

    mutating func add(_ absent: StoredTree.Absent) {
        missing.append(Missing(uri: absent.uri, message: absent.message, hint: absent.hint))
        if absent.isMalformed { isMalformed = true }
    }

    func print(_ format: ShownFormat) throws {
        switch format {
        case .json: Terminal.print(try JSONOutput.text(self))
        case .text:
            for node in nodes { Terminal.print(Terminal.safe(node.text)) }
            for absent in missing {
                Terminal.printError(Terminal.safe("\(absent.uri): \(absent.message)\n  hint: \(absent.hint)"))
            }
        }
        if isMalformed { throw ExitCode(2) }
        if !missing.isEmpty { throw ExitCode(1) }
    }
}
#endif
