import SyncML
import XMLStream

/// The sentences of authentication, in one place.
enum AuthenticationText {
    private static let reference = "oma-dm.md 2.11"

    private static func about(
        _ status: Status, _ rule: String, _ severity: Diagnostic.Severity, _ message: String, _ hint: String,
        _ reference: String = AuthenticationText.reference
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, line: status.origin.position?.line,
            column: status.origin.position?.column, message: message, hint: hint, reference: reference)
    }

    private static func about(
        _ message: Message, _ rule: String, _ severity: Diagnostic.Severity, _ sentence: String, _ hint: String,
        _ reference: String = AuthenticationText.reference
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, line: message.header?.origin.position?.line,
            column: message.header?.origin.position?.column, message: sentence, hint: hint, reference: reference)
    }

    // MARK: The client's credentials

    static func failure(_ failure: ClientAuthentication.Failure, _ status: Status) -> Diagnostic {
        let code = status.data?.content.trimmedASCII ?? ""
        return switch failure {
        case .noChallenge:
            about(
                status, "authentication.challenge-missing", .error,
                "the \(code) for the SyncHdr has no Chal with a Type, so the client does not know what to send; the session ends",
                "send Chal with Meta Format, Type and NextNonce", "DM-AUTH-05, oma-dm.md 2.11")
        case .unknownType(let type):
            about(
                status, "authentication.type-unknown", .error,
                "the challenge asks for \"\(type)\", which the client cannot do; the session ends",
                "ask for syncml:auth-md5 or syncml:auth-basic", "DM-AUTH-20, oma-dm.md 2.11")
        case .typeChanged(let old, let new):
            about(
                status, "authentication.type-changed", .error,
                "the Chal has the type \(new.rawValue) after \(old.rawValue); the session ends",
                "keep to one type for the whole session", "DM-AUTH-13, oma-dm.md 2.11")
        case .noCredential(let type):
            about(
                status, "authentication.no-credential", .error,
                "the challenge asks for \(type.rawValue), for which the account has no AppAuth entry of level CLCRED; the session ends",
                "give the account an APPAUTH of level APPSRV with that AAUTHTYPE, or let TLS certificates do",
                "windows-csp.md 4.11")
        case .refusedTwice:
            about(
                status, "authentication.refused", .error,
                "the credentials were refused a second time, made with a fresh nonce; the session ends",
                "compare name, secret and formula; the nonce is hashed as decoded octets",
                "enrollment.md 14.5")
        case .macBroken:
            about(
                status, "authentication.mac-broken", .error,
                "with auth-MAC every Status for a SyncHdr is 200 and brings a NextNonce, this one is \(code); the session ends",
                "answer 200 with a Chal that holds a NextNonce", "DM-MAC-04, oma-dm.md 2.11")
        }
    }

    static func refused(_ status: Status) -> Diagnostic {
        about(
            status, "authentication.refused-once", .warning,
            "the client's credentials were refused; it tries once more with the nonce of the challenge",
            "a stale nonce is mended by this; if it happens in every session, send the nonce of the next session with 212",
            "DM-AUTH-17, oma-dm.md 2.11")
    }

    static func noNextNonce(_ status: Status) -> Diagnostic {
        about(
            status, "authentication.nonce-missing", .warning,
            "200 for an md5 Cred without a NextNonce: the next message repeats the digest",
            "send a Chal with a new NextNonce, or 212", "DM-AUTH-09, oma-dm.md 2.11")
    }

    /// What is odd about a Chal that can be answered all the same.
    static func check(_ chal: Chal, _ challenge: Challenge, _ status: Status, _ diagnostics: inout [Diagnostic]) {
        guard challenge.type != .basic else { return }
        guard let nonce = challenge.nonce else {
            if !status.isAccepting {
                diagnostics.append(
                    about(
                        status, "authentication.nonce-missing", .warning,
                        "the challenge has no NextNonce: the last nonce that is known is used",
                        "send a fresh nonce with every challenge", reference))
            }
            return
        }
        if chal.meta.format != "b64" {
            diagnostics.append(
                about(
                    status, "authentication.nonce-format", .warning,
                    "the Chal does not state Format b64 for its NextNonce; it is decoded all the same",
                    "add <Format>b64</Format> to the Meta", "DM-AUTH-06, oma-dm.md 2.11"))
        }
        if !nonce.isBase64 {
            diagnostics.append(
                about(
                    status, "authentication.nonce-not-base64", .warning,
                    "the NextNonce is not Base64; its characters are hashed as they stand",
                    "send the nonce in Base64, with padding", "DM-AUTH-04, oma-dm.md 2.11"))
        }
    }

    // MARK: The server's credentials

    static func serverRefused(_ message: Message) -> Diagnostic {
        about(
            message, "authentication.server-refused", .error,
            "the server's credentials are wrong: nothing was executed, every command is answered 401",
            "name is the PROVIDER-ID, secret and nonce those of the account's APPAUTH of level CLIENT",
            "enrollment.md 14.5")
    }

    static func serverType(_ type: String, _ message: Message) -> Diagnostic {
        about(
            message, "authentication.server-type", .error,
            "the server's Cred has the type \"\(type)\", for which the account has no entry of level SRVCRED",
            "use syncml:auth-md5; Windows takes only DIGEST from a server", "windows-csp.md 4.11")
    }

    static func undecodedNonce(_ message: Message) -> Diagnostic {
        about(
            message, "authentication.nonce-undecoded", .error,
            "the digest is right for the NextNonce as text: the peer hashed the nonce without decoding its Base64",
            "decode NextNonce and hash the octets", "DM-AUTH-04, oma-dm.md 8 A25")
    }

    static func check(_ cred: Cred, _ message: Message, _ diagnostics: inout [Diagnostic]) {
        if cred.meta?.format != "b64" {
            diagnostics.append(
                about(
                    message, "authentication.cred-format", .warning, "the md5 Cred does not state Format b64",
                    "add <Format>b64</Format> to its Meta", "DM-AUTH-07, oma-dm.md 2.11"))
        }
        if message.header?.source?.locName == nil {
            diagnostics.append(
                about(
                    message, "authentication.user-name-missing", .warning,
                    "the SyncHdr has an md5 Cred and no Source/LocName with the user's name",
                    "put the name that enters the digest into Source/LocName", "DM-HDR-15, oma-dm.md 1.5"))
        }
    }

    static func credBesideMAC(_ message: Message) -> Diagnostic {
        about(
            message, "authentication.cred-beside-mac", .error,
            "the message has an x-syncml-hmac header and a Cred; with MAC there is none",
            "leave the Cred out", "DM-MAC-03, oma-dm.md 2.11")
    }

    static func serverMACMissing(_ message: Message) -> Diagnostic {
        about(
            message, "authentication.mac-missing", .error,
            "the message has no x-syncml-hmac header, which counts as a wrong credential",
            "send the header with every message of the session", "DM-MAC-05, oma-dm.md 2.11")
    }

    static func macHeader(_ fault: MACHeader.Fault, _ message: Message) -> Diagnostic {
        let what =
            switch fault {
            case .syntax(let offset): "unexpected text at offset \(offset)"
            case .openQuote(let offset): "the quoted-string at offset \(offset) has no end"
            case .repeated(let name): "\(name) stands twice"
            case .usernameMissing: "username is missing"
            case .macMissing: "mac is missing"
            case .algorithm(let name): "the algorithm \"\(name)\" is not MD5"
            }
        return about(
            message, "authentication.mac-header", .error, "the x-syncml-hmac header is malformed: \(what)",
            "write algorithm=MD5, username=\"…\", mac=…", "DM-MAC-01, oma-dm.md 2.11")
    }

    static func commandsBesideChallenge(_ command: Command) -> Diagnostic {
        let position = command.origin.position
        return Diagnostic(
            rule: "authentication.commands-beside-challenge", severity: .error, line: position?.line,
            column: position?.column, commandID: command.cmdID,
            message: "a \(command.name) stands in a message that challenges the client; nothing of it is executed",
            hint: "send commands when the client has proved itself", reference: "DM-AUTH-11, oma-dm.md 2.11")
    }

    static func serverGivenUp(_ message: Message) -> Diagnostic {
        about(
            message, "authentication.server-given-up", .error,
            "the server failed to prove itself three times; the client ends the session",
            "mend the server's credentials", "DM-AUTH-17, oma-dm.md 2.11")
    }
}
