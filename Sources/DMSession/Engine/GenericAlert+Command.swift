import DMTree
import ProtocolProfile
import SyncML

extension GenericAlert {
    /// The alert as an element of a message.
    ///
    /// Windows writes its types as they are and knows no Correlator (windows-csp.md 5.2). The standard wants one of two
    /// prefixes before the type (oma-dm.md 2.5.1; 8, A12) and a Format in every case (DM-ALRT-04, DM-ALRT-05): `chr`
    /// where the alert has none.
    func command(cmdID: String, profile: ProtocolProfile) -> Alert {
        var meta = Meta(format: format, type: type, mark: mark)
        if profile.ambiguities.alertTypePrefix == .prefixed, !Self.prefixes.contains(where: type.hasPrefix) {
            meta.type = "Reversed-Domain-Name: " + type
        }
        var correlator: String?
        switch profile.name {
        case .windows: break
        case .oma:
            if format == nil { meta.format = "chr" }
            correlator = self.correlator
        }
        return Alert(
            cmdID: cmdID, data: ItemData(String(code)), correlator: correlator,
            items: [Item(source: source.map { Location($0) }, meta: meta, data: ItemData(data))])
    }

    private static let prefixes = ["Reversed-Domain-Name:", "Content-Type:"]
}
