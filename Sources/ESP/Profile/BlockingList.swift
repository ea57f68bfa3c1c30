/// The list of blocking apps is a filter, not an assignment (ESP-009, ESP-120, ESP-122).
public struct BlockingList: Hashable, Sendable {
    /// The selected app ids in lower case; nil means all apps.
    private let selected: Set<String>?

    /// - Parameter ids: the profile's `selectedMobileAppIds`; empty means all.
    public init(_ ids: [String]) { selected = ids.isEmpty ? nil : Set(ids.map { $0.lowercased() }) }

    /// Whether the page waits for an app with this id, if the app is required for the device or the user at all.
    public func tracks(_ id: String) -> Bool { selected?.contains(id.lowercased()) ?? true }

    /// The required apps that the page waits for, in the order of their assignment. The others install, unwaited.
    public func tracked(ofRequired ids: [String]) -> [String] { ids.filter(tracks) }
}
