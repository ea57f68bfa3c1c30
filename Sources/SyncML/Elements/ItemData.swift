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
    private var seldom: Seldom<SeldomFields>

    private struct SeldomFields: Hashable, Sendable {
        var originalError: String?
        var attributes: [UnknownElement.Attribute] = []

        static let empty = SeldomFields()
    }

    public init(
        _ content: String, form: Form = .text, originalError: String? = nil,
        attributes: [UnknownElement.Attribute] = []
    ) {
        self.content = content
        self.form = form
        seldom =
            originalError == nil && attributes.isEmpty
            ? Seldom()
            : Seldom(SeldomFields(originalError: originalError, attributes: attributes), empty: .empty)
    }
}

extension ItemData {
    /// `msft:originalerror`, the HRESULT behind a Status such as `0x86000002` (MS-MDM 2.2.5.1).
    public var originalError: String? {
        get { seldom.fields?.originalError }
        set { seldom.update(empty: .empty) { $0.originalError = newValue } }
    }

    /// Any other attribute.
    public var attributes: [UnknownElement.Attribute] {
        get { seldom.fields?.attributes ?? [] }
        set { seldom.update(empty: .empty) { $0.attributes = newValue } }
    }
}
