import DMTree
import Testing

/// The choice of docs/decisions/0005 beside windows-csp.md 5.9 row 12: an instance without Add comes about by the Add of its child.
struct AddThroughChildTests {
    @Test(
        "5.9 row 12: certificates and local users are added through their leaves",
        arguments: [
            "./Device/Vendor/MSFT/RootCATrustedCertificates/Root/A1B2C3D4E5F60718293A4B5C6D7E8F9001122334/EncodedCertificate",
            "./Vendor/MSFT/CertificateStore/Root/System/A1B2C3D4E5F60718293A4B5C6D7E8F9001122334/EncodedCertificate",
        ])
    func certificate(uri: String) {
        var tree = Devices.enrolled()
        #expect(tree.apply(.add, uri, "TUlJQg==", format: "b64").status == 200)
        #expect(tree.apply(.get, uri).status == 200)
        #expect(tree.apply(.add, uri, "TUlJQg==", format: "b64").status == 418)
    }

    @Test("5.9 row 12: a local user comes with the password, and cannot be added alone")
    func localUser() {
        var tree = Devices.enrolled()
        let user = "./Device/Vendor/MSFT/Accounts/Users/ada"
        #expect(tree.apply(.add, user, nil, format: "node").status == 405)
        #expect(tree.apply(.add, "\(user)/Password", "correct horse").status == 200)
        #expect(tree.apply(.add, "\(user)/LocalUserGroup", "2", format: "int").status == 200)
    }
}
