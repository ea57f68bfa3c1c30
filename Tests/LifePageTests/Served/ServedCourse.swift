import Capture
import Foundation
import LifePage
import Testing

/// Exchanges of a device with a server, written by hand.
struct ServedCourse {
    static let enrolledAt = CaptureTime(microseconds: 1_795_000_000_000_000)
    static let camera = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"

    private(set) var recorder: ServedTimelineRecorder
    private(set) var steps: [TimelineStep] = []
    private var seconds: Int64 = 0
    private var sessionID = 0
    private var messageID = 0

    init(_ device: ServedDevice = ServedCourse.device) { recorder = ServedTimelineRecorder(device, life: "life") }

    static let device = ServedDevice(
        title: "DESKTOP-EMU0001", name: "DESKTOP-EMU0001", osVersion: "10.0.26200.1", osEdition: "4",
        provider: "ExampleMDM", enrolledAt: enrolledAt)

    static let package1 = """
        <Alert><CmdID>2</CmdID><Data>1201</Data></Alert>\
        <Replace><CmdID>3</CmdID><Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>5A0C</Data></Item></Replace>
        """

    static func message(_ session: Int, _ message: Int, _ body: String, cred: String = "") -> [UInt8] {
        Array(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
            <SessionID>\(session)</SessionID><MsgID>\(message)</MsgID><Target><LocURI>https://mdm.example.test/dm</LocURI></Target>\
            <Source><LocURI>5A0C</LocURI></Source>\(cred)</SyncHdr><SyncBody>\(body)<Final/></SyncBody></SyncML>
            """.utf8)
    }

    static func status(_ message: Int, _ command: String, _ name: String, _ code: Int, id: Int = 1) -> String {
        "<Status><CmdID>\(id)</CmdID><MsgRef>\(message)</MsgRef><CmdRef>\(command)</CmdRef><Cmd>\(name)</Cmd>"
            + "<Data>\(code)</Data></Status>"
    }

    static func command(
        _ name: String, _ id: Int, _ uri: String, _ data: String? = nil, format: String? = nil, more: Bool = false
    ) -> String {
        "<\(name)><CmdID>\(id)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target>"
            + (format.map { "<Meta><Format xmlns=\"syncml:metinf\">\($0)</Format></Meta>" } ?? "")
            + (data.map { "<Data>\($0)</Data>" } ?? "") + (more ? "<MoreData/>" : "") + "</Item></\(name)>"
    }

    static func results(_ message: Int, _ command: Int, _ uri: String, _ data: String, format: String? = nil) -> String
    {
        "<Results><CmdID>9</CmdID><MsgRef>\(message)</MsgRef><CmdRef>\(command)</CmdRef><Item>"
            + "<Source><LocURI>\(uri)</LocURI></Source>"
            + (format.map { "<Meta><Format xmlns=\"syncml:metinf\">\($0)</Format></Meta>" } ?? "")
            + "<Data>\(data)</Data></Item></Results>"
    }

    /// Package 1, to which the server answers with commands.
    @discardableResult
    mutating func begin(
        _ commands: String, client: String = Self.package1, header: Int = 200, origin: Int? = nil
    ) -> TimelineStep {
        sessionID += 1
        messageID = 0
        return go(client, commands, header: header, origin: origin)
    }

    /// The next message of the session.
    @discardableResult
    mutating func go(
        _ client: String, _ commands: String = "", header: Int = 200, origin: Int? = nil, cred: String = ""
    ) -> TimelineStep {
        messageID += 1
        return take(
            ServedExchange(
                .session, at: later(), request: Self.message(sessionID, messageID, client, cred: cred), origin: origin,
                response: Self.message(
                    sessionID, messageID, Self.status(messageID, "0", "SyncHdr", header) + commands)))
    }

    @discardableResult
    mutating func take(_ exchange: ServedExchange) -> TimelineStep {
        let step = recorder.record(exchange)
        steps.append(step)
        return step
    }

    mutating func later() -> CaptureTime {
        seconds += 10
        return CaptureTime(microseconds: Self.enrolledAt.microseconds + seconds * 1_000_000)
    }

    /// The tree after all steps: values by address; nil for a node without one.
    var tree: [String: String?] {
        var tree = KnownTree(recorder.head.nodes)
        for step in steps { tree.apply(step.nodes) }
        return tree.nodes.mapValues(\.value)
    }

    var json: String {
        get throws { String(decoding: try steps.flatMap { try TimelineJSON.bytes($0) }, as: UTF8.self) }
    }
}

/// A tree as a page folds it.
struct KnownTree {
    private(set) var nodes: [String: TimelineNode] = [:]

    init(_ nodes: [TimelineNode]) { for node in nodes { self.nodes[node.uri] = node } }

    mutating func apply(_ changes: [TimelineNodeChange]) {
        for change in changes {
            switch change {
            case .set(let node): nodes[node.uri] = node
            case .removed(let uri):
                nodes = nodes.filter { $0.key != uri && !$0.key.hasPrefix(uri + "/") }
            }
        }
    }
}

extension TimelineStep {
    var servedNames: [String] { served.map(\.name) }
    var rules: [String] { diagnostics.map(\.diagnostic.rule) }
}
