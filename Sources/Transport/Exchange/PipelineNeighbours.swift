import NIOCore
import NIOHTTP1

/// Stands between TLS and HTTP and tells the exchange how many bytes came.
final class WireMeter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let exchange: ExchangeHandler

    init(_ exchange: ExchangeHandler) { self.exchange = exchange }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        exchange.bytesReceived(unwrapInboundIn(data).readableBytes)
        context.fireChannelRead(data)
    }
}

/// Stands behind the decompressor and gives the exchange what it makes of a response.
final class DecodedBodyHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let exchange: ExchangeHandler

    init(_ exchange: ExchangeHandler) { self.exchange = exchange }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: break
        case .body(let piece): exchange.decoded(piece)
        case .end: exchange.responseEnded()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { exchange.failed(error) }
}
