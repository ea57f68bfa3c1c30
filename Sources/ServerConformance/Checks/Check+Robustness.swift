extension Check {
    private static func row(_ id: String, _ title: String, _ probe: @escaping Probe) -> Check {
        Check(id, .error, .robustness, title, reference: "issue 6", isIntrusive: true, .probe(probe))
    }

    /// Ours: after each, the server refuses or answers, and a normal session works.
    static let robustness: [Check] = [
        row("ALIVE-01", "Statuses with wrong MsgRef and CmdRef do not stop the server", Probes.wrongReferences),
        row("ALIVE-02", "a hundred unknown alerts in one message do not stop the server", Probes.manyAlerts),
        row("ALIVE-03", "a message of 12 MiB does not stop the server", Probes.oversizedMessage),
        row("ALIVE-04", "broken XML is refused, and does not stop the server", Probes.brokenXML),
        row("ALIVE-05", "entity declarations are not expanded, and do not stop the server", Probes.entities),
    ]
}
