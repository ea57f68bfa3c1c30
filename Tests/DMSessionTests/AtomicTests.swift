import DDF
import DMSession
import DMTree
import SyncML
import Testing

/// Atomic position by position, and Sequence (windows-csp.md 5.5b and 5.9, oma-dm.md 2.7).
struct AtomicTests {
    private static let policy = Conversation.policy
    private static let length = "\(policy)/DeviceLock/MinDevicePasswordLength"
    private static let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D/DownloadInstall"
    private static let bad = command("Replace", "9", "./DevInfo/Man", "x")

    /// Sends an Atomic that has to fail, and checks that nothing of it stays.
    private func failing(_ body: String, on conversation: Conversation = Conversation()) throws -> Turn {
        var conversation = conversation
        let before = conversation.content
        let turn = try conversation.send(body)
        #expect(conversation.content == before)
        #expect(turn.effects == [])
        #expect(turn.results.isEmpty)
        #expect(turn.rules.contains("atomic.failed"))
        return turn
    }

    @Test("DM-ATOM-01, DM-ATOM-02, DM-STAT-13: all succeed: 200 for the Atomic, then each child's own code")
    func success() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            container(
                "Atomic", "2", command("Add", "3", Self.length, "8"),
                command("Replace", "4", "\(Self.policy)/Update/ActiveHoursStart", "8"),
                command("Replace", "5", "./Vendor/MSFT/Personalization/DesktopImageUrl", "https://x/a.jpg"),
                command("Exec", "6", "./Device/Vendor/MSFT/Reboot/RebootNow"), command("Delete", "7", Self.length)))
        #expect(
            turn.statuses == [
                "2 Atomic 200", "3 Add 200", "4 Replace 200", "5 Replace 202", "6 Exec 200", "7 Delete 200",
            ])
        #expect(turn.outcomes.map(\.parent) == [nil, "2", "2", "2", "2", "2"])
        #expect(turn.effects.count == 2)
        #expect(conversation.tree.value("\(Self.policy)/Update/ActiveHoursStart") == "8")
        #expect(conversation.tree.value(Self.length) == nil)
    }

    @Test(
        "DM-ATOM-02, DM-ATOM-03, DM-ATOM-04, DM-ATOM-05, DM-ATOM-09: before the failing child 216, it its own code, behind it 215; nothing stays"
    )
    func positions() throws {
        let turn = try failing(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"), command("Add", "4", Self.msi),
                Self.bad, command("Replace", "5", Self.length, "9"), command("Get", "6", "./DevInfo/Man"))
                + command("Get", "7", "./DevInfo/Nothing"))
        #expect(
            turn.statuses == [
                "2 Atomic 507", "3 Replace 216", "4 Add 216", "9 Replace 405", "5 Replace 215", "6 Get 215",
                "7 Get 404",
            ])
        #expect(
            turn.outcomes.map(\.originalError) == [
                .oneOrMoreExecutionFailures, nil, nil, .commandNotAllowed, nil, nil, .nodeNotFound,
            ])
    }

    @Test("5.9 Atomic: the first child fails: nothing ran, so nothing is 216")
    func firstFails() throws {
        let turn = try failing(container("Atomic", "2", Self.bad, command("Replace", "3", Self.length, "8")))
        #expect(turn.statuses == ["2 Atomic 507", "9 Replace 405", "3 Replace 215"])
    }

    @Test("DM-ATOM-02: what providers write by themselves is rolled back too")
    func localWrites() throws {
        let turn = try failing(
            container("Atomic", "2", command("Add", "3", Self.msi), command("Replace", "4", Self.length, "8"), Self.bad)
        )
        #expect(turn.statuses == ["2 Atomic 507", "3 Add 216", "4 Replace 216", "9 Replace 405"])
    }

    @Test("5.9 Atomic: effects start at commit only")
    func effects() throws {
        let picture = command("Replace", "3", "./Vendor/MSFT/Personalization/DesktopImageUrl", "https://x/a.jpg")
        let reboot = command("Exec", "4", "./Device/Vendor/MSFT/Reboot/RebootNow")
        let turn = try failing(container("Atomic", "2", picture, reboot, Self.bad))
        #expect(turn.statuses == ["2 Atomic 507", "3 Replace 216", "4 Exec 216", "9 Replace 405"])
        var conversation = Conversation()
        #expect(try conversation.send(container("Atomic", "2", picture, reboot)).effects.count == 2)
    }

    @Test(
        "DM-ATOM-08, 5.5b: a Get inside is 500, whatever its address",
        arguments: ["./DevInfo/Man", "./Nothing", "/bad"])
    func get(target: String) throws {
        let turn = try failing(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"), command("Get", "4", target),
                command("Delete", "5", Self.length)))
        #expect(turn.statuses == ["2 Atomic 507", "3 Replace 216", "4 Get 500", "5 Delete 215"])
        #expect(turn.rules.contains("atomic.get"))
    }

    @Test("DM-ATOM-07, 5.5b: an Atomic inside is 500, its children and what follows 215")
    func nested() throws {
        let turn = try failing(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"),
                container(
                    "Atomic", "4", command("Replace", "5", Self.length, "9"),
                    container("Sequence", "6", command("Delete", "7", Self.length))),
                command("Delete", "8", Self.length)))
        #expect(
            turn.statuses == [
                "2 Atomic 507", "3 Replace 216", "4 Atomic 500", "5 Replace 215", "6 Sequence 215", "7 Delete 215",
                "8 Delete 215",
            ])
        #expect(turn.outcomes.map(\.parent) == [nil, "2", "2", "4", "4", "6", "2"])
        #expect(turn.outcomes[2].originalError == .illegalOperationInTransaction)
        #expect(turn.rules.contains("atomic.nested"))
    }

    @Test("5.9 Atomic: an element that is no command fails it with 400")
    func unknownElement() throws {
        let turn = try failing(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"), "<Put><CmdID>4</CmdID></Put>",
                command("Delete", "5", Self.length)))
        #expect(turn.statuses == ["2 Atomic 507", "3 Replace 216", "4 Put 400", "5 Delete 215"])
    }

    @Test("5.9 Atomic: Copy fails it with 406")
    func copy() throws {
        let turn = try failing(
            container("Atomic", "2", command("Copy", "3", Self.length), command("Delete", "5", Self.length)))
        #expect(turn.statuses == ["2 Atomic 507", "3 Copy 406", "5 Delete 215"])
    }

    @Test("OBS-016: a child without CmdID is 400 at any position")
    func childrenWithoutCmdID() throws {
        let child = command("Replace", nil, Self.length, "8")
        #expect(
            try failing(container("Atomic", "2", child, child, child)).statuses == [
                "2 Atomic 507", " Replace 400", " Replace 400", " Replace 400",
            ])
        #expect(
            try failing(
                container(
                    "Atomic", "2", command("Replace", "3", Self.length, "8"), child,
                    command("Delete", "4", Self.length), child)
            ).statuses
                == ["2 Atomic 507", "3 Replace 216", " Replace 400", "4 Delete 215", " Replace 400"])
        #expect(
            try failing(container("Atomic", "2", Self.bad, child, container("Sequence", nil, child))).statuses == [
                "2 Atomic 507", "9 Replace 405", " Replace 400", " Sequence 400", " Replace 400",
            ])
    }

    @Test("5.9 Atomic: the Items of a child answer one by one; those behind the failing one are 215")
    func severalItems() throws {
        let items = [
            item(Self.length, "8"), item("./DevInfo/Man", "x"), item("\(Self.policy)/Update/ActiveHoursStart", "8"),
            item(Self.length, "9"),
        ]
        let turn = try failing(
            container(
                "Atomic", "2", command("Replace", "3", items: [item(Self.length, "8"), item(Self.length, "9")]),
                command("Replace", "4", items: items),
                command("Delete", "5", items: [item(Self.length), item(Self.length)])))
        #expect(
            turn.statuses == [
                "2 Atomic 507", "3 Replace 216", "3 Replace 216", "4 Replace 216", "4 Replace 405", "4 Replace 215",
                "4 Replace 215", "5 Delete 215", "5 Delete 215",
            ])
        let refs = turn.reply?.commands.compactMap {
            if case .status(let status) = $0 { status.targetRefs.first } else { nil }
        }
        #expect(refs?.count == 8)
    }

    @Test("5.9 Atomic: a Sequence inside stops at its first failure and fails the Atomic")
    func sequenceInside() throws {
        let turn = try failing(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"),
                container(
                    "Sequence", "4", command("Replace", "5", Self.length, "9"), Self.bad,
                    command("Delete", "6", Self.length)),
                command("Delete", "7", Self.length)))
        #expect(
            turn.statuses == [
                "2 Atomic 507", "3 Replace 216", "4 Sequence 216", "5 Replace 216", "9 Replace 405", "6 Delete 215",
                "7 Delete 215",
            ])
        var conversation = Conversation()
        let good = try conversation.send(
            container("Atomic", "2", container("Sequence", "4", command("Replace", "5", Self.length, "9"))))
        #expect(good.statuses == ["2 Atomic 200", "4 Sequence 200", "5 Replace 200"])
    }

    @Test(
        "DM-SEQ-01, DM-SEQ-02, DM-SEQ-04, DM-SEQ-05, DM-CMD-23: a Sequence is 200, runs in order, and a failure does not stop it"
    )
    func sequence() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            container(
                "Sequence", "2", command("Add", "3", Self.length, "8"), Self.bad, command("Get", "4", Self.length),
                command("Add", "5", Self.length, "9")))
        #expect(turn.statuses == ["2 Sequence 200", "3 Add 200", "9 Replace 405", "4 Get 200", "5 Add 418"])
        #expect(turn.results.first?.items.first?.data?.content == "8")
    }

    @Test("5.9: an Atomic inside a Sequence fails alone")
    func atomicInSequence() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            container(
                "Sequence", "2", command("Replace", "3", Self.length, "8"),
                container("Atomic", "4", command("Replace", "5", Self.length, "9"), Self.bad),
                command("Get", "6", Self.length)))
        #expect(
            turn.statuses == [
                "2 Sequence 200", "3 Replace 200", "4 Atomic 507", "5 Replace 216", "9 Replace 405", "6 Get 200",
            ])
        #expect(turn.results.first?.items.first?.data?.content == "8")
        #expect(turn.outcomes.map(\.parent) == [nil, "2", "2", "4", "4", "2"])
    }

    @Test("two Atomics in one message: the first stays when the second fails")
    func two() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            container("Atomic", "2", command("Replace", "3", Self.length, "8"))
                + container("Atomic", "4", command("Replace", "5", Self.length, "9"), Self.bad))
        #expect(turn.statuses == ["2 Atomic 200", "3 Replace 200", "4 Atomic 507", "5 Replace 216", "9 Replace 405"])
        #expect(conversation.tree.value(Self.length) == "8")
    }

    @Test(
        "DM-ATOM-06: what cannot be undone is 516, all Items of its command alike, and stays done", arguments: [1, 2])
    func rollbackFailure(itemCount: Int) throws {
        struct Stubborn: Provider {
            let name = "Personalization"
            func canUndo(_ change: Change) -> Bool { change.value == "free" }
        }
        var conversation = Conversation(providers: [Stubborn()])
        let picture = "./Vendor/MSFT/Personalization/DesktopImageUrl"
        let other = "./Vendor/MSFT/Personalization/LockScreenImageUrl"
        let items = itemCount == 1 ? [item(picture, "kept")] : [item(other, "free"), item(picture, "kept")]
        let turn = try conversation.send(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"), command("Replace", "4", items: items),
                Self.bad))
        #expect(
            turn.statuses == ["2 Atomic 507", "3 Replace 216"] + items.map { _ in "4 Replace 516" } + ["9 Replace 405"])
        #expect(turn.outcomes[2].originalError == .rollbackFailure)
        #expect(conversation.tree.value(picture) == "kept")
        #expect(conversation.tree.value(other) == nil)
        #expect(conversation.tree.value(Self.length) == nil)
        #expect(turn.effects == [])
    }

    @Test("4.3: a whole SCEP Atomic commits, its leaves with defaults too, and starts the enrolment")
    func scep() throws {
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1"
        let leaves = [
            ("ServerURL", "https://x"), ("Challenge", "s"), ("EKUMapping", "1.3.6.1.5.5.7.3.2"), ("KeyUsage", "160"),
            ("SubjectName", "CN=a"), ("KeyLength", "2048"), ("HashAlgorithm", "SHA-2"), ("CAThumbprint", "00"),
            ("RetryCount", "3"), ("KeyProtection", "3"),
        ]
        var body = command("Add", "3", scep, format: "node")
        for (index, leaf) in leaves.enumerated() {
            body += command("Add", String(index + 4), "\(scep)/Install/\(leaf.0)", leaf.1)
        }
        body += command("Exec", "40", "\(scep)/Install/Enroll")
        var conversation = Conversation()
        let turn = try conversation.send(container("Atomic", "2", body))
        #expect(turn.statuses.first == "2 Atomic 200")
        #expect(turn.statuses.last == "40 Exec 202")
        #expect(turn.outcomes.dropLast().allSatisfy { $0.status == 200 })
        #expect(turn.effects.count == 1)
    }

    @Test("5.5b, DM-ATOM-12: Add and then Replace of one node is executed, with a warning")
    func addThenReplace() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            container(
                "Atomic", "2", command("Add", "3", Self.length, "8"),
                command("Replace", "4", "./Vendor/MSFT/policy/config/DeviceLock/MinDevicePasswordLength", "9")))
        #expect(turn.statuses == ["2 Atomic 200", "3 Add 200", "4 Replace 200"])
        #expect(turn.rules == ["atomic.add-then-replace"])
        #expect(turn.diagnostics.first?.severity == .warning)
        #expect(conversation.tree.value(Self.length) == "9")
        let outside = try conversation.send(
            command("Add", "5", "\(Self.policy)/Update/ActiveHoursStart", "8")
                + command("Replace", "6", "\(Self.policy)/Update/ActiveHoursStart", "9"), msgID: "2")
        #expect(outside.rules == [])
    }

    @Test("an empty Atomic is 200")
    func empty() throws {
        var conversation = Conversation()
        #expect(try conversation.send("<Atomic><CmdID>2</CmdID></Atomic>").statuses == ["2 Atomic 200"])
    }

    @Test(
        "DM-ATOM-10: an Atomic whose answer does not fit into one message is 517 and undone, in the profile oma",
        arguments: [(1_000, "517", "216"), (100_000, "200", "200")])
    func answerTooLarge(limit: Int, container code: String, child: String) throws {
        var conversation = Conversation(profile: .oma)
        conversation.tree.setLocally(Self.length, value: "4")
        let before = conversation.content
        let body = container(
            "Atomic", "2",
            (3..<12).map { command("Replace", String($0), Self.length, String($0)) }.joined()
                + command("Exec", "12", "./Device/Vendor/MSFT/Reboot/RebootNow"))
        var turn = try conversation.send(body, headerMeta: limits(message: limit))
        #expect(turn.outcomes.map { String($0.status) } == [code] + Array(repeating: child, count: 10))
        #expect(turn.rules.contains("atomic.too-large") == (code == "517"))
        if code == "517" {
            #expect(conversation.content == before)
            #expect(turn.effects == [])
        } else {
            #expect(conversation.tree.value(Self.length) == "11")
        }
        // The Statuses may be split over several messages.
        var statuses = turn.statusElements
        for number in 2..<20 where turn.reply?.isFinal == false {
            turn = try conversation.send(nextMessage, msgID: String(number), isFinal: false)
            statuses += turn.statusElements
        }
        #expect(statuses.filter { $0.cmd != "Alert" }.map(\.cmdRef) == (2..<13).map { String($0) })
    }

    @Test("DM-ATOM-10: Windows splits no answer, so an Atomic is carried out whatever MaxMsgSize is")
    func answerTooLargeInWindows() throws {
        var conversation = Conversation()
        let body = container("Atomic", "2", command("Replace", "3", Self.length, "8"))
        let turn = try conversation.send(body, headerMeta: limits(message: 10))
        #expect(turn.statuses == ["2 Atomic 200", "3 Replace 200"])
    }
}
