import Capture
import SyncML
import Testing

/// Comparison of two client messages: what is masked, what is not, and where a difference is said to be.
struct ComparisonTests {
    /// An answer with every kind of element: a Status per Item, Results, an alert.
    static let body =
        Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200")
        + Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
        + Script.results(3, msgRef: 1, cmdRef: "5", "./Vendor/MSFT/Acme/Name", "bough")
        + Script.status(4, msgRef: 1, cmdRef: "6", "Replace", "200", target: "./Vendor/MSFT/Acme/A")
        + Script.status(5, msgRef: 1, cmdRef: "6", "Replace", "405", target: "./Vendor/MSFT/Acme/B")
        + Script.status(6, msgRef: 1, cmdRef: "7", "Atomic", "507")
        + Script.status(7, msgRef: 1, cmdRef: "8", "Add", "216")
        + Script.status(8, msgRef: 1, cmdRef: "9", "Exec", "202")
        + "<Alert><CmdID>9</CmdID><Data>1226</Data><Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft.mdm.win32csp_install</Type></Meta><Data>0</Data></Item></Alert><Final/>"

    static func message(_ body: String = body) throws -> Message { try Message(parsing: Script.client(2, body).body) }

    static func differences(ours: Message, recorded: Message) -> [Difference] {
        MessageComparison(ours: ComparedMessage(ours), recorded: ComparedMessage(recorded)).differences
    }

    @Test("Equal messages have no difference and nothing masked")
    func equal() throws {
        let message = try Self.message()
        let comparison = MessageComparison(ours: ComparedMessage(message), recorded: ComparedMessage(message))
        #expect(comparison.differences == [])
        #expect(comparison.fidelity.masked == [:])
        #expect(comparison.fidelity.commands == Fidelity.Share(equal: 6, all: 6))
        #expect(comparison.fidelity.commands.percent == 100)
    }

    @Test("Mutation: each Status code that was changed is told exactly once, in its place")
    func changedStatus() throws {
        let ours = try Self.message()
        for (index, command) in ours.commands.enumerated() {
            guard case .status(var status) = command else { continue }
            var recorded = ours
            status.data = ItemData("499")
            recorded.commands[index] = .status(status)
            let found = Self.differences(ours: ours, recorded: recorded)
            #expect(found.map(\.rule.id) == ["compare.status-code"])
            #expect(found.first?.commandID == status.cmdRef)
            #expect(found.first?.recorded.text == "499")
            #expect(found.first?.recorded.line == 2)
            #expect(found.first?.recorded.column == command.origin.position?.column)
        }
    }

    @Test("Mutation: each element that was dropped is told exactly once, on either side")
    func dropped() throws {
        let whole = try Self.message()
        for index in whole.commands.indices {
            var less = whole
            let command = less.commands.remove(at: index)
            let name = command.name.lowercased()
            #expect(
                Self.differences(ours: less, recorded: whole).map(\.rule.id)
                    == ["compare.\(name)-missing"])
            #expect(Self.differences(ours: whole, recorded: less).map(\.rule.id) == ["compare.\(name)-extra"])
        }
    }

    @Test("Mutation: two Statuses that change places are told exactly once")
    func swapped() throws {
        let ours = try Self.message()
        let places = ours.commands.indices.filter { ours.commands[$0].name == "Status" }
        for left in places {
            for right in places where left < right {
                var recorded = ours
                recorded.commands.swapAt(left, right)
                #expect(
                    Self.differences(ours: ours, recorded: recorded).map(\.rule.id) == ["compare.status-order"])
            }
        }
    }

    @Test("A Status per Item is found by its TargetRef")
    func targetRef() throws {
        let ours = try Self.message()
        let recorded = try Self.message(
            Self.body.replacing(
                "<TargetRef>./Vendor/MSFT/Acme/B</TargetRef><Data>405",
                with: "<TargetRef>./Vendor/MSFT/Acme/B</TargetRef><Data>404"))
        let found = Self.differences(ours: ours, recorded: recorded)
        #expect(found.map(\.target) == ["./Vendor/MSFT/Acme/B"])
        #expect(found.first?.ours.text == "405")
    }

    @Test(
        "Values are compared by their format",
        arguments: [
            ("int", "007", "7", "compare.wording"), ("bool", "true", "1", "compare.wording"),
            ("bool", "true", "0", nil), ("int", "7", "8", nil), ("chr", "true", "1", nil),
            ("node", "B/A", "A/B", "compare.child-order"), ("node", "A/B", "A/C", nil),
            ("xml", "<a  x='1' y='2'><b/></a>", "<a y=\"2\" x=\"1\">\n <b></b></a>", "compare.wording"),
            ("xml", "<a x='1'/>", "<a x='2'/>", nil),
            ("chr", "2026-11-27T10:00:00Z", "2024-01-31T23:59:59Z", "compare.time"),
            ("chr", "2026-11-27", "27.11.2026", nil), ("int", "20261127", "20240131", nil),
            ("chr", "10000000", "20000000", nil), ("chr", "20261127", "20240131", "compare.time"),
            (
                "chr", "{3F7C1A52-8E64-4B0D-9C21-5D8E7A6B4C30}", "{11111111-2222-3333-4444-555555555555}",
                "compare.guid"
            ),
            ("chr", "a\u{F000}b", "a\u{F000}c", nil), ("chr", "a\u{F000}b", "b\u{F000}a", nil),
        ] as [(String, String, String, String?)])
    func data(_ format: String, _ our: String, _ their: String, _ mask: String?) throws {
        func message(_ data: String) throws -> Message {
            let escaped = data.replacing("<", with: "&lt;")
            return try Self.message(
                Script.results(1, msgRef: 1, cmdRef: "5", "./Vendor/MSFT/Acme/Name", escaped, format: format)
                    + "<Final/>")
        }
        let comparison = MessageComparison(
            ours: ComparedMessage(try message(our)), recorded: ComparedMessage(try message(their)))
        if let mask {
            #expect(comparison.differences == [])
            #expect(comparison.fidelity.masked == [mask: 1])
        } else {
            #expect(comparison.differences.map(\.rule.id) == ["compare.results-data"])
            #expect(comparison.differences.first?.ours.text == our)
        }
    }

    @Test("One GUID in two places is not two GUIDs")
    func guids() throws {
        let one = "11111111-2222-3333-4444-555555555555"
        let two = "3f7c1a52-8e64-4b0d-9c21-5d8e7a6b4c30"
        func message(_ data: String) throws -> Message {
            try Self.message(Script.results(1, msgRef: 1, cmdRef: "5", "./Vendor/MSFT/Acme/Name", data) + "<Final/>")
        }
        #expect(Self.differences(ours: try message("\(one) \(two)"), recorded: try message("\(two) \(one)")) == [])
        #expect(
            Self.differences(ours: try message("\(one) \(two)"), recorded: try message("\(two) \(two)")).count == 1)
    }

    @Test("A list tells which entries differ")
    func list() throws {
        func message(_ data: String) throws -> Message {
            try Self.message(Script.results(1, msgRef: 1, cmdRef: "5", "./Vendor/MSFT/Acme/Name", data) + "<Final/>")
        }
        let found = Self.differences(ours: try message("a\u{F000}b"), recorded: try message("a\u{F000}c"))
        #expect(found.first?.message.contains("lacks the entry \"c\"") == true)
        #expect(found.first?.message.contains("only ours has the entry \"b\"") == true)
    }

    @Test(
        "What tells the device is masked, versions and limits of the protocol are not",
        arguments: [
            ("./DevDetail/SwV", true), ("./DevInfo/Man", true), ("./Vendor/MSFT/DeviceStatus/OS/Edition", true),
            ("./Device/Vendor/MSFT/DeviceStatus/OS/Edition", true), ("./DevInfo/DmV", false),
            ("./DevDetail/LrgObj", false), ("./DevDetail/URI/MaxDepth", false),
            ("./Vendor/MSFT/Policy/Config/Update/BranchReadinessLevel", false),
        ])
    func facts(_ uri: String, _ isMasked: Bool) throws {
        func message(_ data: String) throws -> Message {
            try Self.message(Script.results(1, msgRef: 1, cmdRef: "5", uri, data) + "<Final/>")
        }
        let comparison = MessageComparison(
            ours: ComparedMessage(try message("a")), recorded: ComparedMessage(try message("b")))
        #expect(comparison.differences.isEmpty == isMasked)
        #expect((comparison.fidelity.masked["compare.device-fact"] == 1) == isMasked)
    }

    @Test("MsgRef, CmdRef and Cmd are not masked; CmdIDs, MsgIDs and SessionIDs are")
    func numbers() throws {
        let ours = try Self.message("<Final/>" + "")
        let recorded = try Message(parsing: Script.client(7, session: "1A", "<Final/>").body)
        #expect(Self.differences(ours: ours, recorded: recorded) == [])
        let left = try Self.message(Script.status(1, msgRef: 1, cmdRef: "5", "Get", "200") + "<Final/>")
        let right = try Self.message(Script.status(9, msgRef: 2, cmdRef: "5", "Get", "200") + "<Final/>")
        #expect(
            Self.differences(ours: left, recorded: right).map(\.rule.id)
                == ["compare.status-missing", "compare.status-extra"])
        let other = try Self.message(Script.status(9, msgRef: 1, cmdRef: "5", "Exec", "200") + "<Final/>")
        #expect(Self.differences(ours: left, recorded: other).map(\.rule.id) == ["compare.status-command"])
    }

    @Test("The header is compared: versions, addresses, credentials, sizes and Final")
    func header() throws {
        let ours = try Self.message()
        let text = String(decoding: Script.client(2, Self.body).body, as: UTF8.self)
        func found(_ old: String, _ new: String) throws -> [String] {
            let recorded = try Message(parsing: Array(text.replacing(old, with: new).utf8))
            return Self.differences(ours: ours, recorded: recorded).map(\.rule.id)
        }
        #expect(try found("<VerDTD>1.2", "<VerDTD>1.1") == ["compare.header-version"])
        #expect(try found("DM/1.2", "DM/1.1") == ["compare.header-version"])
        #expect(try found("SYNCML1.2", "SYNCML1.1") == ["compare.header-version"])
        #expect(try found("DEV-1", "DEV-2") == ["compare.header-address"])
        #expect(try found("<Final/>", "") == ["compare.final"])
        #expect(
            try found(
                "</SyncHdr>", "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">4096</MaxMsgSize></Meta></SyncHdr>")
                == ["compare.header-meta"])
        #expect(
            try found(
                "</Source></SyncHdr>",
                "</Source><Cred><Meta><Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type></Meta><Data>x</Data></Cred></SyncHdr>"
            )
                == ["compare.header-credentials"])
    }

    @Test("A token is masked and never shown")
    func token() throws {
        func message(_ data: String) throws -> Message {
            try Self.message(
                "<Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft/MDM/AADUserToken</Type></Meta><Data>\(data)</Data></Item></Alert><Final/>"
            )
        }
        #expect(Self.differences(ours: try message("eyJ.a"), recorded: try message("eyJ.b")) == [])
        let found = Self.differences(ours: try Self.message("<Final/>"), recorded: try message("eyJ.secret"))
        #expect(found.map(\.rule.id) == ["compare.alert-missing"])
        #expect(found.first?.recorded.text?.contains("secret") == false)
    }

    @Test("The ids of the rules are unique, and every one says where it comes from")
    func rules() {
        #expect(Set(ComparisonRule.all.map(\.id)).count == ComparisonRule.all.count)
        #expect(ComparisonRule.all.allSatisfy { $0.id.hasPrefix("compare.") && !$0.reference.isEmpty })
    }
}
