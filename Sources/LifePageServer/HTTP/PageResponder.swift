import HTTPTypes
import Hummingbird
import NIOCore

/// What a request brings beside itself: the connection that it came over.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

/// Answers the addresses of docs/page.md. Each request is refused before anything of it is looked at that is not needed to
/// refuse it: host, address, method, token, origin, body.
struct PageResponder: HTTPResponder {
    typealias Context = PageContext

    let page: PageFile
    let lives: any WatchedLives
    let token: PageToken
    let host: HostCheck
    let limits: PageLimits

    private struct Device: Encodable {
        var id: String
        var title: String
        var detail: String?
    }

    func respond(to request: Request, context: PageContext) async throws -> Response {
        let target = request.head.path ?? ""
        let path = target.prefix { $0 != "?" }
        let query = Query(target.dropFirst(path.count + 1))
        let address = PageAddress(path: path)
        if let refusal = refusal(of: request, address, query, context.channel) { return refusal.response }
        switch address {
        case .document:
            return PageAnswer(status: 200, type: "text/html; charset=utf-8", body: page.bytes)
                .adding(.contentSecurityPolicy, page.contentSecurityPolicy).response
        case .devices:
            let devices = await lives.all().map { Device(id: $0.id, title: $0.title, detail: $0.detail) }
            return PageAnswer.json(["devices": devices]).response
        case .events(let id):
            guard let life = await lives.life(id) else { return Self.noDevice.response }
            return events(of: life, request, query, context.channel)
        case .message(let id, let number):
            guard let life = await lives.life(id) else { return Self.noDevice.response }
            guard let text = life.log.message(number) else {
                return PageAnswer.refusal(
                    404, "There is no message \(number).", "Messages are numbered from 0, in the order of the steps.",
                    isData: true
                ).response
            }
            return PageAnswer.text(text).response
        case .actions(let id):
            guard let life = await lives.life(id) else { return Self.noDevice.response }
            return try await act(on: life, request, context.channel).response
        case .nothing: return Response(status: .notFound)
        }
    }

    private static let noDevice = PageAnswer.refusal(
        404, "There is no device of this id.", "See /devices for those that there are.", isData: true)

    // MARK: Refusals

    private func refusal(
        of request: Request, _ address: PageAddress, _ query: Query, _ channel: any Channel
    ) -> PageAnswer? {
        func refuse(_ status: Int, _ message: String, _ hint: String) -> PageAnswer {
            // What follows of the request is not waited for.
            closeSoon(channel)
            return .refusal(status, message, hint, isData: address.isData).adding(.connection, "close")
        }
        guard let authority = request.head.authority, host.allows(authority: authority) else {
            return refuse(
                421, "This server does not answer to this host name.", "Open the address that espalier printed.")
        }
        guard let method = address.method else {
            return refuse(404, "There is nothing at this address.", "Open the address that espalier printed.")
        }
        guard request.method.rawValue == method else {
            return refuse(405, "This address takes \(method).", "Use \(method).").adding(.allow, method)
        }
        guard isAllowed(request, address, query) else {
            return refuse(
                403, "The token is missing or wrong.",
                "Open the address that espalier printed, with its token; a new run has a new one.")
        }
        if let origin = request.headers[.origin], origin.lowercased() != "http://\(authority.lowercased())" {
            return refuse(403, "The request comes from another page.", "Use the page of this server.")
        }
        guard address.method == "GET" else { return nil }
        guard request.headers[.transferEncoding] == nil, request.headers[.contentLength] ?? "0" == "0" else {
            return refuse(413, "A GET has no body.", "Leave the body out.")
        }
        return nil
    }

    /// Commands take the token in a header, which no other page can set; what is only read takes it in its address as
    /// well, because neither a link nor an EventSource has headers.
    private func isAllowed(_ request: Request, _ address: PageAddress, _ query: Query) -> Bool {
        let scheme = "bearer "
        if let value = request.headers[.authorization], value.lowercased().hasPrefix(scheme),
            token.matches(value.dropFirst(scheme.count))
        {
            return true
        }
        guard address.method == "GET", let shown = query["token"] else { return false }
        return token.matches(shown)
    }

    // MARK: Commands

    private func act(on life: WatchedLife, _ request: Request, _ channel: any Channel) async throws -> PageAnswer {
        guard let stage = life.stage else {
            return .refusal(
                405, "This device can only be watched.", "Its own machine plays it: press its buttons there.",
                isData: true
            ).adding(.allow, "")
        }
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        guard type == "application/json" else {
            closeSoon(channel)
            return .refusal(
                415, "A command is JSON.", "Send Content-Type: application/json.", isData: true)
        }
        guard let body = try await body(of: request, channel) else {
            closeSoon(channel)
            return .refusal(
                413, "The command is longer than \(limits.actionBytes) bytes.", "Send one command.", isData: true)
        }
        let command: ConductorCommand
        do throws(ActionInput.Fault) { command = try ActionInput.command(body) } catch {
            return .refusal(400, error.message, error.hint, isData: true)
        }
        switch await stage.obey(command) {
        case .success(let clock): return .json(clock)
        case .failure(let refusal): return .refusal(409, refusal.message, refusal.hint, isData: true)
        }
    }

    /// - Returns: nil when it is longer than allowed.
    private func body(of request: Request, _ channel: any Channel) async throws -> [UInt8]? {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.actionBytes { return nil }
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(limits.body)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= limits.actionBytes else { return nil }
            bytes += buffer.readableBytesView
        }
        return bytes
    }

    /// Ends a connection when the answer had time to go out.
    private func closeSoon(_ channel: any Channel) {
        channel.eventLoop.scheduleTask(in: .milliseconds(500)) { channel.close(promise: nil) }
    }

    // MARK: Events

    private func events(
        of life: WatchedLife, _ request: Request, _ query: Query, _ channel: any Channel
    ) -> Response {
        // The browser's own memory is newer than the address that it opened first.
        let last = request.headers[Self.lastEventID].map { $0[...] } ?? query["after"].map { $0[...] }
        let stream = EventStream(
            log: life.log, place: EventStream.place(in: life.log, after: last), limits: limits, channel: channel)
        life.stage?.browserCame()
        return Response(
            status: .ok, headers: PageAnswer.fields(type: "text/event-stream; charset=utf-8"),
            body: ResponseBody { writer in
                // A reader that goes away is noticed at once, and not at the next sign of life.
                try? await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await stream.write(to: &writer)
                }
                try await writer.finish(nil)
            })
    }

    private static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .range
}
