import ESP
import SyncML

/// Modern apps, Microsoft 365 Apps, PFX certificates and VPN profiles: what is sent, and what the page is told to expect
/// (esp-behaviour.md 5).
extension EnrollmentPlan {
    /// Entries of a list that these kinds add.
    func expectedInstalls(_ list: ExpectedList, _ scope: PhaseScope) -> [ExpectedEntry] {
        let blocking = BlockingList(assignments.profile.selectedMobileAppIds)
        switch list {
        case .policies, .scepCerts: return []
        // ESP-207: the account phase tracks no VPN.
        case .networkProfiles:
            return scope == .user ? [] : assignments.vpn.filter { $0.scope == scope }.map(expected)
        case .pfxCerts:
            let isSent = assignments.choices.pfxTracking == .serverSends
            return assignments.pfxCertificates.filter { $0.scope == scope && $0.isTracked ?? isSent }.map(expected)
        case .msiAppPackages:
            return scope == .user ? [] : assignments.offices.filter { blocking.tracks($0.id) }.map(expected)
        case .modernAppPackages:
            return assignments.modernApps.filter { $0.scope == scope && blocking.tracks($0.id) }.map(expected)
        }
    }

    /// Everything of these kinds that a scope gets, whether it is tracked or not.
    func installs(_ scope: PhaseScope) -> [Command] {
        var commands: [Command] = []
        for certificate in assignments.pfxCertificates where certificate.scope == scope {
            commands.append(installation(certificate))
        }
        for profile in assignments.vpn where profile.scope == scope { commands.append(installation(profile)) }
        for app in assignments.modernApps where app.scope == scope { commands += installation(app) }
        if scope == .device { for office in assignments.offices { commands += installation(office) } }
        return commands
    }

    /// The document that tells Windows Installer what to do.
    func installJob(_ package: Assignments.Package) -> String {
        let id = package.id.hasPrefix("{") ? package.id : "{\(package.id)}"
        let rules = package.enforcement
        return "<MsiInstallJob id=\"\(id.escapedXML)\"><Product Version=\"\(package.version.escapedXML)\"><Download>"
            + "<ContentURLList><ContentURL>\(package.url.escapedXML)</ContentURL></ContentURLList></Download><Enforcement>"
            + "<CommandLine>/quiet</CommandLine><TimeOut>\(rules.timeout)</TimeOut><RetryCount>\(rules.retryCount)"
            + "</RetryCount><RetryInterval>\(rules.retryInterval)</RetryInterval></Enforcement></Product></MsiInstallJob>"
    }

    // MARK: Store and UWP apps

    func expected(_ app: Assignments.ModernApp) -> ExpectedEntry {
        ExpectedEntry(
            uri: "\(app.scope.root)/EnterpriseModernAppManagement/AppManagement/\(NodeURI.encoded(app.source))/"
                + "\(NodeURI.encoded(app.packageFamilyName))/\(NodeURI.encoded(app.packageFullName))/Name",
            count: app.count)
    }

    func installation(_ app: Assignments.ModernApp) -> [Command] {
        let node =
            "\(app.scope.root)/EnterpriseModernAppManagement/AppInstallation/\(NodeURI.encoded(app.packageFamilyName))"
        let (method, document): (String, String)
        switch app.origin {
        case .hosted(let url): (method, document) = ("HostedInstall", "<Application PackageUri=\"\(url.escapedXML)\"/>")
        case .store(let id):
            (method, document) = (
                "StoreInstall", "<Application id=\"\(id.escapedXML)\" flags=\"0\" skuid=\"0016\"/>"
            )
        }
        return [
            CommandFactory.add(node, format: "node"),
            CommandFactory.exec("\(node)/\(method)", format: "xml", data: document),
        ]
    }

    // MARK: Microsoft 365 Apps

    /// The node stands in the list of MSI packages, below `./Vendor`, and is read through FinalStatus (windows-csp.md
    /// 3.3.1).
    func expected(_ office: Assignments.OfficeInstall) -> ExpectedEntry {
        ExpectedEntry(uri: "\(installation(of: office))/FinalStatus")
    }

    func installation(_ office: Assignments.OfficeInstall) -> [Command] {
        [
            CommandFactory.add(installation(of: office), format: "node"),
            CommandFactory.exec(
                "\(installation(of: office))/Install", format: "chr",
                data: "<Configuration><Add OfficeClientEdition=\"64\" Channel=\"Current\">"
                    + "<Product ID=\"O365ProPlusRetail\"><Language ID=\"MatchOS\"/></Product></Add>"
                    + "<Display Level=\"None\" AcceptEULA=\"TRUE\"/></Configuration>"),
        ]
    }

    private func installation(of office: Assignments.OfficeInstall) -> String {
        "./Vendor/MSFT/Office/Installation/\(NodeURI.encoded(office.id))"
    }

    // MARK: PFX certificates

    func expected(_ certificate: Assignments.PFX) -> ExpectedEntry { ExpectedEntry(uri: node(of: certificate)) }

    /// All commands of one certificate sit in one Atomic, the blob last (windows-csp.md 4.3).
    func installation(_ certificate: Assignments.PFX) -> Command {
        let node = node(of: certificate)
        return CommandFactory.atomic([
            CommandFactory.add(node, format: "node"),
            CommandFactory.add("\(node)/KeyLocation", format: "int", data: "3"),
            CommandFactory.add("\(node)/PFXKeyExportable", format: "bool", data: "false"),
            // An empty PKCS #12: version 3 and nothing in it.
            CommandFactory.add("\(node)/PFXCertBlob", format: "bin", data: "MAUCAQMwAA=="),
        ])
    }

    private func node(of certificate: Assignments.PFX) -> String {
        "\(certificate.scope.root)/ClientCertificateInstall/PFXCertInstall/\(NodeURI.encoded(certificate.id))"
    }

    // MARK: VPN profiles

    func expected(_ profile: Assignments.VPN) -> ExpectedEntry { ExpectedEntry(uri: node(of: profile)) }

    /// `{ProfileName}` wants to be atomic, and takes the whole profile as one blob (windows-csp.md 4.13).
    func installation(_ profile: Assignments.VPN) -> Command {
        let xml =
            "<VPNProfile><NativeProfile><Servers>vpn.example.test</Servers>"
            + "<NativeProtocolType>Automatic</NativeProtocolType><RoutingPolicyType>SplitTunnel</RoutingPolicyType>"
            + "<Authentication><UserMethod>MSChapv2</UserMethod></Authentication></NativeProfile></VPNProfile>"
        return CommandFactory.atomic([
            CommandFactory.add("\(node(of: profile))/ProfileXML", format: "chr", data: xml)
        ])
    }

    private func node(of profile: Assignments.VPN) -> String {
        "\(profile.scope.root)/VPNv2/\(NodeURI.encoded(profile.name))"
    }
}
