import DMTree
import XMLStream

/// The document of AppInventoryQuery: which packages, and what of them (windows-csp.md 4.2). Keywords compare without
/// case, in both spellings of the prose.
struct AppInventoryQuery: Hashable, Sendable {
    typealias Package = DeviceFacts.InstalledPackage

    /// What the results say of a package.
    enum Output: Hashable, Sendable {
        /// Family and full name; in every answer.
        case names
        /// All leaves but RequiresReinstall, which takes time to find out.
        case details
        case requiresReinstall
    }

    var output: Set<Output>
    var origins: Set<Package.Origin>
    var kinds: Set<Package.Kind>
    /// Part of a family name; nil: any.
    var familyName: String?
    /// Part of a publisher; nil: any.
    var publisher: String?

    /// - Throws: when the text is not XML, no Inventory, or has a keyword that does not exist.
    init(parsing text: String) throws(DocumentFault) {
        let cursor = try XMLCursor(document: text, root: "Inventory")
        output = []
        for word in Self.words(cursor.attribute("Output") ?? "PackageNames") {
            output.insert(try Self.output(word))
        }
        var origins: Set<Package.Origin> = []
        for word in Self.words(cursor.attribute("Source") ?? "") {
            guard let origin = Package.Origin.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() })
            else { throw DocumentFault(message: "Source has no \"\(word)\"") }
            origins.insert(origin)
        }
        self.origins = origins.isEmpty ? Set(Package.Origin.allCases) : origins
        kinds = []
        for word in Self.words(cursor.attribute("PackageTypeFilter") ?? "Main|Bundle|Framework") {
            kinds.formUnion(try Self.kinds(word))
        }
        familyName = cursor.attribute("PackageFamilyName")
        publisher = cursor.attribute("Publisher")
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: "|").map { word in
            String(word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }

    private static func output(_ word: String) throws(DocumentFault) -> Output {
        switch word.lowercased() {
        case "packagenames", "packagesname": return .names
        case "packagedetails": return .details
        case "requiresreinstall", "requiredreinstall": return .requiresReinstall
        default: throw DocumentFault(message: "Output has no \"\(word)\"")
        }
    }

    private static func kinds(_ word: String) throws(DocumentFault) -> [Package.Kind] {
        switch word.lowercased() {
        case "all": return Package.Kind.allCases
        // Packages of the phone; there are none on a desktop.
        case "xap": return []
        default:
            guard let kind = Package.Kind(rawValue: word.lowercased()) else {
                throw DocumentFault(message: "PackageTypeFilter has no \"\(word)\"")
            }
            return [kind]
        }
    }
}

extension AppInventoryQuery {
    private static let details = [
        "Name", "Version", "Publisher", "Architecture", "InstallLocation", "IsFramework", "IsBundle", "InstallDate",
        "ResourceID", "PackageStatus", "Users", "IsProvisioned",
    ]

    /// The packages that the query asks for. No document prints the results; element and attribute names are those that
    /// management servers read (our choice).
    func results(below management: TreeURI, in tree: DeviceTree) -> String {
        var packages = ""
        for origin in Package.Origin.allCases where origins.contains(origin) {
            let origin = management.child(origin.rawValue)
            for family in tree.children(origin.canonical) ?? [] {
                guard contains(familyName, in: family) else { continue }
                for name in tree.children(origin.child(family).canonical) ?? [] {
                    guard let package = ModernPackage(fullName: name) else { continue }
                    packages += row(package, family, origin.child(family).child(name), in: tree)
                }
            }
        }
        return "<Packages>\(packages)</Packages>"
    }

    /// Empty for a package that the query does not ask for.
    private func row(_ package: ModernPackage, _ family: String, _ uri: TreeURI, in tree: DeviceTree) -> String {
        func value(_ leaf: String) -> String { tree.value(uri.child(leaf).canonical) ?? "" }
        guard kinds.contains(Self.kind(package, value)), contains(publisher, in: value("Publisher")) else { return "" }
        var attributes = [("PackageFamilyName", family), ("PackageFullName", package.fullName)]
        if output.contains(.details) { attributes += Self.details.map { ($0, value($0)) } }
        if output.contains(.requiresReinstall) {
            attributes.append(("RequiresReinstall", value("RequiresReinstall")))
        }
        return XMLText.tag("Package", attributes, isEmpty: true)
    }

    private static func kind(_ package: ModernPackage, _ value: (String) -> String) -> Package.Kind {
        if value("IsFramework") == "1" { return .framework }
        if value("IsBundle") == "1" { return .bundle }
        // Packages of Windows itself have words such as "neutral" here and are no resources.
        return Package.kind(of: package) == .resource && package.resourceID.contains(".") ? .resource : .main
    }

    private func contains(_ part: String?, in text: String) -> Bool {
        part.map { text.lowercased().contains($0.lowercased()) } ?? true
    }
}
