import ESP
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
            + packages(scope).filter { !isTechnicianFlow || !waitsForUserFlow($0) }.flatMap(installation)
    }

    /// The packages that the technician flow left to the user flow (ESP-703).
    var deferredPackages: [Command] { packages(.device).filter(waitsForUserFlow).flatMap(installation) }

    private func packages(_ scope: PhaseScope) -> [Assignments.Package] {
        assignments.packages.filter { half(of: $0) == scope && isMine($0.users) }
    }

    /// The half in which a package is sent: where it is tracked; otherwise a per-user package needs a user, and any
    /// other one goes by its target.
    private func half(of package: Assignments.Package) -> PhaseScope {
        phase(of: package) ?? (package.scope == .user ? .user : package.target)
    }

    private func waitsForUserFlow(_ package: Assignments.Package) -> Bool {
        assignments.profile(at: now)?.allowNonBlockingAppInstallation != true && !blocks(package.id, .device)
    }

    func product(_ package: Assignments.Package) -> String {
        "\(package.scope.root)/EnterpriseDesktopAppManagement/MSI/\(NodeURI.encoded(package.productCode))"
    }

    private func installation(_ package: Assignments.Package) -> [Command] {
        let node = "\(product(package))/DownloadInstall"
        let id = package.id.hasPrefix("{") ? package.id : "{\(package.id)}"
        let job =
            "<MsiInstallJob id=\"\(id.escapedXML)\"><Product Version=\"\(package.version.escapedXML)\"><Download><ContentURLList><ContentURL>"
            + package.url.escapedXML
            + "</ContentURL></ContentURLList></Download><Enforcement><CommandLine>/quiet</CommandLine><TimeOut>10</TimeOut>"
            + "<RetryCount>1</RetryCount><RetryInterval>5</RetryInterval></Enforcement></Product></MsiInstallJob>"
        return [
            CommandFactory.add(node), CommandFactory.exec(node, format: "xml", type: "text/plain", data: job),
        ]
    }

    func wifi(_ profile: Assignments.WiFi) -> String {
        "\(profile.scope.root)/WiFi/Profile/\(NodeURI.encoded(profile.ssid))"
    }

    func certificate(_ certificate: Assignments.Certificate) -> String {
        "\(certificate.scope.root)/ClientCertificateInstall/SCEP/\(NodeURI.encoded(certificate.id))"
    }

    /// All commands of one certificate sit in one Atomic, Enroll last (windows-csp.md 4.3).
    private func enrolment(_ profile: Assignments.Certificate) -> Command {
        let node = certificate(profile)
        let values = [
            ("ServerURL", "chr", profile.server), ("Challenge", "chr", "ZXNwYWxpZXItY2hhbGxlbmdl"),
            ("EKUMapping", "chr", "1.3.6.1.5.5.7.3.2"), ("KeyUsage", "int", "160"),
            ("SubjectName", "chr", profile.subject), ("KeyLength", "int", "2048"),
            ("HashAlgorithm", "chr", "SHA-2"), ("CAThumbprint", "chr", "3D6F0B1A5C2E49887A60F1D2C3B4A5968778695A"),
            ("RetryCount", "int", "3"), ("RetryDelay", "int", "1"),
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
