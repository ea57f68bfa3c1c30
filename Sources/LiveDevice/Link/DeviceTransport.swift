import HTTPExchange
import Identity
import Synchronization

/// The transport of one device: its client certificate may change while it lives, at enrolment, renewal and when it leaves.
public final class DeviceTransport: HTTPExchanging {
    /// Makes a transport that shows this certificate in TLS, or none.
    public typealias Factory = @Sendable (HeldIdentity?) throws -> any HTTPExchanging

    private let make: Factory
    private let current: Mutex<any HTTPExchanging>

    public init(showing identity: HeldIdentity? = nil, _ make: @escaping Factory) throws {
        self.make = make
        current = Mutex(try make(identity))
    }

    /// From the next exchange on this certificate is shown.
    public func show(_ identity: HeldIdentity?) throws {
        let next = try make(identity)
        current.withLock { $0 = next }
    }

    public func exchange(_ request: HTTPRequest) async throws(ExchangeFault) -> ExchangeResult {
        let transport = current.withLock { $0 }
        return try await transport.exchange(request)
    }
}
