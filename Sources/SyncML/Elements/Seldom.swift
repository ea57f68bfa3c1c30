/// A place for fields that few values use, so that all others stay small: nothing but a nil pointer until one is set.
///
/// Messages are copied around as values; what a command carries in line decides what that costs (design.md section 9).
struct Seldom<Fields: Hashable & Sendable>: Hashable, Sendable {
    /// Never changed after it was made, so that sharing it between copies is safe.
    private final class Box: Sendable {
        let fields: Fields

        init(_ fields: Fields) { self.fields = fields }
    }

    private var box: Box?

    init() {}

    /// - Parameter empty: what the fields are when none was set.
    init(_ fields: Fields, empty: Fields) {
        box = fields == empty ? nil : Box(fields)
    }

    /// The fields; nil when none was set.
    var fields: Fields? { box?.fields }

    /// Changes the fields.
    mutating func update(empty: Fields, _ change: (inout Fields) -> Void) {
        var fields = box?.fields ?? empty
        change(&fields)
        box = fields == empty ? nil : Box(fields)
    }

    static func == (left: Seldom, right: Seldom) -> Bool {
        left.box === right.box || left.box?.fields == right.box?.fields
    }

    func hash(into hasher: inout Hasher) { hasher.combine(box?.fields) }
}
