import HTTPExchange
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// The text of all faults of a transport, in one place.
extension ExchangeFault {
    static func nameNotFound(_ host: String, reason: String) -> ExchangeFault {
        ExchangeFault(
            .nameNotFound, in: .resolving, message: "The name \(host) has no address: \(reason).",
            hint: "Check the name in the URL, and the name servers of this machine.")
    }

    static func connectionRefused(_ host: String, port: Int, reason: String) -> ExchangeFault {
        ExchangeFault(
            .connectionRefused, in: .connecting, message: "No connection to \(host), port \(port): \(reason).",
            hint: "Check that the server runs and listens on this port.")
    }

    static func timeout(_ phase: ExchangePhase, allowed: Duration) -> ExchangeFault {
        let what =
            switch phase {
            case .resolving: "The name was not resolved"
            case .connecting: "The connection was not open"
            case .handshake: "The TLS handshake was not finished"
            case .sending: "The server did not take the request"
            case .waiting: "The server did not begin its response"
            case .receiving: "The server did not go on with its response"
            }
        return ExchangeFault(.timeout, in: phase, message: "\(what) within \(allowed.text).")
    }

    static func wholeExchangeTimeout(_ phase: ExchangePhase, allowed: Duration) -> ExchangeFault {
        ExchangeFault(.timeout, in: phase, message: "The exchange was not finished within \(allowed.text).")
    }

    static func connectionLost(_ phase: ExchangePhase) -> ExchangeFault {
        let message =
            switch phase {
            case .resolving, .connecting: "The connection broke before it was open."
            case .handshake: "The server closed the connection in the middle of the TLS handshake."
            case .sending: "The server closed the connection before it had the whole request."
            case .waiting: "The server closed the connection without a response."
            case .receiving: "The server closed the connection in the middle of its response."
            }
        return ExchangeFault(.connectionLost, in: phase, message: message)
    }

    static func cancelled(_ phase: ExchangePhase) -> ExchangeFault {
        ExchangeFault(.cancelled, in: phase, message: "The exchange was stopped before its response was whole.")
    }

    static let transportClosed = ExchangeFault(
        .cancelled, in: .resolving, message: "The transport is closed, so nothing was sent.")

    /// A value of ours would have ended its header field early.
    static func unsendableHeader(_ name: String) -> ExchangeFault {
        ExchangeFault(
            .cancelled, in: .sending,
            message: "Nothing was sent: the request's header \(name.printable) holds a character that no header may.")
    }

    static func certificateUnreadable(_ host: String) -> ExchangeFault {
        ExchangeFault(
            .certificateUntrusted, in: .handshake, message: "The certificate of \(host) cannot be read.")
    }

    static func certificateUntrusted(_ host: String, issuer: String, selfSigned: Bool) -> ExchangeFault {
        let cause = selfSigned ? "it is self-signed" : "it was issued by \(issuer.printable)"
        return ExchangeFault(
            .certificateUntrusted, in: .handshake,
            message: "The certificate of \(host) does not chain to a trusted root made for servers: \(cause).",
            hint: "Give the root that issued it as a trust root; the server has to send the intermediate certificates.")
    }

    static func certificateOutOfDate(_ host: String, from: String, to: String) -> ExchangeFault {
        ExchangeFault(
            .certificateOutOfDate, in: .handshake,
            message: "The certificate of \(host), or one above it, is out of date: its own time is \(from) to \(to).",
            hint: "Renew the server's certificate, or check the clock of this machine.")
    }

    static func certificateNameMismatch(_ host: String, names: [String]) -> ExchangeFault {
        let made = names.isEmpty ? "no name" : names.map(\.printable).joined(separator: ", ")
        return ExchangeFault(
            .certificateNameMismatch, in: .handshake,
            message: "The certificate is not made for \(host): its subject alternative names hold \(made).",
            hint: "Use a name of the certificate in the URL, or issue one for this name.")
    }

    /// - Parameter detail: BoringSSL's word for it.
    static func tlsFailed(_ phase: ExchangePhase, _ failure: TLSFailure) -> ExchangeFault {
        ExchangeFault(.tlsFailed, in: phase, message: failure.message, hint: failure.hint)
    }

    static func headerTooLarge(_ limits: TransportLimits) -> ExchangeFault {
        ExchangeFault(
            .responseTooLarge, in: .receiving,
            message: "The header of the response is larger than \(limits.headerBytes) bytes or "
                + "\(limits.headerCount) fields.")
    }

    static func bodyTooLarge(_ limits: TransportLimits, announced: Int? = nil) -> ExchangeFault {
        let found = announced.map { "is said to have \($0) bytes" } ?? "is larger than allowed"
        return ExchangeFault(
            .responseTooLarge, in: .receiving,
            message: "The body of the response \(found); \(limits.bodyBytes) are allowed.")
    }

    static func framingTooLarge(_ limits: TransportLimits) -> ExchangeFault {
        ExchangeFault(
            .responseTooLarge, in: .receiving,
            message: "The response with its framing is larger than \(limits.wireBytes) bytes.")
    }

    static func decompressedTooLarge(_ limits: TransportLimits) -> ExchangeFault {
        ExchangeFault(
            .responseTooLarge, in: .receiving,
            message: "The decompressed body is larger than \(limits.decompressedBytes) bytes, or more than "
                + "\(limits.decompressionRatio) times as large as it was sent.")
    }

    static func malformed(_ message: String) -> ExchangeFault {
        ExchangeFault(.malformedResponse, in: .receiving, message: message)
    }

    static func encodingNotOffered(_ encoding: String) -> ExchangeFault {
        ExchangeFault(
            .contentEncoding, in: .receiving,
            message: "The body has the Content-Encoding \(encoding.printable), which the request did not offer.")
    }

    static let doesNotDecompress = ExchangeFault(
        .contentEncoding, in: .receiving, message: "The body does not decompress: it is damaged or cut off.")

    /// What a handler of the connection reported.
    static func connection(_ error: any Error, in phase: ExchangePhase, _ limits: TransportLimits) -> ExchangeFault {
        switch error {
        case let fault as ExchangeFault: fault
        case HTTPParserError.headerOverflow: .headerTooLarge(limits)
        case HTTPParserError.invalidEOFState: .connectionLost(phase)
        case let error as HTTPParserError: .malformed("What came is no HTTP/1 response: \(error).")
        case is NIOHTTPDecoderError: .malformed("The server sent a response to no request.")
        case NIOHTTPDecompression.DecompressionError.limit: .decompressedTooLarge(limits)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            .doesNotDecompress
        default: TLSFailure(error).map { .tlsFailed(phase, $0) } ?? .connectionLost(phase)
        }
    }
}

extension Duration {
    /// Seconds, with three digits where it is no whole number of them.
    var text: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        guard milliseconds % 1000 != 0 else { return "\(milliseconds / 1000) s" }
        return "\(milliseconds) ms"
    }
}

extension String {
    /// Without the characters that a terminal would act upon, and not longer than a line: a peer chose it.
    var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(200).map { $0.properties.isPrintable ? $0 : "\u{FFFD}" }))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
