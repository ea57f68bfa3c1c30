import CSP
import DMTree
import ESP
import Notation
import Testing

@testable import Device

/// A server that says nothing and ends each session.
private struct QuietServer: ManagementServer {
    var heard: [String] = []

    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? {
        heard.append(String(decoding: message, as: UTF8.self))
        return Array(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>\
            <MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>\
            <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Final/>\
            </SyncBody></SyncML>
            """.utf8)
    }
}

/// What a life does with the facts of its device: a new name, changed nodes, scans, programs, the packages of its users.
@Suite struct DeviceFactsLifeTests {
    private func life(_ change: (inout LifeScript) -> Void = { _ in }) -> DeviceLife<QuietServer> {
        var script = LifeScript(device: FreshDevice(phase: .desktop))
        script.page.enrollment = .workAccount
        script.horizon = .seconds(7200)
        change(&script)
        return DeviceLife(script, server: QuietServer())
    }

    private func play(_ life: inout DeviceLife<QuietServer>, to seconds: Int64) {
        while let time = life.nextTime, time <= .seconds(seconds), life.step() {}
    }

    private func send(
        _ verb: Verb, _ target: String, _ data: String? = nil, to life: inout DeviceLife<QuietServer>
    ) -> Int {
        let application = life.tree.apply(Request(verb: verb, cmdID: "2", target: target, data: data))
        life.carryOut(application.effects)
        return application.status
    }

    @Test("windows-csp.md 4.8: a new computer name takes effect when the machine restarts, the same in every run")
    func computerName() {
        var names: [String?] = []
        for _ in 0..<2 {
            var life = life { $0.machineActions = [.init(time: .seconds(60), kind: .restart)] }
            let leaf = "./DevDetail/Ext/Microsoft/DNSComputerName"
            #expect(send(.replace, leaf, "PC-%RAND:4%", to: &life) == 200)
            play(&life, to: 59)
            #expect(life.tree.value(leaf) == "DESKTOP-EMU0001")
            play(&life, to: 200)
            names.append(life.tree.value(leaf))
            #expect(
                life.takeEvents().contains { event in
                    if case .nodeWritten(leaf, let value, .client) = event.kind { value == names.last } else { false }
                })
        }
        #expect(names[0] == names[1])
        #expect(names[0]?.hasPrefix("PC-") == true && names[0]?.count == 7)
        #expect(names[0]?.dropFirst(3).allSatisfy { "0123456789".contains($0) } == true)
    }

    @Test("windows-csp.md 4.15: package 1 tells of a node that changed, once")
    func checkinAlert() {
        var life = life { $0.pushes = [.seconds(100), .seconds(200)] }
        play(&life, to: 50)
        let root = "./Device/Vendor/MSFT/DMSessionActions/MS%20DM%20Server"
        let node = root + "/CheckinAlertConfiguration/Nodes/7/NodeURI"
        let watched = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/HelpWebsite"
        #expect(send(.add, node, watched, to: &life) == 200)
        life.tree.setLocally(watched, value: "https://help.example.test")
        let before = life.server.heard.count
        play(&life, to: 150)
        let first = life.server.heard[before...].joined()
        #expect(first.contains("<Type xmlns=\"syncml:metinf\">com.microsoft/MDM/CheckinAlert</Type>"))
        #expect(first.contains("<LocURI>\(root)/AlertData</LocURI>") && first.contains("<Data>7</Data>"))
        let between = life.server.heard.count
        play(&life, to: 250)
        #expect(!life.server.heard[between...].joined().contains("CheckinAlert"))
    }

    @Test(
        "windows-csp.md 4.2: a scan for updates ends with the error of the script",
        arguments: [nil, 0x8024_402C] as [UInt32?])
    func updateScan(error: UInt32?) {
        var life = life { $0.jobs.updateScan = .init(seconds: 30, error: error.map { HRESULT($0) }) }
        play(&life, to: 10)
        for scope in ["./Device", "./User"] {
            let management = scope + "/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement"
            let start = life.now
            #expect(send(.exec, management + "/UpdateScan", to: &life) == 202)
            #expect(life.tree.value(management + "/LastScanError") == "0")
            while let time = life.nextTime, time <= start.adding(seconds: 31), life.step() {}
            #expect(life.tree.value(management + "/LastScanError") == (error == nil ? "0" : "-2145107924"), "\(scope)")
        }
    }

    @Test("A user who signs in has the packages of the device, and keeps those that are left")
    func userPackages() {
        var life = life()
        let family =
            "./User/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/Microsoft.WindowsCalculator_8wekyb3d8bbwe"
        #expect(life.tree.children(family)?.contains { $0.hasPrefix("Microsoft.WindowsCalculator_11") } == true)
        #expect(send(.delete, family, to: &life) == 200)
        life.signOut()
        #expect(!life.tree.exists(family))
        life.signedInUser = 0
        life.makeUserContext()
        #expect(!life.tree.exists(family))
        #expect(life.tree.exists("./User/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/System"))
    }

    @Test("The tree of every ready kind of device holds only nodes that its Windows has")
    func instances() {
        let tree = FreshDevice().makeTree()
        for leaf in tree.storedLeaves where !leaf.uri.hasSuffix("/ActiveComputerName") {
            #expect(tree.exists(leaf.uri), "\(leaf.uri)")
        }
    }
}
