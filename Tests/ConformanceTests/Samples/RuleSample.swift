import Capture
import Conformance
import SyncML
import Testing

/// Messages that break one rule, and messages that do not: each rule has at least one of both.
struct RuleSample: Sendable, CustomTestStringConvertible {
    let rule: String
    let fail: [Sent]
    let pass: [Sent]
    /// Other rules that the failing sample cannot but break too.
    let companions: Set<String>
    var context = LintContext()

    init(
        _ rule: String, fail: [Sent], pass: [Sent], companions: Set<String> = [], context: LintContext = LintContext()
    ) {
        self.rule = rule
        self.fail = fail
        self.pass = pass
        self.companions = companions
        self.context = context
    }

    /// One server's message, of which only the body matters.
    init(
        _ rule: String, fail: String, pass: String, companions: Set<String> = [], context: LintContext = LintContext()
    ) {
        self.init(rule, fail: [.server(fail)], pass: [.server(pass)], companions: companions, context: context)
    }

    /// One document, as it stands.
    init(_ rule: String, failing: String, passing: String, companions: Set<String> = []) {
        self.init(
            rule, fail: [.document(Array(failing.utf8))], pass: [.document(Array(passing.utf8))],
            companions: companions)
    }

    var testDescription: String { rule }

    static let all: [RuleSample] =
        documents + refusals + reading + frame + authentication + commands + described + catalogue + csps + http
        + session + statuses + objects + devices + enrollment + provisioning
}

/// One document of a sample.
struct Sent: Sendable {
    enum Form: Sendable {
        /// Looked at by itself, whoever wrote it.
        case document([UInt8])
        case message(CaptureRecord.Direction, body: String)
        /// A record with another body, or without one.
        case raw(CaptureRecord.Direction, [UInt8])
    }

    var form: Form
    /// Counted for each side when nil.
    var msgID: String?
    var sessionID = "1"
    /// Elements of the SyncHdr behind Source.
    var header = ""
    var versions = ("1.2", "DM/1.2")
    var target: String?
    var source: String?
    var isFinal = true
    var fields: [HTTPField] = []
    var method: String?
    var status: Int?
    var url: String?

    static func document(_ bytes: [UInt8]) -> Sent { Sent(form: .document(bytes)) }
    static func server(_ body: String) -> Sent { Sent(form: .message(.toClient, body: body)) }
    static func client(_ body: String) -> Sent { Sent(form: .message(.toServer, body: body)) }
    static func nothing(_ direction: CaptureRecord.Direction) -> Sent { Sent(form: .raw(direction, [])) }

    /// The same with one property changed.
    func with<Value>(_ path: WritableKeyPath<Sent, Value>, _ value: Value) -> Sent {
        var copy = self
        copy[keyPath: path] = value
        return copy
    }

    var open: Sent { with(\.isFinal, false) }

    func http(_ fields: [String: String] = ["Content-Type": "application/vnd.syncml.dm+xml"]) -> Sent {
        with(\.fields, fields.sorted { $0.key < $1.key }.map { HTTPField($0.key, $0.value) })
    }
}

extension [Sent] {
    /// As a capture has them.
    var records: [CaptureRecord] {
        var counts: [CaptureRecord.Direction: Int] = [:]
        return map { sent in
            switch sent.form {
            case .document(let bytes): return CaptureRecord(direction: .toClient, body: bytes)
            case .raw(let direction, let bytes):
                return CaptureRecord(
                    direction: direction, url: sent.url, method: sent.method, status: sent.status,
                    headers: sent.fields, body: bytes)
            case .message(let direction, let body):
                counts[direction, default: 0] += 1
                let server = "https://mdm.example/dm"
                let device = "urn:uuid:device"
                let (target, source) = direction == .toClient ? (device, server) : (server, device)
                let text = """
                    <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>\(sent.versions.0)</VerDTD>\
                    <VerProto>\(sent.versions.1)</VerProto><SessionID>\(sent.sessionID)</SessionID>\
                    <MsgID>\(sent.msgID ?? String(counts[direction, default: 0]))</MsgID>\
                    <Target><LocURI>\(sent.target ?? target)</LocURI></Target>\
                    <Source><LocURI>\(sent.source ?? source)</LocURI>\(sent.header.hasPrefix("<LocName") ? "" : "</Source>")\
                    \(sent.header)</SyncHdr><SyncBody>\(body)\(sent.isFinal ? "<Final/>" : "")</SyncBody></SyncML>
                    """
                return CaptureRecord(
                    direction: direction, url: sent.url, method: sent.method, status: sent.status,
                    headers: sent.fields, body: [UInt8](text.utf8))
            }
        }
    }

    /// The rules that are broken: of one message by itself, else of the capture.
    func brokenRules(_ context: LintContext) -> Set<String> {
        let linter = Linter(context: context)
        if count == 1, case .document(let bytes) = self[0].form {
            return Set(linter.reportedFile(bytes, name: "sample.xml").findings.map(\.rule))
        }
        var lint = CaptureLint(linter, name: "sample")
        var findings = records.flatMap { lint.add($0) }
        findings += lint.finish()
        return Set(findings.map(\.rule))
    }
}

/// Pieces of messages.
func status(
    _ id: Int, _ msgRef: Int, _ cmdRef: String, _ cmd: String, _ code: String = "200", chal: String = "",
    refs: String = ""
) -> String {
    "<Status><CmdID>\(id)</CmdID><MsgRef>\(msgRef)</MsgRef><CmdRef>\(cmdRef)</CmdRef><Cmd>\(cmd)</Cmd>\(refs)\(chal)"
        + "<Data>\(code)</Data></Status>"
}

/// Add, Replace, Delete, Get or Exec of one node.
func command(
    _ name: String, _ id: Int, _ target: String, data: String? = nil, format: String? = nil, more: String = ""
) -> String {
    let meta = format.map { "<Meta><Format xmlns=\"syncml:metinf\">\($0)</Format>\(more)</Meta>" } ?? ""
    let content = data.map { "<Data>\($0)</Data>" } ?? ""
    return
        "<\(name)><CmdID>\(id)</CmdID><Item><Target><LocURI>\(target)</LocURI></Target>\(meta)\(content)</Item></\(name)>"
}

func alert(_ id: Int, _ code: Int, items: String = "") -> String {
    "<Alert><CmdID>\(id)</CmdID><Data>\(code)</Data>\(items)</Alert>"
}

func login(_ who: String, id: Int = 3) -> String {
    alert(
        id, 1224,
        items:
            "<Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft/MDM/LoginStatus</Type></Meta><Data>\(who)</Data></Item>"
    )
}

let deviceInformation = """
    <Replace><CmdID>4</CmdID><Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>urn:uuid:device</Data></Item>\
    <Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso</Data></Item></Replace>
    """

/// Package 1: Alert 2 (1201), Alert 3 (LoginStatus), Replace 4.
let packageOne = alert(2, 1201) + login("user") + deviceInformation
/// The Statuses for it, 1 to 4.
let answersToOne =
    status(1, 1, "0", "SyncHdr") + status(2, 1, "2", "Alert") + status(3, 1, "3", "Alert")
    + status(4, 1, "4", "Replace")
/// The Statuses of a session's last message.
func onlyHeader(_ msgRef: Int) -> String { status(1, msgRef, "0", "SyncHdr") }
