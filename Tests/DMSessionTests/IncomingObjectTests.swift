import DMSession
import DMTree
import ProtocolProfile
import SyncML
import Testing

/// Objects that the server sends in chunks (oma-dm.md 2.9; 8, A8 and A9). Windows and the standard take them alike.
struct IncomingObjectTests {
    private static let node = "\(Conversation.account)/HelpWebsite"
    static let profiles = [ProtocolProfile.windows, .creating]

    /// One chunk.
    private func chunk(
        _ data: String, cmdID: String = "2", size: String? = nil, isLast: Bool = false, verb: String = "Replace",
        target: String = node
    ) -> String {
        let meta = size.map { "<Meta><Size xmlns=\"syncml:metinf\">\($0)</Size></Meta>" } ?? ""
        return "<\(verb)><CmdID>\(cmdID)</CmdID><Item><Target><LocURI>\(target)</LocURI></Target>\(meta)"
            + "<Data>\(data)</Data>\(isLast ? "" : "<MoreData/>")</Item></\(verb)>"
    }

    private func alerts(_ turn: Turn) -> [Alert] {
        (turn.reply?.commands ?? []).compactMap { if case .alert(let alert) = $0 { alert } else { nil } }
    }

    @Test(
        "DM-LOB-03, DM-LOB-04, DM-LOB-07: 213 and 1222 for each chunk, the real status for the last, nothing stored before",
        arguments: profiles)
    func threeMessages(profile: ProtocolProfile) throws {
        var conversation = Conversation(profile: profile)
        for (number, body) in [chunk("0123", size: "10"), chunk("4567", cmdID: "5")].enumerated() {
            let turn = try conversation.send(body, msgID: String(number + 1), isFinal: false)
            #expect(turn.statuses == ["\(number == 0 ? 2 : 5) Replace 213"])
            #expect(alerts(turn).map { $0.data?.content } == ["1222"])
            #expect(turn.reply?.isFinal == false)
            #expect(turn.diagnostics == [])
            #expect(turn.outcomes.map(\.isExecuted) == [false])
            #expect(conversation.tree.value(Self.node) == nil)
        }
        let last = try conversation.send(
            status(1, "0", "SyncHdr", "200") + status(2, "3", "Alert", "200") + chunk("89", cmdID: "4", isLast: true),
            msgID: "3")
        #expect(last.statuses == ["4 Replace 200"])
        #expect(last.reply?.isFinal == true)
        #expect(alerts(last) == [])
        #expect(conversation.tree.value(Self.node) == "0123456789")
    }

    @Test("DM-LOB-05: chunks that do not add up to Size are 424, and nothing is committed", arguments: profiles)
    func mismatch(profile: ProtocolProfile) throws {
        for last in ["8", "890", ""] {
            var conversation = Conversation(profile: profile)
            let before = conversation.content
            _ = try conversation.send(chunk("01234567", size: "10"), isFinal: false)
            let turn = try conversation.send(chunk(last, isLast: true), msgID: "2")
            #expect(turn.statuses == ["2 Replace 424"])
            #expect(turn.rules == ["object.size-mismatch"])
            #expect(conversation.content == before)
        }
    }

    @Test("DM-LOB-05: the decision is made on the whole, with the last chunk", arguments: profiles)
    func realStatus(profile: ProtocolProfile) throws {
        var conversation = Conversation(profile: profile)
        _ = try conversation.send(chunk("x", size: "2", target: "./DevInfo/Man"), isFinal: false)
        let turn = try conversation.send(chunk("y", isLast: true, target: "./DevInfo/Man"), msgID: "2")
        #expect(turn.statuses == ["2 Replace 405"])
    }

    @Test(
        "DM-LOB-12: Size counts what travels: Base64 text as text, characters in UTF-8 before they are escaped",
        arguments: [("Zm9vYmFy", "8"), ("a&amp;b", "3"), ("&lt;ä&gt;", "4"), ("\u{1F600}", "4")])
    func transportedBytes(data: String, size: String) throws {
        var conversation = Conversation()
        _ = try conversation.send(chunk(data, size: size), isFinal: false)
        let turn = try conversation.send(chunk("", isLast: true), msgID: "2")
        #expect(turn.statuses == ["2 Replace 200"])
        #expect(!turn.rules.contains("object.size-escaped"))
    }

    @Test("A8: a Size that counts XML escapes is taken with a warning, or refused by the strict switch")
    func escapedSize() throws {
        for (option, status, rule) in [
            (Ambiguities.TextSize.utf8, "200", "object.size-escaped"), (.utf8Only, "424", "object.size-mismatch"),
        ] {
            var profile = ProtocolProfile.windows
            profile.ambiguities.textSize = option
            var conversation = Conversation(profile: profile)
            _ = try conversation.send(chunk("&lt;a&gt;&amp;", size: "14"), isFinal: false)
            let turn = try conversation.send(chunk("", isLast: true), msgID: "2")
            #expect(turn.statuses == ["2 Replace \(status)"])
            #expect(turn.rules == [rule])
        }
    }

    @Test(
        "A9: the Target tells that a chunk goes on, whatever its CmdID and spelling; the strict switch wants the CmdID")
    func matching() throws {
        let vendor = Self.node.replacing("./Device/Vendor", with: "./Vendor")
        for (option, status) in [(Ambiguities.ChunkMatching.target, "200"), (.targetAndCmdID, "200")] {
            var profile = ProtocolProfile.windows
            profile.ambiguities.chunkMatching = option
            var conversation = Conversation(profile: profile)
            _ = try conversation.send(chunk("01", size: "4"), isFinal: false)
            let turn = try conversation.send(chunk("23", cmdID: "9", isLast: true, target: vendor), msgID: "2")
            #expect(turn.statuses == ["9 Replace \(status)"])
            // Without its CmdID the chunk is a command of its own, which interrupts the object.
            #expect(turn.rules == (option == .target ? [] : ["object.interrupted"]))
            #expect(conversation.tree.value(Self.node) == (option == .target ? "0123" : "23"))
        }
    }

    @Test("DM-CMD-21, 4.2 row 18: beyond MaxObjSize 413 with the first chunk already, and with every later one")
    func tooLarge() throws {
        for profile in Self.profiles {
            var conversation = Conversation(profile: profile) { $0.maxObjSize = 8 }
            let before = conversation.content
            let first = try conversation.send(chunk("0123", size: "9"), isFinal: false)
            #expect(first.statuses == ["2 Replace 413"])
            #expect(first.rules == ["object.too-large"])
            let second = try conversation.send(chunk("4567"), msgID: "2", isFinal: false)
            #expect(second.statuses == ["2 Replace 413"])
            let third = try conversation.send(chunk("8", isLast: true), msgID: "3")
            #expect(third.statuses == ["2 Replace 413"])
            #expect(conversation.content == before)
            // The next object is judged anew.
            let whole = try conversation.send(chunk("8", isLast: true), msgID: "4")
            #expect(whole.statuses == ["2 Replace 200"])
        }
    }

    @Test("DM-CMD-21: without Size 413 with the chunk that goes beyond; an object of one message alike")
    func growsTooLarge() throws {
        var conversation = Conversation { $0.maxObjSize = 8 }
        #expect(try conversation.send(chunk("01234567"), isFinal: false).statuses == ["2 Replace 213"])
        let turn = try conversation.send(chunk("8"), msgID: "2", isFinal: false)
        #expect(turn.statuses == ["2 Replace 413"])
        #expect(try conversation.send(chunk("9", isLast: true), msgID: "3").statuses == ["2 Replace 413"])
        let single = try conversation.send(chunk("012345678", isLast: true), msgID: "4")
        #expect(single.statuses == ["2 Replace 413"])
        #expect(single.rules == ["object.too-large"])
        #expect(conversation.tree.value(Self.node) == nil)
    }

    @Test(
        "DM-LOB-06, DM-LOB-09: another command interrupts: Alert 1225 with the address, nothing committed, the command runs",
        arguments: [
            command("Get", "7", "./DevInfo/Man"),
            command("Replace", "7", "\(Conversation.account)/HelpPhoneNumber", "1"),
            container("Atomic", "7", command("Replace", "8", "\(Conversation.account)/HelpPhoneNumber", "1")),
            container("Sequence", "7", command("Get", "8", "./DevInfo/Man")),
            "<Alert><CmdID>7</CmdID><Data>1100</Data></Alert>", "<Put><CmdID>7</CmdID></Put>",
        ])
    func interrupted(other: String) throws {
        for profile in Self.profiles {
            var conversation = Conversation(profile: profile)
            _ = try conversation.send(chunk("0123", size: "10"), isFinal: false)
            let turn = try conversation.send(other, msgID: "2")
            #expect(turn.outcomes.first?.commandID == "7")
            #expect(turn.rules.contains("object.interrupted"))
            let alert = try #require(alerts(turn).first)
            #expect(alert.data?.content == "1225")
            #expect(alert.items.first?.target?.locURI == Self.node)
            #expect(turn.reply?.isFinal == true)
            #expect(conversation.tree.value(Self.node) == nil)
            // The server may send the object again from its beginning.
            _ = try conversation.send(chunk("0123", size: "4"), msgID: "3", isFinal: false)
            #expect(try conversation.send(chunk("", isLast: true), msgID: "4").statuses == ["2 Replace 200"])
        }
    }

    @Test("DM-LOB-06: the first chunk of another object, and the end of the package, interrupt as well")
    func interruptedByObject() throws {
        var conversation = Conversation()
        _ = try conversation.send(chunk("0123", size: "10"), isFinal: false)
        let other = try conversation.send(
            chunk("0", size: "2", target: "\(Conversation.account)/HelpPhoneNumber"), msgID: "2", isFinal: false)
        #expect(other.statuses == ["2 Replace 213"])
        #expect(alerts(other).map { $0.data?.content } == ["1225", "1222"])
        let end = try conversation.send("", msgID: "3")
        #expect(end.rules == ["object.interrupted"])
        #expect(alerts(end).map { $0.data?.content } == ["1225"])
        #expect(end.end == nil)
    }

    @Test("2.2: Statuses, and Alert 1222 in a message that is not final, do not interrupt")
    func notInterrupted() throws {
        var conversation = Conversation()
        _ = try conversation.send(chunk("01", size: "4"), isFinal: false)
        let turn = try conversation.send(
            syncHdrStatus() + "<Alert><CmdID>2</CmdID><Data>1222</Data></Alert>", msgID: "2", isFinal: false)
        #expect(turn.diagnostics == [])
        #expect(alerts(turn).map { $0.data?.content } == ["1222"])
        #expect(try conversation.send(chunk("23", isLast: true), msgID: "3").statuses == ["2 Replace 200"])
        #expect(conversation.tree.value(Self.node) == "0123")
    }

    @Test("2.9 rule 8: Alert 1225 of the server gives the object up; nothing is committed, 200 for the Alert")
    func givenUp() throws {
        var conversation = Conversation()
        _ = try conversation.send(chunk("01", size: "4"), isFinal: false)
        let turn = try conversation.send("<Alert><CmdID>2</CmdID><Data>1225</Data></Alert>", msgID: "2")
        #expect(turn.statuses == ["2 Alert 200"])
        #expect(turn.rules == ["object.given-up"])
        #expect(alerts(turn) == [])
        #expect(conversation.tree.value(Self.node) == nil)
    }

    @Test("DM-LOB-07: a session that ends in the middle of an object leaves nothing behind")
    func aborted() throws {
        var conversation = Conversation()
        let before = conversation.content
        _ = try conversation.send(chunk("01", size: "4"), isFinal: false)
        let turn = try conversation.send("<Alert><CmdID>2</CmdID><Data>1223</Data></Alert>", msgID: "2")
        #expect(turn.end == .abortedByServer)
        #expect(conversation.content == before)
    }

    @Test(
        "DM-LOB-08, DM-LOB-10: findings on Size and MoreData; the object is taken all the same",
        arguments: [
            (nil, nil, "0", "object.size-missing"), ("many", nil, "0", "object.size-missing"),
            ("-1", nil, "0", "object.size-missing"), ("3", "3", "2", "object.size-repeated"),
            ("2", nil, "", "object.complete"),
        ] as [(String?, String?, String, String)])
    func findings(size: String?, again: String?, last: String, rule: String) throws {
        var conversation = Conversation()
        let first = try conversation.send(chunk("01", size: size), isFinal: false)
        let second = try conversation.send(chunk(last, size: again, isLast: true), msgID: "2")
        #expect(first.rules + second.rules == [rule])
        #expect(first.statuses + second.statuses == ["2 Replace 213", "2 Replace 200"])
        #expect(conversation.tree.value(Self.node) == "01" + last)
    }

    @Test("2.2: Final on a chunk is a finding; the client asks for the rest without Final")
    func finalOnChunk() throws {
        var conversation = Conversation()
        let turn = try conversation.send(chunk("01", size: "4"))
        #expect(turn.rules == ["object.final"])
        #expect(turn.reply?.isFinal == false)
        #expect(alerts(turn).map { $0.data?.content } == ["1222"])
        #expect(try conversation.send(chunk("23", isLast: true), msgID: "2").statuses == ["2 Replace 200"])
    }

    @Test("2.9 rule 2: MoreData where there is no data is passed over with a finding", arguments: ["Get", "Delete"])
    func misplaced(verb: String) throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            "<\(verb)><CmdID>2</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target><MoreData/></Item></\(verb)>"
        )
        #expect(turn.statuses == ["2 \(verb) \(verb == "Get" ? 200 : 405)"])
        #expect(turn.rules.contains("object.misplaced"))
    }

    @Test("2.2, DM-SESS-19: a chunk inside a container is 500, because a container fits in one message")
    func inContainer() throws {
        var conversation = Conversation()
        let before = conversation.content
        let turn = try conversation.send(container("Atomic", "7", chunk("01", size: "4")))
        #expect(turn.statuses == ["7 Atomic 507", "2 Replace 500"])
        #expect(turn.rules.contains("object.in-container"))
        #expect(
            try conversation.send(container("Sequence", "7", chunk("01")), msgID: "2").statuses.last == "2 Replace 500")
        #expect(conversation.content == before)
    }

    @Test("5.9 row 2: a chunk without CmdID is 400 and begins no object")
    func noCmdID() throws {
        var conversation = Conversation()
        let body = chunk("01", size: "4").replacing("<CmdID>2</CmdID>", with: "")
        #expect(try conversation.send(body).statuses == [" Replace 400"])
        #expect(try conversation.send(chunk("23", isLast: true), msgID: "2").statuses == ["2 Replace 200"])
        #expect(conversation.tree.value(Self.node) == "23")
    }

    @Test(
        "2.9 rule 5: Format and Type of the first chunk count where the last one says nothing; an Add comes in chunks too"
    )
    func metaOfTheFirst() throws {
        var conversation = Conversation()
        let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"
        let first = chunk("1", size: "2", verb: "Add", target: length)
            .replacing("<Meta>", with: "<Meta><Format xmlns=\"syncml:metinf\">bool</Format>")
        _ = try conversation.send(first, isFinal: false)
        let turn = try conversation.send(chunk("2", isLast: true, verb: "Add", target: length), msgID: "2")
        #expect(turn.statuses == ["2 Add 415"])
    }

    @Test("2.9: an object cut at every byte is stored as if it had come whole")
    func everyCut() throws {
        let text = Array("https://contoso.example/help?a=1".utf8)
        for cut in 1..<text.count {
            var conversation = Conversation()
            let parts = [text[..<cut], text[cut...]].map { String(decoding: $0, as: UTF8.self) }
            _ = try conversation.send(chunk(parts[0], size: String(text.count)), isFinal: false)
            _ = try conversation.send(chunk(parts[1], isLast: true), msgID: "2")
            #expect(conversation.tree.value(Self.node) == String(decoding: text, as: UTF8.self))
        }
    }
}
