import DMSession
import Enrollment
import HTTPExchange
import Identity
import Notation
import SyncML
import Testing

@testable import ManagementService

/// A device of enrollment.md 17 that speaks to a server as Windows does, one message at a time.
struct TestDevice {
    let server: TestServer
    let id: String
    var key: KeyPair
    var document: ProvisioningDocument?
    var session = 0
    var message = 0
    /// The nonce for the next digest.
    var nonce: String?
    var peer = Peer.anonymous
    var usesWBXML = false

    static let id = "5A0C71E94D3B4F6E9B1D20A7C8E3F415"
    /// Made once: an RSA key takes its time.
    static let keys: [KeyPair] = (0..<2).compactMap { _ in try? KeyPair() }

    init(_ server: TestServer, id: String = Self.id, key: Int = 0) {
        self.server = server
        self.id = id
        self.key = Self.keys[key]
    }

    // MARK: Enrolment

    static let context: [ContextItem] = [
        ContextItem(.uxInitiated, "true"),
        ContextItem(.hardwareDeviceID, "9F2B64C1D0E35A7786B1F04C2D9E8A3157C6B0D4E1F2A3948576C0B1D2E3F405"),
        ContextItem(.locale, "en-GB"), ContextItem(.targetedUserLoggedIn, "true"), ContextItem(.osEdition, "4"),
        ContextItem(.deviceName, "DESKTOP-EMU0001"), ContextItem(.mac, "02-00-5E-10-00-01"),
        ContextItem(.mac, "02-00-5E-10-00-02"), ContextItem(.deviceID, id), ContextItem(.enrollmentType, "Full"),
        ContextItem(.deviceType, "CIMClient_Windows"), ContextItem(.osVersion, "10.0.26100.4061"),
        ContextItem(.applicationVersion, "10.0.26100.4061"), ContextItem(.notInOobe, "true"),
        ContextItem(.requestVersion, "5.0"),
    ]

    static func password(_ user: String = "ada@example.test", _ password: String = "pa55") -> Security {
        Security(usernameToken: UsernameToken(username: TextElement(user), password: password))
    }

    func context(_ changes: [ContextItem.Name: String] = [:]) -> [ContextItem] {
        Self.context.map { item in
            guard let name = ContextItem.Name(rawValue: item.name) else { return item }
            return ContextItem(name, changes[name] ?? (name == .deviceID ? id : item.value))
        }
    }

    func request(_ form: CertificateRequest.Form = .windows19043) throws -> CertificateRequest {
        try CertificateRequest(
            for: CertificateRequest.Requester(guid: "2B2A6F2F-7A0C-4A6D-9D3B-5D4C6B1F0A11", deviceID: id),
            form: form, key: key)
    }

    func token(
        _ form: CertificateRequest.Form = .windows19043, _ changes: [ContextItem.Name: String] = [:]
    ) throws -> RequestSecurityToken {
        RequestSecurityToken(
            .issue, BinarySecurityToken(.pkcs10, octets: try request(form).der), context: context(changes))
    }

    /// What comes of a request for a certificate.
    func requested(
        security: Security? = Self.password(), _ token: RequestSecurityToken
    ) async throws -> EnrollmentMessage.Body {
        try await server.soap(
            "/EnrollmentServer/Enrollment.svc", .requestSecurityToken(token), security: security, from: peer
        ).body
    }

    /// Enrols, and keeps what the provisioning document brings.
    mutating func enroll(
        security: Security? = Self.password(), _ changes: [ContextItem.Name: String] = [:]
    ) async throws {
        let body = try await requested(security: security, try token(.windows19043, changes))
        guard case .requestSecurityTokenResponse(let collection) = body else {
            Issue.record("the server answered \(body)")
            return
        }
        document = try collection.provisioningDocument()
        session = 0
        nonce = accountParm("APPSRV", "AAUTHDATA")
    }

    var application: ProvisioningDocument.Characteristic? { document?.characteristics("APPLICATION").first }

    func accountParm(_ level: String, _ name: String) -> String? {
        application?.characteristics("APPAUTH").first { $0.parm("AAUTHLEVEL")?.value == level }?.parm(name)?.value
    }

    var certificate: Certificate? {
        document?.certificates.first { $0.store == "My" }.flatMap { entry in
            entry.encodedCertificate?.value.flatMap { Base64.decode($0) }.flatMap { try? Certificate(der: $0) }
        }
    }

    // MARK: Sessions

    /// The md5 credentials for the nonce that is known now.
    func cred(nonce: String? = nil) -> Cred {
        let octets = (nonce ?? self.nonce).flatMap { Base64.decode($0) } ?? []
        let digest = Digest.md5(
            name: accountParm("APPSRV", "AAUTHNAME") ?? "", secret: accountParm("APPSRV", "AAUTHSECRET") ?? "",
            nonce: octets)
        return Cred(meta: Meta(format: "b64", type: "syncml:auth-md5"), data: ItemData(digest))
    }

    func package1(login: String = "user", extra: [Alert] = []) -> [Command] {
        let alerts = [
            Alert(cmdID: nil, data: ItemData("1201")),
            Alert(
                cmdID: nil, data: ItemData("1224"),
                items: [Item(meta: Meta(type: "com.microsoft/MDM/LoginStatus"), data: ItemData(login))]),
        ]
        let info = [
            ("DevId", id), ("Man", "Contoso Hardware"), ("Mod", "EMU-1"), ("DmV", "1.3"), ("Lang", "en-GB"),
        ].map { Item(source: Location("./DevInfo/\($0.0)"), data: ItemData($0.1)) }
        return (alerts + extra).map { .alert($0) } + [.replace(ItemCommand(cmdID: nil, items: info))]
    }

    /// Sends one message, and takes the nonce of the answer.
    mutating func send(
        _ commands: [Command], cred: Cred? = nil, firstCmdID: Int = 1, query: String = "?mode=Maintenance&Platform=WoA"
    ) async throws -> Message {
        message += 1
        let numbered = commands.enumerated().map { $1.withCmdID(String(firstCmdID + $0)) }
        let request = Message(
            header: SyncHdr(
                sessionID: String(session), msgID: String(message), target: Location("\(TestServer.url)/dm"),
                source: Location(id, locName: cred == nil ? nil : accountParm("APPSRV", "AAUTHNAME")), cred: cred),
            commands: numbered, isFinal: true)
        let bytes = usesWBXML ? try request.wbxml() : try request.serialized()
        let response = try await server.post(
            "/dm\(query)", bytes, type: DeviceManagementService.mediaTypes[usesWBXML ? 1 : 0], from: peer)
        #expect(response.status == 200)
        #expect(response.headers.mediaType == DeviceManagementService.mediaTypes[usesWBXML ? 1 : 0])
        let answer = try Message(parsing: response.body)
        if let next = answer.headerStatus?.chal?.meta.nextNonce { nonce = next }
        return answer
    }

    /// Opens a session as Windows 11 does: the first message has no credentials, and the second has those that the server
    /// asked for (enrollment.md 14.5).
    mutating func open(login: String = "user", extra: [Alert] = []) async throws -> Message {
        session += 1
        message = 0
        let first = try await send(package1(login: login, extra: extra), firstCmdID: 2)
        guard first.headerStatus?.data?.content == "407" else { return first }
        let known = Command.status(
            Status(cmdID: nil, msgRef: "1", cmdRef: "0", cmd: "SyncHdr", data: ItemData("200")))
        return try await send([known] + package1(login: login, extra: extra), cred: cred())
    }

    /// Answers every command of a message with a status, and every Get with a value.
    mutating func reply(
        to message: Message, status: String = "200", value: String = "10.0.26100.4061", cred: Cred? = nil
    ) async throws -> Message {
        let reference = message.header?.msgID ?? ""
        var answers: [Command] = [
            .status(Status(cmdID: nil, msgRef: reference, cmdRef: "0", cmd: "SyncHdr", data: ItemData("200")))
        ]
        for command in message.commands.flatMap(\.withChildren) where !command.isStatus {
            answers.append(
                .status(
                    Status(
                        cmdID: nil, msgRef: reference, cmdRef: command.cmdID ?? "", cmd: command.name,
                        data: ItemData(status))))
            if case .get(let get) = command, status == "200" {
                let items = get.items.map { Item(source: $0.target, data: ItemData(value)) }
                answers.append(
                    .results(Results(cmdID: nil, msgRef: reference, cmdRef: command.cmdID ?? "", items: items)))
            }
        }
        return try await send(answers, cred: cred ?? (peer == .anonymous ? self.cred() : nil))
    }
}

extension Message {
    /// The Status for the SyncHdr.
    var headerStatus: Status? {
        commands.lazy.compactMap { if case .status(let status) = $0, status.cmdRef == "0" { status } else { nil } }
            .first
    }

    /// Everything but Status.
    var sent: [Command] { commands.filter { !$0.isStatus } }
}

extension Command {
    var isStatus: Bool { if case .status = self { true } else { false } }

    /// The command, and what a container holds.
    var withChildren: [Command] {
        switch self {
        case .atomic(let container), .sequence(let container): [self] + container.commands.flatMap(\.withChildren)
        default: [self]
        }
    }
}
