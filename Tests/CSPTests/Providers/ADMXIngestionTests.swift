import DMTree
import Foundation
import Notation
import Testing

@testable import CSP

/// ADMX ingestion (windows-csp.md 4.6): an ADMX file makes policies, and takes them along.
@Suite struct ADMXIngestionTests {
    private static func ingested(_ text: String = ADMXFiles.standard) -> DeviceTree {
        var tree = Devices.fresh()
        #expect(tree.status(.add, ADMXFiles.node("File1"), text, format: "chr") == 200)
        return tree
    }

    @Test(
        "A policy exists in the scope of its class, at the chain of its categories, root first",
        arguments: [
            ("./Device", "Contoso~Policy~Top/ForMachine", 200), ("./User", "Contoso~Policy~Top/ForUser", 200),
            ("./Device", "Contoso~Policy~Top/ForBoth", 200), ("./User", "Contoso~Policy~Top/ForBoth", 200),
            ("./Device", "Contoso~Policy~Top~Sub/Deep", 200), ("./Vendor/..", "", 400),
            ("./Device", "contoso~policy~TOP~sub/deep", 200), ("./Device", "Contoso~ Policy~Top~Sub/Deep", 200),
            ("./Device", "Contoso~%20Policy~Top~Sub/Deep", 200),
            // The wrong scope is row 9, everything else row 8.
            ("./User", "Contoso~Policy~Top/ForMachine", 405), ("./Device", "Contoso~Policy~Top/ForUser", 405),
            ("./Device", "Contoso~Policy~Sub/Deep", 404), ("./Device", "Contoso~Policy~Sub~Top/Deep", 404),
            ("./Device", "Contoso~Preference~Top~Sub/Deep", 404), ("./Device", "Contoso~Policy~Top/Deep", 404),
            ("./Device", "Contoso~Policy/ForMachine", 404), ("./Device", "Contoso~Top/ForMachine", 404),
            ("./Device", "Fabrikam~Policy~Top/ForMachine", 404), ("./Device", "Contoso~Policy~Top/Deep/More", 404),
        ])
    func addresses(scope: String, policy: String, status: Int) {
        var tree = Self.ingested()
        let config = "\(scope)/Vendor/MSFT/Policy/Config/\(policy)"
        #expect(tree.status(.replace, config, "<enabled/>", format: "chr") == status)
        let isThere = status == 200
        #expect(tree.get(config.replacing("/Config/", with: "/Result/")) == (isThere ? "<enabled/>" : nil))
        #expect((tree.get(config) == "<enabled/>") == isThere)
    }

    @Test("A stray blank behind the first ~ names the same node")
    func strayBlank() {
        var tree = Self.ingested()
        let config = "./Device/Vendor/MSFT/Policy/Config/"
        #expect(tree.status(.add, config + "Contoso~ Policy~Top/ForMachine", "<enabled/>") == 200)
        #expect(tree.status(.add, config + "Contoso~Policy~Top/ForMachine", "<disabled/>") == 418)
        #expect(tree.ingestedAreas(.device) == ["Contoso~Policy~Top"])
        #expect(tree.status(.delete, config + "Contoso~Policy~Top/ForMachine") == 200)
        #expect(tree.status(.get, config + "Contoso~ Policy~Top/ForMachine") == 404)
    }

    @Test(
        "5.9 What exists: neither area nor policy is there before it is set, and Delete makes it not configured again")
    func life() {
        var tree = Self.ingested()
        let area = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top"
        #expect(tree.status(.get, area) == 404)
        #expect(tree.status(.add, area, format: "node") == 200)
        #expect(tree.get(area) == "")
        #expect(tree.status(.add, area + "/ForMachine", "<enabled/>", format: "chr") == 200)
        #expect(tree.status(.replace, area + "/ForMachine", "<disabled/>", format: "chr") == 200)
        #expect(tree.get(area) == "ForMachine")
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result/Contoso~Policy~Top/ForMachine") == "<disabled/>")
        #expect(tree.status(.delete, area + "/ForMachine") == 200)
        #expect(tree.status(.get, area + "/ForMachine") == 404)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result") == "")
        #expect(tree.status(.delete, area) == 200)
        #expect(tree.status(.get, area) == 404)
    }

    @Test(
        "Every verb on what no file brought answers with the rule and the nearest name",
        arguments: [
            ("Contso~Policy~Top/ForMachine", 404, "policy.admx-missing", "ADMXInstall/Contso/Policy"),
            ("Contoso~Policy~Topp/ForMachine", 404, "policy.admx-area", "Contoso~Policy~Top"),
            ("Contoso~Policy~Nothing~Like~It/X", 404, "policy.admx-area", "root first"),
            ("Contoso~Policy~Sub/Deep", 404, "policy.admx-area", "Contoso~Policy~Top~Sub"),
            ("Contoso~Policy~Top/Deep", 404, "policy.admx-policy", "stands in \"Contoso~Policy~Top~Sub\""),
            ("Contoso~Policy~Top/ForMachin", 404, "policy.admx-policy", "ForMachine"),
            ("Contoso~Policy~Top/Else", 404, "policy.admx-policy", "name attribute"),
            ("Contoso~Policy~Top/ForUser", 405, "policy.admx-scope", "./User"),
        ])
    func unknown(policy: String, status: Int, rule: String, hint: String) throws {
        var tree = Self.ingested()
        let before = tree.storage.count
        for part in ["Config", "Result"] {
            for verb in [Verb.add, .replace, .get, .delete, .exec] {
                let answer = tree.send(verb, "./Device/Vendor/MSFT/Policy/\(part)/\(policy)", "<enabled/>")
                // Row 9 answers a Get with 404.
                let expected = verb == .get ? 404 : status
                #expect(answer.status == expected, "\(verb) \(part)")
                #expect(answer.error == (expected == 404 ? .nodeNotFound : .commandNotAllowed))
                #expect(answer.advised == [rule])
                #expect(try #require(answer.decision.advice.first).hint.contains(hint))
                #expect(answer.row == (status == 404 ? .unknownNode : .notOnThisWindows))
            }
        }
        #expect(tree.storage.count == before)
    }

    @Test("An area alone exists where a class of its policies has it")
    func areaScope() {
        var tree = Self.ingested(
            ADMXFiles.file(categories: [("Top", nil)], policies: ADMXFiles.policy("P", "User", in: "Top")))
        #expect(tree.status(.add, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top", format: "node") == 405)
        #expect(tree.status(.add, "./User/Vendor/MSFT/Policy/Config/Contoso~Policy~Top", format: "node") == 200)
    }

    private static let machine = ADMXFiles.policy("P", in: "Top")

    @Test(
        "Files that make no policies leave the tree as it was",
        arguments: [
            (nil, 415, .xmlParseError, "policy.admx-file"), ("", 415, .xmlParseError, "policy.admx-file"),
            ("x", 415, .xmlParseError, "policy.admx-file"),
            ("<policyDefinitions>", 415, .xmlParseError, "policy.admx-file"),
            ("&lt;policyDefinitions/&gt;", 415, .xmlParseError, "policy.admx-file"),
            ("<policyDefinitionResources/>", 500, .invalidArgument, "policy.admx-file"),
            ("<enabled/>", 500, .invalidArgument, "policy.admx-file"),
            (ADMXFiles.file(categories: [], policies: machine), 500, .invalidArgument, "policy.admx-file"),
            (
                ADMXFiles.file(categories: [("Top", "Up")], policies: machine), 500, .invalidArgument,
                "policy.admx-file"
            ),
            (
                ADMXFiles.file(categories: [("Top", "Up"), ("Up", "Top")], policies: machine), 500, .invalidArgument,
                "policy.admx-file"
            ),
            (
                ADMXFiles.file(
                    categories: [("Top", nil)], policies: ADMXFiles.policy("P", "Everybody", in: "Top")), 500,
                .invalidArgument, "policy.admx-file"
            ),
            (
                ADMXFiles.file(categories: [("Top", nil)], policies: "<policy name=\"P\" class=\"Both\" key=\"a\"/>"),
                500, .invalidArgument, "policy.admx-file"
            ),
            (
                ADMXFiles.file(categories: [("Top", nil)], policies: "<policy class=\"Both\" key=\"a\"/>"), 500,
                .invalidArgument, "policy.admx-file"
            ),
            (
                ADMXFiles.file(categories: [("Top", nil)], policies: "<policy name=\"P\" class=\"Both\"/>"), 500,
                .invalidArgument, "policy.admx-file"
            ),
            (
                ADMXFiles.file(
                    categories: [("Top", nil)],
                    policies: ADMXFiles.policy(
                        "P", in: "Top", elements: "<decimal id=\"n\" minValue=\"9\" maxValue=\"8\"/>")),
                500, .invalidArgument, "policy.admx-file"
            ),
            (
                ADMXFiles.file(
                    categories: [("Top", nil)], policies: ADMXFiles.policy("P", in: "Top", elements: "<text/>")), 500,
                .invalidArgument, "policy.admx-file"
            ),
            (
                ADMXFiles.file(
                    categories: [("Top", nil)],
                    policies: ADMXFiles.policy("P", in: "Top", key: #"Software\Microsoft\Windows"#)), 500,
                .invalidArgument, "policy.admx-key"
            ),
        ] as [(String?, Int, HRESULT, String)])
    func refused(text: String?, status: Int, error: HRESULT, rule: String) {
        var tree = Devices.fresh()
        let before = tree.storage.count
        for verb in [Verb.add, .replace] {
            if verb == .replace { tree.send(.add, ADMXFiles.install + "/Contoso/Policy", format: "node") }
            let answer = tree.send(verb, ADMXFiles.node("File1"), text, format: "chr")
            #expect(answer.status == status && answer.error == error && answer.advised == [rule])
            #expect(tree.status(.get, ADMXFiles.node("File1")) == 404)
            if verb == .add { #expect(tree.storage.count == before) }
        }
    }

    @Test("A refused new version leaves the old one and its values")
    func refusedReplace() {
        var tree = Self.ingested()
        let policy = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForMachine"
        #expect(tree.status(.replace, policy, "<enabled/>") == 200)
        #expect(tree.status(.replace, ADMXFiles.node("File1"), "<policyDefinitions>") == 415)
        #expect(tree.get(ADMXFiles.node("File1")) == ADMXFiles.standard)
        #expect(tree.get(policy) == "<enabled/>")
    }

    @Test(
        "5.9 row 17 comes before the file, row 12 and 14 before everything",
        arguments: [
            (.add, "Contoso/Policy/File1", "bin", 415), (.replace, "Contoso/Policy/File1", "chr", 404),
            (.add, "Contoso/Policy/File1/More", "chr", 404), (.exec, "Contoso/Policy/File1", nil, 404),
            (.delete, "Contoso", nil, 404), (.replace, "Contoso/Policy", "node", 404),
        ] as [(Verb, String, String?, Int)])
    func wrongOrder(verb: Verb, path: String, format: String?, status: Int) {
        var tree = Devices.fresh()
        #expect(tree.status(verb, ADMXFiles.install + "/" + path, ADMXFiles.standard, format: format) == status)
    }

    @Test("The user tree has no ConfigOperations")
    func userScope() {
        var tree = Devices.fresh()
        let user = ADMXFiles.node("File1").replacing("./Device", with: "./User")
        #expect(tree.status(.add, user, ADMXFiles.standard) == 405)
    }

    @Test(
        "Settings types are Policy and Preference, in any case",
        arguments: [
            ("Policy", 200), ("Preference", 200), ("policy", 200), ("Preferences", 500), ("Config", 500),
            ("Properties/Policy", 200), ("Properties/Other", 500),
        ])
    func settingsType(type: String, status: Int) {
        var tree = Devices.fresh()
        let answer = tree.send(.add, ADMXFiles.install + "/Contoso/" + type, format: "node")
        #expect(answer.status == status)
        #expect(answer.advised == (status == 200 ? [] : ["policy.admx-settings-type"]))
        guard !type.hasPrefix("Properties") else { return }
        let file = tree.send(.add, ADMXFiles.node("File1", type: type), ADMXFiles.standard)
        #expect(file.status == status)
        let area = "./Device/Vendor/MSFT/Policy/Config/Contoso~\(type)~Top/ForBoth"
        #expect(tree.status(.replace, area, "<enabled/>") == (status == 200 ? 200 : 404))
    }

    @Test("5.9 row 11: a second Add of a file answers 418")
    func again() {
        var tree = Self.ingested()
        #expect(tree.status(.add, ADMXFiles.node("File1"), ADMXFiles.standard) == 418)
        #expect(tree.status(.add, ADMXFiles.node("FILE1"), ADMXFiles.standard) == 418)
        #expect(tree.status(.add, ADMXFiles.node("File2"), ADMXFiles.standard) == 200)
        #expect(tree.get(ADMXFiles.install + "/Contoso/Policy") == "File1/File2")
        #expect(tree.get(ADMXFiles.node("File1")) == ADMXFiles.standard)
    }

    @Test("A new version keeps the values of the policies that it still has")
    func newVersion() {
        var tree = Self.ingested()
        for scope in PartScope.allCases {
            for policy in ["Top/ForBoth", "Top~Sub/Deep"] {
                #expect(tree.status(.replace, scope.csp("Policy/Config/Contoso~Policy~\(policy)"), "<enabled/>") == 200)
            }
        }
        let version = ADMXFiles.file(
            categories: [("Top", nil)],
            policies: ADMXFiles.policy("ForBoth", "Both", in: "Top") + ADMXFiles.policy("New", in: "Top"))
        #expect(tree.status(.replace, ADMXFiles.node("File1"), version) == 200)
        for scope in PartScope.allCases {
            #expect(tree.ingestedAreas(scope) == ["Contoso~Policy~Top"])
            #expect(tree.get(scope.csp("Policy/Result/Contoso~Policy~Top/ForBoth")) == "<enabled/>")
            #expect(tree.status(.get, scope.csp("Policy/Result/Contoso~Policy~Top~Sub/Deep")) == 404)
        }
        #expect(tree.status(.replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/New", "<enabled/>") == 200)
    }

    @Test("A version label is the server's, and goes with the file")
    func version() {
        var tree = Self.ingested()
        let label = ADMXFiles.install + "/Contoso/Properties/Policy/File1/Version"
        #expect(tree.status(.replace, label, "1.0") == 404, "5.9 row 14: the named ancestor wants an Add")
        #expect(tree.status(.add, label, "1.0") == 200)
        #expect(tree.status(.replace, label, "2.0") == 200)
        #expect(tree.get(label) == "2.0")
        #expect(tree.status(.delete, ADMXFiles.node("File1")) == 200)
        #expect(tree.status(.get, label) == 404)
    }

    /// What is set from two files of type Policy and one of type Preference.
    private static func full() -> DeviceTree {
        var tree = Devices.fresh()
        let other = ADMXFiles.file(
            namespace: "Contoso.More", categories: [("More", nil)], policies: ADMXFiles.policy("P", "Both", in: "More"))
        #expect(tree.status(.add, ADMXFiles.node("File1"), ADMXFiles.standard) == 200)
        #expect(tree.status(.add, ADMXFiles.node("File2"), other) == 200)
        #expect(tree.status(.add, ADMXFiles.node("File1", type: "Preference"), other) == 200)
        #expect(tree.status(.add, ADMXFiles.node("File1", app: "ContosoTwo"), other) == 200)
        for scope in PartScope.allCases {
            for policy in [
                "Contoso~Policy~Top/ForBoth", "Contoso~Policy~More/P", "Contoso~Preference~More/P",
                "ContosoTwo~Policy~More/P",
            ] {
                #expect(tree.status(.replace, scope.csp("Policy/Config/" + policy), "<enabled/>") == 200)
            }
        }
        return tree
    }

    @Test(
        "A Delete takes exactly the policies of what is deleted along, in both scopes",
        arguments: [
            ("/Contoso/Policy/File1", ["Contoso~Policy~More", "Contoso~Preference~More", "ContosoTwo~Policy~More"]),
            ("/Contoso/Policy/File2", ["Contoso~Policy~Top", "Contoso~Preference~More", "ContosoTwo~Policy~More"]),
            ("/Contoso/Policy", ["Contoso~Preference~More", "ContosoTwo~Policy~More"]),
            (
                "/Contoso/Preference/File1",
                ["Contoso~Policy~Top", "Contoso~Policy~More", "ContosoTwo~Policy~More"]
            ),
            ("/Contoso", ["ContosoTwo~Policy~More"]), ("", []),
        ])
    func removal(deleted: String, left: [String]) {
        var tree = Self.full()
        #expect(tree.status(.delete, ADMXFiles.install + deleted) == 200)
        for scope in PartScope.allCases {
            #expect(tree.ingestedAreas(scope) == left)
            #expect(tree.get(scope.csp("Policy/Result")) == left.joined(separator: "/"))
        }
    }

    @Test("What two files have stays until the second goes")
    func shared() {
        var tree = Self.ingested()
        let policy = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForMachine"
        #expect(tree.status(.add, ADMXFiles.node("File2"), ADMXFiles.standard) == 200)
        #expect(tree.status(.replace, policy, "<enabled/>") == 200)
        #expect(tree.status(.delete, ADMXFiles.node("File1")) == 200)
        #expect(tree.get(policy) == "<enabled/>")
        #expect(tree.status(.delete, ADMXFiles.node("File2")) == 200)
        #expect(tree.status(.get, policy) == 404)
    }

    @Test("A failed Atomic takes file and policies back")
    func rollback() {
        let before = Devices.fresh()
        var tree = before
        #expect(tree.send(.add, ADMXFiles.node("File1"), ADMXFiles.standard, isInAtomic: true).canUndo)
        #expect(
            tree.send(
                .replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForMachine", "<enabled/>",
                isInAtomic: true
            ).canUndo)
        tree = before
        #expect(tree.status(.get, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForMachine") == 404)
    }

    @Test("A tree that was saved and loaded knows its ADMX files")
    func saved() throws {
        var tree = Self.ingested()
        let policy = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForMachine"
        #expect(tree.status(.replace, policy, "<enabled/>") == 200)
        let saved = try JSONDecoder().decode(DeviceTree.Saved.self, from: JSONEncoder().encode(tree.saved))
        var copy = Devices.fresh()
        copy.restore(saved)
        #expect(copy.get(policy) == "<enabled/>")
        #expect(
            copy.status(.replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForBoth", "<enabled/>") == 200)
        #expect(
            copy.status(.replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/Else", "<enabled/>") == 404)
        #expect(copy.status(.delete, ADMXFiles.node("File1")) == 200)
        #expect(copy.status(.get, policy) == 404)
    }

    @Test("A user who signs in after the file was deleted has lost its policies, and nothing else")
    func laterUser() {
        var tree = Self.ingested()
        let policy = "./User/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/ForUser"
        let other = "./User/Vendor/MSFT/Policy/Config/Browser/HomePages"
        #expect(tree.status(.replace, policy, "<enabled/>") == 200)
        #expect(tree.status(.replace, other, "<https://a.example.test>") == 200)
        let user = tree.switchUser(to: nil)
        #expect(tree.status(.delete, ADMXFiles.install + "/Contoso") == 200)
        _ = tree.switchUser(to: user)
        ADMXIngestion.removePoliciesWithoutFile(in: &tree)
        #expect(tree.ingestedAreas(.user).isEmpty)
        #expect(tree.get("./User/Vendor/MSFT/Policy/Result") == "Browser")
        #expect(tree.get(other) == "<https://a.example.test>")
    }

    // MARK: Categories of other files

    private static let base = ADMXFiles.file(
        namespace: "Fabrikam.Base", categories: [("Fabrikam", nil), ("Products", "Fabrikam")], policies: "")
    private static let product = ADMXFiles.file(
        namespace: "Fabrikam.Tool", using: [("base", "Fabrikam.Base")], categories: [("Tool", "base:Products")],
        policies: ADMXFiles.policy("P", in: "Tool") + ADMXFiles.policy("Q", in: "base:Products"))

    @Test(
        "The category of another namespace counts when its file was installed before",
        arguments: [
            ([("Base", base), ("Product", product)], "Fabrikam~Products~Tool", "Fabrikam~Products"),
            ([("Product", product), ("Base", base)], "Tool", ""), ([("Product", product)], "Tool", ""),
        ])
    func otherFiles(files: [(String, String)], tool: String, products: String) {
        var tree = Devices.fresh()
        for (name, text) in files { #expect(tree.status(.add, ADMXFiles.node(name), text) == 200) }
        for (chain, policy) in [(tool, "P"), (products, "Q")] {
            let area = (["Contoso", "Policy"] + (chain.isEmpty ? [] : [chain])).joined(separator: "~")
            let uri = "./Device/Vendor/MSFT/Policy/Config/\(area)/\(policy)"
            #expect(tree.status(.replace, uri, "<enabled/>") == 200, "\(uri)")
        }
    }

    @Test("The same namespace in two files: without prefix, found only behind the file that defines the category")
    func sameNamespace() {
        let first = ADMXFiles.file(categories: [("Top", nil)], policies: "")
        let second = ADMXFiles.file(categories: [("Sub", "Top")], policies: ADMXFiles.policy("P", in: "Sub"))
        var tree = Devices.fresh()
        #expect(tree.send(.add, ADMXFiles.node("Second"), second).advised == ["policy.admx-file"])
        #expect(tree.status(.add, ADMXFiles.node("First"), first) == 200)
        #expect(tree.status(.add, ADMXFiles.node("Second"), second) == 200)
        let policy = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Top~Sub/P"
        #expect(tree.status(.replace, policy, "<enabled/>") == 200)
        #expect(tree.status(.delete, ADMXFiles.node("First")) == 200)
        #expect(tree.status(.get, policy) == 404, "its area went with the category")
        #expect(tree.status(.replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Sub/P", "<enabled/>") == 200)
    }

    @Test("Another app or settings type brings no categories")
    func otherApp() {
        var tree = Devices.fresh()
        #expect(tree.status(.add, ADMXFiles.node("Base", app: "Base"), Self.base) == 200)
        #expect(tree.status(.add, ADMXFiles.node("Base", type: "Preference"), Self.base) == 200)
        #expect(tree.status(.add, ADMXFiles.node("Product"), Self.product) == 200)
        #expect(tree.status(.replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~Tool/P", "<enabled/>") == 200)
    }

    // MARK: Registry keys

    @Test(
        "4.6: keys that ingested policies may not write to",
        arguments: [
            (#"Software\Policies\Contoso"#, true), (#"Software\Contoso"#, true), (#"System"#, false),
            (#"SYSTEM\CurrentControlSet\Control"#, false), (#"Systems\X"#, true), (#"Software\Microsoft"#, false),
            (#"software\MICROSOFT\Windows\CurrentVersion\Policies"#, false), (#"Software\MicrosoftEdge"#, true),
            (#"Software\Policies\Microsoft\Windows\AppInstaller"#, false), (#"Software\Policies\Microsoft"#, false),
            (#"Software\Policies\Microsoft\Office\16.0"#, true), (#"Software\Microsoft\Office"#, true),
            (#"Software\Microsoft\Windows\CurrentVersion\Explorer\Advanced"#, true),
            (#"Software\Microsoft\Internet Explorer\Main"#, true), (#"Software\Microsoft\OneDrive"#, true),
            (#"Software\Policies\Microsoft\OneDrive"#, false), (#"software\policies\microsoft\vba\security\x"#, true),
            (#"software\policies\microsoft\vba\other"#, false),
            (#"Software\Policies\Microsoft\Edge\Recommended"#, true),
            (#"\Software\Microsoft\X"#, false),
        ])
    func keys(key: String, isAllowed: Bool) {
        #expect(RegistryKeyRule.allows(key) == isAllowed)
        var tree = Devices.fresh()
        for (name, policies) in [
            ("A", ADMXFiles.policy("P", in: "Top", key: key)),
            ("B", ADMXFiles.policy("P", in: "Top", elements: "<text id=\"t\" key=\"\(key)\" valueName=\"v\"/>")),
            (
                "C",
                ADMXFiles.policy(
                    "P", in: "Top",
                    elements: "<enum id=\"e\" valueName=\"v\"><item><value><decimal value=\"1\"/></value><valueList>"
                        + "<item key=\"\(key)\" valueName=\"w\"/></valueList></item></enum>")
            ),
        ] {
            let answer = tree.send(
                .add, ADMXFiles.node(name), ADMXFiles.file(categories: [("Top", nil)], policies: policies))
            #expect(answer.status == (isAllowed ? 200 : 500))
            #expect(answer.advised == (isAllowed ? [] : ["policy.admx-key"]))
        }
    }

    // MARK: Abuse

    @Test("A file that is cut off anywhere is refused with 415")
    func truncation() {
        let bytes = Array(ADMXFiles.standard.utf8)
        var tree = Devices.fresh()
        for count in 1..<bytes.count {
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            let answer = tree.send(.add, ADMXFiles.node("File1"), text)
            #expect(answer.status == 415 && answer.error == .xmlParseError, "\(count) bytes")
        }
        #expect(tree.status(.get, ADMXFiles.install) == 404)
    }

    @Test("Files that are odd and right")
    func oddities() {
        let texts = [
            "<policyDefinitions/>", "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><policyDefinitions/>",
            "<policyDefinitions xmlns=\"http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions\"/>",
            "<!-- --><policyDefinitions><else><policy/></else></policyDefinitions>",
        ]
        for text in texts {
            var tree = Devices.fresh()
            #expect(tree.status(.add, ADMXFiles.node("File1"), text) == 200, "\(text)")
        }
    }

    @Test("A category chain of any length and a file of a thousand policies")
    func large() {
        var categories: [(name: String, parent: String?)] = [("C0", nil)]
        for index in 1..<200 { categories.append(("C\(index)", "C\(index - 1)")) }
        let policies = (0..<1000).map { ADMXFiles.policy("P\($0)", "Both", in: "C\($0 % 200)") }.joined()
        var tree = Devices.fresh()
        #expect(
            tree.status(.add, ADMXFiles.node("File1"), ADMXFiles.file(categories: categories, policies: policies))
                == 200)
        let chain = categories.prefix(151).map(\.name).joined(separator: "~")
        let area = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~\(chain)"
        #expect(tree.status(.replace, area + "/P950", "<enabled/>") == 200)
        #expect(tree.status(.replace, area + "/P951", "<enabled/>") == 404)
    }

    @Test("The published example of 4.6, whose file declares no namespaces")
    func published() {
        let text =
            "<policyDefinitions revision=\"1.0\" schemaVersion=\"1.0\"><categories><category name=\"ParentCategoryArea\"/>"
            + "<category name=\"Category1\"><parentCategory ref=\"ParentCategoryArea\" /></category></categories><policies>"
            + "<policy name=\"Mode\" class=\"Machine\" key=\"software\\policies\\contoso\\companyApp\" valueName=\"mode\">"
            + "<parentCategory ref=\"Category1\" /><supportedOn ref=\"windows:SUPPORTED_Windows7\" /><elements>"
            + "<text id=\"Internal\" valueName=\"a\" required=\"true\" /></elements></policy></policies>"
            + "</policyDefinitions>"
        var tree = Devices.fresh()
        #expect(tree.status(.add, ADMXFiles.node("AppAdmxFile01", app: "ContosoCompanyApp"), text) == 200)
        let policy =
            "./Device/Vendor/MSFT/Policy/Config/ContosoCompanyApp~ Policy~ParentCategoryArea~Category1/Mode"
        #expect(tree.status(.replace, policy, "<enabled/><data id=\"Internal\" value=\"x\"/>", format: "chr") == 200)
    }
}
