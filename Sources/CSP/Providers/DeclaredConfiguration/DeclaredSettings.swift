/// What documents of declared configuration have set on the device, which is no part of the tree: a document that is deleted
/// leaves it, and a program may change it (windows-csp.md 4.14).
public struct DeclaredSettings: Hashable, Sendable, Codable {
    /// One value that was put right.
    public struct Restored: Hashable, Sendable {
        public var name: String
        public var value: String
    }

    /// Each with the values that stand now.
    private var resources: [DeclaredDocument.Resource] = []

    public init() {}

    /// A document was processed well: its values stand.
    ///
    /// - Returns: the values that were there and were others, in the document's order.
    @discardableResult
    public mutating func apply(_ document: DeclaredDocument) -> [Restored] {
        var restored: [Restored] = []
        for resource in document.resources {
            guard let index = resources.firstIndex(where: { $0.isSame(as: resource) }) else {
                resources.append(resource)
                continue
            }
            for value in resource.values {
                if let place = resources[index].values.firstIndex(where: { $0.name == value.name }) {
                    guard resources[index].values[place].text != value.text else { continue }
                    resources[index].values[place].text = value.text
                    restored.append(Restored(name: value.name, value: value.text))
                } else {
                    resources[index].values.append(value)
                }
            }
        }
        return restored
    }

    /// Whether a value of the document is another one now.
    public func differs(from document: DeclaredDocument) -> Bool {
        document.resources.contains { resource in
            resource.values.contains { self.value($0.name, of: resource) != $0.text }
        }
    }

    /// A program changes a value of a document.
    ///
    /// - Returns: false when the document has set no such value, or it is the same.
    public mutating func drift(_ name: String, of document: DeclaredDocument, to value: String) -> Bool {
        for resource in document.resources where resource.values.contains(where: { $0.name == name }) {
            guard let index = resources.firstIndex(where: { $0.isSame(as: resource) }),
                let place = resources[index].values.firstIndex(where: { $0.name == name }),
                resources[index].values[place].text != value
            else { continue }
            resources[index].values[place].text = value
            return true
        }
        return false
    }

    /// The value that stands; nil when nothing has set it.
    func value(_ name: String, of resource: DeclaredDocument.Resource) -> String? {
        resources.first { $0.isSame(as: resource) }?.values.first { $0.name == name }?.text
    }
}
