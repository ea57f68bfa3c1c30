import CSP
import Device
import DeviceFile
import Notation

/// What makes one device another than the next of its make: drawn once, kept over enrolments (enrollment.md 2).
public struct MachineIdentity: Hashable, Sendable {
    /// 32 upper-case hexadecimal digits.
    public var deviceID: String
    /// 64 hexadecimal digits.
    public var hardwareID: String
    /// `AA-BB-CC-DD-EE-FF`, one for each adapter.
    public var macAddresses: [String]
    /// As NetBIOS has it.
    public var name: String

    /// - Parameter adapters: how many network cards the make has.
    public init(adapters: Int, using generator: inout some RandomNumberGenerator) {
        deviceID = Self.digits(32, &generator)
        hardwareID = Self.digits(64, &generator)
        // Locally administered addresses of single stations: the first octet is 02.
        macAddresses = (0..<adapters).map { _ in
            (["02"] + (0..<5).map { _ in Self.digits(2, &generator) }).joined(separator: "-")
        }
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        name =
            "DESKTOP-"
            + String((0..<7).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }

    public init(_ record: DeviceRecord) {
        deviceID = record.deviceID
        hardwareID = record.hardwareID
        macAddresses = record.macAddresses
        name = record.name
    }

    private static func digits(_ count: Int, _ generator: inout some RandomNumberGenerator) -> String {
        Hexadecimal.text((0..<count / 2).map { _ in UInt8.random(in: .min ... .max, using: &generator) }, .upper)
    }
}

extension DeviceFacts {
    /// The same make with this identity. Serial number and Entra device id follow from it, so that no two devices share
    /// them and a device that is opened again has its own.
    public func having(_ identity: MachineIdentity) -> DeviceFacts {
        var facts = self
        facts.deviceID = identity.deviceID
        facts.hardwareID = identity.hardwareID
        facts.deviceName = identity.name
        facts.serialNumber = "EMU-\(identity.hardwareID.prefix(8))"
        facts.entraDeviceID = GUID.text(of: Array(identity.hardwareID.dropFirst(8).prefix(32)))
        for (index, address) in zip(facts.networkAdapters.indices, identity.macAddresses) {
            facts.networkAdapters[index].macAddress = address.filter { $0 != "-" }
        }
        return facts
    }
}

extension GUID {
    /// 32 hexadecimal digits in the groups of a GUID, in lower case.
    static func text(of digits: [Character]) -> String {
        let cuts = [0, 8, 12, 16, 20, 32]
        return zip(cuts, cuts.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-").lowercased()
    }

    /// A random GUID (version 4) in lower case, without braces.
    public static func drawn(using generator: inout some RandomNumberGenerator) -> String {
        var octets = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        octets[6] = octets[6] & 0x0F | 0x40
        octets[8] = octets[8] & 0x3F | 0x80
        return text(of: Array(Hexadecimal.text(octets)))
    }
}
