import DDF
import DMTree
import Testing

@testable import CSP

/// FirstSyncStatus (windows-csp.md 3.3, ESP-401 to ESP-415), in both scopes.
@Suite struct FirstSyncStatusTests {
    static let lists = [
        "ExpectedPolicies", "ExpectedNetworkProfiles", "ExpectedMSIAppPackages", "ExpectedModernAppPackages",
        "ExpectedPFXCerts", "ExpectedSCEPCerts",
    ]
    private static let item = "./Device/Vendor/MSFT/Policy/Config/Browser/HomePages"

    /// A line of windows-csp.md 3.3.2: what a Get gives before anybody wrote.
    @Test(
        "3.3.2 initial values",
        arguments: PartScope.allCases,
        lists.map { ($0, nil) } + [
            ("TimeOutUntilSyncFailure", "60"), ("ServerHasFinishedProvisioning", "false"), ("IsSyncDone", "false"),
            ("WasDeviceSuccessfullyProvisioned", "2"), ("BlockInStatusPage", "0"), ("AllowCollectLogsButton", "false"),
            ("CustomErrorText", nil), ("SkipDeviceStatusPage", "true"), ("SkipUserStatusPage", "true"),
        ] as [(String, String?)])
    func initialValues(scope: PartScope, leaf: (String, String?)) {
        var tree = Devices.withFirstSyncStatus(scope)
        let node = Devices.firstSyncStatus(scope, leaf.0)
        let application = tree.send(.get, node)
        guard scope == .device || !Self.deviceOnly.contains(leaf.0) else {
            #expect(application.status == 404)
            #expect(application.row == .notOnThisWindows)
            #expect(tree.status(.replace, node, "1") == 405)
            return
        }
        #expect(application.reading?.entries.first?.data == leaf.1)
        #expect(application.status == (leaf.1 == nil ? 404 : 200))
    }

    private static let deviceOnly = [
        "TimeOutUntilSyncFailure", "BlockInStatusPage", "SkipDeviceStatusPage", "SkipUserStatusPage",
    ]

    /// Allowed and refused values of windows-csp.md 3.3.2, by rows 17 to 19 of the decision table.
    struct Write: Sendable, CustomTestStringConvertible {
        var leaf: String
        var value: String
        var format: String?
        var status: Int

        init(_ leaf: String, _ value: String, _ format: String?, _ status: Int) {
            self.leaf = leaf
            self.value = value
            self.format = format
            self.status = status
        }

        var testDescription: String { "\(leaf) := \(value) as \(format ?? "-") gives \(status)" }
    }

    @Test(
        "3.3.2 allowed values",
        arguments: PartScope.allCases,
        [
            Write("TimeOutUntilSyncFailure", "1", "int", 200), Write("TimeOutUntilSyncFailure", "1440", "int", 200),
            Write("TimeOutUntilSyncFailure", "0", "int", 500), Write("TimeOutUntilSyncFailure", "10800", "int", 500),
            Write("TimeOutUntilSyncFailure", "1h", "int", 415),
            Write("ServerHasFinishedProvisioning", "true", "bool", 200),
            Write("ServerHasFinishedProvisioning", "False", "bool", 200),
            Write("ServerHasFinishedProvisioning", "maybe", "bool", 415),
            Write("ServerHasFinishedProvisioning", "true", "chr", 415),
            Write("ServerHasFinishedProvisioning", "true", nil, 200),
            Write("IsSyncDone", "true", "bool", 200), Write("IsSyncDone", "false", "bool", 200),
            Write("IsSyncDone", "2", "bool", 415), Write("WasDeviceSuccessfullyProvisioned", "0", "int", 200),
            Write("WasDeviceSuccessfullyProvisioned", "1", "int", 200),
            Write("WasDeviceSuccessfullyProvisioned", "2", "int", 200),
            Write("WasDeviceSuccessfullyProvisioned", "3", "int", 500),
            Write("WasDeviceSuccessfullyProvisioned", "true", "bool", 415),
            Write("BlockInStatusPage", "0", "int", 200), Write("BlockInStatusPage", "7", "int", 200),
            Write("BlockInStatusPage", "8", "int", 500), Write("BlockInStatusPage", "true", "bool", 415),
            Write("AllowCollectLogsButton", "true", "bool", 200), Write("CustomErrorText", "call us", "chr", 200),
            Write("SkipUserStatusPage", "false", "bool", 200), Write("SkipDeviceStatusPage", "false", "bool", 200),
            Write("ExpectedPolicies", item, "chr", 200), Write("ExpectedPolicies", "", "chr", 200),
        ])
    func values(scope: PartScope, write: Write) {
        guard scope == .device || !Self.deviceOnly.contains(write.leaf) else { return }
        var tree = Devices.withFirstSyncStatus(scope)
        let node = Devices.firstSyncStatus(scope, write.leaf)
        let before = tree.get(node)
        let application = tree.send(.replace, node, write.value, format: write.format)
        #expect(application.status == write.status)
        switch write.status {
        case 200: #expect(tree.get(node) == write.value)
        case 415: #expect(application.error == .invalidDataType)
        default: #expect(application.error == .invalidArgument)
        }
        if write.status != 200 { #expect(tree.get(node) == before, "the old value is kept") }
    }

    /// A line of windows-csp.md 3.3.3: writes that come before, the write in question, what it gives.
    struct Transition: Sendable, CustomTestStringConvertible {
        var before: [(leaf: String, value: String)]
        var leaf: String
        var value: String
        var isAccepted: Bool
        var id: String

        init(
            _ before: [(leaf: String, value: String)], _ leaf: String, _ value: String, _ isAccepted: Bool, _ id: String
        ) {
            self.before = before
            self.leaf = leaf
            self.value = value
            self.isAccepted = isAccepted
            self.id = id
        }

        var testDescription: String {
            "\(id): \(before.map { "\($0.leaf) \($0.value)" }.joined(separator: ", ")) then \(leaf) := \(value) \(isAccepted ? "is accepted" : "is refused")"
        }
    }

    private static let finished = [(leaf: "ServerHasFinishedProvisioning", value: "true")]
    private static let done = [(leaf: "IsSyncDone", value: "true")]
    private static let failed = [(leaf: "WasDeviceSuccessfullyProvisioned", value: "0")]
    private static let succeeded = [(leaf: "WasDeviceSuccessfullyProvisioned", value: "1")]
    private static let running = [(leaf: "WasDeviceSuccessfullyProvisioned", value: "2")]

    static let transitions: [Transition] =
        [
            Transition([], "ServerHasFinishedProvisioning", "true", true, "ESP-404"),
            Transition(finished, "ServerHasFinishedProvisioning", "true", true, "ESP-404"),
            Transition(finished, "ServerHasFinishedProvisioning", "1", true, "ESP-404"),
            Transition(finished, "ServerHasFinishedProvisioning", "false", false, "ESP-404"),
            Transition(finished, "ServerHasFinishedProvisioning", "0", false, "ESP-404"),
            Transition([], "ServerHasFinishedProvisioning", "false", true, "ESP-404"),
            Transition([], "IsSyncDone", "true", true, "ESP-405"),
            Transition([], "IsSyncDone", "false", true, "ESP-405"),
            Transition(done, "IsSyncDone", "false", false, "ESP-405"),
            Transition(done, "IsSyncDone", "true", false, "ESP-405"),
            Transition(failed + done, "IsSyncDone", "true", false, "ESP-405"),
            Transition(failed, "IsSyncDone", "true", true, "ESP-406"),
            Transition(running, "WasDeviceSuccessfullyProvisioned", "0", true, "ESP-406"),
            Transition(running, "WasDeviceSuccessfullyProvisioned", "1", true, "ESP-406"),
            Transition(finished, "WasDeviceSuccessfullyProvisioned", "1", true, "ESP-406"),
        ]
        + ["0", "1", "2"].flatMap { value in
            [
                Transition(failed, "WasDeviceSuccessfullyProvisioned", value, false, "ESP-406"),
                Transition(succeeded, "WasDeviceSuccessfullyProvisioned", value, false, "ESP-406"),
            ]
        }
        + lists.flatMap { list in
            [
                Transition([], list, item, true, "ESP-404"), Transition(finished, list, item, false, "ESP-404"),
                Transition(finished, list, "", false, "ESP-404"),
                Transition(done + failed, list, item, true, "ESP-404"),
            ]
        }
        + [
            Transition(finished, "TimeOutUntilSyncFailure", "90", false, "ESP-404"),
            Transition([], "TimeOutUntilSyncFailure", "90", true, "ESP-404"),
            // The page re-reads these late (ledger 34).
            Transition(finished, "BlockInStatusPage", "5", true, "ESP-404"),
            Transition(finished, "CustomErrorText", "late", true, "ESP-404"),
            Transition(finished, "AllowCollectLogsButton", "true", true, "ESP-404"),
            Transition(finished, "SkipUserStatusPage", "true", true, "ESP-404"),
            Transition(finished, "SkipDeviceStatusPage", "true", true, "ESP-404"),
        ]

    @Test("3.3.3 transitions", arguments: PartScope.allCases, transitions)
    func transition(scope: PartScope, line: Transition) {
        guard scope == .device || !Self.deviceOnly.contains(line.leaf) else { return }
        var tree = Devices.withFirstSyncStatus(scope)
        for write in line.before {
            #expect(tree.status(.replace, Devices.firstSyncStatus(scope, write.leaf), write.value) == 200)
        }
        let node = Devices.firstSyncStatus(scope, line.leaf)
        let before = tree.get(node)
        let application = tree.send(.replace, node, line.value)
        guard !line.isAccepted else {
            #expect(application.status == 200)
            #expect(tree.get(node) == line.value)
            return
        }
        #expect(application.status == 405)
        #expect(application.error == .commandNotAllowed)
        #expect(application.row == .latched)
        #expect(application.decision.advice.first?.reference.contains(line.id) == true)
        #expect(tree.get(node) == before)
    }

    @Test("ESP-404 a frozen list cannot be added or deleted either", arguments: PartScope.allCases)
    func frozenAddAndDelete(scope: PartScope) {
        var tree = Devices.withFirstSyncStatus(scope)
        let list = Devices.firstSyncStatus(scope, "ExpectedPolicies")
        #expect(tree.status(.replace, list, Self.item) == 200)
        #expect(tree.status(.replace, Devices.firstSyncStatus(scope, "ServerHasFinishedProvisioning"), "true") == 200)
        #expect(tree.status(.delete, list) == 405)
        #expect(tree.status(.add, Devices.firstSyncStatus(scope, "ExpectedSCEPCerts"), Self.item) == 405)
        #expect(tree.get(list) == Self.item)
    }

    @Test("ESP-404 each scope freezes alone")
    func scopesAreIndependent() {
        var tree = Devices.withFirstSyncStatus(.user)
        #expect(tree.status(.replace, Devices.firstSyncStatus(.device, "ServerHasFinishedProvisioning"), "true") == 200)
        #expect(tree.status(.replace, Devices.firstSyncStatus(.user, "ExpectedPolicies"), Self.item) == 200)
        #expect(tree.get(Devices.firstSyncStatus(.user, "ServerHasFinishedProvisioning")) == "false")
    }

    @Test("ESP-415 another provider is independent", arguments: PartScope.allCases)
    func providersAreIndependent(scope: PartScope) {
        var tree = Devices.withFirstSyncStatus(scope)
        #expect(tree.status(.replace, Devices.firstSyncStatus(scope, "ServerHasFinishedProvisioning"), "true") == 200)
        let other = { Devices.firstSyncStatus(scope, $0, provider: "Other") }
        #expect(tree.status(.add, scope.csp("DMClient/Provider/Other/FirstSyncStatus"), format: "node") == 200)
        #expect(tree.get(other("ServerHasFinishedProvisioning")) == "false")
        #expect(tree.status(.replace, other("ExpectedPolicies"), Self.item) == 200)
        #expect(tree.status(.get, Devices.firstSyncStatus(scope, "ExpectedPolicies")) == 404)
    }

    @Test("ESP-401 FirstSyncStatus takes Add, Delete and Get; the user tree has it only once added")
    func registration() {
        var tree = Devices.enrolled()
        let user = Devices.account(.user) + "/FirstSyncStatus"
        #expect(tree.status(.get, user) == 404)
        #expect(tree.status(.replace, Devices.firstSyncStatus(.user, "IsSyncDone"), "true") == 405)
        #expect(tree.status(.add, user, format: "node") == 200, "the Add makes the provider too")
        #expect(tree.status(.add, Devices.account(.user), format: "node") == 418)
        #expect(tree.status(.replace, user, "x") == 405)
        #expect(tree.status(.delete, user) == 200)
        #expect(tree.status(.get, user) == 404)
    }

    @Test("A Delete of FirstSyncStatus and a new Add begin again")
    func beginAgain() {
        var tree = Devices.withFirstSyncStatus(.device)
        #expect(tree.status(.replace, Devices.firstSyncStatus(.device, "IsSyncDone"), "true") == 200)
        #expect(tree.status(.delete, Devices.account + "/FirstSyncStatus") == 200)
        #expect(tree.status(.add, Devices.account + "/FirstSyncStatus", format: "node") == 200)
        #expect(tree.get(Devices.firstSyncStatus(.device, "IsSyncDone")) == "false")
    }

    @Test("ESP-410 logs button and error text exist in both scopes, apart", arguments: PartScope.allCases)
    func errorText(scope: PartScope) {
        var tree = Devices.withFirstSyncStatus(.user)
        let other: PartScope = scope == .user ? .device : .user
        #expect(tree.status(.replace, Devices.firstSyncStatus(scope, "CustomErrorText"), "here") == 200)
        #expect(tree.status(.get, Devices.firstSyncStatus(other, "CustomErrorText")) == 404)
        #expect(
            tree.status(.delete, Devices.firstSyncStatus(scope, "CustomErrorText")) == (scope == .device ? 200 : 405))
        #expect(tree.status(.delete, Devices.firstSyncStatus(scope, "AllowCollectLogsButton")) == 405)
    }

    @Test(
        "ESP-402, ESP-403 list syntax: stored as sent, oddities told",
        arguments: [
            ("ExpectedPolicies", "./a\u{F000}./b", [String]()), ("ExpectedPolicies", "\u{F000}./a\u{F000}", []),
            ("ExpectedPolicies", " ./a \u{F000}\n\"./b\"", []),
            ("ExpectedPolicies", "./a\\xF000./b", ["firstsync.list-separator"]),
            ("ExpectedPolicies", "./a0xF000./b", ["firstsync.list-separator"]),
            ("ExpectedPolicies", "Policy/a", ["firstsync.list-item"]),
            ("ExpectedMSIAppPackages", "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D/Status;4", []),
            ("ExpectedMSIAppPackages", "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D/Status", []),
            (
                "ExpectedMSIAppPackages", "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D;4",
                ["firstsync.msi-item"]
            ),
            ("ExpectedMSIAppPackages", "./Vendor/MSFT/Office/Installation/x/Status;0", ["firstsync.list-count"]),
            (
                "ExpectedModernAppPackages", "./Vendor/MSFT/EnterpriseModernAppManagement/a/Name;many",
                ["firstsync.list-count"]
            ),
            ("ExpectedModernAppPackages", "./Vendor/a;b/Name;2", []),
        ])
    func listSyntax(leaf: String, value: String, advice: [String]) {
        var tree = Devices.enrolled()
        let application = tree.send(.replace, Devices.firstSyncStatus(.device, leaf), value, format: "chr")
        #expect(application.status == 200)
        #expect(application.advised == advice)
        #expect(application.decision.advice.allSatisfy { $0.severity == .warning })
        #expect(tree.get(Devices.firstSyncStatus(.device, leaf)) == value)
    }

    @Test("3.3.6 the hold sequence of a production server, sent twice, then the release")
    func holdAndRelease() {
        var tree = Devices.enrolled()
        let preparation = "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/Example"
        let adds = [Devices.account(.user), Devices.account(.user) + "/FirstSyncStatus", preparation]
        let writes = [
            ("SkipDeviceStatusPage", "false"), ("SkipUserStatusPage", "false"), ("BlockInStatusPage", "1"),
            ("AllowCollectLogsButton", "true"), ("CustomErrorText", "Ask us"), ("TimeOutUntilSyncFailure", "180"),
        ]
        for round in 0..<2 {
            for add in adds { #expect(tree.status(.add, add, format: "node") == (round == 0 ? 200 : 418)) }
            for (leaf, value) in writes {
                #expect(tree.status(.replace, Devices.firstSyncStatus(.device, leaf), value) == 200)
            }
            #expect(tree.status(.replace, preparation + "/InstallationState", "1", format: "int") == 200)
        }
        #expect(tree.status(.replace, preparation + "/InstallationState", "3", format: "int") == 200)
        for scope in PartScope.allCases {
            #expect(
                tree.status(.replace, Devices.firstSyncStatus(scope, "ServerHasFinishedProvisioning"), "true") == 200)
        }
        #expect(tree.status(.replace, Devices.firstSyncStatus(.device, "SkipUserStatusPage"), "true") == 200)
    }

    @Test(
        "Before 1803 the page's own nodes do not exist",
        arguments: ["AllowCollectLogsButton", "CustomErrorText", "BlockInStatusPage", "SkipDeviceStatusPage"])
    func before1803(leaf: String) {
        var tree = Devices.enrolled("10.0.16299.1")
        #expect(tree.status(.get, Devices.firstSyncStatus(.device, "IsSyncDone")) == 200)
        #expect(tree.send(.get, Devices.firstSyncStatus(.device, leaf)).row == .notOnThisWindows)
    }
}

/// Answers that the reference leaves open (esp-behaviour.md 9).
struct FirstSyncRulesTests {
    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/"

    private func answer(_ leaf: String, _ value: String, _ rules: FirstSyncRules, finished: Bool = false) -> Application
    {
        var tree = DeviceTree(schema: WindowsSchema(), providers: Providers.all(firstSync: rules))
        tree.setLocally(Self.account + "ServerHasFinishedProvisioning", value: finished ? "true" : "false")
        return tree.apply(Request(verb: .replace, cmdID: "1", target: Self.account + leaf, data: value))
    }

    @Test("U-08: a write after the freeze answers 405, or 500 where the switch says so", arguments: [405, 500])
    func frozen(status: Int) {
        let rules = FirstSyncRules(frozenStatus: status)
        #expect(answer("ExpectedPolicies", "./x", rules, finished: true).status == status)
        #expect(answer("ExpectedPolicies", "./x", rules).status == 200)
        // BlockInStatusPage stays writable (ESP-404).
        #expect(answer("BlockInStatusPage", "5", rules, finished: true).status == 200)
    }

    @Test(
        "U-03: 1 to 1440 minutes are taken, or 60 to 1440 where the switch says so; outside the old value stays",
        arguments: [
            (1, 0, 500), (1, 1, 200), (1, 59, 200), (60, 59, 500), (60, 60, 200), (60, 1440, 200), (1, 1441, 500),
        ])
    func timeout(shortest: Int, minutes: Int, status: Int) {
        #expect(
            answer("TimeOutUntilSyncFailure", String(minutes), FirstSyncRules(shortestTimeout: shortest)).status
                == status)
    }
}
