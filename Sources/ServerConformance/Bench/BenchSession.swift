import DMSession
import HTTPExchange
import LiveDevice
import Notation
import SyncML

/// One session of an experiment, message by message, with the frame of a Windows client (enrollment.md 14).
struct BenchSession {
    /// What is done otherwise than Windows does it.
    struct Deviation {
        var contentType = "application/vnd.syncml.dm+xml"
        var query: [(name: String, value: String)] = []
        var headers = HTTPHeaders()
        var verDTD = "1.2"
        var verProto = "DM/1.2"
        /// Takes the place of the serialized message.
        var body: [UInt8]?
        /// Tells the msft: namespace.
        var declaresMSFT = false
    }

    let bench: Bench
    let device: BenchDevice
    let transport: JournalledTransport
    private let sessionID: Int
    private(set) var message = 0
    /// The challenge that counts for the next message.
    private(set) var challenge: Chal?
    private var mustProve = false
    private var last: BenchAnswer?

    /// - Parameter showsCertificate: whether TLS shows the certificate of the enrolment.
    init(_ bench: Bench, _ device: BenchDevice, showsCertificate: Bool) throws {
        self.bench = bench
        self.device = device
        transport = try bench.transport(showing: showsCertificate ? device.held : nil)
        sessionID = device.nextSession()
    }

    /// What the user is told to be (14.4).
    enum Login: String, CaseIterable { case user, others, none }

    /// Package 1 without its frame.
    func package1(_ login: Login = .user, extra: [Alert] = []) -> [Command] {
        let status = Alert(
            cmdID: nil, data: ItemData("1224"),
            items: [Item(meta: Meta(type: "com.microsoft/MDM/LoginStatus"), data: ItemData(login.rawValue))])
        let facts = bench.drawMachine().device.profile
        let info = [
            ("DevId", device.machine.deviceID), ("Man", facts.manufacturer), ("Mod", facts.model), ("DmV", "1.3"),
            ("Lang", facts.language),
        ].map { Item(source: Location("./DevInfo/\($0.0)"), data: ItemData($0.1)) }
        return [.alert(Alert(cmdID: nil, data: ItemData("1201"))), .alert(status)] + extra.map { .alert($0) }
            + [.replace(ItemCommand(cmdID: nil, items: info))]
    }

    /// The credentials for the challenge that counts; nil before one came, or for a type that is none of ours.
    func credentials() -> Cred? {
        guard let challenge else { return nil }
        switch challenge.meta.type {
        case "syncml:auth-md5":
            let nonce = challenge.meta.nextNonce.flatMap { Base64.decode($0) } ?? []
            return Cred(
                meta: Meta(format: "b64", type: "syncml:auth-md5"),
                data: ItemData(Digest.md5(name: device.account.name, secret: device.account.secret, nonce: nonce)))
        case "syncml:auth-basic":
            return Cred(
                meta: Meta(format: "b64", type: "syncml:auth-basic"),
                data: ItemData(Digest.basic(name: device.account.name, secret: device.account.secret)))
        default: return nil
        }
    }

    /// Sends one message, and takes the challenge of the answer.
    mutating func send(
        _ commands: [Command], cred: Cred? = nil, firstCmdID: Int = 1, isFinal: Bool = true,
        _ deviation: Deviation = Deviation()
    ) async -> BenchAnswer {
        message += 1
        let request = Message(
            header: SyncHdr(
                verDTD: deviation.verDTD, verProto: deviation.verProto, sessionID: String(sessionID),
                msgID: String(message), target: Location(device.account.address),
                source: Location(device.machine.deviceID, locName: cred == nil ? nil : device.account.name), cred: cred),
            commands: commands.enumerated().map { $1.withCmdID(String(firstCmdID + $0)) }, isFinal: isFinal)
        let answer = await post(request, deviation)
        if let chal = answer.headerStatus?.chal { challenge = chal }
        mustProve = answer.code == 200 && answer.headerStatus?.chal != nil
        last = answer
        return answer
    }

    private func post(_ message: Message, _ deviation: Deviation) async -> BenchAnswer {
        guard
            let url = HTTPURL(device.account.address)?.appending(
                query: [("mode", "Maintenance"), ("Platform", "WoA")] + deviation.query)
        else { return BenchAnswer(exchange: 0, trouble: "the account has no usable address") }
        let body: [UInt8]
        do {
            body = try deviation.body ?? message.serialized(declaresMSFT: deviation.declaresMSFT)
            // Writing fails only without memory; the message is made here, with a root and names of ours.
        } catch { fatalError("a message of ours cannot be written: \(error)") }
        var headers: HTTPHeaders = [
            "Content-Type": deviation.contentType,
            "Accept": "application/vnd.syncml.dm+xml, application/vnd.syncml.dm+wbxml, application/octet-stream",
            "Accept-Charset": "UTF-8", "User-Agent": "MSFT OMA DM Client/1.2.0.1",
        ]
        headers.fields += deviation.headers.fields
        do throws(ExchangeFault) {
            let (result, number) = try await transport.numbered(
                HTTPRequest(.post, url, headers: headers, body: body))
            return BenchAnswer(exchange: number, response: result.response)
        } catch {
            return BenchAnswer(exchange: bench.journal.lastNumber, trouble: "no answer: \(error)")
        }
    }

    /// Opens the session as Windows does: package 1, and once more with credentials when the server asks for them (14.5).
    mutating func open(
        _ login: Login = .user, extra: [Alert] = [], _ deviation: Deviation = Deviation()
    ) async -> BenchAnswer {
        let first = await send(package1(login, extra: extra), firstCmdID: 2, deviation)
        guard first.isRefused, let cred = credentials() else { return first }
        return await send([headerStatus(of: first)] + package1(login, extra: extra), cred: cred, deviation)
    }

    /// Goes on within the session, with credentials where each message needs them.
    mutating func go(_ commands: [Command], _ deviation: Deviation = Deviation()) async -> BenchAnswer {
        await send(commands, cred: mustProve ? credentials() : nil, deviation)
    }

    /// Ends a session in which the server waits for an answer: Alert 1223 (oma-dm.md 2.1).
    mutating func close() async {
        guard let last, !last.commands.isEmpty else { return }
        _ = await go([headerStatus(of: last), .alert(Alert(cmdID: nil, data: ItemData("1223")))])
    }

    /// The Status for the SyncHdr of an answer.
    func headerStatus(of answer: BenchAnswer, _ code: String = "200") -> Command {
        .status(
            Status(
                cmdID: nil, msgRef: answer.message?.header?.msgID ?? "1", cmdRef: "0", cmd: "SyncHdr",
                data: ItemData(code)))
    }
}

/// What came back for one message of device management.
struct BenchAnswer: Sendable {
    /// 0 when nothing went over the wire.
    var exchange: Int
    var response: HTTPResponse?
    var message: Message?
    var trouble: String?

    init(exchange: Int, response: HTTPResponse? = nil, trouble: String? = nil) {
        self.exchange = exchange
        self.response = response
        self.trouble = trouble
        guard let response, !response.body.isEmpty else { return }
        do throws(MessageRefusal) { message = try Message(parsing: response.body) } catch {
            self.trouble = "HTTP \(response.status) with a body that is no SyncML"
        }
    }

    var headerStatus: Status? {
        statuses.first { $0.cmdRef == "0" }
    }

    /// What the server said to our SyncHdr.
    var code: Int? { headerStatus?.data.flatMap { Int($0.content) } }

    var statuses: [Status] {
        (message?.commands ?? []).compactMap { if case .status(let status) = $0 { status } else { nil } }
    }

    /// What the server wants done: all but Status, and what containers hold.
    var commands: [Command] {
        func all(_ commands: [Command]) -> [Command] {
            commands.flatMap { command -> [Command] in
                switch command {
                case .atomic(let container), .sequence(let container): [command] + all(container.commands)
                case .status: []
                case .add, .replace, .delete, .get, .copy, .exec, .alert, .results, .unknown: [command]
                }
            }
        }
        return all(message?.commands ?? [])
    }

    /// The code with which the command of that number in our message was answered.
    func code(of cmdID: String) -> Int? {
        statuses.first { $0.cmdRef == cmdID }?.data.flatMap { Int($0.content) }
    }

    /// Taken: the session goes on.
    var isServed: Bool { response?.status == 200 && code.map { (200..<300).contains($0) } ?? false }
    /// The credentials are missing or wrong.
    var isRefused: Bool { code == 401 || code == 407 }

    /// Not served: challenged, refused by HTTP, or no connection at all.
    var isTurnedAway: Bool {
        guard let response else { return true }
        guard response.status < 400 else { return true }
        return commands.isEmpty && code.map { $0 >= 400 } ?? false
    }

    /// What came, in a few words.
    var summary: String {
        if let trouble { return trouble }
        guard let response else { return "no answer" }
        guard response.status == 200 else { return "HTTP \(response.status)" }
        let commands = commands.count
        let also = commands == 0 ? "" : " and \(commands) command\(commands == 1 ? "" : "s")"
        return code.map { "\($0) for the SyncHdr\(also)" } ?? "a message without a Status for the SyncHdr\(also)"
    }
}
