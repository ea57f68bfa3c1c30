import DMTree
import Device

extension DeviceEvent {
    /// The event as a page may show it: without the values of secret nodes, and without the secrets that messages have shown
    /// so far, wherever a field holds words of somebody else.
    func withoutSecrets(_ secrets: inout TimelineSecrets, _ schema: any NodeSchema) -> DeviceEvent {
        var event = self
        switch kind {
        case .nodeWritten(let uri, let value, let writer):
            event.kind = .nodeWritten(uri: uri, value: secrets.shown(value, at: uri, schema), writer: writer)
        case .drifted(let uri, let value):
            event.kind = .drifted(uri: uri, value: secrets.shown(value, at: uri, schema))
        case .driftUndone(let uri, let value, let means):
            event.kind = .driftUndone(uri: uri, value: secrets.shown(value, at: uri, schema), by: means)
        case .sessionBroken(let number, let reason):
            event.kind = .sessionBroken(number: number, reason: secrets.shown(reason))
        case .redirected(let session, let address):
            event.kind = .redirected(session: session, address: secrets.shown(address))
        case .question(let session, var interaction):
            interaction.alert.text = secrets.shown(interaction.alert.text)
            interaction.answers = interaction.answers.map { secrets.shown($0) }
            event.kind = .question(session: session, interaction)
        case .setting(let name, let value): event.kind = .setting(name: name, value: secrets.shown(value))
        case .packageSource(let uri, let url): event.kind = .packageSource(uri: uri, url: secrets.shown(url))
        case .agentLog(let text): event.kind = .agentLog(secrets.shown(text))
        case .alertQueued(var alert):
            alert.data = secrets.shown(alert.data)
            event.kind = .alertQueued(alert)
        default: break
        }
        return event
    }
}
