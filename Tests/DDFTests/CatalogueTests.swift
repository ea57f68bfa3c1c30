import Foundation
import Testing

@testable import DDF

/// The compiled catalogue against the descriptions it was made from (design.md section 3).
@Suite(.enabled(if: SharedDDF.isPresent))
struct CatalogueTests {
    static let catalogue = CatalogueCompiler.compile(
        documents: SharedDDF.files.compactMap { file in
            SharedDDF.documents[file.edition + "/" + file.name].map { (edition: file.edition, document: $0) }
        })

    static let text = CatalogueWriter.write(catalogue)

    @Test("design.md 3: the catalogue that ships is what the data compiles to")
    func shipped() throws {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = checkout.appending(path: "Sources/CSP/Catalogue/ShippedCatalogue.swift")
        let shipped = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        // Not compared inside #expect, which would print both.
        let isEqual = shipped == CatalogueWriter.writeSwift(Self.catalogue)
        #expect(isEqual, "compile it again: espalier ddf compile DIR -o Sources/CSP/Catalogue/ShippedCatalogue.swift")
    }

    @Test("the order of the documents does not matter")
    func deterministic() {
        let documents = SharedDDF.documents.map { (edition: String($0.key.prefix { $0 != "/" }), document: $0.value) }
        let isEqual = CatalogueWriter.write(CatalogueCompiler.compile(documents: documents.shuffled())) == Self.text
        #expect(isEqual)
    }

    @Test("the reader gives the compiler's roots and trees, field by field")
    func roundTrip() throws {
        let reader = try CatalogueReader(Array(Self.text.utf8))
        #expect(reader.count == Self.catalogue.entries.count)
        for (index, entry) in Self.catalogue.entries.enumerated() {
            #expect(reader.root(at: index) == entry.root)
            let isEqual = try reader.tree(at: index) == entry.tree
            #expect(isEqual, "\(entry.root.canonicalPath)")
            let root = entry.root
            #expect(reader.index(of: root.scope, csp: root.csp.uppercased(), area: root.area?.lowercased()) == index)
        }
    }

    @Test("design.md 3: every node of the chosen descriptions is there with the same facts and not retired")
    func chosenNodes() throws {
        var compared = 0
        for (file, document) in SharedDDF.documents {
            let edition = String(file.prefix { $0 != "/" })
            for root in document.roots {
                guard let address = RootAddress(uri: root.uri), let entry = Self.entry(address) else { continue }
                guard entry.root.edition == edition, entry.root.declaredPath == root.uri, file != Self.secondFile
                else { continue }
                Self.compare(root.node, entry.tree, path: root.uri) { path, described, compiled in
                    compared += 1
                    #expect(described.facts == compiled?.facts, "\(file) \(path)")
                }
            }
        }
        // All of v2-feb2025 and what only other editions describe.
        #expect(compared > 6000)
    }

    /// Its root comes from Reporting_DDF_desktop.xml of the same edition, which sorts first.
    private static let secondFile = "v1-1903/Reporting_DDF_mobile.xml"

    private static func compare(
        _ described: NodeDescription, _ compiled: NodeDescription, path: String,
        _ body: (String, NodeDescription, NodeDescription?) -> Void
    ) {
        body(path, described, compiled)
        // The areas of version 1 are roots of their own.
        let isPolicy = path.hasSuffix("/Policy/Config") || path.hasSuffix("/Policy/Result")
        for child in described.children where !isPolicy || child.isDynamic {
            let childPath = path + "/" + child.displayName
            if let other = compiled.children.first(where: { $0.displayName == child.displayName }) {
                compare(child, other, path: childPath, body)
            } else {
                body(childPath, child, nil)
            }
        }
    }

    @Test("windows-csp.md 5.9 row 8: every address of NODES.tsv is known, at least as retired")
    func everyPath() throws {
        for row in try SharedDDF.rows("NODES.tsv") {
            // The container of all CSPs, which VPN.xml of 2019 describes; and Result mirrors Config.
            if row[1] == "./Vendor/MSFT" { continue }
            let path = row[1].replacing(/Policy\/Result\/([^{])/) { "Policy/Config/\($0.output.1)" }
            #expect(Self.isKnown(path), "\(row[0]) \(row[1])")
        }
        #expect(!Self.isKnown("./Device/Vendor/MSFT/VPNv2/{ProfileName}/Nonsense"))
        #expect(!Self.isKnown("./User/Vendor/MSFT/Policy/Config/Nonsense"))
    }

    private static func isKnown(_ path: String) -> Bool {
        guard let address = RootAddress(uri: path) else { return false }
        var names = address.rest
        if address.csp == "Policy", names.count >= 2, names[0] == "Config", !names[1].hasPrefix("{") {
            let key = CatalogueKey(scope: address.scope, csp: "Policy", area: names[1])
            names.removeFirst(2)
            return tree(key).map { isKnown(names[...], below: $0) } ?? false
        }
        return entry(address).map { isKnown(names[...], below: $0.tree) } ?? false
    }

    private static func isKnown(_ names: ArraySlice<String>, below node: NodeDescription) -> Bool {
        guard let name = names.first else { return true }
        let isPlaceholder = name == "*" || name.hasPrefix("{")
        return node.children.contains { child in
            let fits =
                isPlaceholder
                ? child.isDynamic || name == "{*}" : child.name.lowercased() == name.lowercased()
            return fits && isKnown(names.dropFirst(), below: child)
        }
    }

    private static let trees = Dictionary(
        uniqueKeysWithValues: catalogue.entries.map { entry in
            (CatalogueKey(scope: entry.root.scope, csp: entry.root.csp, area: entry.root.area), entry)
        })

    private static func tree(_ key: CatalogueKey) -> NodeDescription? { trees[key]?.tree }

    private static func entry(_ address: RootAddress) -> Catalogue.Entry? {
        trees[CatalogueKey(scope: address.scope, csp: address.csp, area: address.area)]
    }

    @Test("design.md 3: the newest edition of each scope, and what only version 1 knows")
    func roots() throws {
        let root = { (scope: CatalogueRoot.Scope, csp: String, area: String?) in
            try #require(Self.trees[CatalogueKey(scope: scope, csp: csp, area: area)]?.root)
        }
        let device = try root(.device, "DeclaredConfiguration", nil)
        #expect(device.edition == "v2-feb2025")
        #expect(!device.isV1Only)
        let user = try root(.user, "DeclaredConfiguration", nil)
        #expect(user.edition == "v1-20h2")
        #expect(!user.isV1Only)
        for scope in [CatalogueRoot.Scope.device, .user] {
            let tracking = try root(scope, "EnrollmentStatusTracking", nil)
            #expect(tracking.edition == "v1-20h2")
            #expect(tracking.isV1Only)
        }
        #expect(try root(.device, "SurfaceHub", nil).edition == "v2-dec2022")
        #expect(try root(.device, "Policy", nil).canonicalPath == "./Device/Vendor/MSFT/Policy")
        let browser = try root(.user, "policy", "browser")
        #expect(browser.canonicalPath == "./User/Vendor/MSFT/Policy/Config/Browser")
        #expect(browser.edition == "v2-feb2025")
        #expect(try root(.outside, "DMAcc", nil).canonicalPath == "./SyncML/DMAcc")
        #expect(try root(.outside, "DevInfo", nil).canonicalPath == "./DevInfo")
        let firewall = try root(.device, "Firewall", nil)
        #expect(firewall.canonicalPath == "./Device/Vendor/MSFT/Firewall")
        #expect(firewall.declaredPath == "./Vendor/MSFT/Firewall")
        #expect(try root(.device, "DMClient", nil).cspVersion == "1.0")
        #expect(try root(.device, "SUPL", nil).declaredPath == "./Vendor/MSFT/SUPL")
        #expect(Self.trees.count == Self.catalogue.entries.count)
    }

    @Test("windows-csp.md 5.9 row 9: what only older editions know is retired, renamed placeholders are not")
    func retired() throws {
        let find = { (csp: String, names: [String]) in
            var node = try #require(Self.tree(CatalogueKey(scope: .device, csp: csp, area: nil)))
            for name in names { node = try #require(node.children.first { $0.displayName == name }) }
            return node
        }
        #expect(try find("VPNv2", ["{ProfileName}", "LockDown"]).facts.isRetired)
        #expect(try !find("DMClient", ["Provider", "{ProviderID}"]).facts.isRetired)
        #expect(try find("DMClient", ["Provider"]).dynamicChildren.count == 1)
        #expect(try find("Firewall", []).children.map(\.name) == ["MdmStore"])
        #expect(try find("Office", ["Installation"]).children.filter { $0.name == "id" }.map(\.isDynamic) == [true])
        #expect(try !find("Reporting", ["SecurityAuditing"]).facts.isRetired)
    }

    @Test("the catalogue stays small")
    func size() {
        #expect(Self.text.utf8.count < 700_000)
    }
}
