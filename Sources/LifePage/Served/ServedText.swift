import DMSession
import Enrollment
import SyncML

/// The sentences of what a server has to say of its sessions, in one place.
enum ServedText {
    private static let reference = "docs/serve.md"

    static func broken(_ exchange: ServedExchange) -> String {
        let text = String(decoding: exchange.response.prefix(200), as: UTF8.self).prefix { !$0.isNewline }
        return "the server answered with HTTP \(exchange.status)" + (text.isEmpty ? "" : ": \(text)")
    }

    static let unfinished = "the device did not go on with it"

    static func sessionBroken(_ session: Int, _ reason: String) -> Diagnostic {
        Diagnostic(
            rule: "served.session-broken", severity: .warning,
            message: "session \(session) ended before its time: \(reason)",
            hint: "commands without an answer go out again in the next session", reference: reference)
    }

    static func credentials(_ status: String) -> Diagnostic {
        Diagnostic(
            rule: "served.credentials", severity: .warning,
            message: "the server did not accept the credentials of the device (\(status))",
            hint: "a device that left or was revoked gets the same answer; GET /admin/devices tells its state",
            reference: "oma-dm.md 2.11")
    }

    /// nil for a success, and for what only follows from another refusal.
    static func refused(_ answer: ServedAnswer) -> Diagnostic? {
        let code = StatusCode(rawValue: answer.status)
        // 215 and 216 stand for "not executed" and "undone": the Atomic says why.
        guard !code.isSuccess else { return nil }
        let name = code.name.map { " \($0)" } ?? ""
        let error = answer.originalError.map { " (\($0))" } ?? ""
        // Asking for what is not there is a question, and no mistake.
        let isQuestion = answer.command == "Get" && answer.status == 404
        return Diagnostic(
            rule: "served.command-refused", severity: isQuestion ? .note : .error, commandID: answer.commandID,
            target: answer.target,
            message: "the device answered \(answer.status)\(name)\(error) to \(answer.command)"
                + (answer.target.map { " \($0)" } ?? ""),
            hint: isQuestion
                ? "the node is not there" : "espalier apply shows what decides, with the same message and Windows",
            reference: "oma-dm.md 4.1")
    }

    static func certificateRefused(_ exchange: ServedExchange) -> Diagnostic {
        var reason = "HTTP \(exchange.status)"
        if let answer = try? EnrollmentMessage(parsing: exchange.response), case .fault(let fault) = answer.body {
            let kind = fault.detail?.errorType?.value ?? fault.subcodes.first?.value
            reason = [kind, fault.reasons.first?.text].compactMap { $0 }.joined(separator: ", ")
        }
        return Diagnostic(
            rule: "served.certificate-refused", severity: .error,
            message: "the server gave no certificate: \(reason)",
            hint: "enrollment.md 9.1 tells what a device makes of it",
            reference: "enrollment.md 9.1")
    }

    static let toldInPart = Diagnostic(
        rule: "served.told-in-part", severity: .note,
        message:
            "what came before is not kept any more: nodes that were written then are missing, and values are those that the device told",
        hint: "limits.captureRecords of the settings says how much is kept", reference: reference)
}
