/// A form of a web page, as far as somebody who sends it without a browser needs it.
public struct HTMLForm: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, CaseIterable {
        case get, post
    }

    public var method: Method
    /// As written, entities resolved; nil without the attribute: the page's own address.
    public var action: String?
    /// Inputs, text areas, buttons and selections, in document order.
    public var inputs: [Input]

    /// One control.
    public struct Input: Hashable, Sendable {
        /// In lower case, such as `hidden` or `password`; `text` when nothing is said, `textarea` and `select` for those
        /// elements, and `submit` for a button.
        public var type: String
        public var name: String?
        /// Entities resolved; of a selection that of the chosen option, or of the first.
        public var value: String
        public var isChecked: Bool
        public var isDisabled: Bool

        public init(
            type: String, name: String?, value: String, isChecked: Bool = false, isDisabled: Bool = false
        ) {
            self.type = type
            self.name = name
            self.value = value
            self.isChecked = isChecked
            self.isDisabled = isDisabled
        }
    }

    public init(method: Method, action: String?, inputs: [Input]) {
        self.method = method
        self.action = action
        self.inputs = inputs
    }
}

extension HTMLForm.Input: CustomStringConvertible {
    /// Without the value, which may be a token.
    public var description: String { "\(type) \(name ?? "")" }
}
