import CSP
import DMSession
import DMTree
import Foundation
import ProtocolProfile
import SyncML

/// A session with an enrolled device, in the bytes that travel.
struct Conversation {
    static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
    static let policy = "./Device/Vendor/MSFT/Policy/Config"

    var session: DMSession
    var tree: DeviceTree

    /// - Parameters:
    ///   - opened: false for a session that begins with package 1.
    ///   - providers: added to those of Windows.
    ///   - profile: the dialect.
    ///   - change: what is other than usual about the session.
    init(
        opened: Bool = true, syncApplicationVersion: String? = nil, providers: [any Provider] = [],
        profile: ProtocolProfile = .windows, change: (inout SessionParameters) -> Void = { _ in }
    ) {
        tree = DeviceTree(schema: WindowsSchema(), providers: providers + Providers.all)
        tree.profile = profile
        if profile.name == .oma {
            // The tests of sessions write nodes that nobody added, as a server with every right.
            tree.profile.ambiguities.replaceOfAbsent = .added
            tree.trust(tree.providerID)
        }
        for (leaf, value) in [
            ("DevId", "5A0C71E94D3B4F6E9B1D20A7C8E3F415"), ("Man", "Contoso Hardware"), ("Mod", "EMU-1"),
            ("DmV", "1.3"), ("Lang", "en-GB"),
        ] { tree.setLocally("./DevInfo/\(leaf)", value: value) }
        tree.setLocally("\(Self.account)/FirstSyncStatus", value: nil)
        if let syncApplicationVersion {
            tree.setLocally("\(Self.account)/SyncApplicationVersion", value: syncApplicationVersion)
        }
        var parameters = SessionParameters(
            sessionID: "1", serverURI: "https://mdm.example.test/dm", deviceID: "5A0C71E94D3B4F6E9B1D20A7C8E3F415",
            alerts: [GenericAlert(code: 1224, type: "com.microsoft/MDM/LoginStatus", data: "user")])
        change(&parameters)
        session = opened ? DMSession.afterPackage1(parameters) : DMSession(parameters)
    }

    /// Sends a whole message with this body.
    mutating func send(
        _ body: String, msgID: String = "1", sessionID: String = "1", isFinal: Bool = true, headerMeta: String = "",
        version: (document: String, protocol: String) = ("1.2", "DM/1.2")
    ) throws -> Turn {
        try receive(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>\(version.document)</VerDTD>\
            <VerProto>\(version.protocol)</VerProto>\
            <SessionID>\(sessionID)</SessionID><MsgID>\(msgID)</MsgID><Target><LocURI>device</LocURI></Target>\
            <Source><LocURI>server</LocURI></Source>\(headerMeta)</SyncHdr><SyncBody>\(body)\(isFinal ? "<Final/>" : "")\
            </SyncBody></SyncML>
            """)
    }

    mutating func receive(_ text: String) throws -> Turn {
        session.receive(try Message(parsing: Array(text.utf8)), tree: &tree)
    }

    /// Everything that is stored, to see whether two trees are equal.
    var content: [String] {
        tree.storedLeaves.map { "\($0.uri) = \($0.value ?? "nothing") by \($0.writer)" } + [
            "\(tree.storage.count) nodes"
        ]
    }
}

extension Turn {
    /// The reply as it travels.
    var replyText: String? {
        get throws { try replyBytes().map { String(decoding: $0, as: UTF8.self) } }
    }

    /// What stands between `<SyncBody>` and its end.
    var replyBody: String? {
        get throws {
            guard let text = try replyText, let start = text.range(of: "<SyncBody"),
                let end = text.range(of: "</SyncBody>"),
                let open = text[start.upperBound...].firstIndex(of: ">")
            else { return nil }
            return String(text[text.index(after: open)..<end.lowerBound])
        }
    }

    /// CmdRef and status of every Status of the reply but the SyncHdr's.
    var statuses: [String] {
        (reply?.commands ?? []).compactMap { command in
            guard case .status(let status) = command, status.cmd != "SyncHdr" else { return nil }
            return "\(status.cmdRef) \(status.cmd) \(status.data?.content ?? "")"
        }
    }

    var results: [Results] {
        (reply?.commands ?? []).compactMap { if case .results(let results) = $0 { results } else { nil } }
    }

    var rules: [String] { diagnostics.map(\.rule) }
}

/// A command with one Item.
func command(_ verb: String, _ cmdID: String?, _ target: String, _ data: String? = nil, format: String? = nil) -> String
{
    "<\(verb)>\(cmdID.map { "<CmdID>\($0)</CmdID>" } ?? "")\(item(target, data, format: format))</\(verb)>"
}

func item(_ target: String, _ data: String? = nil, format: String? = nil) -> String {
    "<Item><Target><LocURI>\(target)</LocURI></Target>"
        + (format.map { "<Meta><Format xmlns=\"syncml:metinf\">\($0)</Format></Meta>" } ?? "")
        + (data.map { "<Data>\($0)</Data>" } ?? "") + "</Item>"
}

/// A command with several Items.
func command(_ verb: String, _ cmdID: String, items: [String]) -> String {
    "<\(verb)><CmdID>\(cmdID)</CmdID>\(items.joined())</\(verb)>"
}

func container(_ name: String, _ cmdID: String?, _ children: String...) -> String {
    "<\(name)>\(cmdID.map { "<CmdID>\($0)</CmdID>" } ?? "")\(children.joined())</\(name)>"
}

/// The Status of the SyncHdr that begins every reply, with CmdID 1.
func syncHdrStatus(msgRef: String = "1") -> String {
    "<Status><CmdID>1</CmdID><MsgRef>\(msgRef)</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>"
}

func status(
    _ cmdID: Int, _ cmdRef: String, _ cmd: String, _ data: String, targetRef: String? = nil, msgRef: String = "1"
) -> String {
    "<Status><CmdID>\(cmdID)</CmdID><MsgRef>\(msgRef)</MsgRef><CmdRef>\(cmdRef)</CmdRef><Cmd>\(cmd)</Cmd>"
        + (targetRef.map { "<TargetRef>\($0)</TargetRef>" } ?? "") + "<Data>\(data)</Data></Status>"
}
