#if Live
/// The same for people.
extension ShownDevice {
    var lines: [String] {
        var lines = ["\(name), Windows \(windows) \(edition)"]
        lines += rows([
            ("DeviceID", deviceID), ("HWDevID", hardwareID), ("MAC", macAddresses.joined(separator: " ")),
            ("created", Self.short(createdAt)), ("nodes", nodes == 0 ? "" : String(nodes)),
        ])
        if enrolments.isEmpty { lines.append("not enrolled") }
        for enrolment in enrolments { lines += text(enrolment) }
        if !certificates.isEmpty || !trust.isEmpty { lines.append("certificates") }
        for certificate in certificates + trust { lines.append("  \(text(certificate))") }
        lines.append(sessions.isEmpty ? "no sessions" : "last sessions")
        for session in sessions { lines.append("  \(text(session))") }
        lines.append(next.isEmpty ? "nothing is due" : "due next")
        for due in next { lines.append("  \(due.at.map(Self.short) ?? "beyond any calendar") \(due.what)") }
        return lines
    }

    private func rows(_ rows: [(name: String, value: String)]) -> [String] {
        rows.filter { !$0.value.isEmpty }.map { row in
            "  \(row.name)\(String(repeating: " ", count: max(1, 12 - row.name.count)))\(row.value)"
        }
    }

    private func text(_ enrolment: Enrolment) -> [String] {
        let user = enrolment.user.map { " by \($0)" } ?? ""
        let state =
            switch enrolment.state {
            case "enrolled": "enrolled with"
            case "renewalFailed": "enrolled, and its renewal failed, with"
            default: "was enrolled with"
            }
        return ["\(state) \(enrolment.provider) (\(enrolment.type))\(user)"]
            + rows([
                ("since", Self.short(enrolment.enrolledAt)), ("until", enrolment.endedAt.map(Self.short) ?? ""),
                ("discovery", enrolment.discoveryURL), ("sign-in", enrolment.authenticationURL ?? ""),
                ("policy", enrolment.policyURL ?? ""), ("enrolment", enrolment.enrolmentURL ?? ""),
                ("redirect", enrolment.acceptedRedirect ?? ""),
            ])
    }

    private func text(_ certificate: Certificate) -> String {
        let place = "\(certificate.store) \(certificate.thumbprint)"
        let key = certificate.hasKey ? ", with its key" : ""
        guard let subject = certificate.subject, let end = certificate.validUntil else {
            return "\(place): no certificate that can be read\(key)"
        }
        return "\(place): \(subject), until \(Self.short(end))\(key)"
    }

    private func text(_ session: Session) -> String {
        let number = session.number.map { "session \($0), " } ?? ""
        let reason = session.reason.map { " (\($0))" } ?? ""
        return "\(Self.short(session.startedAt)) \(number)\(session.trigger): \(session.outcome)\(reason), "
            + "\(session.messages) messages"
    }

    /// Without fractions of a second.
    private static func short(_ time: String) -> String { time.prefix { $0 != "." } + "Z" }
}
#endif
