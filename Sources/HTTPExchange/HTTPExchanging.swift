/// What carries requests to a server: the HTTPS transport, or its twin in memory.
///
/// Redirects, retries and the meaning of a status are the caller's. An implementation keeps connections open for the
/// requests that follow, and never gives back a response that is not whole.
public protocol HTTPExchanging: Sendable {
    /// - Throws: `ExchangeFault` when there is no whole response.
    func exchange(_ request: HTTPRequest) async throws(ExchangeFault) -> ExchangeResult
}

/// A response, and what getting it took.
public struct ExchangeResult: Hashable, Sendable {
    public var response: HTTPResponse
    public var timing: ExchangeTiming

    public init(_ response: HTTPResponse, timing: ExchangeTiming = ExchangeTiming()) {
        self.response = response
        self.timing = timing
    }
}

/// A transport without a network: a closure answers. For tests, and for a server in the same process.
public struct InMemoryTransport: HTTPExchanging {
    private let answer: @Sendable (HTTPRequest) async throws(ExchangeFault) -> HTTPResponse

    public init(_ answer: @escaping @Sendable (HTTPRequest) async throws(ExchangeFault) -> HTTPResponse) {
        self.answer = answer
    }

    public func exchange(_ request: HTTPRequest) async throws(ExchangeFault) -> ExchangeResult {
        ExchangeResult(try await answer(request))
    }
}
