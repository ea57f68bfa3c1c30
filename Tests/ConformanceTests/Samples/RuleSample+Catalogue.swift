import CSP
import Conformance
import DDF

private let camera = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"
private let provider = "./Device/Vendor/MSFT/DMClient/Provider/P"
private let firstSync = "\(provider)/FirstSyncStatus"
private let msi =
    "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BAAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE%7D"
private let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/A"
private let app = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Contoso"
private let hash = "0123456789ABCDEF0123456789ABCDEF01234567"
private let admx = "./Device/Vendor/MSFT/Policy/Config/ADMX_pca/DetectDeprecatedComponentFailuresPolicy"
private func atomic(_ inner: String) -> String { "<Atomic><CmdID>9</CmdID>\(inner)</Atomic>" }

/// Windows of another build or edition.
private func on(_ release: String, _ edition: WindowsEdition = .enterprise) -> LintContext {
    LintContext(schema: WindowsSchema(release: WindowsRelease(release, edition: edition) ?? .standard))
}

extension RuleSample {
    /// Rules that the descriptions alone decide.
    static let described: [RuleSample] = [
        RuleSample(
            "observed",
            fail: command(
                "Get", 5, "./Device/Vendor/MSFT/DeclaredConfiguration/ManagementServiceConfiguration/RefreshInterval"),
            pass: command("Get", 5, camera)),
        RuleSample(
            "node.unknown", fail: command("Replace", 5, "\(camera)a", data: "1", format: "int"),
            pass: command("Replace", 5, camera, data: "1", format: "int")),
        RuleSample("node.unknown", fail: command("Get", 5, "./DevInfo/Mna"), pass: command("Get", 5, "./DevInfo/Man")),
        RuleSample(
            "node.not-on-build",
            fail: command("Get", 5, "./Device/Vendor/MSFT/DevicePreparation/PageSettings"),
            pass: command("Get", 5, camera), context: on("10-1809")),
        RuleSample(
            "node.not-on-edition",
            fail: command("Get", 5, admx),
            pass: command("Get", 5, "./DevInfo/Man"), context: on("11-25h2", .home)),
        RuleSample(
            "node.wrong-scope", fail: command("Get", 5, "./User/Vendor/MSFT/Reboot"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/Reboot")),
        RuleSample(
            "node.retired",
            fail: command("Get", 5, "./User/Vendor/MSFT/RootCATrustedCertificates/Root/\(hash)/IssuedTo"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/RootCATrustedCertificates/Root/\(hash)/IssuedTo")),
        RuleSample(
            "node.not-registered", fail: command("Get", 5, "./Vendor/MSFT/EnterpriseAssignedAccess"),
            pass: command("Get", 5, "./Vendor/MSFT/AssignedAccess")),
        RuleSample(
            "node.exists",
            fail: command("Add", 5, provider, format: "node") + command("Add", 6, provider, format: "node"),
            pass: command("Add", 5, provider, format: "node") + command("Delete", 6, provider)
                + command("Add", 7, provider, format: "node")),
        RuleSample(
            "access.add", fail: command("Add", 5, "./DevInfo/Man", data: "Contoso"),
            pass: command("Get", 5, "./DevInfo/Man")),
        RuleSample(
            "access.verb", fail: command("Replace", 5, "./DevInfo/Man", data: "Contoso"),
            pass: command("Get", 5, "./DevInfo/Man")),
        RuleSample(
            "access.verb", fail: command("Exec", 5, camera), pass: command("Delete", 5, camera)),
        RuleSample(
            "access.permanent", fail: command("Delete", 5, "./Vendor/MSFT/NetworkProxy/AutoDetect"),
            pass: command("Get", 5, "./Vendor/MSFT/NetworkProxy/AutoDetect")),
        RuleSample(
            "query.verb", fail: command("Replace", 5, "\(camera)?prop=Name", data: "A"),
            pass: command("Get", 5, "\(camera)?prop=Name")),
        RuleSample(
            "query.unsupported", fail: command("Get", 5, "\(camera)?prop=ACL"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/Policy/Config?list=StructData")),
        RuleSample(
            "tnds.unsupported",
            fail: command(
                "Add", 5, provider, data: "&lt;MgmtTree/&gt;", format: "xml",
                more: "<Type xmlns=\"syncml:metinf\">application/vnd.syncml.dmtnds+xml</Type>"),
            pass: command("Add", 5, provider, format: "node")),
        RuleSample(
            "format.mismatch", fail: command("Replace", 5, camera, data: "1", format: "chr"),
            pass: command("Replace", 5, camera, data: "1", format: "int")),
        RuleSample(
            "value.not-of-format", fail: command("Replace", 5, camera, data: "yes", format: "int"),
            pass: command("Replace", 5, camera, data: "0", format: "int")),
        RuleSample(
            "value.not-allowed", fail: command("Replace", 5, camera, data: "2", format: "int"),
            pass: command("Replace", 5, camera, data: "1", format: "int")),
        RuleSample(
            "value.missing", fail: command("Replace", 5, camera),
            pass: command("Replace", 5, camera, data: "1", format: "int")),
        RuleSample(
            "atomic.required",
            fail: command("Add", 5, "\(scep)/Install/CAThumbprint", data: hash, format: "chr"),
            pass: atomic(command("Add", 5, "\(scep)/Install/CAThumbprint", data: hash, format: "chr"))),
    ]

    /// Rules of lint's own on what the catalogue knows.
    static let catalogue: [RuleSample] = [
        RuleSample(
            "catalogue.deprecated",
            fail: command(
                "Replace", 5, "./Device/Vendor/MSFT/Policy/Config/AboveLock/AllowActionCenterNotifications", data: "1",
                format: "int"),
            pass: command("Replace", 5, camera, data: "1", format: "int")),
        RuleSample(
            "catalogue.reboot",
            fail: command(
                "Replace", 5, "./Vendor/MSFT/AppLocker/ApplicationLaunchRestrictions/A/EXE/Policy",
                data: "&lt;RuleCollection/&gt;", format: "chr"),
            pass: command("Replace", 5, camera, data: "1", format: "int")),
        RuleSample(
            "catalogue.replace-as-add", fail: command("Replace", 5, app, format: "node"),
            pass: command("Add", 5, app, format: "node")),
        RuleSample(
            "catalogue.parent-after-child",
            fail: command("Replace", 5, "\(firstSync)/CustomErrorText", data: "a", format: "chr")
                + command("Add", 6, provider, format: "node"),
            pass: command("Add", 5, provider, format: "node")
                + command("Replace", 6, "\(firstSync)/CustomErrorText", data: "a", format: "chr")),
        RuleSample(
            "catalogue.exec-before-data",
            fail: atomic(
                command("Exec", 5, "\(msi)/DownloadInstall", data: job, format: "xml")
                    + command("Add", 6, "\(msi)/DownloadInstall")),
            pass: atomic(
                command("Add", 5, "\(msi)/DownloadInstall")
                    + command("Exec", 6, "\(msi)/DownloadInstall", data: job, format: "xml")),
            companions: ["atomic.exec"]),
        RuleSample(
            "catalogue.occurrence",
            fail: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")
                + command(
                    "Add", 6, ingest("Policy", "File2"), data: file.replacing("Contoso", with: "Fabrikam"),
                    format: "chr"),
            pass: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")),
        RuleSample(
            "catalogue.placeholder",
            fail: command("Replace", 5, camera, data: "[Insert value here]", format: "int"),
            pass: command("Replace", 5, camera, data: "1", format: "int"), companions: ["value.not-of-format"]),
        RuleSample(
            "catalogue.placeholder",
            fail: command("Get", 5, "./Device/Vendor/MSFT/DMClient/Provider/{ProviderID}/EntDMID"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID")),
        RuleSample(
            "catalogue.instance-name",
            fail: command("Get", 5, "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/Contoso/Status"),
            pass: command("Get", 5, "\(msi)/Status")),
        RuleSample(
            "catalogue.instance-name",
            fail: command("Get", 5, "./Device/Vendor/MSFT/RootCATrustedCertificates/Root/12:34/IssuedTo"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/RootCATrustedCertificates/Root/\(hash)/IssuedTo")),
        RuleSample(
            "catalogue.percent-encoding",
            fail: command("Get", 5, "./Device/Vendor/MSFT/DMClient/Provider/MS DM Server/EntDMID"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID")),
        RuleSample(
            "catalogue.double-escaped",
            fail: command("Replace", 5, admx, data: "&amp;lt;enabled/&amp;gt;", format: "chr"),
            pass: command("Replace", 5, admx, data: "&lt;enabled/&gt;", format: "chr"),
            companions: ["policy.admx-value"]),
        RuleSample(
            "catalogue.double-escaped",
            fail: command("Replace", 5, "\(firstSync)/CustomErrorText", data: "<![CDATA[&lt;b/&gt;]]>", format: "chr"),
            pass: command("Replace", 5, "\(firstSync)/CustomErrorText", data: "&lt;b/&gt;", format: "chr"),
            companions: ["syncml.data-cdata"]),
        RuleSample(
            "catalogue.base64-in-text",
            fail: command(
                "Replace", 5, "\(firstSync)/CustomErrorText", data: "PD94bWwgdmVyc2lvbj0iMS4wIj8+PGEvPg==",
                format: "chr"),
            pass: command("Replace", 5, "\(firstSync)/CustomErrorText", data: "PD94", format: "chr")),
        RuleSample(
            "catalogue.admx-form",
            fail: command("Replace", 5, admx, data: "&lt;enabled/&gt;&lt;enabled/&gt;", format: "chr"),
            pass: command("Replace", 5, admx, data: "&lt;enabled&gt; &lt;/enabled&gt;", format: "chr")),
        RuleSample(
            "catalogue.admx-form",
            fail: command(
                "Replace", 5, admx,
                data: "&lt;enabled&gt;&lt;data id=&quot;a&quot; value=&quot;1&quot;/&gt;&lt;/enabled&gt;", format: "chr"
            ),
            pass: command(
                "Replace", 5, admx, data: "&lt;enabled/&gt;&lt;data id=&quot;a&quot; value=&quot;1&quot;/&gt;",
                format: "chr")),
        RuleSample(
            "catalogue.list-separator",
            fail: command(
                "Replace", 5, "./Device/Vendor/MSFT/Policy/Config/UserRights/AccessFromNetwork",
                data: "*S-1-5-32-544\\xF000*S-1-5-32-545", format: "chr"),
            pass: command(
                "Replace", 5, "./Device/Vendor/MSFT/Policy/Config/UserRights/AccessFromNetwork",
                data: "*S-1-5-32-544&#xF000;*S-1-5-32-545", format: "chr")),
        RuleSample(
            "catalogue.unit",
            fail: command("Replace", 5, "\(firstSync)/TimeOutUntilSyncFailure", data: "3600", format: "int"),
            pass: command("Replace", 5, "\(firstSync)/TimeOutUntilSyncFailure", data: "60", format: "int"),
            companions: ["value.not-allowed"]),
        RuleSample(
            "catalogue.spelling",
            fail: command("Get", 5, camera)
                + command("Get", 6, "./Vendor/MSFT/Policy/Config/Camera/AllowCamera"),
            pass: command("Get", 5, camera) + command("Get", 6, "./Vendor/MSFT/RemoteWipe")),
    ]

    private static let job =
        "&lt;MsiInstallJob id=&quot;{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}&quot;&gt;&lt;Product Version=&quot;1.0&quot;&gt;"
        + "&lt;Download&gt;&lt;ContentURLList&gt;&lt;ContentURL&gt;https://x.test/a.msi&lt;/ContentURL&gt;&lt;/ContentURLList&gt;"
        + "&lt;/Download&gt;&lt;/Product&gt;&lt;/MsiInstallJob&gt;"

    private static func ingest(_ type: String, _ id: String) -> String {
        "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Contoso/\(type)/\(id)"
    }

    /// An ADMX file with one policy that has one input.
    static let file =
        "<policyDefinitions revision=\"1.0\" schemaVersion=\"1.0\"><policyNamespaces><target prefix=\"own\" namespace=\"Contoso.Policies\"/></policyNamespaces><categories><category name=\"Top\" displayName=\"$(string.Top)\"/></categories><policies><policy name=\"One\" class=\"Machine\" displayName=\"$(string.x)\" key=\"Software\\Policies\\Contoso\" valueName=\"One\"><parentCategory ref=\"Top\"/><supportedOn ref=\"windows:SUPPORTED_Windows10\"/><elements><text id=\"Text\" valueName=\"Text\"/></elements></policy></policies></policyDefinitions>"
        .replacing("<", with: "&lt;").replacing(">", with: "&gt;")

    /// Rules of single CSPs.
    static let csps: [RuleSample] = [
        RuleSample(
            "firstsync.list-separator",
            fail: command(
                "Replace", 5, "\(firstSync)/ExpectedPolicies", data: "\(camera)\\xF000\(camera)", format: "chr"),
            pass: command(
                "Replace", 5, "\(firstSync)/ExpectedPolicies", data: "\(camera)&#xF000;\(camera)", format: "chr")),
        RuleSample(
            "firstsync.list-item",
            fail: command("Replace", 5, "\(firstSync)/ExpectedPolicies", data: "Camera", format: "chr"),
            pass: command("Replace", 5, "\(firstSync)/ExpectedPolicies", data: camera, format: "chr")),
        RuleSample(
            "firstsync.list-count",
            fail: command(
                "Replace", 5, "\(firstSync)/ExpectedMSIAppPackages", data: "\(msi)/Status;many", format: "chr"),
            pass: command("Replace", 5, "\(firstSync)/ExpectedMSIAppPackages", data: "\(msi)/Status;2", format: "chr")),
        RuleSample(
            "firstsync.msi-item",
            fail: command("Replace", 5, "\(firstSync)/ExpectedMSIAppPackages", data: "\(msi);1", format: "chr"),
            pass: command("Replace", 5, "\(firstSync)/ExpectedMSIAppPackages", data: "\(msi)/Status;1", format: "chr")),
        RuleSample(
            "tracking.unknown-value",
            fail: command("Replace", 5, "\(tracking)/InstallationState", data: "7", format: "int"),
            pass: command("Replace", 5, "\(tracking)/InstallationState", data: "3", format: "int")),
        RuleSample(
            "tracking.last-error",
            fail: command("Replace", 5, "\(tracking)/LastError", data: "1", format: "int"),
            pass: command("Replace", 5, "\(tracking)/InstallationState", data: "3", format: "int")),
        RuleSample(
            "devdetail.computer-name",
            fail: command("Replace", 5, "./DevDetail/Ext/Microsoft/DNSComputerName", data: "a b", format: "chr"),
            pass: command(
                "Replace", 5, "./DevDetail/Ext/Microsoft/DNSComputerName", data: "PC-%RAND:3%", format: "chr"),
            companions: ["catalogue.reboot"]),
        RuleSample(
            "declared.document",
            fail: command("Add", 5, document, data: "&lt;Other/&gt;", format: "chr"),
            pass: command("Delete", 5, document)),
        RuleSample(
            "msi.job",
            fail: atomic(
                command("Add", 5, "\(msi)/DownloadInstall")
                    + command("Exec", 6, "\(msi)/DownloadInstall", data: "&lt;Job/&gt;", format: "xml")),
            pass: atomic(
                command("Add", 5, "\(msi)/DownloadInstall")
                    + command("Exec", 6, "\(msi)/DownloadInstall", data: job, format: "xml")),
            companions: ["atomic.exec"]),
        RuleSample(
            "modern.application",
            fail: command(
                "Exec", 5,
                "./User/Vendor/MSFT/EnterpriseModernAppManagement/AppInstallation/A_1234567890abc/HostedInstall",
                data: "&lt;Application/&gt;", format: "xml"),
            pass: command(
                "Exec", 5,
                "./User/Vendor/MSFT/EnterpriseModernAppManagement/AppInstallation/A_1234567890abc/HostedInstall",
                data: "&lt;Application PackageUri=&quot;https://x.test/a.appx&quot;/&gt;", format: "xml")),
        RuleSample(
            "modern.inventory-query",
            fail: command(
                "Replace", 5, "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppInventoryQuery",
                data: "&lt;Query/&gt;", format: "xml"),
            pass: command(
                "Replace", 5, "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppInventoryQuery",
                data: "&lt;Inventory Output=&quot;PackageNames&quot;/&gt;", format: "xml")),
        RuleSample(
            "sessionactions.node-id",
            fail: command(
                "Add", 5, "./Vendor/MSFT/DMSessionActions/P/CheckinAlertConfiguration/Nodes/a,b/NodeURI",
                data: "./DevInfo/Lang", format: "chr"),
            pass: command(
                "Add", 5, "./Vendor/MSFT/DMSessionActions/P/CheckinAlertConfiguration/Nodes/a/NodeURI",
                data: "./DevInfo/Lang", format: "chr")),
        RuleSample(
            "sessionactions.node-uri",
            fail: command(
                "Add", 5, "./Vendor/MSFT/DMSessionActions/P/CheckinAlertConfiguration/Nodes/a/NodeURI",
                data: "./DevInfo//x", format: "chr"),
            pass: command(
                "Add", 5, "./Vendor/MSFT/DMSessionActions/P/CheckinAlertConfiguration/Nodes/a/NodeURI",
                data: "./DevInfo/Lang", format: "chr")),
        RuleSample(
            "office.configuration",
            fail: command("Exec", 5, office, data: "&lt;Office/&gt;", format: "chr"),
            pass: command("Exec", 5, office, data: "&lt;Configuration/&gt;", format: "chr")),
        RuleSample(
            "scep.incomplete",
            fail: atomic(command("Add", 5, scep, format: "node") + command("Exec", 6, "\(scep)/Install/Enroll")),
            pass: atomic(command("Exec", 6, "\(scep)/Install/Enroll")), companions: ["atomic.exec"]),
        RuleSample(
            "scep.value",
            fail: atomic(command("Add", 5, "\(scep)/Install/CAThumbprint", data: "12 34", format: "chr")),
            pass: atomic(command("Add", 5, "\(scep)/Install/CAThumbprint", data: hash, format: "chr"))),
        RuleSample(
            "pfx.key-location",
            fail: atomic(
                command("Add", 5, pfx, format: "node")
                    + command("Add", 6, "\(pfx)/PFXCertBlob", data: "AAAA", format: "b64")),
            pass: atomic(
                command("Add", 5, pfx, format: "node")
                    + command("Add", 6, "\(pfx)/KeyLocation", data: "3", format: "int"))),
        RuleSample(
            "pfx.blob",
            fail: atomic(
                command("Add", 5, "\(pfx)/KeyLocation", data: "3", format: "int")
                    + command("Add", 6, "\(pfx)/PFXCertBlob", data: "no Base64!", format: "b64")),
            pass: atomic(command("Add", 5, "\(pfx)/KeyLocation", data: "3", format: "int"))),
        RuleSample(
            "policy.admx-settings-type",
            fail: command("Add", 5, ingest("Settings", "File1"), data: file, format: "chr"),
            pass: command("Add", 5, ingest("Preference", "File1"), data: file, format: "chr")),
        RuleSample(
            "policy.admx-file",
            fail: command("Add", 5, ingest("Policy", "File1"), data: "&lt;policies/&gt;", format: "chr"),
            pass: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")),
        RuleSample(
            "policy.admx-key",
            fail: command(
                "Add", 5, ingest("Policy", "File1"),
                data: file.replacing("Software\\Policies\\Contoso", with: "Software\\Microsoft\\Contoso"), format: "chr"
            ),
            pass: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")),
        RuleSample(
            "policy.admx-value",
            fail: command("Replace", 5, admx, data: "&lt;enabled&gt;&lt;disabled/&gt;", format: "chr"),
            pass: command("Replace", 5, admx, data: "&lt;Disabled/&gt;", format: "chr")),
        RuleSample(
            "policy.admx-data",
            fail: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")
                + command(
                    "Replace", 6, "\(ingested)/One",
                    data: "&lt;enabled/&gt;&lt;data id=&quot;Txet&quot; value=&quot;a&quot;/&gt;", format: "chr"),
            pass: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")
                + command(
                    "Replace", 6, "\(ingested)/One",
                    data: "&lt;enabled/&gt;&lt;data id=&quot;Text&quot; value=&quot;a&quot;/&gt;", format: "chr")),
        RuleSample(
            "policy.admx-policy",
            fail: command("Add", 5, ingest("Policy", "File1"), data: file, format: "chr")
                + command("Replace", 6, "\(ingested)/Two", data: "&lt;disabled/&gt;", format: "chr"),
            pass: command("Replace", 6, "\(ingested)/Two", data: "&lt;disabled/&gt;", format: "chr")),
        RuleSample(
            "reboot.time",
            fail: command("Replace", 5, "\(reboot)Single", data: "tomorrow", format: "chr"),
            pass: command("Replace", 5, "\(reboot)Single", data: "2030-10-07T10:35:00", format: "chr")),
        RuleSample(
            "reboot.two-schedules",
            fail: command("Replace", 5, "\(reboot)DailyRecurrent", data: "2030-10-07T10:35:00", format: "chr")
                + command("Replace", 6, "\(reboot)WeeklyRecurrent", data: "2030-10-07T10:35:00", format: "chr"),
            pass: command("Replace", 5, "\(reboot)DailyRecurrent", data: "2030-10-07T10:35:00", format: "chr")),
        RuleSample(
            "health.nonce",
            fail: command("Replace", 5, "./Vendor/MSFT/HealthAttestation/Nonce", data: "AAZZ", format: "chr"),
            pass: command(
                "Replace", 5, "./Vendor/MSFT/HealthAttestation/Nonce", data: "AAAAAAAAAFFFFFFF", format: "chr")),
        RuleSample(
            "update.id", fail: command("Add", 5, "./Vendor/MSFT/Update/ApprovedUpdates/KB1", format: "node"),
            pass: command(
                "Add", 5, "./Vendor/MSFT/Update/ApprovedUpdates/%7ba317dafe-baf4-453f-b232-a7075efae36e%7d",
                format: "node"),
            companions: ["catalogue.instance-name"]),
        RuleSample(
            "wifi.profile",
            fail: command(
                "Add", 5, "./Vendor/MSFT/WiFi/Profile/Staff/WlanXml", data: "&lt;Profile/&gt;", format: "chr"),
            pass: command("Delete", 5, "./Vendor/MSFT/WiFi/Profile/Staff")),
        RuleSample(
            "wifi.proxy",
            fail: command("Add", 5, "./Vendor/MSFT/WiFi/Profile/Staff/Proxy", data: "proxy.test:80", format: "chr"),
            pass: command(
                "Add", 5, "./Vendor/MSFT/WiFi/Profile/Staff/ProxyPacUrl", data: "https://pac.test", format: "chr")),
        RuleSample(
            "vpn.profile",
            fail: atomic(
                command("Add", 5, "./Vendor/MSFT/VPNv2/Staff/ProfileXML", data: "&lt;Profile/&gt;", format: "chr")),
            pass: command("Delete", 5, "./Vendor/MSFT/VPNv2/Staff")),
        RuleSample(
            "dmacc.nonce",
            fail: command("Replace", 5, "./SyncML/DMAcc/A/AppAuth/C/AAuthData", data: "no Base64!", format: "b64"),
            pass: command("Replace", 5, "./SyncML/DMAcc/A/AppAuth/C/AAuthData", data: "AAAA", format: "b64")),
        RuleSample(
            "nodecache.comma",
            fail: command("Add", 5, "./Device/Vendor/MSFT/NodeCache/P/Nodes/1,2", format: "node"),
            pass: command("Add", 5, "./Device/Vendor/MSFT/NodeCache/P/Nodes/1", format: "node")),
    ]

    private static let tracking = "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/A"
    private static let document =
        "./Device/Vendor/MSFT/DeclaredConfiguration/Host/Complete/Documents/0A1B2C3D-0000-4000-8000-0123456789AB/Document"
    private static let office = "./Vendor/MSFT/Office/Installation/A/Install"
    private static let pfx = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/A"
    private static let ingested = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top"
    private static let reboot = "./Device/Vendor/MSFT/Reboot/Schedule/"
}
