import CSP
import DMTree
import ESP
import Foundation
import Notation
import Testing

@testable import Device

/// Declared configuration keeps what it has set (windows-csp.md 4.14).
@Suite struct DeclaredSettingsTests {
    /// A server that has nothing to say.
    private struct SilentServer: ManagementServer {
        mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? {
            Array(
                """
                <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
                <SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI>\
                </Source></SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef>\
                <Cmd>SyncHdr</Cmd><Data>200</Data></Status><Final/></SyncBody></SyncML>
                """.utf8)
        }
    }

    private static let id = "0a1b2c3d-0000-4000-8000-0123456789ab"
    private static let host = "./Device/Vendor/MSFT/DeclaredConfiguration/Host"
    private static let node = "\(host)/Complete/Documents/\(id)"

    private static func document(_ value: String = "2", id: String = id, scenario: String = "Config") -> String {
        "<DeclaredConfiguration schema=\"1.0\" context=\"Device\" id=\"\(id)\" checksum=\"1\" "
            + "osdefinedscenario=\"MSFTExtensibilityMIProvider\(scenario)\"><DSC namespace=\"n\" className=\"c\">"
            + "<Key name=\"k\">1</Key><Value name=\"v\">\(value)</Value></DSC></DeclaredConfiguration>"
    }

    /// A life whose program sets `v` at the given minutes.
    private func life(
        drifts: [(minute: Int64, value: String)] = [], interval: Int64? = 3600,
        _ change: (inout LifeScript) -> Void = { _ in }
    ) -> DeviceLife<SilentServer> {
        var script = LifeScript(device: FreshDevice(phase: .desktop))
        script.page.enrollment = .workAccount
        script.horizon = .seconds(12 * 3600)
        script.jobs.reapplySeconds = interval
        script.settingDrifts = drifts.map {
            LifeScript.SettingDrift(time: .seconds($0.minute * 60), document: Self.id, setting: "v", value: $0.value)
        }
        change(&script)
        return DeviceLife(script, server: SilentServer())
    }

    @discardableResult
    private func send(
        _ verb: Verb, _ uri: String, _ data: String? = nil, in life: inout DeviceLife<SilentServer>
    ) -> Int {
        let application = life.tree.apply(Request(verb: verb, cmdID: "2", target: uri, data: data))
        life.carryOut(application.effects)
        return application.status
    }

    private func play(_ life: inout DeviceLife<SilentServer>, to minute: Int64) {
        while let time = life.nextTime, time <= .seconds(minute * 60), life.step() {}
    }

    /// The minutes at which a value drifted or was put right.
    private func changes(_ life: inout DeviceLife<SilentServer>) -> [String] {
        life.takeEvents().compactMap { event in
            let minute = event.time.milliseconds / 60_000
            switch event.kind {
            case .drifted(_, let value): return "\(minute): \(value)"
            case .driftUndone(_, let value, let means): return "\(minute): \(value) by \(means.rawValue)"
            default: return nil
            }
        }
    }

    /// What an inventory of the same resource finds.
    private func inventory(_ life: inout DeviceLife<SilentServer>, minute: Int64) -> String? {
        let id = "0a1b2c3d-0000-4000-8000-0123456789ff"
        let address = "\(Self.host)/Inventory/Documents/\(id)/Document"
        let verb: Verb = life.tree.value(address) == nil ? .add : .replace
        #expect(send(verb, address, Self.document("", id: id, scenario: "Inventory"), in: &life) == 200)
        play(&life, to: minute)
        let text = life.tree.value("\(Self.host)/Inventory/Results/\(id)/Document") ?? ""
        return text.firstMatch(of: /<Value [^>]*>([^<]*)<\/Value>/).map { String($0.1) }
    }

    @Test("4.14: a value that a program changes is put right at the next re-application, without a session")
    func reapplied() throws {
        var life = life(drifts: [(70, "3"), (130, "4")])
        send(.add, Self.node + "/Document", Self.document(), in: &life)
        play(&life, to: 12 * 60)
        #expect(
            changes(&life)
                == ["70: v=3", "120: v=2 by declaredConfiguration", "130: v=4", "180: v=2 by declaredConfiguration"])
        #expect(try DeclaredResult(document: TreeURI(Self.node))?.state(in: life.tree) == .succeeded)
    }

    @Test("An inventory finds the value as it is: drifted, then put right")
    func inventoried() {
        var life = life(drifts: [(70, "3")])
        send(.add, Self.node + "/Document", Self.document(), in: &life)
        play(&life, to: 75)
        #expect(inventory(&life, minute: 80) == "3")
        play(&life, to: 130)
        #expect(inventory(&life, minute: 135) == "2")
    }

    @Test("4.14: Abandoned = 1 stops re-application; 0 starts it again")
    func abandoned() {
        var life = life(drifts: [(70, "3")])
        send(.add, Self.node + "/Document", Self.document(), in: &life)
        play(&life, to: 30)
        #expect(send(.replace, Self.node + "/Properties/Abandoned", "1", in: &life) == 200)
        play(&life, to: 90)
        #expect(inventory(&life, minute: 100) == "3")
        #expect(send(.replace, Self.node + "/Properties/Abandoned", "0", in: &life) == 200)
        play(&life, to: 130)
        #expect(changes(&life) == ["70: v=3", "120: v=2 by declaredConfiguration"])
    }

    @Test("4.14: the delete of a document leaves what it has set, and nobody keeps it any more")
    func deleted() {
        var life = life(drifts: [(70, "3"), (80, "4")])
        send(.add, Self.node + "/Document", Self.document(), in: &life)
        play(&life, to: 75)
        #expect(send(.delete, Self.node, in: &life) == 200)
        play(&life, to: 130)
        #expect(inventory(&life, minute: 140) == "3")
        #expect(changes(&life) == ["70: v=3"])
    }

    @Test("Without re-application, and for a document that failed, nothing is put right")
    func never() {
        var life = life(drifts: [(70, "3")], interval: nil)
        send(.add, Self.node + "/Document", Self.document(), in: &life)
        play(&life, to: 12 * 60)
        #expect(changes(&life) == ["70: v=3"])
        var failing = self.life(drifts: [(70, "3")]) {
            $0.jobs.documents = [Self.id: .init(outcome: .failed(HRESULT(rawValue: 0x8007_0005)))]
        }
        send(.add, Self.node + "/Document", Self.document(), in: &failing)
        play(&failing, to: 12 * 60)
        #expect(changes(&failing) == [])
    }

    @Test("A life that is saved with a drift goes on as the one that was not")
    func saving() throws {
        var first = life(drifts: [(70, "3")])
        send(.add, Self.node + "/Document", Self.document(), in: &first)
        play(&first, to: 75)
        let saved = try JSONDecoder().decode(
            DeviceLife<SilentServer>.Saved.self, from: JSONEncoder().encode(first.saved))
        var second = life(drifts: [(70, "3")])
        second.restore(saved)
        _ = first.takeEvents()
        play(&first, to: 700)
        play(&second, to: 700)
        #expect(changes(&first) == ["120: v=2 by declaredConfiguration"])
        #expect(changes(&second) == ["120: v=2 by declaredConfiguration"])
    }
}
