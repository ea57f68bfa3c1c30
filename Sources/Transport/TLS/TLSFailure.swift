import NIOSSL

/// Why TLS failed, in BoringSSL's own word: an alert that the server sent, or what was wrong on our side of the wire.
struct TLSFailure: Equatable {
    /// Such as `TLSV1_ALERT_CERTIFICATE_REQUIRED`; the name of the error where there is none.
    let reason: String

    /// - Returns: nil for an error that is none of TLS, or that only says that the connection went away.
    init?(_ error: any Error) {
        switch error {
        case NIOSSLError.uncleanShutdown: return nil
        case NIOSSLError.handshakeFailed(let error): self.init(boringSSL: error)
        case NIOSSLError.shutdownFailed(let error): self.init(boringSSL: error)
        case let error as BoringSSLError: self.init(boringSSL: error)
        case is NIOSSLError, is NIOSSLExtraError: self.init(reason: "\(error)")
        default: return nil
        }
    }

    init(reason: String) { self.reason = reason }

    private init?(boringSSL error: BoringSSLError) {
        switch error {
        case .sslError([.eofDuringHandshake]), .syscallError, .zeroReturn: return nil
        case .sslError(let stack), .unknownError(let stack), .invalidSNIName(let stack), .failedToSetALPN(let stack):
            self.init(reason: stack.first.map { Self.word(in: $0.description) } ?? "\(error)")
        case .noError, .wantRead, .wantWrite, .wantConnect, .wantAccept, .wantX509Lookup, .wantCertificateVerify:
            self.init(reason: "\(error)")
        }
    }

    /// Of `error:10000418:SSL routines:OPENSSL_internal:TLSV1_ALERT_UNKNOWN_CA at file:line` the last word before `at`.
    private static func word(in description: String) -> String {
        let end = description.firstRange(of: " at ")?.lowerBound ?? description.endIndex
        return String(description[..<end].split(separator: ":").last ?? "unknown")
    }

    /// The alert that the server sent, in words; nil where it was no alert.
    var alert: String? {
        guard let mark = reason.firstRange(of: "_ALERT_") else { return nil }
        return reason[mark.upperBound...].lowercased().split(separator: "_").joined(separator: " ")
    }

    var message: String {
        alert.map { "The server ended TLS with the alert \"\($0)\" (\(reason))." } ?? "TLS failed: \(reason)."
    }

    /// What to do about the failures that servers under development have most.
    var hint: String {
        switch reason {
        case "TLSV1_ALERT_CERTIFICATE_REQUIRED", "SSLV3_ALERT_HANDSHAKE_FAILURE", "SSLV3_ALERT_NO_CERTIFICATE":
            "The server may demand a client certificate: this device has shown "
                + "none, or the two share no cipher suite."
        case "TLSV1_ALERT_UNKNOWN_CA", "SSLV3_ALERT_BAD_CERTIFICATE", "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
            "SSLV3_ALERT_CERTIFICATE_EXPIRED", "SSLV3_ALERT_CERTIFICATE_REVOKED", "TLSV1_ALERT_ACCESS_DENIED":
            "The server refuses the client certificate: check which authority it trusts for devices."
        case "WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST":
            "The server may speak plain HTTP on this port."
        case "TLSV1_ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL":
            "TLS 1.2 and 1.3 are spoken here; the server has neither, or not the one that was asked for."
        case "TLSV1_UNRECOGNIZED_NAME", "TLSV1_ALERT_UNRECOGNIZED_NAME":
            "The server has no certificate for the name in the URL."
        default: ""
        }
    }
}
