import Capture
import DMTree
import Testing

@testable import Replay

/// `--learn`: what a capture tells of the device beside its behaviour.
struct LearningTests {
    private static func exchange(_ command: String, _ answer: String) -> [CaptureRecord] {
        [
            Script.package1(),
            Script.server(1, Script.welcome + command + "<Final/>"),
            Script.client(2, Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200") + answer + "<Final/>"),
        ]
    }

    private static func replay(_ records: [CaptureRecord], learns: Bool) -> ReplayReport {
        Replayer(ReplayOptions(learns: learns)).replay(Recording(records))
    }

    static let policy = "./Device/Vendor/MSFT/Policy/Config/Update/BranchReadinessLevel"

    @Test("A stored value that no message set is a difference, and is learned")
    func value() {
        let records = Self.exchange(
            Script.get("5", Self.policy),
            Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
                + Script.results(3, msgRef: 1, cmdRef: "5", Self.policy, "16", format: "int"))
        #expect(
            Self.replay(records, learns: false).differences.map(\.rule.id)
                == ["compare.status-code"])
        let report = Self.replay(records, learns: true)
        #expect(report.differences.map(\.message) == [])
        #expect(report.learned.filter { $0.kind == .value }.map(\.uri) == [Self.policy])
    }

    @Test("An Add answered 418 means that the node was there")
    func existence() {
        let records = Self.exchange(
            Script.write("Add", "5", Self.policy, "16", format: "int"),
            Script.status(2, msgRef: 1, cmdRef: "5", "Add", "418"))
        #expect(Self.replay(records, learns: false).differences.map(\.rule.id) == ["compare.status-code"])
        let report = Self.replay(records, learns: true)
        #expect(report.differences.map(\.message) == [])
        #expect(report.learned.filter { $0.kind == .node }.map(\.uri) == [Self.policy])
    }

    @Test("A Get answered 404 means that the node was not there")
    func absence() {
        let name = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/UPN"
        let records = Self.exchange(
            Script.get("5", name), Script.status(2, msgRef: 1, cmdRef: "5", "Get", "404"))
        #expect(!Self.replay(records, learns: false).differences.isEmpty)
        #expect(Self.replay(records, learns: true).differences.map(\.message) == [])
    }

    @Test("Facts of the device and of package 1 are learned, so that nothing is masked")
    func facts() {
        let uri = "./Vendor/MSFT/DeviceStatus/OS/Edition"
        let records = Self.exchange(
            Script.get("5", uri),
            Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
                + Script.results(3, msgRef: 1, cmdRef: "5", uri, "Professional"))
        #expect(Self.replay(records, learns: false).fidelity.masked["compare.device-fact"] != nil)
        let report = Self.replay(records, learns: true)
        #expect(report.differences.map(\.message) == [])
        #expect(report.fidelity.masked["compare.device-fact"] == nil)
        #expect(report.learned.map(\.uri).contains("./DevInfo/Man"))
        #expect(report.learned.map(\.uri).contains(uri))
    }

    @Test("A value that the server wrote is behaviour: it is not learned, and a status that differs stays")
    func neverHidesAWrite() {
        let records =
            Self.exchange(
                Script.write("Replace", "5", Self.policy, "16", format: "int") + Script.get("6", Self.policy),
                Script.status(2, msgRef: 1, cmdRef: "5", "Replace", "200")
                    + Script.status(3, msgRef: 1, cmdRef: "6", "Get", "200")
                    + Script.results(4, msgRef: 1, cmdRef: "6", Self.policy, "32", format: "int"))
        let report = Self.replay(records, learns: true)
        #expect(report.differences.map(\.rule.id) == ["compare.results-data"])
        let refused = Self.exchange(
            Script.write("Replace", "5", Self.policy, "16", format: "int"),
            Script.status(2, msgRef: 1, cmdRef: "5", "Replace", "405"))
        #expect(Self.replay(refused, learns: true).differences.map(\.rule.id) == ["compare.status-code"])
    }

    @Test("The children of an interior node are learned")
    func children() {
        let uri = "./Device/Vendor/MSFT/RootCATrustedCertificates/Root"
        let records = Self.exchange(
            Script.get("5", uri),
            Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
                + Script.results(
                    3, msgRef: 1, cmdRef: "5", uri, "0123456789ABCDEF0123456789ABCDEF01234567", format: "node"))
        #expect(Self.replay(records, learns: true).differences.map(\.message) == [])
    }

    @Test("What happened between sessions and is told in package 1 is taken from there")
    func event() {
        let alert =
            "<Alert><CmdID>5</CmdID><Data>1224</Data><Item><Source><LocURI>./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7B1%7D</LocURI></Source><Meta><Format xmlns=\"syncml:metinf\">int</Format><Type xmlns=\"syncml:metinf\">Reversed-Domain-Name:com.microsoft.mdm.win32csp_install</Type><Mark xmlns=\"syncml:metinf\">informational</Mark></Meta><Data>0</Data></Item></Alert>"
        let opening = Script.opening().replacing("<Replace>", with: alert + "<Replace>")
        let report = Self.replay([Script.client(1, opening + "<Final/>")], learns: false)
        #expect(report.differences.map(\.message) == [])
        #expect(report.learned.map(\.kind) == [.event])
    }

    @Test("HRESULTs beside Statuses that nobody asked for in the capture were asked for before")
    func originalError() {
        let status =
            "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Cmd>Replace</Cmd><Data xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\" msft:originalerror=\"0x86000011\">405</Data></Status>"
        let records = Self.exchange(Script.write("Replace", "5", "./DevDetail/SwV", "1"), status)
        #expect(Self.replay(records, learns: false).differences.map(\.rule.id) == ["compare.status-error"])
        #expect(Self.replay(records, learns: true).differences.map(\.message) == [])
    }

    @Test("A list of a subtree is learned node by node and removes nothing")
    func listing() {
        let root = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/Poll"
        let results =
            "<Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Item><Source><LocURI>\(root)</LocURI></Source><Meta><Format xmlns=\"syncml:metinf\">node</Format></Meta></Item><Item><Source><LocURI>\(root)/NumberOfFirstRetries</LocURI></Source><Meta><Format xmlns=\"syncml:metinf\">int</Format></Meta><Data>77</Data></Item></Results>"
        let records = Self.exchange(
            Script.get("5", root + "?list=StructData") + Script.get("6", root + "/NumberOfFirstRetries")
                + Script.get("7", root + "/PollOnLogin"),
            Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200") + results
                + Script.status(4, msgRef: 1, cmdRef: "6", "Get", "200")
                + Script.results(5, msgRef: 1, cmdRef: "6", root + "/NumberOfFirstRetries", "77", format: "int")
                + Script.status(6, msgRef: 1, cmdRef: "7", "Get", "200")
                + Script.results(7, msgRef: 1, cmdRef: "7", root + "/PollOnLogin", "true", format: "bool"))
        let report = Self.replay(records, learns: true)
        // Other nodes that our Poll has stay in the list; the values agree.
        #expect(report.differences.allSatisfy { $0.rule.id == "compare.results-item-extra" })
        #expect(report.fidelity.commands == Fidelity.Share(equal: 3, all: 3))
    }

    @Test("What the server added below a node is not taken away by what the capture lists there")
    func ownChildren() {
        let root = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI"
        let added = root + "/%7B11111111-2222-3333-4444-555555555555%7D"
        let records = Self.exchange(
            "<Add><CmdID>5</CmdID><Item><Target><LocURI>\(added)</LocURI></Target></Item></Add>"
                + Script.get("6", root),
            Script.status(2, msgRef: 1, cmdRef: "5", "Add", "200")
                + Script.status(3, msgRef: 1, cmdRef: "6", "Get", "200")
                + Script.results(
                    4, msgRef: 1, cmdRef: "6", root, "%7B66666666-2222-3333-4444-555555555555%7D", format: "node"))
        let report = Self.replay(records, learns: true)
        #expect(report.differences.map(\.rule.id) == ["compare.results-data"])
        #expect(report.differences.first?.message.contains("11111111") == true)
    }
}
