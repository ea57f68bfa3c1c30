import CSP
import DDF
import Device
import SyncML

/// What the capture says of the device as a whole.
extension RecordedDevice {
    /// The Windows that DevDetail/SwV names; nil when no message does.
    func release(edition: WindowsEdition) -> WindowsRelease? {
        let edition = self.edition ?? edition
        guard let version = result(below: "./devdetail/swv") else { return nil }
        return WindowsRelease(version.filter { !$0.isWhitespace }, edition: edition)
    }

    /// What DeviceStatus/OS/Edition or DevDetail's OSPlatform names.
    private var edition: WindowsEdition? {
        let name =
            result(below: "./device/vendor/msft/devicestatus/os/edition")
            ?? result(below: "./vendor/msft/devicestatus/os/edition")
            ?? result(below: "./devdetail/ext/microsoft/osplatform")
        guard let name = name?.lowercased() else { return nil }
        return WindowsEdition.allCases.first { edition in
            name == edition.editionID.lowercased() || name.split(separator: " ").last == edition.rawValue[...]
        }
    }

    /// The first value that a Get found at an address in lower case.
    private func result(below uri: String) -> String? {
        for message in sessions.lazy.flatMap(\.clientMessages) {
            for case .results(let results) in message.message.commands {
                for item in results.items where (item.source?.locURI ?? results.sourceRef)?.lowercased() == uri {
                    if let data = item.data?.content, !data.isEmpty { return data }
                }
            }
        }
        return nil
    }

    /// Who is signed in when the first session begins; nil when no package 1 says.
    var firstLogin: FreshDevice.Login? { sessions.lazy.compactMap(\.login).first }

    /// The Enrollment Status Page was up: only then does package 1 carry BootstrapSync (esp-behaviour.md 2.2).
    var isInAutopilot: Bool { sessions.contains { $0.openingAlert(RecordedSession.bootstrapSync) != nil } }

    var providerID: String? {
        ProviderDetection.providerID(in: sessions.flatMap(\.serverMessages).map(\.message))
    }
}

extension RecordedSession {
    static let loginStatus = "com.microsoft/MDM/LoginStatus"
    static let bootstrapSync = "com.microsoft/MDM/BootstrapSync"

    /// What LoginStatus of package 1 says; nil without one.
    var login: FreshDevice.Login? {
        let data = openingAlert(Self.loginStatus)?.items.first?.data?.content
        return data.flatMap { FreshDevice.Login(rawValue: $0.lowercased().filter { !$0.isWhitespace }) }
    }
}
