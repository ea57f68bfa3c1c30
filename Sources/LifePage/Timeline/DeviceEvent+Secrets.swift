import DMTree
import Device

extension DeviceEvent {
    /// The event as a page may show it.
    func withoutSecrets(_ secrets: TimelineSecrets, _ schema: any NodeSchema) -> DeviceEvent {
        func shown(_ value: String, at uri: String) -> String {
            guard !value.isEmpty, let resolution = try? schema.resolve(locURI: uri) else { return value }
            return secrets.hides(resolution.uri, resolution.node) ? TimelineSecrets.mark : value
        }
        var event = self
        switch kind {
        case .nodeWritten(let uri, let value, let writer):
            event.kind = .nodeWritten(uri: uri, value: shown(value, at: uri), writer: writer)
        case .drifted(let uri, let value): event.kind = .drifted(uri: uri, value: shown(value, at: uri))
        case .driftUndone(let uri, let value, let means):
            event.kind = .driftUndone(uri: uri, value: shown(value, at: uri), by: means)
        default: break
        }
        return event
    }
}
