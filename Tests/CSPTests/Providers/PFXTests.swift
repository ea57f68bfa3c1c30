import CSP
import DMTree
import Notation
import Testing

/// ClientCertificateInstall, the PFX half (windows-csp.md 4.3), in both scopes.
@Suite struct PFXTests {
    /// The smallest PKCS #12: version 3, contents without a certificate, no MAC.
    static let blob = "MBYCAQMwEQYJKoZIhvcNAQcBoAQEAjAA"

    private static func certificate(_ scope: PartScope) -> String {
        scope.csp("ClientCertificateInstall/PFXCertInstall/b")
    }

    /// A device with values of one certificate, in the order given.
    private static func prepared(
        _ values: [(leaf: String, value: String)], _ scope: PartScope = .device
    ) -> DeviceTree {
        var tree = Devices.fresh()
        for (leaf, value) in values {
            #expect(tree.status(.add, "\(certificate(scope))/\(leaf)", value) == 200, "\(leaf)")
        }
        return tree
    }

    @Test("Add of the blob starts the import: 202, a job, no Status before its end", arguments: PartScope.allCases)
    func good(scope: PartScope) throws {
        var tree = Self.prepared([("KeyLocation", "3"), ("PFXCertPassword", "x"), ("PFXKeyExportable", "true")], scope)
        let application = tree.sendInAtomic(.add, Self.certificate(scope) + "/PFXCertBlob", Self.blob, format: "bin")
        #expect(application.status == 202)
        #expect(application.advised == [])
        let job = try #require(application.jobs.first)
        #expect(job.kind == .pfxImport && job.uri.canonical == Self.certificate(scope))
        #expect(job.data.isEmpty, "the certificate is a secret")
        #expect(tree.status(.get, Self.certificate(scope) + "/Status") == 404)
        let pfx = PFXImport(certificate: job.uri)
        #expect(pfx.verdict(in: tree) == .unknown)
        pfx.succeed(thumbprint: "AB", in: &tree)
        #expect(tree.get(Self.certificate(scope) + "/Status") == "0")
        #expect(tree.get(Self.certificate(scope) + "/Thumbprint") == "AB")
    }

    @Test("A failed import: Status is the Win32 error", arguments: PartScope.allCases)
    func failed(scope: PartScope) throws {
        var tree = Self.prepared([("KeyLocation", "3")], scope)
        let job = try #require(
            tree.send(.add, Self.certificate(scope) + "/PFXCertBlob", Self.blob).jobs.first)
        PFXImport(certificate: job.uri).fail(86, in: &tree)
        #expect(tree.get(Self.certificate(scope) + "/Status") == "86")
        #expect(tree.status(.get, Self.certificate(scope) + "/Thumbprint") == 404)
    }

    @Test("A Replace imports again, and what the first import said is gone until then")
    func again() throws {
        var tree = Self.prepared([("KeyLocation", "3")])
        let blob = Self.certificate(.device) + "/PFXCertBlob"
        let job = try #require(tree.send(.add, blob, Self.blob).jobs.first)
        PFXImport(certificate: job.uri).succeed(thumbprint: "AB", in: &tree)
        let again = tree.send(.replace, blob, Self.blob)
        #expect(again.status == 202 && again.jobs == [job])
        for leaf in ["Status", "Thumbprint"] {
            #expect(tree.status(.get, "\(Self.certificate(.device))/\(leaf)") == 404)
        }
    }

    @Test("Add of a blob that is there fails, Replace of one that is not fails", arguments: PartScope.allCases)
    func addOnceReplaceThen(scope: PartScope) {
        var tree = Self.prepared([("KeyLocation", "3")], scope)
        let blob = Self.certificate(scope) + "/PFXCertBlob"
        let early = tree.sendInAtomic(.replace, blob, Self.blob)
        #expect(early.status == 404 && early.error == .nodeNotFound && early.advised == ["pfx.not-added"])
        #expect(tree.status(.add, blob, Self.blob) == 202)
        #expect(tree.status(.add, blob, Self.blob) == 418)
    }

    /// What stands before the blob, and what the blob is answered.
    struct Row: Sendable, CustomTestStringConvertible {
        var values: [(leaf: String, value: String)]
        var blob = PFXTests.blob
        var status: Int
        var error: HRESULT?
        var rules: [String]

        var testDescription: String { values.map { "\($0.leaf) \($0.value)" }.joined(separator: ", ") + " \(blob)" }
    }

    @Test(
        "The rules of 4.3 for what comes before the blob, and for the blob",
        arguments: PartScope.allCases,
        [
            Row(values: [], status: 500, error: .invalidArgument, rules: ["pfx.key-location"]),
            Row(
                values: [("KeyLocation", "4")], status: 500, error: .invalidArgument, rules: ["pfx.container-name"]),
            Row(
                values: [("KeyLocation", "4"), ("ContainerName", "")], status: 500, error: .invalidArgument,
                rules: ["pfx.container-name"]),
            Row(values: [("KeyLocation", "4"), ("ContainerName", "c")], status: 202, rules: []),
            Row(
                values: [("KeyLocation", "1"), ("PFXKeyExportable", "true")], status: 500, error: .invalidArgument,
                rules: ["pfx.exportable"]),
            Row(
                values: [("KeyLocation", "2"), ("PFXKeyExportable", "true")], status: 500, error: .invalidArgument,
                rules: ["pfx.exportable"]),
            Row(values: [("KeyLocation", "2"), ("PFXKeyExportable", "false")], status: 202, rules: []),
            Row(values: [("KeyLocation", "1")], status: 202, rules: []),
            Row(values: [("KeyLocation", "3"), ("PFXKeyExportable", "true")], status: 202, rules: []),
            Row(
                values: [("KeyLocation", "3")], blob: "no Base64!", status: 415, error: .invalidDataType,
                rules: ["pfx.blob"]),
            Row(values: [("KeyLocation", "3")], blob: "AAAA", status: 202, rules: ["pfx.blob"]),
            Row(
                values: [("KeyLocation", "3")], blob: "", status: 415, error: .invalidDataType, rules: ["pfx.blob"]),
            Row(
                values: [("KeyLocation", "3"), ("PFXCertPasswordEncryptionType", "2")], status: 500,
                error: .invalidArgument, rules: ["pfx.encryption-store"]),
            Row(
                values: [
                    ("KeyLocation", "3"), ("PFXCertPasswordEncryptionType", "2"),
                    ("PFXCertPasswordEncryptionStore", "My"),
                ], status: 202, rules: []),
            Row(values: [("KeyLocation", "3"), ("PFXCertPasswordEncryptionType", "1")], status: 202, rules: []),
            Row(
                values: [("KeyLocation", "3"), ("PFXCertPassword", "orchard")], blob: PFXFiles.sha1, status: 202,
                rules: []),
            Row(
                values: [("KeyLocation", "3"), ("PFXCertPassword", "Orchard")], blob: PFXFiles.sha256, status: 202,
                rules: ["pfx.password"]),
            Row(values: [("KeyLocation", "3")], blob: PFXFiles.sha256, status: 202, rules: ["pfx.password"]),
            // An encrypted password is not looked at.
            Row(
                values: [
                    ("KeyLocation", "3"), ("PFXCertPasswordEncryptionType", "1"), ("PFXCertPassword", "Orchard"),
                ], blob: PFXFiles.sha256, status: 202, rules: []),
        ])
    func rules(scope: PartScope, row: Row) {
        var tree = Self.prepared(row.values, scope)
        let application = tree.sendInAtomic(.add, Self.certificate(scope) + "/PFXCertBlob", row.blob)
        #expect(application.status == row.status)
        #expect(application.error == row.error)
        #expect(application.advised == row.rules)
        #expect(application.jobs.count == (row.status == 202 ? 1 : 0))
        #expect(tree.get(Self.certificate(scope) + "/PFXCertBlob") == (row.status == 202 ? row.blob : nil))
    }

    @Test("A blob that is no PKCS #12 cannot be read by its import")
    func unreadable() throws {
        var tree = Self.prepared([("KeyLocation", "3")])
        let job = try #require(tree.send(.add, Self.certificate(.device) + "/PFXCertBlob", "AAAA").jobs.first)
        #expect(PFXImport(certificate: job.uri).verdict(in: tree) == .unreadable)
    }

    @Test(
        "Values that come behind the blob are stored, and told to be too late",
        arguments: [("PFXCertPassword", "x"), ("ContainerName", "c"), ("PFXKeyExportable", "false")])
    func late(leaf: String, value: String) {
        var tree = Self.prepared([("KeyLocation", "3")])
        tree.send(.add, Self.certificate(.device) + "/PFXCertBlob", Self.blob)
        let late = tree.sendInAtomic(.add, "\(Self.certificate(.device))/\(leaf)", value)
        #expect(late.status == 200 && late.advised == ["pfx.after-blob"] && late.jobs.isEmpty)
    }

    @Test(
        "Values out of their bounds",
        arguments: [
            ("KeyLocation", "0", 500), ("KeyLocation", "5", 500), ("KeyLocation", "TPM", 415),
            ("PFXCertPasswordEncryptionType", "3", 500), ("PFXCertPasswordEncryptionType", "2", 200),
            ("PFXKeyExportable", "maybe", 415), ("Status", "0", 405), ("Thumbprint", "AB", 405),
        ])
    func bounds(leaf: String, value: String, status: Int) {
        var tree = Devices.fresh()
        #expect(tree.status(.add, "\(Self.certificate(.device))/\(leaf)", value) == status)
    }

    @Test("The store of the password's certificate means something with encryption type 2 only")
    func encryptionStore() {
        let store = Self.certificate(.device) + "/PFXCertPasswordEncryptionStore"
        var tree = Self.prepared([("KeyLocation", "3")])
        #expect(tree.answer(.add, store, "My") == Answer(200, nil, "pfx.encryption-store"))
        tree = Self.prepared([("PFXCertPasswordEncryptionType", "2")])
        #expect(tree.answer(.add, store, "My") == .fine)
    }

    @Test("6.4: outside of an Atomic the same is done, with a warning for each command but the Delete (ledger 25)")
    func withoutAtomic() {
        var tree = Devices.fresh()
        let node = Self.certificate(.device)
        for (leaf, value) in [("KeyLocation", "3"), ("PFXCertBlob", Self.blob)] {
            #expect(tree.send(.add, "\(node)/\(leaf)", value).advised == ["atomic.required"])
        }
        #expect(tree.send(.delete, node).advised == [])
    }

    @Test("Wrong places: before its Add 404, another verb than Add, Get and Replace 405")
    func wrongPlace() {
        var tree = Devices.fresh()
        let node = Self.certificate(.device)
        #expect(tree.status(.get, node + "/Status") == 404)
        #expect(tree.status(.replace, node + "/KeyLocation", "3") == 404)
        #expect(tree.status(.add, node, format: "node") == 200)
        #expect(tree.status(.add, node, format: "node") == 418)
        #expect(tree.status(.exec, node + "/KeyLocation") == 405)
        #expect(tree.status(.add, node + "/Certificate", "x") == 404)
    }

    @Test("Delete removes certificate and key; single values cannot be deleted")
    func delete() {
        var tree = Self.prepared([("KeyLocation", "3"), ("PFXCertPassword", "x")])
        #expect(tree.status(.delete, Self.certificate(.device) + "/PFXCertPassword") == 405)
        #expect(tree.status(.delete, Self.certificate(.device)) == 200)
        #expect(tree.status(.get, Self.certificate(.device) + "/KeyLocation") == 404)
    }
}
