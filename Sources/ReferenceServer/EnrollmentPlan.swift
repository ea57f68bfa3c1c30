import ESP
import SyncML

/// What a server has to send for its assignments, step by step (esp-behaviour.md 2.4 and 2.5). Pure: assignments in,
/// commands out.
struct EnrollmentPlan {
    let assignments: Assignments

    /// The first session: page settings, the agent as provider and as MSI, then everything that is targeted to the
    /// device.
    var deviceSetup: [Command] {
        pageSettings + [replaceEntDMID] + providerRegistration + agentInstallation + resources(.device)
    }

    /// The first session in which the user is signed in.
    var userSetup: [Command] { resources(.user) }

    /// Sent once the first user is done, when the page is only for that one (ESP-005, U-01).
    var pageForLaterUsers: [Command] {
        assignments.profile.firstSyncStatusNodes(firstUserIsDone: true).filter { $0.name == "SkipUserStatusPage" }.map {
            CommandFactory.replace(node($0.name, .device), format: $0.format.rawValue, data: $0.value)
        }
    }

    /// What a scope has to expect, and the promise that this is all of it.
    func lists(_ scope: PhaseScope) -> [Command] {
        let entDMID = "\(provider(.device))/EntDMID"
        var packages = assignments.packages.filter { $0.scope == scope && isTracked($0) }
        if scope == .device, let agent = assignments.agentPackage { packages.insert(agent, at: 0) }
        let lists: [(ExpectedList, [String])] = [
            (.policies, [entDMID] + assignments.settings.filter { $0.scope == scope && $0.isTracked }.map(\.uri)),
            (.networkProfiles, assignments.wifi.filter { $0.scope == scope }.map { wifi($0) }),
            (.msiAppPackages, packages.map { "\(product($0))/Status" }),
            (.modernAppPackages, []),
            (.pfxCerts, []),
            (.scepCerts, assignments.certificates.filter { $0.scope == scope }.map { certificate($0) }),
        ]
        return lists.map { list, items in
            let entries = items.map { ExpectedEntry(uri: $0) } + expectedInstalls(list, scope)
            return CommandFactory.replace(node(list.rawValue, scope), format: "chr", data: list.value(of: entries))
        } + [CommandFactory.replace(node("ServerHasFinishedProvisioning", scope), format: "bool", data: "true")]
    }

    /// How far the client is, asked in every session of a phase once its lists are out.
    func progress(_ scope: PhaseScope) -> Command {
        CommandFactory.get([node("IsSyncDone", scope), node("WasDeviceSuccessfullyProvisioned", scope)])
    }

    private func isTracked(_ package: Assignments.Package) -> Bool {
        BlockingList(assignments.profile.selectedMobileAppIds).tracks(package.id)
    }

    private func provider(_ scope: PhaseScope) -> String {
        "\(scope.root)/DMClient/Provider/\(NodeURI.encoded(assignments.providerID))"
    }

    private func node(_ name: String, _ scope: PhaseScope) -> String {
        NodeURI.firstSyncStatus(name, in: scope, providerID: assignments.providerID)
    }

    private var pageSettings: [Command] {
        assignments.profile.firstSyncStatusNodes(isAutopilotDevice: assignments.isAutopilotDevice).map {
            CommandFactory.replace(node($0.name, .device), format: $0.format.rawValue, data: $0.value)
        }
    }

    private var replaceEntDMID: Command {
        CommandFactory.replace("\(provider(.device))/EntDMID", format: "chr", data: assignments.entDMID)
    }

    private var providerRegistration: [Command] {
        guard let agent = assignments.agentProvider else { return [] }
        let preparation = "\(NodeURI.preparationProviders)/\(NodeURI.encoded(agent))"
        return [
            CommandFactory.add(preparation, format: "node"),
            CommandFactory.replace("\(preparation)/InstallationState", format: "int", data: "1"),
            CommandFactory.replace("\(preparation)/TrackedResourceTypes/Apps", format: "bool", data: "true"),
            CommandFactory.add("\(NodeURI.appProviders(.device))/\(NodeURI.encoded(agent))", format: "node"),
        ]
    }

    private var agentInstallation: [Command] { assignments.agentPackage.map(installation) ?? [] }

    private func product(_ package: Assignments.Package) -> String {
        "\(package.scope.root)/EnterpriseDesktopAppManagement/MSI/\(NodeURI.encoded(package.productCode))"
    }

    private func installation(_ package: Assignments.Package) -> [Command] {
        let node = "\(product(package))/DownloadInstall"
        return [
            CommandFactory.add(node),
            CommandFactory.exec(node, format: "xml", type: "text/plain", data: installJob(package)),
        ]
    }

    private func wifi(_ profile: Assignments.WiFi) -> String {
        "\(profile.scope.root)/WiFi/Profile/\(NodeURI.encoded(profile.ssid))"
    }

    private func certificate(_ certificate: Assignments.Certificate) -> String {
        "\(certificate.scope.root)/ClientCertificateInstall/SCEP/\(NodeURI.encoded(certificate.id))"
    }

    private func resources(_ scope: PhaseScope) -> [Command] {
        assignments.settings.filter { $0.scope == scope }.map {
            CommandFactory.replace($0.uri, format: $0.format, data: $0.data)
        }
            + assignments.certificates.filter { $0.scope == scope }.map(enrolment)
            + assignments.wifi.filter { $0.scope == scope }.map {
                CommandFactory.add("\(wifi($0))/WlanXml", format: "chr", data: wlanXML($0.ssid))
            }
            + assignments.packages.filter { $0.scope == scope }.flatMap(installation) + installs(scope)
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
