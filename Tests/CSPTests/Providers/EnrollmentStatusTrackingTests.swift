import DDF
import DMTree
import Testing

@testable import CSP

/// EnrollmentStatusTracking (windows-csp.md 2, ESP-411 to ESP-414).
@Suite struct EnrollmentStatusTrackingTests {
    /// A line of the tables in windows-csp.md 2.1 and 2.2.
    struct Line: Sendable, CustomTestStringConvertible {
        var path: String
        var format: NodeFormat
        var verbs: String
        var occurrence: Occurrence
        var isDynamic: Bool
        var inUserTree = true

        init(
            _ path: String, _ format: NodeFormat, _ verbs: String, _ occurrence: Occurrence, _ scope: String,
            user: Bool = true
        ) {
            self.path = path
            self.format = format
            self.verbs = verbs
            self.occurrence = occurrence
            isDynamic = scope == "D"
            inUserTree = user
        }

        var testDescription: String { path.isEmpty ? "(root)" : path }
    }

    private static let preparation = "DevicePreparation/PolicyProviders"
    private static let apps = "Setup/Apps"

    static let lines = [
        Line("", .node, "G", .one, "P"),
        Line("DevicePreparation", .node, "G", .one, "P", user: false),
        Line(preparation, .node, "G", .one, "P", user: false),
        Line("\(preparation)/Sidecar", .node, "ADGR", .zeroOrMore, "D", user: false),
        Line("\(preparation)/Sidecar/InstallationState", .int, "ADGR", .one, "D", user: false),
        Line("\(preparation)/Sidecar/LastError", .int, "ADGR", .one, "D", user: false),
        Line("\(preparation)/Sidecar/Timeout", .int, "ADGR", .one, "D", user: false),
        Line("\(preparation)/Sidecar/TrackedResourceTypes", .node, "ADGR", .one, "D", user: false),
        Line("\(preparation)/Sidecar/TrackedResourceTypes/Apps", .bool, "ADGR", .one, "D", user: false),
        Line("Setup", .node, "G", .one, "P"),
        Line(apps, .node, "G", .one, "P"),
        Line("\(apps)/PolicyProviders", .node, "G", .one, "P"),
        Line("\(apps)/PolicyProviders/Sidecar", .node, "ADGR", .zeroOrMore, "D"),
        Line("\(apps)/PolicyProviders/Sidecar/TrackingPoliciesCreated", .bool, "ADGR", .one, "D"),
        Line("\(apps)/Tracking", .node, "G", .one, "P"),
        Line("\(apps)/Tracking/Sidecar", .node, "ADGR", .zeroOrMore, "D"),
        Line("\(apps)/Tracking/Sidecar/Win32App_1", .node, "ADGR", .zeroOrMore, "D"),
        Line("\(apps)/Tracking/Sidecar/Win32App_1/TrackingUri", .chr, "ADGR", .zeroOrOne, "D"),
        Line("\(apps)/Tracking/Sidecar/Win32App_1/InstallationState", .int, "ADGR", .zeroOrOne, "D"),
        // The description says One, its text optional (ledger 5).
        Line("\(apps)/Tracking/Sidecar/Win32App_1/RebootRequired", .int, "ADGR", .zeroOrOne, "D"),
        Line("Setup/HasProvisioningCompleted", .bool, "G", .one, "P"),
    ]

    private static func uri(_ scope: PartScope, _ path: String) -> String {
        scope.csp("EnrollmentStatusTracking") + (path.isEmpty ? "" : "/\(path)")
    }

    @Test("The whole tree of both scopes", arguments: PartScope.allCases, lines)
    func description(scope: PartScope, line: Line) throws {
        let resolution = Devices.fresh().schema.resolve(try TreeURI(Self.uri(scope, line.path)))
        guard scope == .device || line.inUserTree else {
            guard case .absent(.scope(.device)) = resolution.standing else {
                Issue.record("the user tree has no \(line.path)")
                return
            }
            return
        }
        guard case .described = resolution.standing else {
            Issue.record("\(resolution.standing)")
            return
        }
        let facts = try #require(resolution.node).facts
        #expect(facts.format == line.format)
        #expect(facts.access.names.compactMap(\.first).map(String.init).joined() == line.verbs)
        #expect(facts.occurrence == line.occurrence)
        #expect(facts.scope == (line.isDynamic ? .dynamic : .permanent))
        #expect(facts.allowedValues == nil)
    }

    @Test("ESP-411 a provider is registered by its Add, then its leaves take Replace at once; unset leaves answer 404")
    func registration() {
        var tree = Devices.fresh()
        let provider = Self.uri(.device, "\(Self.preparation)/Sidecar")
        #expect(tree.status(.replace, provider + "/InstallationState", "1", format: "int") == 404, "wants an Add first")
        #expect(tree.status(.add, provider, format: "node") == 200)
        #expect(tree.status(.add, provider, format: "node") == 418)
        for leaf in ["InstallationState", "LastError", "Timeout"] {
            #expect(tree.status(.get, "\(provider)/\(leaf)") == 404, "\(leaf)")
        }
        #expect(tree.get(provider + "/TrackedResourceTypes/Apps") == "false")
        for state in ["1", "2", "3", "4", "1"] {
            let application = tree.send(.replace, provider + "/InstallationState", state, format: "int")
            #expect(application.status == 200 && application.advised.isEmpty)
            #expect(tree.get(provider + "/InstallationState") == state)
        }
        #expect(tree.status(.delete, provider) == 200)
        #expect(tree.status(.get, provider + "/InstallationState") == 404)
    }

    @Test(
        "Numbers that no reader understands are stored with a warning; other texts are refused",
        arguments: [
            ("\(preparation)/Sidecar/InstallationState", "0", 200, true),
            ("\(preparation)/Sidecar/InstallationState", "5", 200, true),
            ("\(preparation)/Sidecar/Timeout", "0", 200, true), ("\(preparation)/Sidecar/Timeout", "15", 200, false),
            ("\(apps)/Tracking/Sidecar/a/InstallationState", "0", 200, true),
            ("\(apps)/Tracking/Sidecar/a/InstallationState", "2", 200, false),
            ("\(apps)/Tracking/Sidecar/a/RebootRequired", "4", 200, true),
            ("\(apps)/Tracking/Sidecar/a/RebootRequired", "3", 200, false),
            ("\(preparation)/Sidecar/InstallationState", "done", 415, false),
            ("\(preparation)/Sidecar/TrackedResourceTypes/Apps", "yes", 415, false),
            ("\(apps)/PolicyProviders/Sidecar/TrackingPoliciesCreated", "2", 415, false),
        ])
    func values(path: String, value: String, status: Int, isWarned: Bool) {
        var tree = Devices.fresh()
        for parent in [
            "\(Self.preparation)/Sidecar", "\(Self.apps)/PolicyProviders/Sidecar", "\(Self.apps)/Tracking/Sidecar/a",
        ] {
            tree.send(.add, Self.uri(.device, parent), format: "node")
        }
        let application = tree.send(.replace, Self.uri(.device, path), value)
        #expect(application.status == status)
        #expect(application.advised.contains("tracking.unknown-value") == isWarned)
        #expect(
            tree.get(Self.uri(.device, path))
                == (status == 200 ? value : path.hasSuffix("Apps") || path.hasSuffix("Created") ? "false" : nil))
    }

    @Test("Format bool on an int node is refused", arguments: ["InstallationState", "Timeout"])
    func wrongFormat(leaf: String) {
        var tree = Devices.fresh()
        tree.send(.add, Self.uri(.device, "\(Self.preparation)/Sidecar"), format: "node")
        #expect(
            tree.status(.replace, Self.uri(.device, "\(Self.preparation)/Sidecar/\(leaf)"), "true", format: "bool")
                == 415)
    }

    @Test("LastError holds an HRESULT, and a server that writes it is told that it is the provider's")
    func lastError() {
        var tree = Devices.fresh()
        let provider = Self.uri(.device, "\(Self.preparation)/Sidecar")
        tree.send(.add, provider, format: "node")
        let application = tree.send(.replace, provider + "/LastError", "-2147023293", format: "int")
        #expect(application.status == 200)
        #expect(application.advised == ["tracking.last-error"])
        #expect(tree.get(provider + "/LastError") == "-2147023293")
    }

    @Test("ESP-412 TrackingPoliciesCreated is false until the provider says otherwise", arguments: PartScope.allCases)
    func policiesCreated(scope: PartScope) {
        var tree = Devices.fresh()
        let provider = Self.uri(scope, "\(Self.apps)/PolicyProviders/Sidecar")
        #expect(tree.status(.get, provider + "/TrackingPoliciesCreated") == 404)
        #expect(tree.status(.add, provider, format: "node") == 200)
        #expect(tree.get(provider + "/TrackingPoliciesCreated") == "false")
        tree.setLocally(provider + "/TrackingPoliciesCreated", value: "true", writer: .agent)
        #expect(tree.get(provider + "/TrackingPoliciesCreated") == "true")
        #expect(tree.storedLeaves.last?.writer == .agent)
    }

    @Test("ESP-413 an app's life, and no RebootRequired while nobody set it", arguments: PartScope.allCases)
    func app(scope: PartScope) {
        var tree = Devices.fresh()
        let app = Self.uri(scope, "\(Self.apps)/Tracking/Sidecar/Win32App_1")
        #expect(tree.status(.add, app, format: "node") == 200)
        #expect(tree.status(.get, app + "/RebootRequired") == 404)
        #expect(tree.status(.get, app + "/InstallationState") == 404)
        for state in ["1", "2", "3"] {
            #expect(tree.status(.replace, app + "/InstallationState", state, format: "int") == 200)
        }
        #expect(tree.get(app + "/InstallationState") == "3")
        #expect(tree.status(.add, app + "/RebootRequired", "2", format: "int") == 200)
        #expect(tree.get(app) == "InstallationState/RebootRequired")
    }

    @Test(
        "ESP-414 HasProvisioningCompleted is true outside of the page, and no server writes it",
        arguments: PartScope.allCases)
    func provisioningCompleted(scope: PartScope) {
        var tree = Devices.fresh()
        let node = Self.uri(scope, "Setup/HasProvisioningCompleted")
        #expect(tree.get(node) == "true")
        for verb in [Verb.replace, .add, .delete, .exec] {
            #expect(tree.status(verb, node, "false", format: "bool") == 405)
        }
        tree.setLocally(node, value: "false")
        #expect(tree.get(node) == "false")
    }
}
