import ESP
import Notation
import SyncML

/// Modern apps, Microsoft 365 Apps, PFX certificates and VPN profiles: what is sent, and what the page is told to expect
/// (esp-behaviour.md 5).
extension EnrollmentPlan {
    /// Entries of a list that these kinds add.
    func expectedInstalls(_ list: ExpectedList, _ scope: PhaseScope) -> [ExpectedEntry] {
        switch list {
        case .policies, .scepCerts: []
        case .networkProfiles:
            assignments.vpn.filter { isTracked(.vpn, $0.scope, in: scope) && isMine($0.users) }.map(expected)
        case .pfxCerts:
            assignments.pfxCertificates.filter { isTracked($0, in: scope) && isMine($0.users) }.map(expected)
        case .msiAppPackages:
            assignments.offices.filter { isTracked(.office, .device, in: scope) && blocks($0.id, scope) }.map(expected)
        case .modernAppPackages:
            modernApps(scope).filter {
                TrackingRule.phase(of: .modernApp, target: $0.target, context: $0.scope, in: deployment) == scope
                    && blocks($0.id, scope)
            }
            .map(expected)
        }
    }

    /// Everything of these kinds that a scope gets, whether it is tracked or not.
    func installs(_ scope: PhaseScope) -> [Command] {
        let isSent = { (id: String) in !isTechnicianFlow || scope == .user || !waitsForUserFlow(id) }
        return assignments.pfxCertificates.filter { $0.scope == scope && isMine($0.users) }.map(installation)
            + assignments.vpn.filter { $0.scope == scope && isMine($0.users) }.map(installation)
            + modernApps(scope).filter { isSent($0.id) }.flatMap(installation)
            + (scope == .device ? assignments.offices.filter { isSent($0.id) }.flatMap(installation) : [])
    }

    /// Those of them that the technician flow left to the user flow (ESP-703).
    var deferredInstalls: [Command] {
        modernApps(.device).filter { waitsForUserFlow($0.id) }.flatMap(installation)
            + assignments.offices.filter { waitsForUserFlow($0.id) }.flatMap(installation)
    }

    /// The apps of one half.
    private func modernApps(_ scope: PhaseScope) -> [Assignments.ModernApp] {
        assignments.modernApps.filter { app in
            half(of: .modernApp, target: app.target, context: app.scope) == scope && isMine(app.users)
        }
    }

    private func isTracked(_ certificate: Assignments.PFX, in scope: PhaseScope) -> Bool {
        if let isTracked = certificate.isTracked { return isTracked && certificate.scope == scope }
        return isTracked(.pfx, certificate.scope, in: scope)
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
            uri: "\(app.scope.root)/EnterpriseModernAppManagement/AppManagement/\(PercentCoding.encode(app.source))/"
                + "\(PercentCoding.encode(app.packageFamilyName))/\(PercentCoding.encode(app.packageFullName))/Name",
            count: app.count)
    }

    func installation(_ app: Assignments.ModernApp) -> [Command] {
        let node =
            "\(app.scope.root)/EnterpriseModernAppManagement/AppInstallation/\(PercentCoding.encode(app.packageFamilyName))"
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
        "./Vendor/MSFT/Office/Installation/\(PercentCoding.encode(office.id))"
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
            // An empty PKCS #12: version 3, contents without a certificate, no MAC.
            CommandFactory.add("\(node)/PFXCertBlob", format: "bin", data: "MBYCAQMwEQYJKoZIhvcNAQcBoAQEAjAA"),
        ])
    }

    private func node(of certificate: Assignments.PFX) -> String {
        "\(certificate.scope.root)/ClientCertificateInstall/PFXCertInstall/\(PercentCoding.encode(certificate.id))"
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
        "\(profile.scope.root)/VPNv2/\(PercentCoding.encode(profile.name))"
    }
}
