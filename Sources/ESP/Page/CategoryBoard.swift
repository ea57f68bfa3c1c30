/// What the page shows: every category with its subcategories. It outlives reboots (ESP-604).
public struct CategoryBoard: Hashable, Sendable, Codable {
    /// One subcategory as it stands.
    public struct Line: Hashable, Sendable, Codable {
        public let kind: SubcategoryKind
        public internal(set) var state = SubcategoryState.notStarted
        public internal(set) var text = LineText.waitingForPrevious

        /// The line as a reader of the registry finds it: label and text, or the plain state of a silent step.
        public var english: String { kind.label.map { "\($0) (\(text.english))" } ?? state.rawValue }
    }

    /// One category as it stands.
    public struct Entry: Hashable, Sendable, Codable {
        public let category: Category
        public internal(set) var state = CategoryState.notStarted
        public internal(set) var lines: [Line]

        init(_ category: Category) {
            self.category = category
            lines = category.subcategories.map { Line(kind: $0) }
        }

        /// The line of a kind; nil when the category has none.
        public subscript(kind: SubcategoryKind) -> Line? { lines.first { $0.kind == kind } }
    }

    /// In the order of `Category.allCases`.
    public private(set) var entries = Category.allCases.map { Entry($0) }

    init() {}

    /// The entry of a category.
    public internal(set) subscript(category: Category) -> Entry {
        get { entries.first { $0.category == category } ?? Entry(category) }
        set { entries = entries.map { $0.category == category ? newValue : $0 } }
    }

    /// The line of a subcategory; nil when its category has none of this kind.
    public subscript(subcategory: Subcategory) -> Line? { self[subcategory.category][subcategory.kind] }
}
