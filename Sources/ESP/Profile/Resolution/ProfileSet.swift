/// The ESP profiles of a tenant: any number that are assigned, in the order of their priority, and one default.
public struct ProfileSet: Hashable, Sendable, Codable {
    /// Without the default, the strongest first (ESP-102). Profiles without a priority come last, as they were given.
    public private(set) var assigned: [EnrollmentStatusPageProfile]
    /// The profile of everybody whom no other reaches (ESP-101).
    public private(set) var fallback: EnrollmentStatusPageProfile
    /// Whether no default was given, so that the one that ships stands in.
    public let isFallbackShipped: Bool

    /// Why profiles do not make a tenant.
    public enum Refusal: Error, Hashable, Sendable {
        /// Both are the default profile.
        case twoDefaults(String, String)
        /// Both have this priority, so nobody could say which is stronger (ESP-102).
        case samePriority(Int, String, String)
        /// Both have this id.
        case sameID(String, String, String)
        /// The default profile can be edited, and not deleted.
        case defaultStays
        /// No profile has this id.
        case unknown(id: String)
    }

    /// - Throws: the first conflict between the profiles.
    public init(_ profiles: [EnrollmentStatusPageProfile]) throws(Refusal) {
        if let conflict = Self.conflicts(in: profiles).first { throw conflict }
        let fallback = profiles.first(where: \.isDefault)
        self.fallback = fallback ?? .shippedDefault
        isFallbackShipped = fallback == nil
        assigned = Self.sorted(profiles.filter { !$0.isDefault })
    }

    /// Every pair of profiles that cannot be in one tenant, in the order of the later one.
    public static func conflicts(in profiles: [EnrollmentStatusPageProfile]) -> [Refusal] {
        var conflicts: [Refusal] = []
        var fallback: String?
        var byPriority: [Int: String] = [:]
        var byID: [String: String] = [:]
        for profile in profiles {
            let name = profile.name
            if let id = profile.id, let other = byID.updateValue(name, forKey: id.lowercased()) {
                conflicts.append(.sameID(id, other, name))
            } else if profile.isDefault {
                if let fallback { conflicts.append(.twoDefaults(fallback, name)) }
                fallback = name
            } else if let priority = profile.priority, let other = byPriority.updateValue(name, forKey: priority) {
                conflicts.append(.samePriority(priority, other, name))
            }
        }
        return conflicts
    }

    private static func sorted(_ profiles: [EnrollmentStatusPageProfile]) -> [EnrollmentStatusPageProfile] {
        profiles.enumerated()
            .sorted { ($0.element.priority ?? .max, $0.offset) < ($1.element.priority ?? .max, $1.offset) }
            .map(\.element)
    }

    // MARK: editing

    /// Puts an edited profile in the place of the one with its id. The default profile is edited in this way, too.
    public mutating func update(_ profile: EnrollmentStatusPageProfile) throws(Refusal) {
        if profile.isDefault {
            var fallback = profile
            fallback.id = self.fallback.id
            self.fallback = fallback
            return
        }
        guard profile.id == nil || profile.id != fallback.id else { throw .defaultStays }
        let others = assigned.filter { $0.id != profile.id }
        guard profile.id != nil, others.count < assigned.count else { throw .unknown(id: profile.id ?? "") }
        if let conflict = Self.conflicts(in: others + [profile]).first { throw conflict }
        assigned = Self.sorted(others + [profile])
    }

    /// Deletes a profile.
    public mutating func remove(id: String) throws(Refusal) {
        guard id != fallback.id else { throw .defaultStays }
        guard let index = assigned.firstIndex(where: { $0.id == id }) else { throw .unknown(id: id) }
        assigned.remove(at: index)
    }
}

extension ProfileSet.Refusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .twoDefaults(let one, let other):
            "\"\(one)\" and \"\(other)\" are both the default profile; a tenant has one"
        case .samePriority(let priority, let one, let other):
            "\"\(one)\" and \"\(other)\" both have priority \(priority)"
        case .sameID(let id, let one, let other): "\"\(one)\" and \"\(other)\" both have the id \(id)"
        case .defaultStays: "the default profile can be edited, not deleted"
        case .unknown(let id): "no profile has the id \(id)"
        }
    }

    /// The profile that came later, and made the conflict; nil where there are no two.
    public var laterProfile: String? {
        switch self {
        case .twoDefaults(_, let later), .samePriority(_, _, let later), .sameID(_, _, let later): later
        case .defaultStays, .unknown: nil
        }
    }

    /// The stable id (docs/rules.md).
    public var rule: String {
        switch self {
        case .twoDefaults: "profile.two-defaults"
        case .samePriority: "profile.same-priority"
        case .sameID: "profile.same-id"
        case .defaultStays: "profile.default-stays"
        case .unknown: "profile.unknown-id"
        }
    }

    /// The id or section of esp-behaviour.md.
    public var reference: String {
        switch self {
        case .twoDefaults, .defaultStays, .unknown: "ESP-101"
        case .samePriority: "ESP-102"
        case .sameID: "esp-behaviour.md 1.1"
        }
    }
}
