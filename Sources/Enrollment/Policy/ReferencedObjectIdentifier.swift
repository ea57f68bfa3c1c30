import XMLStream

/// One `oID` of a GetPoliciesResponse.
public struct ReferencedObjectIdentifier: Hashable, Sendable {
    /// Dotted numbers.
    public var value: TextElement?
    /// 1 for hash algorithms.
    public var group: TextElement?
    /// The number that policies refer to it by.
    public var reference: TextElement?
    public var defaultName: TextElement?

    public init(
        value: TextElement?, group: TextElement? = "1", reference: TextElement?, defaultName: TextElement? = nil
    ) {
        self.value = value
        self.group = group
        self.reference = reference
        self.defaultName = defaultName
    }
}

extension ReferencedObjectIdentifier {
    init(_ element: Element) {
        self.init(
            value: element.text("value"), group: element.text("group"), reference: element.text("oIDReferenceID"),
            defaultName: element.text("defaultName"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("oID")
        writer.leaf("value", value)
        writer.leaf("group", group)
        writer.leaf("oIDReferenceID", reference)
        writer.leaf("defaultName", defaultName)
        writer.end("oID")
    }
}
