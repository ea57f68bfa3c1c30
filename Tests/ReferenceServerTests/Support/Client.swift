import ESP
import Foundation
import SyncML
import Testing

@testable import ReferenceServer

/// A client that talks to the server as Windows does, with 200 for everything.
struct Client {
    var server: ReferenceServer
    var sessionID = 0
    var msgID = 0
    var last: Message?

    init(
        _ assignments: Assignments?, scripted: [ReferenceServer.ScriptedMessage] = [],
        faults: [ReferenceServer.Fault] = [], mistakes: Set<ReferenceServer.Mistake> = []
    ) {
        server = ReferenceServer(assignments: assignments, scripted: scripted, faults: faults, mistakes: mistakes)
    }

    /// Opens a session.
    ///
    /// - Parameters:
    ///   - user: the UPN of the user who is signed in; nil in OOBE.
    ///   - alerts: behind LoginStatus and the token.
    mutating func open(
        _ seconds: Int64, user: String? = nil, hasToken: Bool = true, alerts: [Alert] = []
    ) throws -> Message {
        sessionID += 1
        msgID = 1
        var all = [Alert(cmdID: "2", data: ItemData("1201"))]
        all.append(.event("com.microsoft/MDM/LoginStatus", user == nil ? "others" : "user", id: "3"))
        if let user, hasToken { all.append(.event("com.microsoft/MDM/AADUserToken", Self.token(user), id: "4")) }
        let info = ItemCommand(cmdID: "9", items: [Item(source: Location("./DevInfo/DevId"), data: ItemData("D"))])
        return try send((all + alerts).map { .alert($0) } + [.replace(info)], seconds)
    }

    mutating func send(_ commands: [Command], _ seconds: Int64, isFinal: Bool = true) throws -> Message {
        let header = SyncHdr(
            sessionID: String(sessionID), msgID: String(msgID), target: Location("https://server.test/dm"),
            source: Location("D"))
        let bytes = try Message(header: header, commands: commands, isFinal: isFinal).serialized()
        let bytesBack = server.answer(bytes, now: .seconds(seconds))
        let answer = try #require(bytesBack)
        let message = try Message(parsing: answer)
        last = message
        msgID += 1
        return message
    }

    /// A Status for each command of the last message, as far as `isAnswered` says so.
    mutating func reply(_ seconds: Int64, _ isAnswered: (Command) -> Bool = { _ in true }) throws -> Message {
        var statuses: [Command] = [.status("0", "SyncHdr", "200", 1)]
        for command in try #require(last).sent.flatMap(\.flattened) where isAnswered(command) {
            statuses.append(.status(command.cmdID ?? "", command.name, "200", statuses.count + 1))
        }
        return try send(statuses, seconds)
    }

    /// What the client reads at `uri`, as the Results of the last message's Get.
    mutating func reply(_ seconds: Int64, reading uri: String, _ data: String) throws -> Message {
        let get = try #require(last?.sent.first { $0.name == "Get" })
        let results = Results(
            cmdID: "3", msgRef: "1", cmdRef: get.cmdID ?? "",
            items: [Item(source: Location(uri), data: ItemData(data))])
        return try send(
            [.status("0", "SyncHdr", "200", 1), .status(get.cmdID ?? "", "Get", "200", 2), .results(results)], seconds)
    }

    /// An unsigned token that names a user.
    static func token(_ upn: String) -> String {
        let payload = Data("{\"aud\":\"x\",\"upn\":\"\(upn)\"}".utf8).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
        return "eyJhbGciOiJub25lIn0.\(payload)."
    }
}

extension Alert {
    /// Alert 1224 with one Item.
    static func event(_ type: String, _ data: String, id: String = "5") -> Alert {
        Alert(
            cmdID: id, data: ItemData("1224"), items: [Item(meta: Meta(type: type), data: ItemData(data))])
    }

    static let devicePhase = event("com.microsoft/MDM/BootstrapSync", "device")
    static let domainJoin = event("com.microsoft/MDM/OdjSync", "device")
}

extension Command {
    static func status(_ cmdRef: String, _ name: String, _ code: String, _ id: Int) -> Command {
        .status(Status(cmdID: String(id), msgRef: "1", cmdRef: cmdRef, cmd: name, data: ItemData(code)))
    }

    /// Of every Item, and of every command inside.
    var targets: [String] {
        flattened.flatMap { command -> [String] in
            switch command {
            case .add(let inner), .replace(let inner), .exec(let inner), .get(let inner):
                inner.items.compactMap { $0.target?.locURI }
            default: []
            }
        }
    }
}

extension Message {
    /// The commands that want an answer.
    var sent: [Command] { commands.filter { if case .status = $0 { false } else { true } } }

    var targets: [String] { sent.flatMap(\.targets) }

    /// The Item of the Replace whose target ends so.
    func replaced(_ suffix: String) -> Item? {
        for case .replace(let replace) in sent {
            if let item = replace.items.first, item.target?.locURI.hasSuffix(suffix) == true { return item }
        }
        return nil
    }

    func data(_ suffix: String) -> String? { replaced(suffix)?.data?.content }

    /// The entries of a list; nil when it was not sent.
    func list(_ list: ExpectedList, _ scope: PhaseScope = .device) -> [ExpectedEntry]? {
        replaced("\(scope.root)/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/\(list.rawValue)")
            .map { list.entries(in: $0.data?.content ?? "") }
    }
}

/// Nodes below the FirstSyncStatus of Intune's provider.
func firstSync(_ name: String, _ scope: PhaseScope = .device) -> String {
    "\(scope.root)/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/\(name)"
}

extension Assignments {
    /// A shown page with nothing assigned, lists at once.
    static func plain(_ edit: (inout EnrollmentStatusPageProfile) -> Void = { _ in }) -> Assignments {
        var profile = EnrollmentStatusPageProfile()
        edit(&profile)
        var result = Assignments(providerID: "MS DM Server", profile: profile)
        result.listsAt = .zero
        return result
    }

    static func package(
        _ id: String, _ scope: PhaseScope = .device, target: PhaseScope? = nil, users: Set<String>? = nil
    ) -> Package {
        Package(
            id: id, name: id, productCode: "{\(id)}", url: "https://x.test/\(id).msi", scope: scope, target: target,
            users: users)
    }

    /// The LocURI of a package's Status.
    static func status(_ id: String, _ scope: PhaseScope = .device) -> String {
        "\(scope.root)/EnterpriseDesktopAppManagement/MSI/%7B\(id)%7D/Status"
    }
}
