/// The known issues of the real page as switches (esp-behaviour.md 1.6). The id names the switch.
public struct Quirks: Hashable, Sendable, Codable {
    /// The ids of the reference.
    public enum ID: String, Hashable, Sendable, Codable, CaseIterable {
        case esp301 = "ESP-301"
        case esp302 = "ESP-302"
        case esp303 = "ESP-303"
        case esp304 = "ESP-304"
        case esp305 = "ESP-305"
        case esp306 = "ESP-306"
        case esp307 = "ESP-307"
        case esp308 = "ESP-308"
        case esp309 = "ESP-309"
        case esp310 = "ESP-310"
        case esp311 = "ESP-311"
        case esp312 = "ESP-312"
        case esp313 = "ESP-313"
        case esp314 = "ESP-314"
        case esp315 = "ESP-315"
        case esp316 = "ESP-316"
        case esp317 = "ESP-317"
        case esp318 = "ESP-318"
        case esp319 = "ESP-319"
        case esp320 = "ESP-320"
        case esp321 = "ESP-321"
        case esp322 = "ESP-322"
        case esp323 = "ESP-323"
        case esp324 = "ESP-324"
        case esp325 = "ESP-325"
        case esp326 = "ESP-326"
    }

    /// What the reference's "Default" column says.
    public enum Default: Hashable, Sendable {
        case on
        case off
        /// On only for a hybrid join.
        case onForHybridJoin
    }

    /// One row of the table.
    public struct Quirk: Hashable, Sendable {
        public let id: ID
        public let defaultState: Default
        /// The trigger and its outcome in one line.
        public let summary: String
    }

    /// The switch was refused.
    public enum Refusal: Error, Hashable, Sendable {
        /// No quirk has this id.
        case unknown(String)
    }

    private var changed: [ID: Bool] = [:]

    public init() {}

    /// Whether the emulator behaves this way: the value set, else the default.
    /// - Parameter join: decides where the default does (ESP-305).
    public func isOn(_ id: ID, join: DirectoryJoin = .entra) -> Bool {
        if let value = changed[id] { return value }
        switch id.defaultState {
        case .on: return true
        case .off: return false
        case .onForHybridJoin: return join == .hybrid
        }
    }

    /// Turns a quirk on or off.
    public mutating func set(_ id: ID, to isOn: Bool) { changed[id] = isOn }

    /// Turns a quirk on or off by its id, for example `ESP-303`.
    public mutating func set(_ name: String, to isOn: Bool) throws(Refusal) {
        guard let id = ID(rawValue: name) else { throw .unknown(name) }
        set(id, to: isOn)
    }
}
