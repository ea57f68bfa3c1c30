import DMSession
import Notation

/// What `espalier notification` tells. The secret and the nonce are not in it.
struct NotificationReport: Encodable {
    var schemaVersion = 1
    var wellFormed: Bool
    /// nil when the input is malformed.
    var notification: Fields?
    var verification: String?
    var diagnostics: [ShownDiagnostic] = []
    var error: Fault?

    struct Fields: Encodable {
        var version: String
        var userInteraction: String
        var initiator: String
        var futureUse: UInt32
        var sessionID: String
        var serverID: String
        /// Hexadecimal digits.
        var vendorData: String
        var digest: String
        var push: Push?
    }

    struct Push: Encodable {
        var destinationPort: UInt16?
        var contentType: UInt8?
        var applicationID: UInt8?
    }

    struct ShownDiagnostic: Encodable {
        var rule: String
        var severity: String
        var message: String
        var hint: String
        var reference: String
    }

    struct Fault: Encodable {
        var offset: Int
        var message: String
    }

    init(refusal: NotificationRefusal) {
        wellFormed = false
        error = Fault(offset: refusal.offset, message: "\(refusal)")
    }

    init(_ signed: SignedNotification, _ check: SignedNotification.Check) {
        let notification = signed.notification
        wellFormed = true
        self.notification = Fields(
            version: "\(notification.version / 10).\(notification.version % 10)",
            userInteraction: "\(notification.userInteraction)", initiator: "\(notification.initiator)",
            futureUse: notification.futureUse, sessionID: notification.sessionIDText,
            serverID: notification.serverID, vendorData: Hexadecimal.text(notification.vendorData),
            digest: Hexadecimal.text(signed.digest),
            push: signed.frame.map {
                Push(
                    destinationPort: $0.destinationPort, contentType: $0.contentType, applicationID: $0.applicationID)
            })
        verification = check.outcome.rawValue
        diagnostics = (signed.findings + check.diagnostics).map {
            ShownDiagnostic(
                rule: $0.rule, severity: $0.severity.rawValue, message: $0.message, hint: $0.hint,
                reference: $0.reference)
        }
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == Diagnostic.Severity.error.rawValue } }

    /// For people.
    var lines: [String] {
        guard let notification else { return [] }
        var lines = [
            "server id      \(notification.serverID)", "session id     \(notification.sessionID)",
            "version        \(notification.version)", "user           \(notification.userInteraction)",
            "initiator      \(notification.initiator)", "digest         \(notification.digest)",
        ]
        if !notification.vendorData.isEmpty { lines.append("vendor data    \(notification.vendorData)") }
        if let port = notification.push?.destinationPort { lines.append("push to port   \(port)") }
        if let verification { lines.append("verification   \(verification)") }
        for diagnostic in diagnostics {
            lines.append("\(diagnostic.severity): \(diagnostic.message)  [\(diagnostic.rule)]")
            if !diagnostic.hint.isEmpty { lines.append("  \(diagnostic.hint)") }
            lines.append("  \(diagnostic.reference)")
        }
        return lines
    }
}
