/// The list of blocking apps is a filter, not an assignment (ESP-009, ESP-120, ESP-122).
public struct BlockingList: Hashable, Sendable, Codable {
    /// The selected app ids as the profile has them; nil means all apps.
    public let ids: [String]?
    /// In lower case.
    private let selected: Set<String>

    /// - Parameter ids: the profile's `selectedMobileAppIds`; empty means all.
    public init(_ ids: [String]) {
        self.ids = ids.isEmpty ? nil : ids
        selected = Set(ids.map { $0.lowercased() })
    }

    /// Whether the page waits for an app with this id, if the app is required for the device or the user at all.
    public func tracks(_ id: String) -> Bool { ids == nil || selected.contains(id.lowercased()) }

    /// The required apps that the page waits for, in the order of their assignment. The others install, unwaited.
    public func tracked(ofRequired ids: [String]) -> [String] { ids.filter(tracks) }
}
