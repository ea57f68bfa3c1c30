import CSP
import DDF
import Device
import Notation
import Yams

/// Reads device profiles: what a device is, as YAML. `docs/device-profiles.md` documents every key; whatever a file
/// does not say is as on the virtual desktop of `DeviceProfile(release:)`.
public enum DeviceProfileReader {
    static let keys = [
        "name", "about", "device", "hardware", "windows", "network", "cellular", "battery", "security", "programs",
        "packages",
    ]

    /// - Parameter release: the Windows on the device; a profile says nothing of it but what the device shows.
    /// - Throws: `ScenarioError` with line and column for anything that is no profile; an unknown key names the nearest.
    public static func read(_ text: String, release: WindowsRelease) throws(ScenarioError) -> DeviceProfile {
        let node = try ScenarioReader.document(text, of: "the device profile")
        return try read(node, path: "the device profile", release: release)
    }

    static func read(_ node: Node, path: String, release: WindowsRelease) throws(ScenarioError) -> DeviceProfile {
        let fields = try Fields(node, path: path, keys: keys)
        // What a profile is called is for people.
        _ = try fields.text("name")
        _ = try fields.text("about")
        var profile = DeviceProfile(release: release)
        try readDevice(fields, &profile)
        try readHardware(fields, &profile)
        try readWindows(fields, &profile)
        try readNetwork(fields, &profile)
        try readCellular(fields, &profile)
        try readBattery(fields, &profile)
        if let node = fields["security"] { try readSecurity(node, &profile.security) }
        try readPrograms(fields, &profile)
        try readPackages(fields, &profile)
        return profile
    }

    private static func readDevice(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard let node = fields["device"] else { return }
        let device = try Fields(
            node, path: "device",
            keys: [
                "name", "id", "entraID", "hardwareID", "hardwareHash", "manufacturer", "model", "serialNumber",
                "systemSKU", "domain",
            ])
        if let name = try device.name("name") {
            guard name.count <= 63 else { throw device.error("name", "device.name is longer than 63 characters") }
            profile.deviceName = name
        }
        if let id = try device.name("id") { profile.deviceID = id }
        if let id = try device.name("entraID") { profile.entraDeviceID = id }
        if let id = try device.name("hardwareID") { profile.hardwareID = id }
        if let hash = try device.name("hardwareHash") {
            guard Base64.decode(hash, passingOver: .nothing) != nil else {
                throw device.error("hardwareHash", "device.hardwareHash is no base64", "write it on one line")
            }
            profile.hardwareHash = hash
        }
        if let text = try device.text("manufacturer") { profile.manufacturer = text }
        if let text = try device.text("model") { profile.model = text }
        if let text = try device.text("serialNumber") { profile.serialNumber = text }
        if let text = try device.text("systemSKU") { profile.systemSKU = text.isEmpty ? nil : text }
        if let text = try device.text("domain") { profile.domainName = text }
    }

    private static func readHardware(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard let node = fields["hardware"] else { return }
        let hardware = try Fields(
            node, path: "hardware",
            keys: ["bios", "smbios", "processor", "memory", "storage", "freeStorage", "resolution"])
        if let text = try hardware.text("bios") {
            profile.biosVersion = text
            profile.smbiosVersion = text
        }
        if let text = try hardware.text("smbios") { profile.smbiosVersion = text }
        if let processor = try hardware.choice("processor", DeviceProfile.Processor.self) {
            profile.processor = processor
        }
        if let memory = try hardware.int("memory", in: 512...4_194_304) { profile.totalRAM = memory }
        if let storage = try hardware.int("storage", in: 1024...1_073_741_824) {
            profile.totalStorage = storage
            profile.freeStorage = min(profile.freeStorage, storage)
        }
        if let free = try hardware.int("freeStorage", in: 0...1_073_741_824) {
            guard free <= profile.totalStorage else {
                throw hardware.error(
                    "freeStorage", "hardware.freeStorage is more than the \(profile.totalStorage) MB that there are")
            }
            profile.freeStorage = free
        }
        if let text = try hardware.name("resolution") {
            let sides = text.split(separator: "x", omittingEmptySubsequences: false)
            guard text == "none" || sides.count == 2 && sides.allSatisfy({ (Int($0) ?? 0) > 0 }) else {
                throw hardware.error(
                    "resolution", "\"\(text)\" is no resolution", "write 1920x1080, or none for a device without screen"
                )
            }
            profile.resolution = text == "none" ? nil : text
        }
    }

    private static func readWindows(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard let node = fields["windows"] else { return }
        let windows = try Fields(
            node, path: "windows", keys: ["version", "platform", "edition", "sMode", "language", "largeObjects"])
        if let text = try windows.name("version") {
            guard WindowsVersion(text) != nil else {
                throw windows.error("version", "\"\(text)\" is no version", "write it as 10.0.26200.9278")
            }
            profile.softwareVersion = text
        }
        if let text = try windows.name("platform") { profile.platform = text }
        if let text = try windows.name("edition") { profile.editionName = text }
        if let isOn = try windows.bool("sMode") { profile.isInSMode = isOn }
        if let text = try windows.name("language") { profile.language = text }
        if let isOn = try windows.bool("largeObjects") { profile.announcesLargeObjects = isOn }
    }

    private static func readBattery(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard let node = fields["battery"] else { return }
        guard node.string != "none" else {
            profile.battery = nil
            return
        }
        let battery = try Fields(node, path: "battery", keys: ["status", "remaining"])
        var result = DeviceProfile.Battery()
        if let status = try battery.int("status", in: 0...255) { result.status = status }
        if try battery.text("remaining") != "mains" {
            result.remainingSeconds = try battery.seconds("remaining").map(Int.init)
        }
        profile.battery = result
    }
}
