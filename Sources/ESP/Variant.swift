/// How a device gets through OOBE (esp-behaviour.md 7).
public enum DeploymentMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// The user joins the device in OOBE, with Autopilot or without.
    case userDriven
    /// A technician prepares the device; after Reseal its user goes on (7.1).
    case preProvisioning
    /// Nobody signs in (7.2).
    case selfDeploying
    /// Autopilot device preparation, "v2": it has a page of its own and no ESP (7.7).
    case devicePreparation

    /// Whether the device proves itself by its TPM and enrols by a device ticket, which the page waits for (1.4).
    public var usesDeviceTicket: Bool {
        switch self {
        case .preProvisioning, .selfDeploying: true
        case .userDriven, .devicePreparation: false
        }
    }
}

/// The directory that the device joins.
public enum DirectoryJoin: String, Hashable, Sendable, Codable, CaseIterable {
    case entra
    /// Active Directory first, Entra later (7.3).
    case hybrid
}

/// By which way the device came under management.
public enum EnrollmentKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A join in OOBE, which shows both halves of the page.
    case oobe
    /// "Add work or school account" on the desktop (ESP-304).
    case workAccount
    /// Enrolled by Group Policy (ESP-311).
    case groupPolicy
    /// Enrolled by the Configuration Manager client on the desktop (7.4, 7.5).
    case coManagement
}
