import DDF
import DMTree
import TestSupport
import Testing

@testable import CSP

/// What a 26200 device reports as registered (design.md section 3).
@Suite struct RegisteredRootsTests {
    /// One line of `csp-roots-26200.tsv`.
    struct Line: Sendable, CustomTestStringConvertible {
        var uri: String
        var version: String
        var testDescription: String { "\(uri) \(version)" }

        /// WMI classes and PolicyManager are local (design.md section 3).
        var isLocal: Bool { uri.hasPrefix("./cimv2/") || uri.contains("/PolicyManager/") }

        static let all: [Line] =
            ((try? SharedData.table("observations/csp-roots-26200.tsv")) ?? []).map {
                Line(uri: $0["root"] ?? "", version: $0["version"] ?? "")
            }
    }

    @Test("The table is the file's", .enabled(if: SharedData.isPresent))
    func sameTable() throws {
        let roots = RegisteredRoots.build26200
        var expected: [String: (scopes: Set<CatalogueRoot.Scope>, version: String)] = [:]
        for line in Line.all where !line.isLocal {
            let uri = try TreeURI(line.uri)
            let name = uri.segments.dropFirst(uri.structuralCount).joined(separator: "/")
            expected[name, default: ([], line.version)].scopes.insert(CatalogueRoot.Scope(uri.scope))
            #expect(expected[name]?.version == line.version, "one version for all scopes of \(name)")
        }
        #expect(expected.count > 80)
        for scope in CatalogueRoot.Scope.allCases {
            let names = Set(expected.filter { $0.value.scopes.contains(scope) }.keys)
            #expect(Set(roots.entries(in: scope).map(\.name)) == names, "\(scope)")
        }
        for (name, value) in expected { #expect(roots[name.lowercased()]?.version == value.version, "\(name)") }
    }

    @Test(
        "A listed CSP exists on 26200 Enterprise in each listed scope, with its version",
        .enabled(if: SharedData.isPresent))
    func listedExists() throws {
        var tree = Devices.fresh()
        for line in Line.all where !line.isLocal {
            let isObserved = line.uri == "./User/Vendor/MSFT/DeclaredConfiguration"  // OBS-012
            #expect(tree.status(.get, line.uri) == (isObserved ? 406 : 200), "\(line.uri)")
            let name = line.uri.split(separator: "/").last.map(String.init) ?? ""
            #expect(tree.get(line.uri + "?prop=Type") == "com.microsoft/\(line.version)/MDM/\(name)", "\(line.uri)")
        }
    }

    @Test("./cimv2 and PolicyManager are never answered", .enabled(if: SharedData.isPresent))
    func localIsUnknown() throws {
        var tree = Devices.fresh()
        let local = Line.all.filter(\.isLocal)
        #expect(local.count > 50)
        for line in local { #expect(tree.status(.get, line.uri) == 404, "\(line.uri)") }
        #expect(tree.status(.get, "./cimv2") == 404)
        #expect(tree.status(.get, "./Vendor/MSFT/PolicyManager") == 404)
        #expect(!(tree.get(".") ?? "").contains("cimv2"))
        #expect(!(tree.get("./Vendor/MSFT") ?? "").contains("PolicyManager"))
    }

    @Test("The roots of a scope are listed, each once", .enabled(if: SharedData.isPresent))
    func children() throws {
        var tree = Devices.fresh()
        for (parent, scope) in [("./Device/Vendor/MSFT", TreeURI.Scope.device), ("./User/Vendor/MSFT", .user)] {
            let names = (tree.get(parent) ?? "").split(separator: "/").map(String.init)
            #expect(Set(names.map { $0.lowercased() }).count == names.count)
            for line in Line.all where !line.isLocal {
                let uri = try TreeURI(line.uri)
                guard uri.scope == scope, uri.keys.count == 4, let name = uri.keys.last else { continue }
                #expect(names.contains { $0.lowercased() == name }, "\(line.uri)")
            }
        }
        #expect(tree.get("./SyncML") == "DMAcc/DMS")
    }

    @Test(
        "A scope that the list leaves out is no scope on 26200, whatever a description says",
        arguments: [
            "./User/Vendor/MSFT/Office", "./User/Vendor/MSFT/BitLocker", "./Device/Vendor/MSFT/PDE",
            "./Device/Vendor/MSFT/PrinterProvisioning",
        ])
    func unlistedScope(uri: String) throws {
        var tree = Devices.fresh()
        #expect(tree.status(.get, uri) == 404)
        #expect(tree.send(.get, uri).row == .notOnThisWindows)
        #expect(tree.status(.replace, uri) == 405)
    }

    @Test("Where a listed scope has no description it takes the other's")
    func otherScopesDescription() {
        var tree = Devices.fresh()
        let user = "./User/Vendor/MSFT/EnterpriseAppVManagement/AppVPublishing/Sync/PublishXML"
        #expect(tree.status(.get, user) == tree.status(.get, user.replacingOccurrence))
        #expect(tree.send(.get, "./User/Vendor/MSFT/EnterpriseAppVManagement/AppVPublishing").status == 200)
        var older = Devices.fresh("11-24h2")
        #expect(older.send(.get, "./User/Vendor/MSFT/EnterpriseAppVManagement/AppVPublishing").row == .notOnThisWindows)
    }

    @Test(
        "A listed CSP that nobody describes is a bare root, on 26200 only",
        arguments: [
            "./Device/Vendor/MSFT/KeyboardFilter", "./Vendor/MSFT/Recovery", "./SyncML/DMS",
            "./User/Vendor/MSFT/GPCSEWrapper",
        ])
    func bareRoot(uri: String) {
        var tree = Devices.fresh()
        #expect(tree.get(uri) == "")
        #expect(tree.status(.replace, uri, "x") == 405)
        #expect(tree.send(.get, uri + "/Anything").row == .unknownNode)
        var older = Devices.fresh("11-24h2")
        #expect(older.send(.get, uri).row == .unknownNode)
    }
}

extension String {
    /// The same address in device scope.
    fileprivate var replacingOccurrence: String { "./Device" + dropFirst("./User".count) }
}
