/// The device properties that a filter of an ESP assignment may use (ESP-104).
public enum FilterProperty: String, Hashable, Sendable, Codable, CaseIterable {
    case model
    case manufacturer
    case osVersion
    case operatingSystemSKU
    case deviceOwnership
    case enrollmentProfileName

    /// The property by the name that a rule uses, in any case.
    init?(name: String) {
        let name = name.lowercased()
        guard let property = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else { return nil }
        self = property
    }

    /// Whether a device of this Windows reports the property early enough for its ESP profile.
    ///
    /// Model and manufacturer need Windows 11 22H2 or 23H2 with KB5035942, or any later release.
    public func isKnown(toBuild build: Int, revision: Int?) -> Bool {
        switch self {
        case .model, .manufacturer:
            build > 22631 || build >= 22621 && revision ?? .max >= Self.updateKB5035942
        case .osVersion, .operatingSystemSKU, .deviceOwnership, .enrollmentProfileName: true
        }
    }

    /// KB5035942 makes builds 22621.3374 and 22631.3374.
    static let updateKB5035942 = 3374

    /// The operators that the property takes. Ownership is a choice of three, so it only compares for equality.
    var comparators: Set<FilterComparison.Operator> {
        switch self {
        case .deviceOwnership: [.equal, .notEqual]
        case .model, .manufacturer, .osVersion, .operatingSystemSKU, .enrollmentProfileName:
            [.equal, .notEqual, .isIn, .isNotIn, .startsWith, .contains, .notContains]
        }
    }
}
