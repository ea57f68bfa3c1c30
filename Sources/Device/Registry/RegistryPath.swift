import DMTree
import Notation

/// The place of a key below HKEY_LOCAL_MACHINE.
public struct RegistryPath: Hashable, Sendable {
    /// The names of the keys from the hive down.
    public private(set) var components: [String]

    /// A path in the usual spelling, such as `SOFTWARE\Microsoft`.
    public init(_ text: String) { components = text.split(separator: "\\").map(String.init) }

    /// The key of this name below.
    ///
    /// A backslash, which separates keys, and control characters, which no file of keys can hold, are percent-encoded:
    /// some names come from servers.
    public func child(_ name: String) -> RegistryPath {
        var path = self
        path.components.append(Self.safe(name))
        return path
    }

    static func safe(_ name: String) -> String {
        guard name.unicodeScalars.contains(where: isReserved) else { return name }
        return name.unicodeScalars.map { isReserved($0) ? PercentCoding.encode(String($0)) : String($0) }.joined()
    }

    private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\\" || scalar.value < 0x20 || scalar.value == 0x7F
    }
}

extension RegistryPath: CustomStringConvertible {
    public var description: String { components.joined(separator: "\\") }
}

extension RegistryPath {
    static let enrollments = RegistryPath(#"SOFTWARE\Microsoft\Enrollments"#)
    static let statusTracking = RegistryPath(#"SOFTWARE\Microsoft\Windows\Autopilot\EnrollmentStatusTracking"#)
    static let diagnostics = statusTracking.child("ESPTrackingInfo").child("Diagnostics")
    static let desktopApps = RegistryPath(#"SOFTWARE\Microsoft\EnterpriseDesktopAppManagement"#)
    static let office = RegistryPath(#"SOFTWARE\Microsoft\OfficeCSP"#)
    static let win32Apps = RegistryPath(#"SOFTWARE\Microsoft\IntuneManagementExtension\Win32Apps"#)
    static let autopilotSettings = RegistryPath(#"SOFTWARE\Microsoft\Provisioning\AutopilotSettings"#)
    static let autopilot = RegistryPath(#"SOFTWARE\Microsoft\Provisioning\Diagnostics\Autopilot"#)
    static let sessionState = RegistryPath(#"SOFTWARE\Microsoft\Provisioning\OMADM\SyncML"#)
    static let rebootCatalogue = RegistryPath(#"SOFTWARE\Microsoft\Provisioning\SyncML\RebootRequiredURIs"#)
    static let nodeCache = RegistryPath(#"SOFTWARE\Microsoft\Provisioning\NodeCache\CSP\Device"#)
}
