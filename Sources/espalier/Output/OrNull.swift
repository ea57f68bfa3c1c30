/// A value that stands in JSON as null where there is none, so that no key is ever left out.
@propertyWrapper
struct OrNull<Value: Encodable>: Encodable {
    private var value: Value?

    init(wrappedValue: Value?) { value = wrappedValue }

    var wrappedValue: Value? {
        get { value }
        set { value = newValue }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension OrNull: Sendable where Value: Sendable {}
