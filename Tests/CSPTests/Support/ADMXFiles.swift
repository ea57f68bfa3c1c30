import DMTree

/// ADMX files made for the tests.
enum ADMXFiles {
    static let install = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall"

    static func node(_ file: String, app: String = "Contoso", type: String = "Policy") -> String {
        "\(install)/\(app)/\(type)/\(file)"
    }

    /// A file with categories (name and parent) and policies as XML.
    static func file(
        namespace: String? = "Contoso.Policies", using: [(prefix: String, namespace: String)] = [],
        categories: [(name: String, parent: String?)], policies: String
    ) -> String {
        var text = "<policyDefinitions revision=\"1.0\" schemaVersion=\"1.0\">"
        if let namespace {
            text += "<policyNamespaces><target prefix=\"own\" namespace=\"\(namespace)\"/>"
            for used in using { text += "<using prefix=\"\(used.prefix)\" namespace=\"\(used.namespace)\"/>" }
            text += "</policyNamespaces>"
        }
        text += "<categories>"
        for category in categories {
            text += "<category name=\"\(category.name)\" displayName=\"$(string.\(category.name))\">"
            if let parent = category.parent { text += "<parentCategory ref=\"\(parent)\"/>" }
            text += "</category>"
        }
        return text + "</categories><policies>\(policies)</policies></policyDefinitions>"
    }

    /// A policy without inputs, or with those given as XML.
    static func policy(
        _ name: String, _ scope: String = "Machine", in category: String,
        key: String = #"Software\Policies\Contoso"#, elements: String = ""
    ) -> String {
        "<policy name=\"\(name)\" class=\"\(scope)\" displayName=\"$(string.x)\" key=\"\(key)\" valueName=\"\(name)\">"
            + "<parentCategory ref=\"\(category)\"/><supportedOn ref=\"windows:SUPPORTED_Windows10\"/>"
            + (elements.isEmpty ? "" : "<elements>\(elements)</elements>") + "</policy>"
    }

    /// Area `Contoso~Policy~Top` with Machine, User and Both, area `Contoso~Policy~Top~Sub` with Deep.
    static let standard = file(
        categories: [("Top", nil), ("Sub", "Top")],
        policies: policy("ForMachine", in: "Top") + policy("ForUser", "User", in: "Top")
            + policy("ForBoth", "Both", in: "own:Top") + policy("Deep", "Both", in: "Sub"))
}

extension DeviceTree {
    /// The areas of ADMX files that hold values.
    mutating func ingestedAreas(_ scope: PartScope) -> [String] {
        (get(scope.csp("Policy/Config")) ?? "").split(separator: "/").map(String.init).filter { $0.contains("~") }
    }
}
