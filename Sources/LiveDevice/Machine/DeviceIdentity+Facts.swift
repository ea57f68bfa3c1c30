import CSP
import DDF
import EnrollmentClient

extension DeviceIdentity {
    /// What a device tells of itself while it enrols (enrollment.md 2, 7.1).
    public init(_ facts: DeviceFacts, edition: WindowsEdition) {
        self.init(
            deviceID: facts.deviceID, hardwareDeviceID: facts.hardwareID,
            macAddresses: facts.networkAdapters.map { Self.dashed($0.macAddress) },
            imei: facts.cellular?.identities.first?.imei, deviceName: facts.deviceName, locale: facts.language,
            osEdition: Int(edition.sku), osVersion: facts.softwareVersion, manufacturer: facts.manufacturer,
            model: facts.model, serialNumber: facts.serialNumber,
            domainName: facts.domainName.isEmpty ? nil : facts.domainName)
    }

    /// `AA-BB-CC-DD-EE-FF`.
    private static func dashed(_ address: String) -> String {
        var pairs: [Substring] = []
        var rest = address[...]
        while !rest.isEmpty {
            pairs.append(rest.prefix(2))
            rest = rest.dropFirst(2)
        }
        return pairs.joined(separator: "-")
    }
}
