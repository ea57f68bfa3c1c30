import CSP
import DMTree
import ESP
import Foundation
import Testing

@testable import Device

/// A server that sends prepared commands in its sessions, one list for each, and nothing more when they have run out.
private struct PolicyServer: ManagementServer {
    var sessions: [String]
    private var session = 0
    private var message = 0

    init(_ sessions: [String]) { self.sessions = sessions }

    mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
        let text = String(decoding: bytes, as: UTF8.self)
        let isFirst = text.contains("<MsgID>1</MsgID>")
        if isFirst {
            session += 1
            message = 0
        }
        message += 1
        let body = isFirst && session <= sessions.count ? sessions[session - 1] : ""
        return Array(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>\(session)</SessionID>\
            <MsgID>\(message)</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>\
            <Status><CmdID>1</CmdID><MsgRef>\(message)</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>\
            \(body)<Final/></SyncBody></SyncML>
            """.utf8)
    }
}

/// Config refresh and Config lock in a life (windows-csp.md 3.1, 5.7).
struct LocalEnforcementTests {
    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
    private static let camera = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"
    private static let guardPolicy =
        "./Device/Vendor/MSFT/Policy/Config/DeviceGuard/RequirePlatformSecurityFeatures"
    private static let bitLocker = "./Device/Vendor/MSFT/BitLocker/RequireDeviceEncryption"
    private static let wifi = "./Device/Vendor/MSFT/Policy/Config/Wifi/AllowInternetSharing"

    private static func commands(_ values: [(String, String)]) -> String {
        values.enumerated().map { index, item in
            "<Replace><CmdID>\(index + 2)</CmdID><Item><Target><LocURI>\(item.0)</LocURI></Target>"
                + "<Data>\(item.1)</Data></Item></Replace>"
        }.joined()
    }

    private static func delete(_ uri: String) -> String {
        "<Delete><CmdID>2</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target></Item></Delete>"
    }

    private static func minutes(_ count: Int64) -> DeviceTime { .seconds(count * 60) }

    /// A device on the desktop, whose first session comes at zero and whose further ones are pushed.
    private static func life(
        _ sessions: [String], pushes: [Int64] = [], drifts: [(minute: Int64, uri: String, value: String)] = [],
        isSecuredCore: Bool = false, hours: Int64 = 12
    ) throws -> DeviceLife<PolicyServer> {
        var device = FreshDevice(phase: .desktop)
        device.profile.isSecuredCore = isSecuredCore
        var script = LifeScript(device: device)
        script.page.enrollment = .workAccount
        script.horizon = .seconds(hours * 3600)
        script.pushes = pushes.map(minutes)
        for drift in drifts {
            script.drifts.append(
                LifeScript.Drift(time: minutes(drift.minute), uri: try TreeURI(drift.uri), value: drift.value))
        }
        return DeviceLife(script, server: PolicyServer(sessions))
    }

    private static func play(_ life: inout DeviceLife<PolicyServer>) -> [DeviceEvent] {
        var events: [DeviceEvent] = []
        while life.step() { events += life.takeEvents() }
        return events + life.takeEvents()
    }

    /// What the tests are about, with the minute, or seconds where it is none.
    private static func story(_ events: [DeviceEvent]) -> [String] {
        events.compactMap { event in
            let seconds = event.time.milliseconds / 1000
            let time = seconds.isMultiple(of: 60) ? "\(seconds / 60)" : "\(seconds)s"
            func name(_ uri: String) -> String { uri.split(separator: "/").last.map(String.init) ?? uri }
            switch event.kind {
            case .drifted(let uri, let value): return "\(time) drifted \(name(uri)) \(value)"
            case .driftUndone(let uri, let value, let means):
                return "\(time) \(means.rawValue) \(name(uri)) \(value)"
            case .policiesRefreshed(let restored): return "\(time) refreshed \(restored)"
            case .configLock(let state): return "\(time) \(state.rawValue)"
            default: return nil
            }
        }
    }

    private static let refresh = account + "/ConfigRefresh"
    private static let lock = account + "/ConfigLock"

    @Test("5.7: a drift is undone by the next Config refresh, every Cadence minutes; Result shows it meanwhile")
    func refresh() throws {
        var life = try Self.life(
            [
                Self.commands([
                    (Self.camera, "0"), (Self.refresh + "/Enabled", "true"), (Self.refresh + "/Cadence", "30"),
                ])
            ],
            drifts: [(40, Self.camera, "1"), (50, Self.wifi, "1"), (70, Self.camera, "1")])
        var shown: [String] = []
        var events: [DeviceEvent] = []
        while life.step() {
            let new = life.takeEvents()
            if new.contains(where: { if case .drifted = $0.kind { true } else { false } }) {
                shown.append(life.tree.value(Self.camera.replacing("/Config/", with: "/Result/")) ?? "")
                shown.append(life.tree.value(Self.camera) ?? "")
            }
            events += new
        }
        #expect(
            Self.story(events) == [
                "30 refreshed 0", "40 drifted AllowCamera 1", "60 configRefresh AllowCamera 0", "60 refreshed 1",
                "70 drifted AllowCamera 1", "90 configRefresh AllowCamera 0", "90 refreshed 1",
            ])
        #expect(shown == ["1", "0", "1", "0"], "Config goes on holding what the server wants")
        #expect(life.tree.value(Self.camera.replacing("/Config/", with: "/Result/")) == "0")
        #expect(
            !events.contains { if case .sessionStarted(2, _) = $0.kind { true } else { false } }, "without a session")
    }

    @Test(
        "3.1: the cadence is 90 minutes by default, and what is not enabled never runs",
        arguments: [("true", ["90 configRefresh AllowCamera 0", "90 refreshed 1"]), ("false", [])])
    func defaults(enabled: String, story: [String]) throws {
        var life = try Self.life(
            [Self.commands([(Self.camera, "0"), (Self.refresh + "/Enabled", enabled)])],
            drifts: [(10, Self.camera, "1")])
        #expect(Self.story(Self.play(&life)) == ["10 drifted AllowCamera 1"] + story)
    }

    @Test("3.1: PausePeriod puts refreshes off until it ends, and taking it back begins the cadence anew")
    func pause() throws {
        let enable = [(Self.camera, "0"), (Self.refresh + "/Enabled", "true"), (Self.refresh + "/Cadence", "30")]
        var life = try Self.life(
            [Self.commands(enable), Self.commands([(Self.refresh + "/PausePeriod", "120")])], pushes: [20],
            drifts: [(25, Self.camera, "1")])
        #expect(
            Self.story(Self.play(&life)) == [
                "25 drifted AllowCamera 1", "140 configRefresh AllowCamera 0", "140 refreshed 1",
            ])
        var other = try Self.life(
            [
                Self.commands(enable), Self.commands([(Self.refresh + "/PausePeriod", "120")]),
                Self.commands([(Self.refresh + "/PausePeriod", "0")]),
            ], pushes: [20, 40], drifts: [(25, Self.camera, "1")])
        #expect(
            Self.story(Self.play(&other)) == [
                "25 drifted AllowCamera 1", "70 configRefresh AllowCamera 0", "70 refreshed 1",
            ])
    }

    @Test("A server that sets, deletes or switches off in the meantime leaves nothing to undo")
    func meantime() throws {
        let enable = Self.commands([(Self.camera, "0"), (Self.refresh + "/Enabled", "true")])
        for (second, camera) in [
            (Self.commands([(Self.camera, "0")]), "0"), (Self.commands([(Self.camera, "1")]), "1"),
            (Self.delete(Self.camera), nil), (Self.commands([(Self.refresh + "/Enabled", "false")]), "1"),
            (Self.delete(Self.refresh), "1"),
        ] {
            var life = try Self.life([enable, second], pushes: [20], drifts: [(10, Self.camera, "1")])
            let story = Self.story(Self.play(&life)).filter { !$0.contains("refreshed") }
            #expect(story == ["10 drifted AllowCamera 1"])
            #expect(life.tree.value(Self.camera.replacing("/Config/", with: "/Result/")) == camera)
        }
    }

    @Test("Config refresh leaves other CSPs alone; a second drift goes back to what the server wanted")
    func otherCSP() throws {
        var life = try Self.life(
            [Self.commands([(Self.bitLocker, "1"), (Self.camera, "0"), (Self.refresh + "/Enabled", "true")])],
            drifts: [(10, Self.bitLocker, "0"), (11, Self.camera, "1"), (12, Self.camera, "0"), (13, Self.camera, "1")])
        #expect(
            Self.story(Self.play(&life)) == [
                "10 drifted RequireDeviceEncryption 0", "11 drifted AllowCamera 1", "13 drifted AllowCamera 1",
                "90 configRefresh AllowCamera 0", "90 refreshed 1",
            ])
        #expect(life.tree.value(Self.bitLocker) == "0")
    }

    @Test("5.7: Config lock restores within seconds what it watches, and nothing else")
    func lock() throws {
        var life = try Self.life(
            [
                Self.commands([
                    (Self.guardPolicy, "1"), (Self.bitLocker, "1"), (Self.camera, "0"), (Self.lock + "/Lock", "1"),
                ])
            ], drifts: [(10, Self.guardPolicy, "3"), (20, Self.bitLocker, "0"), (30, Self.camera, "1")],
            isSecuredCore: true)
        #expect(
            Self.story(Self.play(&life)) == [
                "0 locked", "10 drifted RequirePlatformSecurityFeatures 3",
                "605s configLock RequirePlatformSecurityFeatures 1", "20 drifted RequireDeviceEncryption 0",
                "1205s configLock RequireDeviceEncryption 1", "30 drifted AllowCamera 1",
            ])
        #expect(life.tree.value(Self.bitLocker) == "1")
    }

    @Test("3.1: UnlockDuration minutes after Lock 0 the device locks again, and undoes what drifted")
    func unlock() throws {
        var life = try Self.life(
            [
                Self.commands([
                    (Self.guardPolicy, "1"), (Self.lock + "/Lock", "1"), (Self.lock + "/UnlockDuration", "60"),
                ]),
                Self.commands([(Self.lock + "/Lock", "0")]),
            ], pushes: [10], drifts: [(20, Self.guardPolicy, "3")], isSecuredCore: true)
        #expect(
            Self.story(Self.play(&life)) == [
                "0 locked", "10 unlocked", "20 drifted RequirePlatformSecurityFeatures 3", "70 locked",
                "4205s configLock RequirePlatformSecurityFeatures 1",
            ])
        #expect(life.tree.value(Self.lock + "/Lock") == "1")
    }

    @Test("In the time of an unlock the server may lock again or delete the lock", arguments: [true, false])
    func afterUnlock(isLockedAgain: Bool) throws {
        let third = isLockedAgain ? Self.commands([(Self.lock + "/Lock", "1")]) : Self.delete(Self.lock + "/Lock")
        var life = try Self.life(
            [
                Self.commands([(Self.guardPolicy, "1"), (Self.lock + "/Lock", "1")]),
                Self.commands([(Self.lock + "/Lock", "0")]), third,
            ], pushes: [10, 30], drifts: [(20, Self.guardPolicy, "3")], isSecuredCore: true, hours: 48)
        let end = isLockedAgain ? ["30 locked", "1805s configLock RequirePlatformSecurityFeatures 1"] : ["30 off"]
        #expect(
            Self.story(Self.play(&life)) == [
                "0 locked", "10 unlocked", "20 drifted RequirePlatformSecurityFeatures 3",
            ] + end)
    }

    @Test("UnlockDuration 0 unlocks until the server locks again")
    func unlockWithoutEnd() throws {
        var life = try Self.life(
            [
                Self.commands([
                    (Self.guardPolicy, "1"), (Self.lock + "/Lock", "1"), (Self.lock + "/UnlockDuration", "0"),
                ]),
                Self.commands([(Self.lock + "/Lock", "0")]),
            ], pushes: [10], drifts: [(20, Self.guardPolicy, "3")], isSecuredCore: true)
        #expect(
            Self.story(Self.play(&life)) == ["0 locked", "10 off", "20 drifted RequirePlatformSecurityFeatures 3"])
    }

    @Test("A PC without secured core locks nothing")
    func noSecuredCore() throws {
        var life = try Self.life(
            [Self.commands([(Self.guardPolicy, "1"), (Self.lock + "/Lock", "1")])],
            drifts: [(10, Self.guardPolicy, "3")])
        #expect(Self.story(Self.play(&life)) == ["10 drifted RequirePlatformSecurityFeatures 3"])
        #expect(life.diagnostics.map(\.rule).contains("dmclient.config-lock"))
        #expect(life.tree.value(Self.lock + "/SecureCore") == "false")
    }

    @Test("Unenrolment ends it, and takes policies, Result and ADMX files along")
    func unenrolled() throws {
        let admx = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/App/Policy/File"
        let exec =
            "<Add><CmdID>90</CmdID><Item><Target><LocURI>\(admx)</LocURI></Target><Data>&lt;policyDefinitions/&gt;</Data>"
            + "</Item></Add><Exec><CmdID>91</CmdID><Item><Target><LocURI>\(Self.account)/Unenroll</LocURI></Target></Item>"
            + "</Exec>"
        var life = try Self.life(
            [Self.commands([(Self.camera, "0"), (Self.refresh + "/Enabled", "true")]), exec], pushes: [20],
            drifts: [(10, Self.camera, "1"), (30, Self.camera, "1")])
        #expect(Self.story(Self.play(&life)) == ["10 drifted AllowCamera 1"])
        #expect(life.tree.children("./Device/Vendor/MSFT/Policy/Result") == [])
        #expect(life.tree.children("./Device/Vendor/MSFT/Policy/ConfigOperations") ?? [] == [])
    }

    @Test("A life that is saved between drift and refresh goes on as the one that was not")
    func saving() throws {
        let make = {
            try Self.life(
                [
                    Self.commands([
                        (Self.camera, "0"), (Self.bitLocker, "1"), (Self.refresh + "/Enabled", "true"),
                        (Self.lock + "/Lock", "1"),
                    ])
                ],
                drifts: [(10, Self.camera, "1"), (20, Self.bitLocker, "0")], isSecuredCore: true)
        }
        var whole = try make()
        let story = Self.story(Self.play(&whole))
        #expect(story.count == 6)
        for steps in 1...8 {
            var life = try make()
            var events: [DeviceEvent] = []
            for _ in 0..<steps where life.step() { events += life.takeEvents() }
            let saved = try JSONDecoder().decode(
                DeviceLife<PolicyServer>.Saved.self, from: JSONEncoder().encode(life.saved))
            let server = life.server
            life = try make()
            life.server = server
            life.restore(saved)
            events += Self.play(&life)
            #expect(Self.story(events) == story, "after \(steps) steps")
        }
    }

    @Test("What falls into the time of a device that is off happens once it is on")
    func powerOff() throws {
        var device = try Self.life(
            [
                Self.commands([
                    (Self.camera, "0"), (Self.refresh + "/Enabled", "true"), (Self.refresh + "/Cadence", "30"),
                ])
            ],
            drifts: [(10, Self.camera, "1")])
        var script = device.script
        script.machineActions = [
            LifeScript.MachineAction(time: Self.minutes(20), kind: .powerOff),
            LifeScript.MachineAction(time: Self.minutes(50), kind: .powerOn),
        ]
        device = DeviceLife(script, server: device.server)
        #expect(
            Self.story(Self.play(&device)) == [
                "10 drifted AllowCamera 1", "50 configRefresh AllowCamera 0", "50 refreshed 1",
            ])
    }
}
