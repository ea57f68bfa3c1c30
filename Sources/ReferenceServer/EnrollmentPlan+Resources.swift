import ESP
import Notation
import SyncML

/// What is installed on the device.
extension EnrollmentPlan {
    var agentInstallation: [Command] { assignments.agentPackage.map(installation) ?? [] }

    /// Everything that belongs to one half of the page, whether it is tracked or not.
    func resources(_ scope: PhaseScope) -> [Command] {
        assignments.settings.filter { $0.scope == scope && isMine($0.users) }.map {
            CommandFactory.replace($0.uri, format: $0.format, data: $0.data)
        }
            + assignments.certificates.filter { $0.scope == scope && isMine($0.users) }.map(enrolment)
            + assignments.wifi.filter { $0.scope == scope && isMine($0.users) }.map {
                CommandFactory.add("\(wifi($0))/WlanXml", format: "chr", data: wlanXML($0.ssid))
            }
            + packages(scope).filter { !isTechnicianFlow || !waitsForUserFlow($0.id) }.flatMap(installation)
            + installs(scope)
    }

    /// The apps that the technician flow left to the user flow (ESP-703).
    var deferredApps: [Command] {
        packages(.device).filter { waitsForUserFlow($0.id) }.flatMap(installation) + deferredInstalls
    }

    private func packages(_ scope: PhaseScope) -> [Assignments.Package] {
        assignments.packages.filter {
            half(of: $0.kind, target: $0.target, context: $0.scope) == scope && isMine($0.users)
        }
    }

    /// The half in which an app is sent: where it is tracked; otherwise an app for the user needs one, and any other
    /// goes by its target.
    func half(of kind: TrackingRule.Kind, target: PhaseScope, context: PhaseScope) -> PhaseScope {
        TrackingRule.phase(of: kind, target: target, context: context, in: deployment)
            ?? (context == .user ? .user : target)
    }

    /// Whether an app of the device's half does not block, and is not attempted before the user flow (ESP-703).
    func waitsForUserFlow(_ id: String) -> Bool {
        assignments.profile(at: now)?.installsNonBlockingApps(choices: assignments.choices) != true
            && !blocks(id, .device)
    }

    func product(_ package: Assignments.Package) -> String {
        "\(package.scope.root)/EnterpriseDesktopAppManagement/MSI/\(PercentCoding.encode(package.productCode))"
    }

    private func installation(_ package: Assignments.Package) -> [Command] {
        let node = "\(product(package))/DownloadInstall"
        return [
            CommandFactory.add(node),
            CommandFactory.exec(node, format: "xml", type: "text/plain", data: installJob(package)),
        ]
    }

    func wifi(_ profile: Assignments.WiFi) -> String {
        "\(profile.scope.root)/WiFi/Profile/\(PercentCoding.encode(profile.ssid))"
    }

    func certificate(_ certificate: Assignments.Certificate) -> String {
        "\(certificate.scope.root)/ClientCertificateInstall/SCEP/\(PercentCoding.encode(certificate.id))"
    }

    /// All commands of one certificate sit in one Atomic, Enroll last (windows-csp.md 4.3).
    private func enrolment(_ profile: Assignments.Certificate) -> Command {
        let node = certificate(profile)
        let values = [
            ("ServerURL", "chr", profile.server), ("Challenge", "chr", "ZXNwYWxpZXItY2hhbGxlbmdl"),
            ("EKUMapping", "chr", "1.3.6.1.5.5.7.3.2"), ("KeyUsage", "int", "160"),
            ("SubjectName", "chr", profile.subject), ("KeyLength", "int", "2048"),
            ("HashAlgorithm", "chr", "SHA-2"), ("CAThumbprint", "chr", "3D6F0B1A5C2E49887A60F1D2C3B4A5968778695A"),
            ("RetryCount", "int", "\(profile.retryCount)"), ("RetryDelay", "int", "\(profile.retryDelay)"),
        ]
        return CommandFactory.atomic(
            [CommandFactory.add(node, format: "node")]
                + values.map { CommandFactory.add("\(node)/Install/\($0.0)", format: $0.1, data: $0.2) }
                + [CommandFactory.exec("\(node)/Install/Enroll")])
    }

    private func wlanXML(_ ssid: String) -> String {
        let name = ssid.escapedXML
        return
            "<WLANProfile xmlns=\"http://www.microsoft.com/networking/WLAN/profile/v1\"><name>\(name)</name><SSIDConfig><SSID><name>"
            + "\(name)</name></SSID></SSIDConfig><connectionType>ESS</connectionType><connectionMode>auto</connectionMode><MSM><security>"
            + "<authEncryption><authentication>WPA2</authentication><encryption>AES</encryption><useOneX>true</useOneX></authEncryption>"
            + "</security></MSM></WLANProfile>"
    }
}

extension String {
    /// With the characters escaped that XML text cannot hold.
    var escapedXML: String {
        var result = ""
        for character in self {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
