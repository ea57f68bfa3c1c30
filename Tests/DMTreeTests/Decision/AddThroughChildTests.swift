import DMTree
import Testing

/// The choice of docs/decisions/0005 beside windows-csp.md 5.9 row 12: an instance without Add comes about by the Add of its child.
struct AddThroughChildTests {
    /// A certificate whose SHA-1 names the nodes below.
    private static let encoded = """
        MIIBbTCCAROgAwIBAgIUTTG700CHOroPbreGBEfATTzu48EwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAeFw0yNjExMjcxMjQz\
        NTBaFw0yNjExMjgxMjQzNTBaMAwxCjAIBgNVBAMMAWEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARbLzv0UvnMDPM78MysmnW8\
        XqEJNrAZbL7cNSJNfFVCw1Tocx90YdWUe4sjCYGY9hT7tACqgZmJywAiHzAAb9AUo1MwUTAdBgNVHQ4EFgQUiur7okrJFE/6SYFm\
        5Jg58ujxToYwHwYDVR0jBBgwFoAUiur7okrJFE/6SYFm5Jg58ujxToYwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBF\
        AiBVl+8TDa25pSyvVuqgElZUmbj9H2ywCIOwk51IGaaGkAIhAMaqkkoKqHQEM1y4cCiPqxbLElPwLdKHHHG7tvOhhbsG
        """

    @Test(
        "5.9 row 12: certificates and local users are added through their leaves",
        arguments: [
            "./Device/Vendor/MSFT/RootCATrustedCertificates/Root/8A58108FAE4D95705BAC7D27FB95CB1B320874E8/EncodedCertificate",
            "./Vendor/MSFT/CertificateStore/Root/System/8A58108FAE4D95705BAC7D27FB95CB1B320874E8/EncodedCertificate",
        ])
    func certificate(uri: String) {
        var tree = Devices.enrolled()
        #expect(tree.apply(.add, uri, Self.encoded, format: "b64").status == 200)
        #expect(tree.apply(.get, uri).status == 200)
        #expect(tree.apply(.add, uri, Self.encoded, format: "b64").status == 418)
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
