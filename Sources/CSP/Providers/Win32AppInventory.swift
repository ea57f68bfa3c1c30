import DMTree
import Notation

/// Win32AppInventory CSP: the Win32 programs of the device, for Get only (windows-csp.md 4.15; described by v1). What
/// the device came with is read from its facts; of an MSI product that was installed later the name and version are
/// stored, and the rest follows from its product code.
struct Win32AppInventory: Provider {
    let name = "Win32AppInventory"
    var shared: SharedFacts?

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored == nil, let id = node.key(1), let leaf = node.key(2) else { return nil }
        if let program = shared?.facts.programs.first(where: { $0.key.lowercased() == id }) {
            return Self.value(leaf, of: program)
        }
        let program = DeviceFacts.InstalledProgram(
            name: "", publisher: "", version: "",
            origin: .msi(productCode: node.uri.segments[node.uri.structuralCount + 2], packageCode: nil))
        return Self.value(leaf, of: program)
    }

    /// What a program does not have is an empty text, and Source names the two places that the description knows (our
    /// choices).
    private static func value(_ leaf: String, of program: DeviceFacts.InstalledProgram) -> String? {
        switch (leaf, program.origin) {
        case ("name", _): program.name
        case ("publisher", _): program.publisher
        case ("version", _): program.version
        case ("language", _): program.language
        case ("regkey", _): program.key
        case ("source", .msi): "MSI"
        case ("source", .uninstallKey): "ARP"
        case ("msiproductcode", .msi(let code, _)): code
        case ("msipackagecode", .msi(_, let code)): code ?? ""
        case ("msiproductcode", .uninstallKey), ("msipackagecode", .uninstallKey): ""
        default: nil
        }
    }
}

/// The list of Win32 programs as installers change it.
enum Win32Programs {
    static let container = "./Device/Vendor/MSFT/Win32AppInventory/Win32InstalledProgram"

    /// Windows Installer has installed a product. The inventory is the device's, also for a product of one user.
    static func installed(productCode: String, name: String, version: String, in tree: inout DeviceTree) {
        let program = "\(container)/\(PercentCoding.encode(productCode))"
        tree.setLocally("\(program)/Name", value: name)
        tree.setLocally("\(program)/Version", value: version)
    }

    /// It was uninstalled.
    static func remove(_ productCode: String, in tree: inout DeviceTree) {
        tree.removeLocally("\(container)/\(PercentCoding.encode(productCode))")
    }
}
