/// What is odd about a notification, or wrong, in one place.
extension SignedNotification {
    /// Findings that do not depend on secrets: future-use bits and the frame of the push.
    public var findings: [Diagnostic] {
        var result: [Diagnostic] = []
        if notification.futureUse != 0 {
            result.append(
                Self.finding(
                    "notification.future-use", .warning,
                    "the future-use bits are 0x\(String(notification.futureUse, radix: 16)), not zero",
                    "leave the 27 bits behind the initiator bit zero", "DM-NOTI-03, oma-dm.md 2.13"))
        }
        if notification.version != 11 {
            result.append(
                Self.finding(
                    "notification.version", .note,
                    "the version is 1.\(notification.version % 10); DMNOTI 1.2.1 wants 1.1, clients take 1.0 to 1.2",
                    "write 1.1 (0000001011)", "oma-dm.md 8 A10"))
        }
        guard let frame else { return result }
        if let port = frame.destinationPort, port != PushFrame.port {
            result.append(
                Self.pushFinding("the push goes to port \(port)", "send it to port \(PushFrame.port)"))
        }
        if frame.contentType != PushFrame.notificationType {
            result.append(
                Self.pushFinding(
                    "the content type of the push is not 0x44, application/vnd.syncml.notification",
                    "write 0xC4 as content type"))
        }
        if frame.applicationID != PushFrame.managementClient {
            result.append(
                Self.pushFinding(
                    "the push has no application id 0x07, which the DM client listens for", "add the header AF 87"))
        }
        if frame.count > PushFrame.mostOctets {
            result.append(
                Self.pushFinding(
                    "the headers of the push take \(frame.count) octets",
                    "keep to \(PushFrame.mostOctets) octets for WDP and WSP together"))
        }
        return result
    }

    private static func pushFinding(_ message: String, _ hint: String) -> Diagnostic {
        finding("notification.push", .warning, message, hint, "DM-NOTI-07, oma-dm.md 2.13")
    }

    static func finding(
        _ rule: String, _ severity: Diagnostic.Severity, _ message: String, _ hint: String, _ reference: String
    ) -> Diagnostic {
        Diagnostic(rule: rule, severity: severity, message: message, hint: hint, reference: reference)
    }
}

enum NotificationText {
    static func malformed(_ refusal: NotificationRefusal) -> Diagnostic {
        SignedNotification.finding(
            "notification.malformed", .error, "\(refusal)", "send digest, header, server identifier in this order",
            "oma-dm.md 2.13")
    }

    static func unknownServer(_ id: String) -> Diagnostic {
        SignedNotification.finding(
            "notification.server-unknown", .error, "no account has the ServerID \"\(id)\"; no session starts",
            "write the account's ServerID, in the same case", "oma-dm.md 2.13")
    }

    static func digest(isUndecoded: Bool) -> Diagnostic {
        isUndecoded
            ? SignedNotification.finding(
                "notification.nonce-undecoded", .error,
                "the digest is right for the nonce as text: the server hashed it without decoding its Base64; no session starts",
                "decode the nonce and hash the octets", "DM-AUTH-04, oma-dm.md 8 A25")
            : SignedNotification.finding(
                "notification.digest", .error, "the digest is wrong; no session starts",
                "compare server identifier, secret and nonce; the trigger is everything behind the digest",
                "DM-NOTI-01, oma-dm.md 2.13")
    }

    static func repeated(_ sessionID: String) -> Diagnostic {
        SignedNotification.finding(
            "notification.repeated", .note,
            "a notification with SessionID \(sessionID) was taken already; no second session starts",
            "give every trigger a SessionID of its own", "DM-NOTI-04, DM-NOTI-06, oma-dm.md 2.13")
    }

    static func resynchronised() -> Diagnostic {
        SignedNotification.finding(
            "notification.resynchronised", .note,
            "the digest was made with the special nonce 0x00000000: both sides use it in this session and send each other new ones",
            "", "DM-NOTI-05, oma-dm.md 2.13")
    }
}
