import DDF
import DMSession
import DMTree
import Foundation
import ProtocolProfile
import SyncML
import Testing

/// The switches of oma-dm.md 8 that change what a session does or writes.
struct SwitchTests {
    private static let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"

    private func conversation(
        _ name: ProtocolProfile.Name = .windows, _ change: (inout Ambiguities) -> Void
    ) -> Conversation {
        var profile = ProtocolProfile(name)
        profile.ambiguities.replaceOfAbsent = .added
        change(&profile.ambiguities)
        return Conversation(profile: profile)
    }

    @Test("A1: the order of the children of a Status that we write")
    func statusOrder() throws {
        let get = command("Get", "2", items: [item("./DevInfo/Man"), item("./DevInfo/Nothing")])
        var dtd = conversation { $0.statusOrder = .dtd }
        #expect(try dtd.send(get).replyText?.contains("</TargetRef><Data>200</Data></Status>") == true)
        var msmdm = conversation { $0.statusOrder = .msmdm }
        #expect(
            try msmdm.send(get).replyText?.contains("<Data>200</Data><TargetRef>./DevInfo/Man</TargetRef></Status>")
                == true)
    }

    @Test("A2: TargetRef as text, or with a LocURI element; both are read")
    func referenceContent() throws {
        let get = command("Get", "2", items: [item("./DevInfo/Man"), item("./DevInfo/Nothing")])
        var windows = conversation { $0.referenceContent = .locURI }
        let turn = try windows.send(get)
        let text = try #require(try turn.replyText)
        #expect(text.contains("<TargetRef><LocURI>./DevInfo/Man</LocURI></TargetRef>"))
        let read = try Message(parsing: Array(text.utf8))
        #expect(read.commands == turn.reply?.commands)
        #expect(read.findings.map(\.rule) == ["syncml.reference-locuri", "syncml.reference-locuri"])
    }

    @Test("A3: Cmd in Results by switch only")
    func resultsCmd() throws {
        for (option, cmd) in [(Ambiguities.ResultsCmd.absent, nil), (.present, "Get")] {
            var session = conversation { $0.resultsCmd = option }
            #expect(try session.send(command("Get", "2", "./DevInfo/Man")).results.map(\.cmd) == [cmd])
        }
    }

    @Test("A6, DM-SEQ-05, DM-SEQ-02: an ordinary failure does not stop a Sequence, unless the switch says so")
    func sequenceFailure() throws {
        for (option, last) in [(Ambiguities.SequenceFailure.continues, 200), (.stops, 215)] {
            var session = conversation(.oma) { $0.sequenceFailure = option }
            let turn = try session.send(
                container(
                    "Sequence", "2", command("Get", "3", "./DevInfo/Man"), command("Get", "4", "./DevInfo/Nothing"),
                    command("Get", "5", "./DevInfo/Man")))
            #expect(turn.statuses == ["2 Sequence 200", "3 Get 200", "4 Get 404", "5 Get \(last)"])
        }
    }

    @Test("A7: a command with NoResp is answered, unless the switch obeys; it is executed in any case")
    func noResp() throws {
        let body =
            "<Replace><CmdID>2</CmdID><NoResp/>\(item(Self.length, "8"))</Replace>"
            + "<Get><CmdID>3</CmdID><NoResp/>\(item("./DevInfo/Man"))</Get>"
        var answering = conversation { $0.noResp = .answered }
        #expect(try answering.send(body).statuses == ["2 Replace 200", "3 Get 200"])
        var obeying = conversation { $0.noResp = .obeyed }
        let turn = try obeying.send(body + command("Get", "4", "./DevInfo/Man"))
        #expect(turn.statuses == ["4 Get 200"])
        #expect(turn.results.map(\.cmdRef) == ["4"])
        #expect(obeying.tree.value(Self.length) == "8")
        // With nothing left to say the session is over.
        #expect(try obeying.send(body, msgID: "2").end == .completed)
        var container = conversation { $0.noResp = .obeyed }
        let silent = try container.send(
            "<Atomic><CmdID>2</CmdID><NoResp/>\(command("Replace", "3", Self.length, "9"))</Atomic>")
        #expect(silent.end == .completed)
        #expect(container.tree.value(Self.length) == "9")
    }

    @Test("A11: a Meta child that is not in syncml:metinf is taken, or its command is 400 by switch")
    func metaNamespace() throws {
        let bad =
            "<Replace><CmdID>2</CmdID><Item><Target><LocURI>\(Self.length)</LocURI></Target>"
            + "<Meta><Format>int</Format></Meta><Data>8</Data></Item></Replace>"
        let good = command("Replace", "3", Self.length, "9", format: "int")
        var taking = conversation { $0.metaNamespace = .accepted }
        #expect(try taking.send(bad + good).statuses == ["2 Replace 200", "3 Replace 200"])
        var refusing = conversation { $0.metaNamespace = .refused }
        let turn = try refusing.send(good + container("Sequence", "5", bad) + good)
        #expect(turn.statuses == ["3 Replace 200", "5 Sequence 200", "2 Replace 400", "3 Replace 200"])
        #expect(turn.rules.contains("command.unforgiven"))
    }

    @Test("A15, DM-MSG-09: CDATA counts like text, or is 400 by switch")
    func cdata() throws {
        let body =
            "<Replace><CmdID>2</CmdID><Item><Target><LocURI>\(Self.length)</LocURI></Target>"
            + "<Data><![CDATA[8]]></Data></Item></Replace>"
        var taking = conversation { $0.cdata = .accepted }
        #expect(try taking.send(body).statuses == ["2 Replace 200"])
        var refusing = conversation { $0.cdata = .refused }
        let turn = try refusing.send(body)
        #expect(turn.statuses == ["2 Replace 400"])
        #expect(turn.rules.contains("command.unforgiven"))
        #expect(refusing.tree.value(Self.length) == nil)
    }

    @Test("A17: Data or Correlator first in an Alert that we write")
    func alertOrder() throws {
        for (order, text) in [
            (Ambiguities.AlertOrder.dataFirst, "<Data>1226</Data><Correlator>c</Correlator>"),
            (.correlatorFirst, "<Correlator>c</Correlator><Data>1226</Data>"),
        ] {
            var switches = Ambiguities(.oma)
            switches.alertOrder = order
            let alert = Command.alert(Alert(cmdID: "1", data: ItemData("1226"), correlator: "c"))
            let bytes = try Message(commands: [alert]).serialized(options: switches.writing)
            #expect(String(decoding: bytes, as: UTF8.self).contains(text))
            #expect(try Message(parsing: bytes).commands == [alert])
        }
    }

    @Test("A18, DM-ATOM-08: Get inside an Atomic is 500, or executed by switch")
    func getInAtomic() throws {
        let body = container(
            "Atomic", "2", command("Replace", "3", Self.length, "8"), command("Get", "4", "./DevInfo/Man"))
        for name in ProtocolProfile.Name.allCases {
            var refusing = conversation(name) { $0.getInAtomic = .refused }
            let refused = try refusing.send(body)
            #expect(refused.statuses == ["2 Atomic 507", "3 Replace 216", "4 Get 500"])
            #expect(refused.results == [])
            var executing = conversation(name) { $0.getInAtomic = .executed }
            let executed = try executing.send(body)
            #expect(executed.statuses == ["2 Atomic 200", "3 Replace 200", "4 Get 200"])
            #expect(executed.results.count == 1)
        }
    }

    @Test("A19: Alert and Sequence in SyncBody are commands, or 400 where only what MS-MDM prints may stand there")
    func bodyCommands() throws {
        let body =
            "<Alert><CmdID>2</CmdID><Data>1222</Data></Alert>"
            + container("Sequence", "3", command("Get", "4", "./DevInfo/Man"))
            + container("Atomic", "5", "<Alert><CmdID>6</CmdID><Data>1222</Data></Alert>")
        var union = conversation { $0.bodyCommands = .union }
        #expect(
            try union.send(body).statuses
                == ["2 Alert 200", "3 Sequence 200", "4 Get 200", "5 Atomic 200", "6 Alert 200"])
        var msmdm = conversation { $0.bodyCommands = .msmdm }
        let turn = try msmdm.send(body)
        #expect(turn.statuses == ["2 Alert 400", "3 Sequence 400", "4 Get 215", "5 Atomic 200", "6 Alert 200"])
        #expect(turn.rules == ["command.unforgiven", "command.unforgiven"])
    }

    @Test(
        "A27, DM-STAT-02, DM-STAT-05: one Status for Items that came out alike in the profile oma, with all TargetRefs")
    func severalItems() throws {
        let alike = command("Get", "2", items: [item("./DevInfo/Man"), item("./DevInfo/Mod")])
        let mixed = command("Get", "3", items: [item("./DevInfo/Man"), item("./DevInfo/Nothing")])
        var oma = conversation(.oma) { $0.severalItems = .whenDifferent }
        let turn = try oma.send(alike + mixed + alike)
        #expect(turn.statusElements.map { $0.data?.content } == ["200", "200", "404", "200"])
        #expect(
            turn.statusElements.map(\.targetRefs) == [
                ["./DevInfo/Man", "./DevInfo/Mod"], ["./DevInfo/Man"], ["./DevInfo/Nothing"],
                ["./DevInfo/Man", "./DevInfo/Mod"],
            ])
        #expect(turn.results.map(\.items.count) == [2, 1, 2])
        var windows = conversation { $0.severalItems = .each }
        #expect(try windows.send(alike).statusElements.map(\.targetRefs) == [["./DevInfo/Man"], ["./DevInfo/Mod"]])
    }

    @Test("A27, A26: Items that were not reached share their Status in the profile oma")
    func skippedItems() throws {
        var oma = conversation(.oma) { _ in }
        let turn = try oma.send(
            container(
                "Atomic", "2", command("Replace", "3", "./DevInfo/Man", "x"),
                command("Delete", "4", items: [item(Self.length), item("./DevInfo/Mod")])))
        #expect(turn.statuses == ["2 Atomic 507", "3 Replace 405", "4 Delete 215"])
        #expect(turn.statusElements.last?.targetRefs == [Self.length, "./DevInfo/Mod"])
    }

    @Test("DM-STAT-06: a Status names Target and Source of its Item in the profile oma; Windows only for several Items")
    func references() throws {
        let copy =
            "<Copy><CmdID>2</CmdID><Item><Target><LocURI>./A</LocURI></Target><Source><LocURI>./B</LocURI></Source>"
            + "</Item></Copy>" + command("Get", "3", "./DevInfo/Man")
        var oma = conversation(.oma) { _ in }
        let turn = try oma.send(copy)
        #expect(turn.statusElements.map(\.targetRefs) == [["./A"], ["./DevInfo/Man"]])
        #expect(turn.statusElements.map(\.sourceRefs) == [["./B"], []])
        var windows = conversation { _ in }
        #expect(try windows.send(copy).statusElements.allSatisfy { $0.targetRefs == [] && $0.sourceRefs == [] })
    }

    @Test(
        "DM-STAT-12: an Add that could not make an ancestor names it in the Status, in the profile oma, as the server spells it"
    )
    func missingAncestor() throws {
        let ancestor = "./Vendor/MSFT/ClientCertificateInstall/SCEP/A"
        let add = command("Add", "2", "\(ancestor)/Install/CAThumbprint", "x")
        var oma = conversation(.oma) { $0.implicitAdd = .refused }
        let turn = try oma.send(add + command("Add", "3", "./DevInfo/Man", "x"))
        #expect(turn.statuses == ["2 Add 404", "3 Add 418"])
        #expect(turn.statusElements.map { $0.items.map { $0.target?.locURI } } == [[ancestor], []])
        var windows = conversation { _ in }
        #expect(try windows.send(command("Add", "2", "./DevInfo/A/B", "x")).statusElements.map(\.items) == [[]])
    }

    @Test("A30, DM-SESS-09: an answer of one Status alone is not sent, unless the switch sends it; the session is over")
    func loneStatus() throws {
        var keeping = conversation { $0.loneStatus = .unsent }
        #expect(try keeping.send("").reply == nil)
        var sending = conversation { $0.loneStatus = .sent }
        let turn = try sending.send("")
        #expect(try turn.replyBody == syncHdrStatus() + "<Final/>")
        #expect(turn.end == .completed)
        let answer = try sending.send("", msgID: "2")
        #expect(answer.reply == nil)
        #expect(answer.diagnostics == [])
        #expect(try sending.send("", msgID: "3").rules == ["session.over"])
    }

    @Test("A34: a leaf without value in Results: empty Data, or none")
    func emptyData() throws {
        for (option, data) in [(Ambiguities.EmptyData.empty, ItemData("")), (.absent, nil)] {
            var session = conversation(.oma) { $0.emptyData = option }
            session.tree.setLocally("./DevInfo/Man", value: "")
            #expect(try session.send(command("Get", "2", "./DevInfo/Man")).results.first?.items.map(\.data) == [data])
        }
    }
}
