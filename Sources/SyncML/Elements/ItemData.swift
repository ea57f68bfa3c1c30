/// `Data` of an Item, a Status, an Alert or a credential.
public struct ItemData: Hashable, Sendable {
    /// How the content was written. A receiver treats text and CDATA alike (oma-dm.md 1.5); the form is kept so that a message is
    /// written back as it came.
    public enum Form: Hashable, Sendable {
        /// Characters, entities resolved.
        case text
        /// A CDATA section.
        case cdata
        /// Elements inside Data. The content is the markup verbatim.
        case markup
    }

    /// The characters, or the verbatim markup. White space is significant.
    public var content: String
    public var form: Form
    /// `msft:originalerror`, the HRESULT behind a Status such as `0x86000002` (MS-MDM 2.2.5.1).
    public var originalError: String?
    /// Any other attribute.
    public var attributes: [UnknownElement.Attribute]

    public init(
        _ content: String, form: Form = .text, originalError: String? = nil,
        attributes: [UnknownElement.Attribute] = []
    ) {
        self.content = content
        self.form = form
        self.originalError = originalError
        self.attributes = attributes
    }
}
