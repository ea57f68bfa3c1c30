/// An element that holds one text, such as `EnrollmentServiceUrl`.
public struct TextElement: Hashable, Sendable {
    /// Entities resolved, without white space at both ends: published samples break lines round addresses.
    public var value: String
    /// `xsi:nil="true"`: there, and without a value.
    public var isNil: Bool
    public var place: Place

    public init(_ value: String, isNil: Bool = false, place: Place = Place()) {
        self.value = value
        self.isNil = isNil
        self.place = place
    }

    /// `xsi:nil="true"`.
    public static var null: TextElement { TextElement("", isNil: true) }
}

extension TextElement: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

/// An element that its parent does not have in the references. It is kept, and changes nothing.
public struct UnknownElement: Hashable, Sendable {
    public var name: String
    public var namespace: String?
    /// The text of the element and of all below it, without the markup between.
    public var text: String
    public var place: Place

    public init(name: String, namespace: String? = nil, text: String, place: Place = Place()) {
        self.name = name
        self.namespace = namespace
        self.text = text
        self.place = place
    }
}
