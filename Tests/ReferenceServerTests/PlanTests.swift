import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// The server's own plan: what Intune sends, and what it lists (esp-behaviour.md 1.5, 2.4, 2.5, 5).
struct PlanTests {
    private static let kiosk = "./Device/Vendor/MSFT/Policy/Config/KioskBrowser/DefaultURL"
    private static let edge = "./User/Vendor/MSFT/Policy/Config/microsoft_edge~Policy~microsoft_edge/HomepageLocation"
    private static let lock = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength"
    private static let entDMID = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID"
    private static let ada = "ada@example.test"

    @Test("2.5: the whole first answer, command by command, in Intune's order")
    func order() throws {
        var assignments = Assignments.plain {
            $0.allowDeviceUseOnInstallFailure = true
            $0.allowLogCollectionOnInstallFailure = true
        }
        assignments.agentProvider = "Sidecar"
        var client = Client(assignments)
        let preparation = "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/Sidecar"
        let expected: [(String, String, String?, String?)] = [
            ("Replace", firstSync("SkipDeviceStatusPage"), "bool", "false"),
            ("Replace", firstSync("SkipUserStatusPage"), "bool", "false"),
            ("Replace", firstSync("TimeOutUntilSyncFailure"), "int", "60"),
            ("Replace", firstSync("BlockInStatusPage"), "int", "6"),
            ("Replace", firstSync("AllowCollectLogsButton"), "bool", "true"),
            ("Replace", Self.entDMID, "chr", assignments.entDMID),
            ("Add", preparation, "node", nil),
            ("Replace", "\(preparation)/InstallationState", "int", "1"),
            ("Replace", "\(preparation)/TrackedResourceTypes/Apps", "bool", "true"),
            (
                "Add", "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/Apps/PolicyProviders/Sidecar", "node", nil
            ),
            ("Replace", firstSync("ExpectedPolicies"), "chr", Self.entDMID),
            ("Replace", firstSync("ExpectedNetworkProfiles"), "chr", ""),
            ("Replace", firstSync("ExpectedMSIAppPackages"), "chr", ""),
            ("Replace", firstSync("ExpectedModernAppPackages"), "chr", ""),
            ("Replace", firstSync("ExpectedPFXCerts"), "chr", ""),
            ("Replace", firstSync("ExpectedSCEPCerts"), "chr", ""),
            ("Replace", firstSync("ServerHasFinishedProvisioning"), "bool", "true"),
        ]
        let sent = try client.open(0).sent
        #expect(sent.map(\.name) == expected.map(\.0))
        #expect(sent.flatMap(\.targets) == expected.map(\.1))
        #expect(sent.map(\.item?.meta?.format) == expected.map(\.2))
        #expect(sent.map { $0.item?.data?.content ?? "" } == expected.map { $0.3 ?? "" })
    }

    @Test("ESP-404: the lists come before the promise, and no list is sent again behind it")
    func freeze() throws {
        var assignments = Assignments.plain()
        assignments.packages = [Assignments.package("A")]
        var client = Client(assignments)
        let first = try client.open(0).targets
        let promise = try #require(first.firstIndex(of: firstSync("ServerHasFinishedProvisioning")))
        for list in ExpectedList.allCases {
            #expect(try #require(first.firstIndex(of: firstSync(list.rawValue))) < promise)
        }
        for seconds: Int64 in [0, 60, 120] {
            let later = seconds == 0 ? try client.reply(0) : try client.open(seconds)
            #expect(later.targets == [firstSync("IsSyncDone"), firstSync("WasDeviceSuccessfullyProvisioned")])
        }
    }

    @Test("ESP-201, ESP-205: policies of Edge and Kiosk Browser are listed in their phase, others are only sent")
    func policies() throws {
        var assignments = Assignments.plain()
        assignments.settings = [
            Assignments.Setting(uri: Self.lock, format: "int", data: "8", scope: .device),
            Assignments.Setting(uri: Self.kiosk, format: "chr", data: "https://x.test", scope: .device),
            Assignments.Setting(uri: Self.edge, format: "chr", data: "<enabled/>", scope: .user),
        ]
        var client = Client(assignments)
        let device = try client.open(0)
        #expect(device.targets.contains(Self.lock))
        #expect(device.list(.policies)?.map(\.uri) == [Self.entDMID, Self.kiosk])
        let user = try client.open(60, user: Self.ada)
        #expect(user.list(.policies, .user)?.map(\.uri) == [Self.entDMID, Self.edge])
    }

    @Test("ESP-203, ESP-207, ESP-206: Wi-Fi and SCEP profiles of a user are listed in the account phase")
    func userProfiles() throws {
        var assignments = Assignments.plain()
        assignments.wifi = [Assignments.WiFi(ssid: "D"), Assignments.WiFi(ssid: "U", scope: .user)]
        assignments.certificates = [
            Assignments.Certificate(id: "c", subject: "CN=u", server: "https://s", scope: .user)
        ]
        var client = Client(assignments)
        let device = try client.open(0)
        #expect(device.list(.networkProfiles)?.map(\.uri) == ["./Device/Vendor/MSFT/WiFi/Profile/D"])
        #expect(device.list(.scepCerts) == [])
        let user = try client.open(60, user: Self.ada)
        #expect(user.list(.networkProfiles, .user)?.map(\.uri) == ["./User/Vendor/MSFT/WiFi/Profile/U"])
        #expect(
            user.list(.scepCerts, .user)?.map(\.uri) == ["./User/Vendor/MSFT/ClientCertificateInstall/SCEP/c"])
    }

    @Test("ESP-202, ESP-206: a SCEP profile is listed in the phase of its target, and in no other")
    func certificates() throws {
        var assignments = Assignments.plain()
        assignments.certificates = [
            Assignments.Certificate(id: "d", subject: "CN=d", server: "https://s"),
            Assignments.Certificate(id: "u", subject: "CN=u", server: "https://s", scope: .user),
        ]
        var client = Client(assignments)
        let node = "Vendor/MSFT/ClientCertificateInstall/SCEP"
        #expect(try client.open(0).list(.scepCerts)?.map(\.uri) == ["./Device/\(node)/d"])
        #expect(try client.open(60, user: Self.ada).list(.scepCerts, .user)?.map(\.uri) == ["./User/\(node)/u"])
    }

    @Test("ESP-201: a scenario may say that a policy is tracked, or that it is not", arguments: [true, false])
    func forcedPolicies(isTracked: Bool) throws {
        var assignments = Assignments.plain()
        assignments.settings = [Self.lock, Self.kiosk].map {
            Assignments.Setting(uri: $0, format: "chr", data: "1", scope: .device, isTracked: isTracked)
        }
        var client = Client(assignments)
        let listed = try client.open(0).list(.policies)?.map(\.uri)
        #expect(listed == [Self.entDMID] + (isTracked ? [Self.lock, Self.kiosk] : []))
    }

    @Test("ESP-207: a VPN profile of a user is sent and not listed; the device's is both (ESP-203)")
    func vpn() throws {
        var assignments = Assignments.plain()
        assignments.vpn = [Assignments.VPN(name: "D"), Assignments.VPN(name: "U", scope: .user)]
        var client = Client(assignments)
        let device = try client.open(0)
        #expect(device.list(.networkProfiles)?.map(\.uri) == ["./Device/Vendor/MSFT/VPNv2/D"])
        #expect(device.targets.contains { $0.hasPrefix("./Device/Vendor/MSFT/VPNv2/D/") })
        let user = try client.open(60, user: Self.ada)
        #expect(user.list(.networkProfiles, .user) == [])
        #expect(user.targets.contains { $0.hasPrefix("./User/Vendor/MSFT/VPNv2/U/") })
    }

    @Test(
        "U-21: PFX certificates are sent, and listed only where the choice says so",
        arguments: Choices.PFXTracking.allCases)
    func pfx(choice: Choices.PFXTracking) throws {
        var assignments = Assignments.plain()
        assignments.choices.pfxTracking = choice
        assignments.pfxCertificates = [Assignments.PFX(id: "d"), Assignments.PFX(id: "u", scope: .user)]
        var client = Client(assignments)
        for (scope, id) in [(PhaseScope.device, "d"), (.user, "u")] {
            let node = "\(scope.root)/ClientCertificateInstall/PFXCertInstall/\(id)"
            let message = try client.open(60, user: scope == .user ? Self.ada : nil)
            #expect(message.targets.contains("\(node)/PFXCertBlob"))
            #expect(message.list(.pfxCerts, scope)?.map(\.uri) == (choice == .serverSends ? [node] : []))
        }
    }

    @Test(
        "ESP-204, ESP-208, ESP-209: modern apps by target and context; in a hybrid join not those of a device's users")
    func modernApps() throws {
        for join in DirectoryJoin.allCases {
            var assignments = Assignments.plain()
            assignments.join = join
            assignments.modernApps = [
                Self.modernApp("D", .device, .device), Self.modernApp("DU", .user, .device),
                Self.modernApp("U", .user, .user),
            ]
            var client = Client(assignments)
            #expect(try client.open(0).list(.modernAppPackages)?.map(Self.family) == ["D"])
            let user = try client.open(60, user: Self.ada)
            #expect(
                user.list(.modernAppPackages, .user)?.map(Self.family) == (join == .hybrid ? ["U"] : ["DU", "U"]))
            #expect(user.targets.contains { $0.contains("/AppInstallation/DU/") })
        }
    }

    private static func modernApp(_ id: String, _ scope: PhaseScope, _ target: PhaseScope) -> Assignments.ModernApp {
        Assignments.ModernApp(
            id: id, name: id, packageFamilyName: id, packageFullName: "\(id)_1", source: "nonStore",
            origin: .hosted(url: "https://x.test/\(id)"), scope: scope, target: target)
    }

    private static func family(_ entry: ExpectedEntry) -> String {
        entry.uri.split(separator: "/").dropFirst(7).first.map { String($0) } ?? ""
    }

    @Test("ESP-204: Microsoft 365 Apps stand in the list of MSI packages, with the blocking list applied (ESP-120)")
    func office() throws {
        var assignments = Assignments.plain { $0.selectedMobileAppIds = ["one"] }
        assignments.offices = ["one", "two"].map { Assignments.OfficeInstall(id: $0, name: $0) }
        var client = Client(assignments)
        let message = try client.open(0)
        #expect(message.list(.msiAppPackages)?.map(\.uri) == ["./Vendor/MSFT/Office/Installation/one/FinalStatus"])
        #expect(message.targets.contains("./Vendor/MSFT/Office/Installation/two/Install"))
        #expect(try client.open(60, user: Self.ada).list(.msiAppPackages, .user) == [])
    }

    @Test("ESP-204, ESP-208: a package's phase follows from its target, its LocURI from its context")
    func packages() throws {
        var assignments = Assignments.plain()
        assignments.packages = [
            Assignments.package("A"), Assignments.package("B", .device, target: .user), Assignments.package("C", .user),
            Assignments.package("D", .user, target: .device),
        ]
        var client = Client(assignments)
        let device = try client.open(0)
        #expect(device.list(.msiAppPackages)?.map(\.uri) == [Assignments.status("A")])
        #expect(device.targets.filter { $0.hasSuffix("DownloadInstall") }.count == 2)
        let user = try client.open(60, user: Self.ada)
        #expect(
            user.list(.msiAppPackages, .user)?.map(\.uri)
                == [Assignments.status("B"), Assignments.status("C", .user), Assignments.status("D", .user)])
        #expect(user.targets.filter { $0.hasSuffix("DownloadInstall") }.count == 6)
    }

    @Test("ESP-120, SC-02: list 1, 2, 3 and 3, 4 assigned: 3 is expected, and 4 is sent all the same")
    func intersection() throws {
        var assignments = Assignments.plain { $0.selectedMobileAppIds = ["1", "2", "3"] }
        assignments.packages = ["3", "4"].map { Assignments.package($0) }
        var client = Client(assignments)
        let message = try client.open(0)
        #expect(message.list(.msiAppPackages)?.map(\.uri) == [Assignments.status("3")])
        #expect(message.targets.contains { $0.hasSuffix("%7B4%7D/DownloadInstall") })
    }

    @Test(
        "ESP-121, ESP-122: a list of 100 apps, and All, which is everything that can be tracked",
        arguments: [true, false])
    func hundred(isSelected: Bool) throws {
        let ids = (1...120).map { "App-\($0)" }
        var assignments = Assignments.plain { $0.selectedMobileAppIds = isSelected ? Array(ids.prefix(100)) : [] }
        assignments.packages = ids.map { Assignments.package($0) }
        var client = Client(assignments)
        let entries = try #require(try client.open(0).list(.msiAppPackages))
        #expect(entries.map(\.uri) == ids.prefix(isSelected ? 100 : 120).map { Assignments.status($0) })
        #expect(entries.allSatisfy { $0.count == 1 })
    }

    @Test(
        "ESP-315: the device phase ignores the list of a user-targeted profile", arguments: [true, false], [[], ["B"]])
    func userTargetedList(isOn: Bool, byDefault: [String]) throws {
        var assignments = Assignments.plain { $0.selectedMobileAppIds = ["A", "U"] }
        assignments.packages =
            ["A", "B", "C"].map { Assignments.package($0) }
            + ["U", "V"].map { Assignments.package($0, .user) }
        assignments.profileIsUserTargeted = true
        assignments.defaultBlockingList = byDefault
        try assignments.quirks.set("ESP-315", to: isOn)
        var client = Client(assignments)
        let listed = try client.open(0).list(.msiAppPackages)?.map(\.uri)
        let expected = isOn ? (byDefault.isEmpty ? ["A", "B", "C"] : ["B"]) : ["A"]
        #expect(listed == expected.map { Assignments.status($0) })
        let user = try client.open(60, user: Self.ada).list(.msiAppPackages, .user)?.map(\.uri)
        #expect(user == [Assignments.status("U", .user)])
    }

    @Test("ESP-315: a device-targeted profile's list counts in both phases")
    func deviceTargetedList() throws {
        var assignments = Assignments.plain { $0.selectedMobileAppIds = ["A"] }
        assignments.packages = ["A", "B"].map { Assignments.package($0) }
        assignments.defaultBlockingList = ["B"]
        var client = Client(assignments)
        #expect(try client.open(0).list(.msiAppPackages)?.map(\.uri) == [Assignments.status("A")])
    }

    @Test("ESP-404, ESP-534: lists and promise apart: the promise later, or never")
    func release() throws {
        var assignments = Assignments.plain()
        assignments.deviceRelease = .after(seconds: 100)
        assignments.userRelease = .never
        var client = Client(assignments)
        let first = try client.open(0)
        #expect(first.list(.policies) != nil)
        #expect(first.data("/ServerHasFinishedProvisioning") == nil)
        #expect(try client.open(99).data("/ServerHasFinishedProvisioning") == nil)
        #expect(try client.open(100).targets == [firstSync("ServerHasFinishedProvisioning")])
        let user = try client.open(200, user: Self.ada)
        #expect(user.list(.policies, .user) != nil)
        #expect(user.data("/ServerHasFinishedProvisioning") == nil)
        #expect(try client.open(9000, user: Self.ada).data("/ServerHasFinishedProvisioning") == nil)
    }

    @Test("ESP-404: a promise may come before the lists, which are refused then")
    func releaseFirst() throws {
        var assignments = Assignments.plain()
        assignments.deviceRelease = .after(seconds: 0)
        assignments.listsAt = .seconds(60)
        var client = Client(assignments)
        #expect(try client.open(0).data("/ServerHasFinishedProvisioning") == "true")
        #expect(try client.open(60).list(.policies) != nil)
    }
}

extension Command {
    fileprivate var item: Item? {
        switch self {
        case .add(let inner), .replace(let inner), .exec(let inner), .get(let inner): inner.items.first
        default: nil
        }
    }
}
