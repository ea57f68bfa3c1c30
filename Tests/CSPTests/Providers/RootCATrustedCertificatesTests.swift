import DMTree
import TestSupport
import Testing

@testable import CSP

/// RootCATrustedCertificates (NODES.tsv; windows-csp.md 5.9), in both scopes.
@Suite struct RootCATrustedCertificatesTests {
    private static let stores = ["CA", "TrustedPublisher", "TrustedPeople", "UntrustedCertificates"]

    private static func node(_ certificate: TestCertificate, _ store: String = "CA", _ scope: PartScope = .device)
        -> String
    {
        scope.csp("RootCATrustedCertificates/\(store)/\(certificate.thumbprint)")
    }

    @Test(
        "A good life: added by its child, read leaf by leaf, replaced by itself, deleted",
        arguments: PartScope.allCases, stores)
    func life(scope: PartScope, store: String) throws {
        let certificate = try TestCertificate(subject: "Press", issuer: "Orchard Root CA")
        let node = Self.node(certificate, store, scope)
        var tree = Devices.fresh()
        #expect(tree.answer(.add, node + "/EncodedCertificate", certificate.base64, format: "b64") == .fine)
        #expect(tree.get(node + "/EncodedCertificate") == certificate.base64)
        #expect(tree.get(node + "/IssuedTo") == "C=DE, O=Orchard, CN=Press")
        #expect(tree.get(node + "/IssuedBy") == "C=DE, O=Orchard, CN=Orchard Root CA")
        #expect(tree.get(node + "/ValidFrom") == "2025-01-01T00:00:00Z")
        #expect(tree.get(node + "/ValidTo") == "2035-01-01T00:00:00Z")
        #expect(tree.get(node + "/TemplateName") == "")
        #expect(tree.get(scope.csp("RootCATrustedCertificates/\(store)")) == certificate.thumbprint)
        #expect(tree.answer(.add, node + "/EncodedCertificate", certificate.base64).status == 418)
        #expect(tree.answer(.replace, node + "/EncodedCertificate", certificate.base64) == .fine)
        #expect(tree.status(.delete, node) == 200)
        #expect(tree.status(.get, node + "/IssuedTo") == 404)
        #expect(tree.get(scope.csp("RootCATrustedCertificates/\(store)")) == "")
    }

    @Test("The computer's roots are the device's only; the user's are described by an older edition alone")
    func roots() throws {
        let certificate = try TestCertificate()
        var tree = Devices.fresh()
        #expect(tree.answer(.add, Self.node(certificate, "Root") + "/EncodedCertificate", certificate.base64) == .fine)
        #expect(
            tree.answer(.add, Self.node(certificate, "Root", .user) + "/EncodedCertificate", certificate.base64)
                == Answer(405, .commandNotAllowed, "node.retired"))
    }

    @Test("The name of the node is the SHA-1 in any case of the letters")
    func lowerCase() throws {
        let certificate = try TestCertificate(issuer: "Orchard Root CA")
        var tree = Devices.fresh()
        let node = PartScope.device.csp("RootCATrustedCertificates/CA/\(certificate.thumbprint.lowercased())")
        #expect(tree.answer(.add, node + "/EncodedCertificate", certificate.base64) == .fine)
        #expect(tree.get(Self.node(certificate) + "/ValidTo") == "2035-01-01T00:00:00Z")
    }

    @Test("TemplateName: the name of the template, else its object identifier")
    func template() throws {
        for (certificate, expected) in [
            (try TestCertificate(template: "WebServer"), "WebServer"),
            (try TestCertificate(templateIdentifier: [1, 3, 6, 1, 4, 1, 311, 21, 8, 42]), "1.3.6.1.4.1.311.21.8.42"),
            (try TestCertificate(template: "Büro", templateIdentifier: [1, 2, 3]), "Büro"),
        ] {
            var tree = Devices.fresh()
            tree.sendInAtomic(.add, Self.node(certificate) + "/EncodedCertificate", certificate.base64)
            #expect(tree.get(Self.node(certificate) + "/TemplateName") == expected)
        }
    }

    @Test("Special characters put a value of a name into quotation marks")
    func names() throws {
        let certificate = try TestCertificate(subject: "Apples, \"pears\" & more", issuer: " quince")
        var tree = Devices.fresh()
        tree.sendInAtomic(.add, Self.node(certificate) + "/EncodedCertificate", certificate.base64)
        #expect(
            tree.get(Self.node(certificate) + "/IssuedTo") == "C=DE, O=Orchard, CN=\"Apples, \"\"pears\"\" & more\"")
        #expect(tree.get(Self.node(certificate) + "/IssuedBy") == "C=DE, O=Orchard, CN=\" quince\"")
    }

    /// A wrong EncodedCertificate, and what it is answered.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var data: String?
        var format: String?
        var answer: Answer

        var testDescription: String { "\(data ?? "no Data") \(format ?? "")" }
    }

    @Test(
        "5.9 rows 17 to 20: what is no certificate is refused, and no node comes about", arguments: PartScope.allCases,
        [
            Wrong(data: "no Base64!", answer: Answer(415, .invalidDataType, "value.not-of-format")),
            Wrong(data: "TUlJQg==", answer: Answer(500, .invalidArgument, "certificate.unreadable")),
            Wrong(data: "MAA=", answer: Answer(500, .invalidArgument, "certificate.unreadable")),
            Wrong(data: nil, answer: Answer(415, .invalidDataType, "certificate.unreadable")),
            Wrong(data: "", answer: Answer(415, .invalidDataType, "certificate.unreadable")),
            Wrong(data: "TUlJQg==", format: "int", answer: Answer(415, .invalidDataType, "format.mismatch")),
        ])
    func wrong(scope: PartScope, wrong: Wrong) throws {
        var tree = Devices.fresh()
        let node = scope.csp("RootCATrustedCertificates/CA/0123456789012345678901234567890123456789")
        #expect(tree.answer(.add, node + "/EncodedCertificate", wrong.data, format: wrong.format) == wrong.answer)
        #expect(tree.status(.get, node) == 404)
    }

    @Test("A certificate that is cut off anywhere, or goes on behind its end, is none")
    func truncated() throws {
        let certificate = try TestCertificate()
        for count in 0..<certificate.der.count {
            #expect(
                StoredCertificate(base64: Bytes.base64(Array(certificate.der.prefix(count)))) == nil, "\(count) bytes")
        }
        #expect(StoredCertificate(base64: Bytes.base64(certificate.der + [0])) == nil)
        #expect(StoredCertificate(base64: certificate.base64)?.thumbprint == certificate.thumbprint)
    }

    @Test("A node that is not named by the certificate's SHA-1 is refused, by Add and by Replace")
    func hash() throws {
        let (one, two) = (try TestCertificate(), try TestCertificate())
        var tree = Devices.fresh()
        let refused = Answer(500, .invalidArgument, "certificate.hash")
        #expect(tree.answer(.add, Self.node(two) + "/EncodedCertificate", one.base64) == refused)
        let named = PartScope.device.csp("RootCATrustedCertificates/CA/press/EncodedCertificate")
        #expect(tree.answer(.add, named, one.base64) == refused)
        tree.sendInAtomic(.add, Self.node(two) + "/EncodedCertificate", two.base64)
        #expect(tree.answer(.replace, Self.node(two) + "/EncodedCertificate", one.base64) == refused)
        #expect(tree.get(Self.node(two) + "/EncodedCertificate") == two.base64)
    }

    @Test("What is stored although a server will not have meant it")
    func told() throws {
        let expired = try TestCertificate(from: 1_500_000_000, to: 1_600_000_000)
        var tree = Devices.fresh()
        #expect(
            tree.answer(.add, Self.node(expired) + "/EncodedCertificate", expired.base64)
                == Answer(200, nil, "certificate.expired"))
        let issued = try TestCertificate(issuer: "Another CA")
        #expect(
            tree.answer(.add, Self.node(issued, "Root") + "/EncodedCertificate", issued.base64)
                == Answer(200, nil, "certificate.not-root"))
        let good = try TestCertificate()
        #expect(
            tree.answer(
                .add, Self.node(good) + "/EncodedCertificate",
                good.base64.prefix(64) + "\r\n" + good.base64.dropFirst(64))
                == Answer(200, nil, "certificate.white-space"))
        #expect(tree.get(Self.node(good) + "/ValidTo") == "2035-01-01T00:00:00Z")
    }

    @Test("Wrong order and wrong verbs")
    func verbs() throws {
        let certificate = try TestCertificate()
        let node = Self.node(certificate)
        var tree = Devices.fresh()
        #expect(tree.status(.replace, node + "/EncodedCertificate", certificate.base64) == 404, "an Add comes first")
        #expect(tree.status(.add, node, format: "node") == 405)
        #expect(tree.status(.delete, node) == 404)
        tree.sendInAtomic(.add, node + "/EncodedCertificate", certificate.base64)
        #expect(tree.status(.delete, node + "/EncodedCertificate") == 405)
        for leaf in ["IssuedBy", "IssuedTo", "ValidFrom", "ValidTo", "TemplateName"] {
            #expect(tree.status(.replace, "\(node)/\(leaf)", "x") == 405)
            #expect(tree.status(.add, "\(node)/\(leaf)", "x") == 405)
        }
        #expect(tree.status(.add, node + "/Thumbprint", "x") == 404)
    }
}
