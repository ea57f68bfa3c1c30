import HTTPExchange
import NIOConcurrencyHelpers
import NIOCore
import NIOTLS

/// Waits for the end of the TLS handshake, and leaves the pipeline.
final class HandshakeHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let promise: EventLoopPromise<Void>
    /// What the check of the server's certificate found.
    private let finding: NIOLockedValueBox<ExchangeFault?>

    /// - Parameter promise: fails with `ExchangeFault`.
    init(_ promise: EventLoopPromise<Void>, finding: NIOLockedValueBox<ExchangeFault?>) {
        self.promise = promise
        self.finding = finding
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .handshakeCompleted = event as? TLSUserEvent else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        promise.succeed(())
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let found = finding.withLockedValue { $0 }
        promise.fail(found ?? TLSFailure(error).map { .tlsFailed(.handshake, $0) } ?? .connectionLost(.handshake))
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.fail(ExchangeFault.connectionLost(.handshake))
        context.fireChannelInactive()
    }
}
