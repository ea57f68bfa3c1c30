import DMTree
import Device

/// What a node tells of an app or a certificate.
enum ServedApps {
    /// - Returns: nil for a node that is about none, and for a value that is no number.
    static func event(_ uri: TreeURI, _ value: String?) -> ServedEvent.Kind? {
        guard uri.scope != .outside, uri.keys.count > uri.structuralCount, let value, let number = Int(value) else {
            return nil
        }
        let path = uri.keys[uri.structuralCount...]
        let names = Array(path)
        let owner = uri.prefix(uri.segments.count - 1)
        let name = owner.segments.last ?? ""
        switch (names.first, names.count) {
        // ESP-413. The name that the provider gave the app is all that there is of it.
        case ("enrollmentstatustracking", 7)
        where names[1...3].elementsEqual(["setup", "apps", "tracking"]) && names[6] == "installationstate":
            return (1...4).contains(number) ? .app(id: name, state: number) : nil
        // windows-csp.md 4.1
        case ("enterprisedesktopappmanagement", 4) where names[1] == "msi" && names[3] == "status":
            return .package(uri: owner.canonical, name: name, status: number)
        // windows-csp.md 4.2: whether the Store or the server hosts it, its node does not tell.
        case ("enterprisemodernappmanagement", 4) where names[1] == "appinstallation" && names[3] == "status":
            return .installation(uri: owner.canonical, name: name, .uwp, status: number)
        // windows-csp.md 4.4
        case ("office", 4) where names[1] == "installation" && names[3] == "status":
            return .installation(uri: owner.canonical, name: name, .office, status: number)
        // windows-csp.md 4.3
        case ("clientcertificateinstall", 4)
        where ["scep", "pfxcertinstall"].contains(names[1]) && names[3] == "status":
            return .certificate(uri: owner.canonical, status: number)
        default: return nil
        }
    }
}
