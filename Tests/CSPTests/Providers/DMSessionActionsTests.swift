import CSP
import DMTree
import Testing

/// DMSessionActions (windows-csp.md 4.15), in both scopes.
@Suite struct DMSessionActionsTests {
    private static func root(_ scope: PartScope) -> String { scope.csp("DMSessionActions/\(Devices.provider)") }

    private static func nodes(_ scope: PartScope) -> String { root(scope) + "/CheckinAlertConfiguration/Nodes" }

    /// Watches a node, and the end of a session behind it.
    private static func watching(_ uri: String, _ scope: PartScope = .device) -> DeviceTree {
        var tree = Devices.enrolled()
        #expect(tree.status(.add, root(scope), format: "node") == 200)
        #expect(tree.status(.add, nodes(scope) + "/1", format: "node") == 200)
        #expect(tree.status(.add, nodes(scope) + "/1/NodeURI", uri, format: "chr") == 200)
        return tree
    }

    private static let watched = Devices.account + "/HelpWebsite"

    @Test("A node that changes on the device is told once, with its NodeID in AlertData", arguments: PartScope.allCases)
    func change(scope: PartScope) {
        var tree = Self.watching(Self.watched, scope)
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
        #expect(tree.get(Self.root(scope) + "/AlertData") == "")
        tree.setLocally(Self.watched, value: "https://help.example.test")
        let alert = GenericAlert(
            code: 1224, type: CheckinAlert.type, source: Self.root(scope) + "/AlertData", data: "1")
        #expect(CheckinAlert.raise(in: &tree) == [alert])
        #expect(tree.get(Self.root(scope) + "/AlertData") == "1")
        #expect(CheckinAlert.raise(in: &tree) == [alert], "a session that broke has told nothing")
        CheckinAlert.remember(in: &tree)
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
        tree.removeLocally(Self.watched)
        #expect(CheckinAlert.raise(in: &tree) == [alert], "that it went is a change")
    }

    @Test("Several nodes stand in AlertData with commas between them, in the order in which they were added")
    func several() {
        var tree = Self.watching(Self.watched)
        for (id, uri) in [("b", "./DevInfo/Lang"), ("a", Devices.account + "/HelpPhoneNumber")] {
            #expect(tree.status(.add, "\(Self.nodes(.device))/\(id)/NodeURI", uri) == 200)
        }
        tree.setLocally(Devices.account + "/HelpPhoneNumber", value: "1")
        tree.setLocally(Self.watched, value: "x")
        #expect(CheckinAlert.raise(in: &tree).map(\.data) == ["1,a"])
    }

    @Test("An interior node changes with anything below it")
    func interior() {
        var tree = Self.watching(Devices.account + "/Poll")
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
        tree.setLocally(Devices.account + "/Poll/NumberOfFirstRetries", value: "7")
        #expect(CheckinAlert.raise(in: &tree).count == 1)
        CheckinAlert.remember(in: &tree)
        tree.setLocally(Devices.account + "/Poll/NumberOfFirstRetries", value: "8")
        #expect(CheckinAlert.raise(in: &tree).count == 1)
    }

    @Test("What the server writes itself in a session is nothing new to it")
    func ownWrites() {
        var tree = Self.watching(Self.watched)
        #expect(tree.status(.replace, Self.watched, "https://new.example.test") == 200)
        CheckinAlert.remember(in: &tree)
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
        // A NodeURI that is set anew is measured from now on.
        tree.setLocally(Self.watched, value: "changed")
        #expect(tree.status(.replace, Self.nodes(.device) + "/1/NodeURI", Self.watched) == 200)
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
    }

    @Test("A deleted node, and settings of another server, are not looked at")
    func others() {
        var tree = Self.watching(Self.watched)
        #expect(tree.status(.delete, Self.nodes(.device) + "/1") == 200)
        tree.setLocally(Self.watched, value: "x")
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
        var other = Self.watching(Self.watched)
        other.providerID = "Another"
        other.setLocally(Self.watched, value: "x")
        #expect(CheckinAlert.raise(in: &other).isEmpty)
    }

    @Test("PowerSettings are numbers that are kept", arguments: PartScope.allCases)
    func power(scope: PartScope) {
        var tree = Self.watching(Self.watched, scope)
        for leaf in ["MaxSkippedSessionsInLowPowerState", "MaxTimeSessionsSkippedInLowPowerState"] {
            let node = "\(Self.root(scope))/PowerSettings/\(leaf)"
            #expect(tree.status(.get, node) == 404)
            let word = tree.send(.add, node, "many", format: "int")
            #expect(word.status == 415 && word.error == .invalidDataType)
            #expect(tree.status(.add, node, "5", format: "int") == 200)
            #expect(tree.status(.replace, node, "6", format: "int") == 200)
            #expect(tree.get(node) == "6")
            #expect(tree.status(.exec, node) == 405)
        }
    }

    @Test(
        "Values that Windows takes and cannot use: a warning",
        arguments: [
            ("1", "./Device//x", ["sessionactions.node-uri"]), ("1", "", ["sessionactions.node-uri"]),
            ("a,b", "./DevInfo/Lang", ["sessionactions.node-id"]), ("c", "./DevInfo/Lang", []),
        ])
    func warnings(id: String, uri: String, rules: [String]) {
        var tree = Devices.enrolled()
        let application = tree.send(.add, "\(Self.nodes(.device))/\(id)/NodeURI", uri, format: "chr")
        #expect(application.status == 200 && application.advised == rules)
        #expect(CheckinAlert.raise(in: &tree).isEmpty)
    }

    @Test("Wrong order and wrong verbs: 404 before the Adds, AlertData for Get only, the record unseen")
    func wrong() {
        var fresh = Devices.enrolled()
        let early = fresh.send(.replace, Self.nodes(.device) + "/1/NodeURI", "./DevInfo/Lang")
        #expect(early.status == 404 && early.advised == ["node.parent-missing"])
        #expect(fresh.status(.get, Self.root(.device) + "/AlertData") == 404)
        var tree = Self.watching(Self.watched)
        for verb in [Verb.add, .replace, .delete, .exec] {
            #expect(tree.status(verb, Self.root(.device) + "/AlertData", "1") == 405)
        }
        #expect(tree.status(.replace, Self.nodes(.device) + "/1", "x") == 405)
        #expect(tree.get(Self.nodes(.device) + "/1") == "NodeURI")
        #expect(tree.status(.get, Self.nodes(.device) + "/1/SeenValue") == 404)
        var nobody = Devices.fresh(hasUser: false)
        #expect(nobody.status(.add, Self.root(.user), format: "node") == 405)
    }
}
