import HTTPExchange
import HTTPTypes
import Hummingbird
import Identity
import Logging
import NIOCore
import NIOSSL

/// What a request brings beside itself: the connection that it came over.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

/// Translates between Hummingbird and the server: reads a body within its bounds, hands the request over, writes the answer
/// with its length, and writes the access log.
struct ServiceResponder: HTTPResponder {
    typealias Context = ServiceContext

    let server: ManagementServer
    let log: Logger

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
        let start = ContinuousClock.now
        let path = String(request.head.path?.prefix { $0 != "?" } ?? "")
        let endpoint = Endpoint(path: path)
        let answer = try await answer(request, endpoint, context)
        var line = log
        line[metadataKey: "endpoint"] = "\(answer.endpoint.name)"
        line[metadataKey: "method"] = "\(Self.printable(request.method.rawValue))"
        line[metadataKey: "status"] = "\(answer.response.status)"
        line[metadataKey: "bytes"] = "\(answer.response.body.count)"
        line[metadataKey: "ms"] = "\((ContinuousClock.now - start).milliseconds)"
        if let device = answer.device { line[metadataKey: "device"] = "\(Self.printable(device))" }
        if let refusal = answer.refusal { line[metadataKey: "refused"] = "\(Self.printable(refusal))" }
        line.info("request")
        return Self.response(answer.response)
    }

    private func answer(
        _ request: Request, _ endpoint: Endpoint, _ context: ServiceContext
    ) async throws -> ManagementServer.Answer {
        func refused(_ status: Int, _ text: String) -> ManagementServer.Answer {
            ManagementServer.Answer(
                response: ManagementServer.plain(status, text), endpoint: endpoint, refusal: text)
        }
        guard let method = HTTPExchange.HTTPRequest.Method(rawValue: request.method.rawValue) else {
            closeSoon(context.channel)
            return refused(405, "This server takes GET and POST.")
        }
        guard let url = Self.url(request) else { return refused(400, "The request has no usable Host and path.") }
        let limit = endpoint.bodyLimit(server.settings.limits)
        guard let body = try await body(of: request, atMost: limit, context.channel) else {
            // The rest of it is not waited for.
            closeSoon(context.channel)
            return refused(413, "The body is longer than \(limit) bytes.")
        }
        let fields = request.headers.map { HTTPHeaders.Field($0.name.rawName, $0.value) }
        return await server.loggedAnswer(
            HTTPExchange.HTTPRequest(method, url, headers: HTTPHeaders(fields), body: body),
            from: await peer(of: context.channel))
    }

    private static func url(_ request: Request) -> HTTPURL? {
        guard let authority = request.head.authority, let target = request.head.path, target.hasPrefix("/") else {
            return nil
        }
        return HTTPURL("https://\(authority)\(target)")
    }

    // MARK: Bodies

    /// - Returns: nil when it is longer than allowed.
    private func body(of request: Request, atMost limit: Int, _ channel: any Channel) async throws -> [UInt8]? {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { return nil }
        let seconds = server.settings.limits.bodySeconds
        let deadline = channel.eventLoop.scheduleTask(in: .seconds(seconds)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= limit else { return nil }
            bytes += buffer.readableBytesView
        }
        return bytes
    }

    /// Ends a connection when the answer had time to go out.
    private func closeSoon(_ channel: any Channel) {
        channel.eventLoop.scheduleTask(in: .milliseconds(500)) { channel.close(promise: nil) }
    }

    // MARK: Who sent it

    /// The handshake proved that the client has the key; whose certificate it is, the records say.
    private func peer(of channel: any Channel) async -> Peer {
        guard let shown = try? await channel.nioSSL_peerCertificate().get(), let der = try? shown.toDERBytes(),
            let certificate = try? Identity.Certificate(der: der)
        else { return .anonymous }
        return Peer(thumbprint: certificate.thumbprint)
    }

    // MARK: Answers

    /// Content-Length stands in every answer, and nothing is chunked (ENR-02).
    private static func response(_ answer: HTTPExchange.HTTPResponse) -> Response {
        var headers = HTTPFields()
        for field in answer.headers.fields {
            if let name = HTTPField.Name(field.name) { headers.append(HTTPField(name: name, value: field.value)) }
        }
        return Response(
            status: HTTPTypes.HTTPResponse.Status(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// What came from a client, fit for a line of the log.
    private static func printable(_ text: String) -> String {
        String(text.unicodeScalars.prefix(200).map { (0x20..<0x7F).contains($0.value) ? Character($0) : "?" })
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
}
