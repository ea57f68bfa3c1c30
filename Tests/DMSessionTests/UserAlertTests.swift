import DMSession
import DMTree
import ProtocolProfile
import SyncML
import Testing

/// Questions of the server to the user (oma-dm.md 2.5).
struct UserAlertTests {
    private static let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"

    private func ask(_ code: Int, _ texts: [String], cmdID: String = "2") -> String {
        "<Alert><CmdID>\(cmdID)</CmdID><Data>\(code)</Data>"
            + texts.map { "<Item><Data>\($0)</Data></Item>" }.joined() + "</Alert>"
    }

    private func conversation(_ steps: UserScript.Step..., longestText: Int = 2_000) -> Conversation {
        Conversation(profile: .creating) { $0.user = UserScript(steps, longestText: longestText) }
    }

    /// The Status of the only question of a message, and what the user saw.
    private func answer(_ code: Int, _ texts: [String], _ step: UserScript.Step) throws -> (Status, UserInteraction) {
        var conversation = conversation(step)
        let turn = try conversation.send(ask(code, texts))
        return (try #require(turn.statusElements.first), try #require(turn.interactions.first))
    }

    @Test("DM-ALRT-07: 406 without a user interface, and in Windows even with one", arguments: 1100...1104)
    func unsupported(code: Int) throws {
        let user = UserScript([UserScript.Step(.accept)])
        for (profile, script) in [(ProtocolProfile.oma, nil), (.windows, user), (.windows, nil)] {
            var conversation = Conversation(profile: profile) { $0.user = script }
            let turn = try conversation.send(ask(code, ["", "Text", "One"]))
            #expect(turn.statuses == ["2 Alert 406"])
            #expect(turn.interactions == [])
            #expect(turn.rules == ["command.unsupported"])
        }
    }

    @Test(
        "2.5: the reserved codes 1105 to 1199 are 406 for a device with a user interface too",
        arguments: [1105, 1150, 1199])
    func reserved(code: Int) throws {
        var conversation = conversation(UserScript.Step(.accept))
        #expect(try conversation.send(ask(code, ["", "Text"])).statuses == ["2 Alert 406"])
    }

    @Test(
        "DM-ALRT-08: a confirmation: yes 200, no 304, cancel 214, nothing 408",
        arguments: [(UserScript.Reply.accept, "200"), (.reject, "304"), (.cancel, "214"), (.silence, "408")])
    func confirmation(reply: UserScript.Reply, code: String) throws {
        let (status, seen) = try answer(1101, ["", "Install?"], UserScript.Step(reply))
        #expect(status.data?.content == code)
        #expect(status.items == [])
        #expect(seen.alert == UserAlert(kind: .confirmation, text: "Install?"))
    }

    @Test(
        "2.5: a notice is 200, even when nobody reacts; the user can cancel it",
        arguments: [(UserScript.Reply.accept, "200"), (.silence, "200"), (.reject, "200"), (.cancel, "214")])
    func display(reply: UserScript.Reply, code: String) throws {
        #expect(try answer(1100, ["MINDT=10", "Hello"], UserScript.Step(reply)).0.data?.content == code)
    }

    @Test(
        "DM-ALRT-09: the text that was typed stands in Item/Data of the Status, as IT and MAXLEN let the user type it",
        arguments: [
            ("", "contoso 1", "contoso 1"), ("MAXLEN=4", "contoso", "cont"), ("IT=N", "a1b2", "12"),
            ("IT=P", "+49p3w x", "+49p3w"), ("IT=I", "10.0.0.1/8", "10.0.0.18"),
            ("IT=D&amp;MAXLEN=8", "24-12-2026", "24122026"),
            ("ET=P", "secret", "secret"),
        ])
    func input(options: String, typed: String, sent: String) throws {
        let (status, seen) = try answer(1102, [options, "Name?"], UserScript.Step(.text(typed)))
        #expect(status.data?.content == "200")
        #expect(status.items == [Item(data: ItemData(sent))])
        #expect(seen.answers == [sent])
        #expect(seen.visibleAnswers == [options == "ET=P" ? "(hidden)" : sent])
    }

    @Test("2.5: DR is what the widget shows at first; OK sends it, plus signs are blanks")
    func defaultResponse() throws {
        #expect(try answer(1102, ["DR=Jane+Doe%21", "Name?"], UserScript.Step(.accept)).1.answers == ["Jane Doe!"])
        #expect(try answer(1103, ["DR=2", "Pick", "a", "b"], UserScript.Step(.accept)).1.answers == ["2"])
        #expect(
            try answer(1104, ["DR=1-3-9", "Pick", "a", "b", "c"], UserScript.Step(.accept)).1.answers == ["1", "3"])
        #expect(try answer(1101, ["DR=0", "Sure?"], UserScript.Step(.accept)).1.status == 200)
    }

    @Test(
        "DM-ALRT-10, DM-ALRT-11: choices are answered by their numbers from 1, in the order of the server's Items",
        arguments: [
            (1103, [2], ["2"]), (1103, [3, 1], ["3"]), (1104, [3, 1], ["3", "1"]), (1104, [], []),
            (1104, [0, 4, 2], ["2"]),
        ])
    func choices(code: Int, marked: [Int], sent: [String]) throws {
        let (status, seen) = try answer(code, ["", "Pick", "one", "two", "three"], UserScript.Step(.choices(marked)))
        #expect(status.data?.content == "200")
        #expect(status.items.map { $0.data?.content } == sent)
        #expect(seen.alert.choices == ["one", "two", "three"])
        #expect(seen.alert.text == "Pick")
    }

    @Test("2.5: OK on a single choice without a mark is a cancel, our choice")
    func nothingMarked() throws {
        #expect(try answer(1103, ["", "Pick", "one"], UserScript.Step(.choices([7]))).0.data?.content == "214")
        #expect(try answer(1103, ["", "Pick", "one"], UserScript.Step(.accept)).0.data?.content == "214")
    }

    @Test("DM-ALRT-12: options that are not known, or make no sense, are passed over")
    func options() throws {
        let read = UserAlertOptions(
            parsing: "XYZ=1&MINDT=10&MAXDT=30&DR=a&MAXLEN=5&IT=N&ET=P&MINDT=-3&IT=Q&=&MAXLEN&&MAXDT=many&ET=")
        #expect(
            read
                == UserAlertOptions(
                    minimumSeconds: 10, maximumSeconds: 30, defaultResponse: "a", maximumLength: 5, inputType: .numeric,
                    echoType: .password))
        #expect(try answer(1101, ["XYZ=1", "Sure?"], UserScript.Step(.accept)).0.data?.content == "200")
        #expect(UserAlertOptions(parsing: "") == UserAlertOptions())
        #expect(UserAlertOptions(parsing: "DR=%zz").defaultResponse == "%zz")
    }

    @Test("2.5: every beginning of an option string is read without a failure")
    func cutOptions() {
        let text = "MINDT=10&MAXDT=30&DR=a%C3%A9+b&MAXLEN=5&IT=N&ET=P"
        for count in 0...text.count { _ = UserAlertOptions(parsing: String(text.prefix(count))) }
    }

    @Test("DM-ALRT-13: MAXDT=1 without an answer is 408, and an answer after it comes too late")
    func timeout() throws {
        let (silent, seen) = try answer(1101, ["MAXDT=1", "Sure?"], UserScript.Step(.silence))
        #expect(silent.data?.content == "408")
        #expect(seen.seconds == 1)
        #expect(
            try answer(1101, ["MAXDT=5", "Sure?"], UserScript.Step(.accept, afterSeconds: 6)).0.data?.content == "408")
        #expect(
            try answer(1101, ["MAXDT=5", "Sure?"], UserScript.Step(.accept, afterSeconds: 5)).0.data?.content == "200")
        #expect(try answer(1102, ["MINDT=9", "Name?"], UserScript.Step(.text("x"), afterSeconds: 2)).1.seconds == 9)
        var late = conversation(UserScript.Step(.silence))
        #expect(try late.send(ask(1101, ["", "Sure?"])).rules == ["session.question-timeout"])
    }

    @Test(
        "2.5: 412 when a parameter is missing; the user sees nothing",
        arguments: [
            (1100, []), (1100, [""]), (1101, ["", ""]), (1102, ["MAXLEN=3"]), (1103, ["", "Pick"]),
            (1104, ["", "", "one"]),
        ])
    func incomplete(code: Int, texts: [String]) throws {
        var conversation = conversation(UserScript.Step(.accept))
        let turn = try conversation.send(ask(code, texts))
        #expect(turn.statuses == ["2 Alert 412"])
        #expect(turn.rules == ["session.question-incomplete"])
        #expect(turn.interactions == [])
        // The step is left for the next question.
        #expect(try conversation.send(ask(1101, ["", "Sure?"]), msgID: "2").statuses == ["2 Alert 200"])
    }

    @Test("2.5: 416 for a text that cannot be shown", arguments: [["", "longer"], ["", "ok", "longer"]])
    func tooLong(texts: [String]) throws {
        var conversation = conversation(UserScript.Step(.accept), longestText: 5)
        let turn = try conversation.send(ask(1103, texts + ["a"]))
        #expect(turn.statuses == ["2 Alert 416"])
        #expect(turn.rules == ["session.question-too-long"])
    }

    @Test("5.9 row 2: a question without CmdID is 400 and not asked")
    func noCmdID() throws {
        var conversation = conversation(UserScript.Step(.accept))
        let turn = try conversation.send(
            ask(1101, ["", "Sure?"]).replacing("<CmdID>2</CmdID>", with: ""))
        #expect(turn.statuses == [" Alert 400"])
        #expect(turn.interactions == [])
    }

    @Test("2.5: no directly in SyncBody has no effect on other commands")
    func rejectedInBody() throws {
        var conversation = conversation(UserScript.Step(.reject))
        let turn = try conversation.send(ask(1101, ["", "Sure?"]) + command("Replace", "3", Self.length, "8"))
        #expect(turn.statuses == ["2 Alert 304", "3 Replace 200"])
    }

    @Test("DM-SEQ-03: no inside a Sequence: what follows in it is 215, what follows it runs")
    func rejectedInSequence() throws {
        var conversation = conversation(UserScript.Step(.reject))
        let turn = try conversation.send(
            container(
                "Sequence", "2", command("Replace", "3", Self.length, "8"), ask(1101, ["", "Sure?"], cmdID: "4"),
                command("Replace", "5", Self.length, "9"), command("Get", "6", "./DevInfo/Man"))
                + command("Get", "7", "./DevInfo/Man"))
        #expect(
            turn.statuses == [
                "2 Sequence 200", "3 Replace 200", "4 Alert 304", "5 Replace 215", "6 Get 215", "7 Get 200",
            ])
        #expect(conversation.tree.value(Self.length) == "8")
    }

    @Test("2.7: no inside an Atomic: 507, what ran is rolled back (216), what follows is 215")
    func rejectedInAtomic() throws {
        var conversation = conversation(UserScript.Step(.reject))
        let before = conversation.content
        let turn = try conversation.send(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"), ask(1101, ["", "Sure?"], cmdID: "4"),
                command("Replace", "5", Self.length, "9")) + command("Get", "6", "./DevInfo/Man"))
        #expect(turn.statuses == ["2 Atomic 507", "3 Replace 216", "4 Alert 304", "5 Replace 215", "6 Get 200"])
        #expect(conversation.content == before)
    }

    @Test("A4: an Atomic whose first child is rejected is 215, because nothing ran; by switch 507")
    func rejectedFirst() throws {
        for (option, code) in [(Ambiguities.RejectedAtomic.notExecuted, "215"), (.failed, "507")] {
            var profile = ProtocolProfile.oma
            profile.ambiguities.rejectedAtomic = option
            var conversation = Conversation(profile: profile) { $0.user = UserScript([UserScript.Step(.reject)]) }
            let turn = try conversation.send(
                container(
                    "Atomic", "2", ask(1101, ["", "Sure?"], cmdID: "4"), command("Replace", "5", Self.length, "9")))
            #expect(turn.statuses == ["2 Atomic \(code)", "4 Alert 304", "5 Replace 215"])
        }
    }

    @Test("2.5: cancel stops the message: everything behind it is 215, containers and their children too")
    func cancelled() throws {
        var conversation = conversation(UserScript.Step(.cancel))
        let turn = try conversation.send(
            command("Replace", "2", Self.length, "8") + ask(1101, ["", "Sure?"], cmdID: "3")
                + container("Sequence", "4", command("Replace", "5", Self.length, "9"))
                + command("Get", "6", "./DevInfo/Man"))
        #expect(
            turn.statuses == ["2 Replace 200", "3 Alert 214", "4 Sequence 215", "5 Replace 215", "6 Get 215"])
        #expect(conversation.tree.value(Self.length) == "8")
        // The next message is processed again.
        #expect(try conversation.send(command("Get", "2", "./DevInfo/Man"), msgID: "2").statuses == ["2 Get 200"])
    }

    @Test("2.5: cancel inside an Atomic and inside a Sequence stops the rest of the message")
    func cancelledInside() throws {
        for name in ["Atomic", "Sequence"] {
            var conversation = conversation(UserScript.Step(.cancel))
            let turn = try conversation.send(
                container(
                    name, "2", command("Replace", "3", Self.length, "8"), ask(1101, ["", "Sure?"], cmdID: "4"),
                    command("Replace", "5", Self.length, "9")) + command("Get", "6", "./DevInfo/Man"))
            let isAtomic = name == "Atomic"
            #expect(
                turn.statuses == [
                    "2 \(name) \(isAtomic ? 507 : 200)", "3 Replace \(isAtomic ? 216 : 200)", "4 Alert 214",
                    "5 Replace 215", "6 Get 215",
                ])
        }
    }

    @Test("2.5: questions are asked in the order of the message, and the user's steps are taken in theirs")
    func order() throws {
        var conversation = conversation(
            UserScript.Step(.accept), UserScript.Step(.text("x")), UserScript.Step(.choices([1])))
        let turn = try conversation.send(
            ask(1101, ["", "A?"], cmdID: "2") + ask(1102, ["", "B?"], cmdID: "3")
                + ask(1103, ["", "C?", "c"], cmdID: "4")
                + ask(1101, ["", "D?"], cmdID: "5"))
        #expect(turn.interactions.map(\.alert.text) == ["A?", "B?", "C?", "D?"])
        #expect(turn.statuses == ["2 Alert 200", "3 Alert 200", "4 Alert 200", "5 Alert 408"])
    }
}
