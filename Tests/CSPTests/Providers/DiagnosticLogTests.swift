import CSP
import DMTree
import Foundation
import Notation
import Testing

/// DiagnosticLog (windows-csp.md 4.15; descriptions of its nodes).
@Suite struct DiagnosticLogTests {
    private static let root = "./Vendor/MSFT/DiagnosticLog"
    private static let collector = "\(root)/EtwLog/Collectors/MDM"
    private static let provider = "\(collector)/Providers/3DA494E4-0FE2-415C-B895-FB5265C5C83B"
    private static let channelName = "Microsoft-Client-Licensing-Platform%2FAdmin"
    private static let channel = "\(root)/EtwLog/Channels/\(channelName)"
    private static let archive = "\(root)/DiagnosticArchive"
    private static func file(_ name: String) -> String { "\(root)/FileDownload/DMChannel/\(name)" }

    private static let definition = """
        <Collection><ID>2e20cb40-9789-4f6b-8f6a-766989764c6d</ID><SasUrl><![CDATA[https://x.test/c?sig=secret]]></SasUrl>\
        <RegistryKey>HKLM\\Software\\Policies</RegistryKey><FoldersFiles>%ProgramData%\\Logs\\*.etl</FoldersFiles>\
        <Command>%windir%\\system32\\ipconfig.exe /all</Command><Events>Application</Events>\
        <OutputFileFormat>Flattened</OutputFileFormat></Collection>
        """

    private static func traced() -> DeviceTree {
        var tree = Devices.fresh()
        #expect(tree.status(.add, collector, format: "node") == 200)
        #expect(tree.status(.add, provider, format: "node") == 200)
        return tree
    }

    private func text(_ tree: inout DeviceTree, _ name: String) -> String {
        let count = tree.get("\(Self.file(name))/BlockCount").flatMap { Int($0) } ?? -1
        var bytes = Data()
        for index in 0..<max(0, count) {
            #expect(tree.status(.replace, "\(Self.file(name))/BlockIndexToRead", "\(index)", format: "int") == 200)
            let block = tree.get("\(Self.file(name))/BlockData")
            #expect(block == tree.get("\(Self.file(name))/DataBlocks/\(index)"))
            bytes += block.flatMap { Data(base64Encoded: $0) } ?? Data()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("A trace: -1 before, START, -2 while it runs, STOP, a file in blocks, gone with the next START")
    func trace() {
        var tree = Self.traced()
        #expect(tree.get("\(Self.collector)/TraceStatus") == "0")
        #expect(tree.get("\(Self.collector)/TraceControl") == "TraceControl")
        #expect(tree.get("\(Self.file("MDM"))/BlockCount") == "-1")
        let start = tree.send(.exec, "\(Self.collector)/TraceControl", "START", format: "chr")
        #expect(start.status == 200 && start.advised.isEmpty)
        #expect(tree.get("\(Self.collector)/TraceStatus") == "1")
        #expect(tree.get("\(Self.file("MDM"))/BlockCount") == "-2")
        #expect(tree.get("\(Self.file("MDM"))/DataBlocks") == "")
        tree.localTime = "2026-01-05T08:00:00Z"
        #expect(tree.status(.exec, "\(Self.collector)/TraceControl", "STOP") == 200)
        #expect(tree.get("\(Self.collector)/TraceStatus") == "0" && tree.get("\(Self.file("MDM"))/BlockCount") == "1")
        let log = text(&tree, "MDM")
        #expect(log.hasPrefix("Espalier: no real log\r\nCollector MDM\r\nProvider 3DA494E4"))
        #expect(log.hasSuffix("Stopped 2026-01-05T08:00:00Z\r\n"))
        #expect(tree.status(.exec, "\(Self.collector)/TraceControl", "START") == 200)
        #expect(tree.status(.get, "\(Self.file("MDM"))/BlockData") == 404)
    }

    @Test("Wrong order of START and STOP; a collector that is deleted takes its file with it")
    func order() {
        var tree = Self.traced()
        let stop = tree.send(.exec, "\(Self.collector)/TraceControl", "STOP")
        #expect(stop.status == 500 && stop.error == HRESULT(rawValue: 0x8007_1069))
        #expect(stop.advised == ["diagnostics.trace-stopped"])
        tree.send(.exec, "\(Self.collector)/TraceControl", "START")
        let start = tree.send(.exec, "\(Self.collector)/TraceControl", "START")
        #expect(start.status == 418 && start.error == .alreadyExists && start.advised == ["diagnostics.trace-running"])
        for data in [nil, "", "start", "PAUSE"] as [String?] {
            let other = tree.send(.exec, "\(Self.collector)/TraceControl", data)
            #expect(other.status == 500 && other.advised == ["diagnostics.trace-control"])
        }
        #expect(tree.status(.delete, Self.collector) == 200)
        #expect(tree.status(.get, Self.file("MDM")) == 404)
        #expect(tree.status(.exec, "\(Self.collector)/TraceControl", "START") == 404)
        #expect(tree.status(.add, "\(Self.root)/EtwLog/Collectors/Empty") == 200)
        let empty = tree.send(.exec, "\(Self.root)/EtwLog/Collectors/Empty/TraceControl", "START")
        #expect(empty.status == 200 && empty.advised == ["diagnostics.no-providers"])
    }

    @Test("Settings of a collector and its providers: defaults and bounds")
    func settings() {
        var tree = Self.traced()
        let cases: [(leaf: String, initial: String, good: String, bad: String, status: Int)] = [
            ("\(Self.collector)/TraceLogFileMode", "1", "2", "3", 500),
            ("\(Self.collector)/LogFileSizeLimitMB", "4", "2048", "2049", 500),
            ("\(Self.provider)/TraceLevel", "5", "1", "6", 500), ("\(Self.provider)/State", "true", "false", "2", 415),
            ("\(Self.provider)/Keywords", "0", "12345678FFFFFFFF", "12345678FFFFFFFFF", 500),
            ("\(Self.provider)/Keywords", "12345678FFFFFFFF", "f", "0x1", 500),
            ("\(Self.file("MDM"))/BlockSizeKB", "4", "16", "17", 500),
        ]
        for row in cases {
            #expect(tree.get(row.leaf) == row.initial, "\(row.leaf)")
            #expect(tree.status(.replace, row.leaf, row.good) == 200)
            let bad = tree.send(.replace, row.leaf, row.bad)
            #expect(bad.status == row.status && tree.get(row.leaf) == row.good)
            if row.leaf.hasSuffix("Keywords") { #expect(bad.advised == ["diagnostics.keywords"]) }
        }
        let wrong = tree.send(.add, "\(Self.collector)/Providers/NoGuid")
        #expect(wrong.status == 500 && wrong.error == .invalidArgument && wrong.advised == ["diagnostics.provider"])
        #expect(tree.status(.delete, Self.provider) == 200)
        #expect(tree.status(.get, "\(Self.provider)/Keywords") == 404)
    }

    @Test("A channel: State and Filter, Export makes a file under its encoded name")
    func channel() {
        var tree = Devices.fresh()
        #expect(tree.status(.exec, "\(Self.channel)/Export") == 404, "Export before the Add")
        #expect(tree.status(.add, Self.channel, format: "node") == 200)
        #expect(tree.get("\(Self.channel)/State") == "true" && tree.get("\(Self.channel)/Filter") == "")
        #expect(tree.get("\(Self.channel)/Export") == "Export")
        #expect(tree.status(.replace, "\(Self.channel)/State", "false", format: "bool") == 200)
        #expect(tree.status(.replace, "\(Self.channel)/State", "off", format: "bool") == 415)
        #expect(tree.status(.replace, "\(Self.channel)/Filter", "*[System[Level=2]]") == 200)
        #expect(tree.get("\(Self.file(Self.channelName))/BlockCount") == "-1")
        #expect(tree.status(.exec, "\(Self.channel)/Export") == 200)
        #expect(text(&tree, Self.channelName).contains("Filter *[System[Level=2]]"))
        #expect(tree.status(.delete, Self.channel) == 200)
        #expect(tree.status(.get, Self.file(Self.channelName)) == 404)
    }

    @Test("A long file comes in blocks, and in others after BlockSizeKB; an index beyond them is 500")
    func blocks() {
        var tree = Devices.fresh()
        for index in 0..<120 {
            tree.setLocally(
                "./Device/Vendor/MSFT/Policy/Config/Experience/P\(index)",
                value: String(repeating: "\(index % 10)", count: 60))
        }
        #expect(tree.status(.exec, "\(Self.root)/DeviceStateData/MdmConfiguration", "SNAP", format: "chr") == 200)
        let file = Self.file("MdmConfiguration")
        let count = Int(tree.get("\(file)/BlockCount") ?? "") ?? 0
        #expect(count > 1)
        let whole = text(&tree, "MdmConfiguration")
        #expect(tree.get("\(file)/DataBlocks") == (0..<count).map(String.init).joined(separator: "/"))
        for size in [1, 16, 3] {
            #expect(tree.status(.replace, "\(file)/BlockIndexToRead", "0", format: "int") == 200)
            #expect(tree.status(.replace, "\(file)/BlockSizeKB", "\(size)", format: "int") == 200)
            #expect(tree.get("\(file)/BlockCount") == "\((whole.utf8.count + size * 1024 - 1) / (size * 1024))")
            #expect(text(&tree, "MdmConfiguration") == whole)
        }
        for index in ["99", "-1"] {
            let wrong = tree.send(.replace, "\(file)/BlockIndexToRead", index, format: "int")
            #expect(wrong.status == 500 && wrong.advised == ["diagnostics.block-index"])
        }
        #expect(tree.status(.replace, "\(file)/BlockIndexToRead", "x", format: "int") == 415)
        for data in [nil, "snap", "START"] as [String?] {
            let wrong = tree.send(.exec, "\(Self.root)/DeviceStateData/MdmConfiguration", data)
            #expect(wrong.status == 500 && wrong.advised == ["diagnostics.snap"])
        }
    }

    @Test("An archive: 202 and a job without the secret address; results with an HRESULT for each directive")
    func archived() throws {
        var tree = Devices.fresh()
        #expect(tree.status(.get, "\(Self.archive)/ArchiveResults") == 404)
        let exec = tree.send(.exec, "\(Self.archive)/ArchiveDefinition", Self.definition, format: "xml")
        #expect(exec.status == 202)
        #expect(exec.jobs == [Job(kind: .diagnosticArchive, uri: try TreeURI(Self.archive), data: "")])
        #expect(tree.status(.get, "\(Self.archive)/ArchiveResults") == 404, "it is being gathered")
        DiagnosticArchive(node: try TreeURI(Self.archive)).finish(
            HRESULT(0), errors: ["Application": HRESULT(rawValue: 0x8007_0002)], in: &tree)
        #expect(
            tree.get("\(Self.archive)/ArchiveResults") == """
                <Collection HRESULT="0"><ID>2e20cb40-9789-4f6b-8f6a-766989764c6d</ID>\
                <RegistryKey HRESULT="0">HKLM\\Software\\Policies</RegistryKey>\
                <FoldersFiles HRESULT="0">%ProgramData%\\Logs\\*.etl</FoldersFiles>\
                <Command HRESULT="0">%windir%\\system32\\ipconfig.exe /all</Command>\
                <Events HRESULT="-2147024894">Application</Events><OutputFileFormat>Flattened</OutputFileFormat></Collection>
                """)
        #expect(SecretNodes.contains(try TreeURI("\(Self.archive)/ArchiveDefinition")))
    }

    @Test("Replace stores a definition, and an Exec without Data takes it")
    func replaced() {
        var tree = Devices.fresh()
        let early = tree.send(.exec, "\(Self.archive)/ArchiveDefinition")
        #expect(early.status == 415 && early.advised == ["diagnostics.archive"], "there is no definition yet")
        #expect(tree.status(.replace, "\(Self.archive)/ArchiveDefinition", Self.definition) == 200)
        #expect(tree.send(.exec, "\(Self.archive)/ArchiveDefinition").jobs.count == 1)
    }

    @Test(
        "Definitions that are none, in Exec and Replace",
        arguments: [
            ("<Collection", 415), ("text", 415), ("<Archive/>", 500), ("<Collection/>", 500),
            ("<Collection><ID>1</ID></Collection>", 500),
            ("<Collection><Events>Application</Events></Collection>", 500),
        ])
    func wrongDefinition(text: String, status: Int) {
        for verb in [Verb.exec, .replace] {
            var tree = Devices.fresh()
            let application = tree.send(verb, "\(Self.archive)/ArchiveDefinition", text)
            #expect(application.status == status && application.advised == ["diagnostics.archive"])
            #expect(application.error == (status == 415 ? .xmlParseError : .invalidArgument))
            #expect(application.effects.isEmpty)
            #expect(tree.status(.get, "\(Self.archive)/ArchiveDefinition") == 404)
        }
    }

    @Test("A definition cut off at any byte is refused")
    func truncated() {
        var tree = Devices.fresh()
        for count in 1..<Self.definition.count {
            #expect(
                tree.status(.exec, "\(Self.archive)/ArchiveDefinition", String(Self.definition.prefix(count))) == 415)
        }
    }

    @Test("Policy/Channels and its bounds; wrong verbs, places and releases")
    func policyAndWrongInput() {
        var tree = Devices.fresh()
        let policy = "\(Self.root)/Policy/Channels/System"
        #expect(tree.status(.add, policy, format: "node") == 200)
        #expect(tree.status(.get, "\(policy)/MaximumFileSize") == 404)
        #expect(tree.status(.add, "\(policy)/MaximumFileSize", "20", format: "int") == 200)
        #expect(tree.status(.replace, "\(policy)/MaximumFileSize", "2000001", format: "int") == 500)
        #expect(tree.status(.add, "\(policy)/ActionWhenFull", "Archive") == 200)
        #expect(tree.status(.replace, "\(policy)/ActionWhenFull", "Forget") == 500)
        #expect(tree.status(.add, "\(policy)/Enabled", "true", format: "bool") == 200)
        #expect(tree.status(.add, "\(policy)/SDDL", "O:BAG:SYD:") == 200)
        #expect(tree.status(.delete, policy) == 200)
        for verb in [Verb.exec, .add, .delete] {
            #expect(tree.status(verb, "\(Self.archive)/ArchiveResults", "x") == 405)
        }
        #expect(tree.status(.add, Self.file("x")) == 405)
        #expect(tree.status(.get, "\(Self.file("x"))/BlockCount") == 404)
        #expect(tree.status(.replace, "\(Self.collector)/LogFileSizeLimitMB", "4") == 404, "the collector wants an Add")
        #expect(tree.status(.add, "./User/Vendor/MSFT/DiagnosticLog/EtwLog/Collectors/A") == 405)
        var old = Devices.fresh("10-1809")
        #expect(old.status(.exec, "\(Self.archive)/ArchiveDefinition", Self.definition) == 405)
    }
}
