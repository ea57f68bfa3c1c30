import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// What the plan sends and lists of modern apps, Office, PFX certificates and VPN profiles (esp-behaviour.md 5).
struct InstallationPlanTests {
    private static let office = "./Vendor/MSFT/Office/Installation/o%201"

    private static func assignments(_ change: (inout Assignments) -> Void = { _ in }) -> Assignments {
        var result = Assignments(providerID: "MS DM Server", profile: EnrollmentStatusPageProfile())
        result.modernApps = [
            Assignments.ModernApp(
                id: "a", name: "A", packageFamilyName: "C.A_p", packageFullName: "C.A_1.0.0.0_neutral_~_p",
                source: "nonStore", origin: .hosted(url: "https://x.test/a?b=1&c=2"), count: 3),
            Assignments.ModernApp(
                id: "s", name: "S", packageFamilyName: "C.S_p", packageFullName: "C.S_1.0.0.0_x64__p",
                source: "AppStore", origin: .store(productID: "9N"), scope: .user),
        ]
        result.offices = [Assignments.OfficeInstall(id: "o 1", name: "Office")]
        result.pfxCertificates = [Assignments.PFX(id: "p", isTracked: true), Assignments.PFX(id: "q", scope: .user)]
        result.vpn = [Assignments.VPN(name: "V 1"), Assignments.VPN(name: "W", scope: .user)]
        change(&result)
        return result
    }

    private static func list(
        _ list: ExpectedList, _ scope: PhaseScope, _ assignments: Assignments = assignments()
    ) -> [String] {
        let plan = EnrollmentPlan(assignments: assignments)
        return plan.expectedInstalls(list, scope).map { list.value(of: [$0]) }
    }

    @Test("ESP-403: an app with its count, a Store package by its Name, Office by its FinalStatus")
    func lists() {
        #expect(
            Self.list(.modernAppPackages, .device) == [
                "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/nonStore/C.A_p/"
                    + "C.A_1.0.0.0_neutral_~_p/Name;3"
            ])
        #expect(
            Self.list(.modernAppPackages, .user) == [
                "./User/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/C.S_p/C.S_1.0.0.0_x64__p/Name;1"
            ])
        #expect(Self.list(.msiAppPackages, .device) == [Self.office + "/FinalStatus;1"])
        #expect(Self.list(.msiAppPackages, .user) == [])
    }

    @Test("ESP-203, ESP-207: VPN is tracked for the device, never for the user")
    func vpn() {
        #expect(Self.list(.networkProfiles, .device) == ["./Device/Vendor/MSFT/VPNv2/V%201"])
        #expect(Self.list(.networkProfiles, .user) == [])
        #expect(Self.sent(.user).contains("Atomic Add ./User/Vendor/MSFT/VPNv2/W/ProfileXML"))
    }

    @Test("U-21: PFX certificates are listed by choice", arguments: Choices.PFXTracking.allCases)
    func pfx(choice: Choices.PFXTracking) {
        let assignments = Self.assignments { $0.choices.pfxTracking = choice }
        let node = "Vendor/MSFT/ClientCertificateInstall/PFXCertInstall"
        #expect(Self.list(.pfxCerts, .device, assignments) == ["./Device/\(node)/p"], "the scenario says so")
        #expect(Self.list(.pfxCerts, .user, assignments) == (choice == .serverSends ? ["./User/\(node)/q"] : []))
    }

    @Test("ESP-120: a blocking list leaves out what it does not name, in the lists and not on the wire")
    func blocking() {
        let assignments = Self.assignments { $0.profile.selectedMobileAppIds = ["o 1"] }
        #expect(Self.list(.modernAppPackages, .device, assignments) == [])
        #expect(Self.list(.msiAppPackages, .device, assignments).count == 1)
        #expect(Self.sent(.device, assignments) == Self.sent(.device))
    }

    private static func sent(_ scope: PhaseScope, _ assignments: Assignments = assignments()) -> [String] {
        EnrollmentPlan(assignments: assignments).installs(scope).flatMap { command -> [String] in
            guard case .atomic(let inner) = command else { return [line(command)] }
            return inner.commands.map { "Atomic " + line($0) }
        }
    }

    private static func line(_ command: Command) -> String {
        switch command {
        case .add(let inner): "Add \(inner.items.first?.target?.locURI ?? "")"
        case .exec(let inner): "Exec \(inner.items.first?.target?.locURI ?? "")"
        default: "\(command)"
        }
    }

    @Test("windows-csp.md 4.2 to 4.4: Add before Exec; a PFX certificate in one Atomic, its blob last")
    func order() {
        let pfx = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/p"
        let app = "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppInstallation/C.A_p"
        #expect(
            Self.sent(.device) == [
                "Atomic Add \(pfx)", "Atomic Add \(pfx)/KeyLocation", "Atomic Add \(pfx)/PFXKeyExportable",
                "Atomic Add \(pfx)/PFXCertBlob", "Atomic Add ./Device/Vendor/MSFT/VPNv2/V%201/ProfileXML",
                "Add \(app)", "Exec \(app)/HostedInstall", "Add \(Self.office)", "Exec \(Self.office)/Install",
            ])
    }

    @Test("The documents name what they install")
    func documents() throws {
        func data(_ command: Command?) -> String? {
            guard case .exec(let inner)? = command else { return nil }
            return inner.items.first?.data?.content
        }
        let plan = EnrollmentPlan(assignments: Self.assignments())
        let apps = plan.assignments.modernApps.map { data(plan.installation($0).last) }
        #expect(apps.first == "<Application PackageUri=\"https://x.test/a?b=1&amp;c=2\"/>")
        #expect(apps.last??.contains("id=\"9N\"") == true)
        #expect(data(plan.installation(plan.assignments.offices[0]).last)?.hasPrefix("<Configuration><Add ") == true)
    }

    @Test("windows-csp.md 4.1: TimeOut, RetryCount and RetryInterval are those of the package")
    func job() {
        var package = Assignments.Package(id: "p", name: "P", productCode: "{B}", url: "https://x.test/?a=1&b=2")
        package.enforcement.timeout = 7
        package.enforcement.retryCount = 3
        package.enforcement.retryInterval = 9
        let job = EnrollmentPlan(assignments: Self.assignments()).installJob(package)
        for part in [
            "id=\"{p}\"", "<ContentURL>https://x.test/?a=1&amp;b=2</ContentURL>", "<TimeOut>7</TimeOut>",
            "<RetryCount>3</RetryCount>", "<RetryInterval>9</RetryInterval>",
        ] {
            #expect(job.contains(part), "\(part)")
        }
    }
}
