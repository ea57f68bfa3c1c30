import ESP

/// What the mirror has to know that neither events nor tree say.
public struct RegistryFacts: Sendable {
    public var providerID: String
    public var choices: Choices
    /// In policy order.
    public var apps: [Win32App]
    /// Whether Autopilot knows the device. Readers stop where it does not (esp-behaviour.md 3.3).
    public var isAutopilot: Bool
    public var mode: DeploymentMode
    public var isUserAdministrator: Bool
    /// The name of the key below `Enrollments`.
    public var enrollmentID: String
    public var tenantID: String
    public var registrationID: String
    public var localTime: LocalTime
    public var deploymentProfileName = "Espalier Autopilot profile"

    /// The facts of a life. Ids that a cloud would give are invented, and the same for the same device.
    public init(_ script: LifeScript) {
        let device = script.device.profile.deviceID
        providerID = script.page.providerID
        choices = script.page.choices
        apps = script.apps
        isAutopilot = script.isAutopilotDevice
        mode = script.page.mode
        isUserAdministrator = script.page.isUserAdministrator
        enrollmentID = InventedID.text(of: "enrollment \(device)").uppercased()
        tenantID = InventedID.text(of: "tenant")
        localTime = script.localTime
        registrationID = InventedID.text(of: "registration \(device)")
    }

    /// CloudAssignedOobeConfig, by the bits of esp-behaviour.md 3.3.
    var oobeConfig: UInt32 {
        // Disallow admin; skip express settings, EULA, upgrade page and keyboard.
        let skipped: UInt32 = (isUserAdministrator ? 0 : 2) | 4 | 16 | 256 | 1024
        // TPM attestation, device authentication, TPM required.
        return mode.usesDeviceTicket ? skipped | 32 | 64 | 128 : skipped
    }

    /// The Entra object id of a user; an invented one for a SID from which none follows.
    static func objectID(of sid: String) -> String {
        EntraUser.objectID(sid: sid) ?? InventedID.text(of: "user \(sid)")
    }
}

/// Decimal digits that depend on a text only.
struct InventedDigits {
    private var state: UInt64

    init(seed: String) {
        state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// 0 to 9. The upper bits of a linear congruential generator.
    mutating func next() -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % 10)
    }
}

/// GUIDs that depend on a text only: a life has no randomness.
enum InventedID {
    static func text(of seed: String) -> String {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        var bytes: [UInt8] = []
        for round in UInt64(0)..<2 {
            for byte in seed.utf8 { state = (state ^ UInt64(byte) ^ round) &* 0x0000_0100_0000_01B3 }
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: state >> (UInt64(shift) * 8))) }
        }
        // Version 4 and variant 1, where GUIDs have them.
        bytes[7] = bytes[7] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return text(bytes: bytes)
    }

    /// The text of a GUID from its sixteen bytes in memory: the first three groups are little-endian.
    static func text(bytes: [UInt8]) -> String {
        let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
        var result = ""
        for (index, place) in order.enumerated() {
            if [4, 6, 8, 10].contains(index) { result += "-" }
            let digits = String(bytes[place], radix: 16)
            result += digits.count == 1 ? "0" + digits : digits
        }
        return result
    }
}
