/// What is hidden, and where it stands. Rules are values: a redaction takes a list of them.
public struct RedactionRule: Hashable, Sendable {
    /// A place where a secret stands.
    public enum Place: Hashable, Sendable {
        /// The value of an HTTP header field; the scheme of a credential, such as `Bearer`, stays.
        case header(String)
        /// A quoted parameter of an HTTP header field, such as `mac="…"`.
        case headerParameter(String, of: String)
        /// A parameter in the query of an address.
        case query(String)
        /// The value of a node whose LocURI ends with these segments, in Data, in TNDS, in a provisioning document or in a declared
        /// one; `*` stands for any one.
        case node(String)
        /// The last of these segments, in every LocURI that begins or goes on with them; `*` stands for any one.
        case segment(String)
        /// Data of an Alert's Item with this Type.
        case alert(String)
        /// The content of an element, by local name, in any document: SyncML, SOAP, and what is nested in Data.
        case element(String)
        /// The content of an element inside another, as `Data` in `Cred`.
        case child(String, of: String)
        /// `value` of a `parm` of a provisioning document, by `name`.
        case parameter(String)
        /// `Value` of a `ContextItem` of an enrolment request, by `Name`.
        case contextItem(String)
        /// The address of the device in SyncHdr.
        case deviceAddress
        /// A shape in any text.
        case pattern(SecretPattern)
    }

    /// Stable, such as `redact.token`.
    public var id: String
    /// The word in the placeholder, such as `token` in `redacted-token-1`.
    public var kind: String
    /// What it hides, one sentence.
    public var summary: String
    public var places: [Place]

    public init(id: String, kind: String, summary: String, places: [Place]) {
        self.id = id
        self.kind = kind
        self.summary = summary
        self.places = places
    }
}
