import ESP
import Scenario

/// A category of the Enrollment Status Page with its lines (esp-behaviour.md 1.4).
public struct TimelineCategory: Encodable, Sendable {
    public struct Line: Encodable, Sendable {
        /// As events name it, such as `DeviceSetup.AppsSubcategory`.
        public var id: String
        /// nil for a silent step.
        public var label: String?

        public init(id: String, label: String?) {
            self.id = id
            self.label = label
        }

        private enum Key: String, CodingKey { case id, label }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(id, forKey: .id)
            try container.encode(label, forKey: .label)
        }
    }

    /// As events name it, such as `DeviceSetupCategory`.
    public var id: String
    public var title: String
    public var lines: [Line]

    public init(id: String, title: String, lines: [Line]) {
        self.id = id
        self.title = title
        self.lines = lines
    }

    /// Every category, in order.
    public static var all: [TimelineCategory] {
        Category.allCases.map { category in
            TimelineCategory(
                id: category.rawValue, title: LifeText.title(category),
                lines: category.subcategories.map {
                    Line(id: Subcategory(category, $0).id, label: $0.label)
                })
        }
    }
}
