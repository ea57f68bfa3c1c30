/// An alert of the client: Alert 1224 or 1226 with one Item (windows-csp.md 5.4, 5.5).
public struct GenericAlert: Hashable, Sendable, Codable {
    public var code: Int
    public var type: String
    public var source: String?
    public var format: String?
    /// How important it is: `fatal`, `critical`, `minor`, `warning`, `informational`, `harmless` or `indeterminate`
    /// (oma-dm.md 1.3); nil for `informational`.
    public var mark: String?
    public var data: String
    /// The Correlator of the Exec whose end the alert reports (oma-dm.md 2.5.1); nil where there is none.
    public var correlator: String?

    public init(
        code: Int, type: String, source: String? = nil, format: String? = nil, mark: String? = nil, data: String,
        correlator: String? = nil
    ) {
        self.code = code
        self.type = type
        self.source = source
        self.format = format
        self.mark = mark
        self.data = data
        self.correlator = correlator
    }

    /// An alert of a type that Windows has.
    public init(_ type: AlertType, source: String? = nil, data: String, correlator: String? = nil) {
        self.init(
            code: type.code, type: type.rawValue, source: source, format: type.format, mark: type.mark, data: data,
            correlator: correlator)
    }
}
