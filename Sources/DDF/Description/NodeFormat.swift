/// The format of a node's value (oma-dm.md 1.4, `DFFormat` of a DDF). The raw value is the spelling on the wire.
public enum NodeFormat: String, Hashable, Sendable, Codable, CaseIterable {
    case b64, bin, bool, chr, int, node, null, xml, date, time, float
}
