import DMSession
import DMTree
import ProtocolProfile
import SyncML
import Testing

/// The SyncHdr of both sides (oma-dm.md 1.5, DM-HDR).
struct HeaderTests {
    private static let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"
    private static let profiles = [ProtocolProfile.windows, .oma]

    @Test(
        "DM-HDR-03, DM-HDR-04: 505 for a foreign VerDTD, 513 for a foreign VerProto; nothing runs and the session ends",
        arguments: [
            (("9.9", "DM/1.2"), 505), (("1.2", "DM/9.9"), 513), (("9.9", "DM/9.9"), 505), (("1.2", "1.2"), 513),
        ])
    func foreignVersion(version: (String, String), code: Int) throws {
        for profile in Self.profiles {
            var conversation = Conversation(profile: profile)
            let before = conversation.content
            let turn = try conversation.send(command("Replace", "2", Self.length, "8"), version: version)
            guard case .status(let status)? = turn.reply?.commands.first else {
                Issue.record("no Status")
                continue
            }
            #expect(status.cmdRef == "0" && status.data?.content == String(code))
            #expect(turn.reply?.commands.map(\.name) == ["Status", "Alert"])
            #expect(turn.reply?.isFinal == true)
            #expect(turn.end == .headerRefused(status: code))
            #expect(turn.rules == ["session.version-refused"])
            #expect(conversation.content == before)
        }
    }

    @Test("A35, DM-HDR-01, DM-HDR-02: DM 1.1 is taken and answered in 1.2; a strict switch answers 505")
    func oldVersion() throws {
        for (option, statuses) in [(Ambiguities.OldNamespace.accepted, ["2 Get 200"]), (.refused, [])] {
            var profile = ProtocolProfile.oma
            profile.ambiguities.oldNamespace = option
            var conversation = Conversation(profile: profile)
            let turn = try conversation.receive(
                """
                <SyncML xmlns="SYNCML:SYNCML1.1"><SyncHdr><VerDTD>1.1</VerDTD><VerProto>DM/1.1</VerProto>\
                <SessionID>1</SessionID><MsgID>1</MsgID></SyncHdr>\
                <SyncBody>\(command("Get", "2", "./DevInfo/Man"))<Final/></SyncBody></SyncML>
                """)
            #expect(turn.statuses == statuses)
            #expect(turn.reply?.header?.verDTD == "1.2")
            #expect(turn.reply?.header?.verProto == "DM/1.2")
            #expect(turn.end == (option == .accepted ? nil : .headerRefused(status: 505)))
        }
    }

    @Test("DM-HDR-05: a SessionID that changes is rejected in the profile oma: 400, Alert 1223, nothing runs")
    func sessionID() throws {
        var conversation = Conversation(profile: .oma)
        _ = try conversation.send(command("Get", "2", "./DevInfo/Man"), sessionID: "A5")
        let before = conversation.content
        let turn = try conversation.send(command("Replace", "2", Self.length, "8"), msgID: "2", sessionID: "a5")
        #expect(turn.end == .headerRefused(status: 400))
        #expect(turn.rules == ["session.session-id"])
        #expect(turn.diagnostics.first?.severity == .error)
        #expect(turn.reply?.header?.sessionID == "A5")
        #expect(conversation.content == before)
    }

    @Test(
        "DM-HDR-10: later messages go to the RespURI, and have it as Target, until another one comes",
        arguments: profiles)
    func respURI(profile: ProtocolProfile) throws {
        var conversation = Conversation(profile: profile)
        let get = command("Get", "2", "./DevInfo/Man")
        #expect(try conversation.send(get).address == nil)
        for (number, address) in ["https://mdm.example.test/dm?s=1", "https://other.example.test/"].enumerated() {
            let turn = try conversation.send(
                get, msgID: String(number * 2 + 2), headerMeta: "<RespURI> \(address) </RespURI>")
            #expect(turn.address == address)
            #expect(turn.reply?.header?.target?.locURI == address)
            let next = try conversation.send(get, msgID: String(number * 2 + 3))
            #expect(next.address == address)
            #expect(next.reply?.header?.target?.locURI == address)
        }
    }

    @Test(
        "DM-HDR-10: a RespURI that is not absolute is a finding and changes nothing",
        arguments: ["dm?s=1", "/dm", "://x"])
    func relativeRespURI(address: String) throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Get", "2", "./DevInfo/Man"), headerMeta: "<RespURI>\(address)</RespURI>")
        #expect(turn.address == nil)
        #expect(turn.rules == ["session.resp-uri"])
        #expect(turn.reply?.header?.target?.locURI == "https://mdm.example.test/dm")
    }

    @Test("A13: what we take at most stands in the SyncHdr of the profile oma, and not in that of Windows")
    func ownLimits() throws {
        for profile in Self.profiles {
            var conversation = Conversation(opened: false, profile: profile) {
                $0.maxMsgSize = 65536
                $0.maxObjSize = 100_000
            }
            let meta = profile == .oma ? Meta(maxMsgSize: "65536", maxObjSize: "100000") : nil
            #expect(conversation.session.open(tree: conversation.tree).header?.meta == meta)
            #expect(try conversation.send(command("Get", "2", "./DevInfo/Man")).reply?.header?.meta == meta)
        }
    }

    @Test("DM-SESS-04, DM-HDR-11: Alert 1200 answers a notification, with its SessionID; 1201 otherwise")
    func initiation() {
        for (initiation, code) in [(SessionParameters.Initiation.client, "1201"), (.server, "1200")] {
            var conversation = Conversation(opened: false) {
                $0.initiation = initiation
                $0.sessionID = SessionParameters.sessionID(notification: 0x00A5)
            }
            let message = conversation.session.open(tree: conversation.tree)
            #expect(message.header?.sessionID == "A5")
            guard case .alert(let alert)? = message.commands.first else {
                Issue.record("no alert")
                continue
            }
            #expect(alert.data?.content == code)
        }
    }

    @Test("DM-HDR-12: no leading zeros and no lower case in a SessionID that was mapped")
    func mappedSessionID() {
        #expect(SessionParameters.sessionID(notification: 0x0010) == "10")
        #expect(SessionParameters.sessionID(notification: 0xABCD) == "ABCD")
        #expect(SessionParameters.sessionID(notification: 0) == "0")
    }

    @Test("A16, DM-WIN-11: the number base of a SessionID by switch")
    func sessionIDBase() {
        for (base, text) in [
            (Ambiguities.SessionIDBase.bySyncVersion, "1A"), (.decimal, "26"), (.hexadecimal, "1A"),
        ] {
            #expect(SessionParameters.sessionID(number: 26, syncApplicationVersion: 2, base: base) == text)
        }
        #expect(SessionParameters.sessionID(number: 26, syncApplicationVersion: 1, base: .hexadecimal) == "1A")
    }

    @Test("A29, DM-WIN-14: package 1 without its session alert by switch")
    func sessionAlert() {
        var profile = ProtocolProfile.windows
        profile.ambiguities.sessionAlert = .missing
        var conversation = Conversation(opened: false, profile: profile)
        let message = conversation.session.open(tree: conversation.tree)
        #expect(message.commands.map(\.name) == ["Alert", "Replace"])
        #expect(message.commands.map(\.cmdID) == ["2", "3"])
    }

    @Test("DM-STAT-06: the Status of the SyncHdr names both addresses in the profile oma")
    func references() throws {
        for profile in Self.profiles {
            var conversation = Conversation(profile: profile)
            guard
                case .status(let status)? = try conversation.send(command("Get", "2", "./DevInfo/Man")).reply?.commands
                    .first
            else { return }
            #expect(status.targetRefs == (profile == .oma ? ["device"] : []))
            #expect(status.sourceRefs == (profile == .oma ? ["server"] : []))
        }
    }

    @Test(
        "DM-STAT-15: an unknown code counts by its first digit",
        arguments: [("299", false), ("499", true), ("599", true)])
    func unknownCodes(code: String, isFinding: Bool) throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>\(code)</Data></Status>"
                + command("Get", "2", "./DevInfo/Man"))
        #expect(turn.rules == (isFinding ? ["session.header-status"] : []))
        #expect(turn.statuses == ["2 Get 200"])
    }
}
