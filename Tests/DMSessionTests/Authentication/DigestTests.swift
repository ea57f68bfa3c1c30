import DMSession
import Notation
import Testing

/// The vectors of oma-dm.md 2.12 and enrollment.md 17.4.
@Suite struct DigestTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var id: String
        var name: String
        var secret: String
        var nonceText: String
        var nonce: [UInt8]
        var digest: String

        var testDescription: String { id }
    }

    static let vectors = [
        Vector(
            id: "M1", name: "Bruce2", secret: "OhBehave", nonceText: "Tm9uY2U=", nonce: Array("Nonce".utf8),
            digest: "Zz6EivR3yeaaENcRN6lpAQ=="),
        Vector(
            id: "M2", name: "Bruce1", secret: "OhBehave", nonceText: "Tm9uY2U=", nonce: Array("Nonce".utf8),
            digest: "+MEIKFrF8Qdou2B1H2YmXw=="),
        Vector(
            id: "M3", name: "dummy", secret: "dummy", nonceText: "AAECAwQFBgcICQoLDA0ODw==", nonce: Array(0...15),
            digest: "lwHsmETakx8A67yHNsREQw=="),
        Vector(
            id: "M4", name: "device01", secret: "Pa$$w0rd!", nonceText: "ABEiM0RVZneImaq7zN3u/w==",
            nonce: (0...15).map { $0 * 0x11 }, digest: "N4HY/bgMCe62zhtghuFrgw=="),
        Vector(id: "M5", name: "user", secret: "", nonceText: "", nonce: [], digest: "LdUmgAFEibLV/xh8GViCkg=="),
        Vector(
            id: "M6", name: "user@contoso.com", secret: "p:w", nonceText: "AAAAAA==", nonce: [0, 0, 0, 0],
            digest: "6a8ORQmRUTB4FWToGnSTOw=="),
        Vector(
            id: "M7", name: "ünï", secret: "pässwörd", nonceText: "/wAKOg==", nonce: [0xFF, 0x00, 0x0A, 0x3A],
            digest: "un7SPB0stfnPDvxq4ruxSw=="),
        Vector(
            id: "17.4, as provisioned", name: "dev-7F3A", secret: "Sr7-secret-01",
            nonceText: "EDJUdpi63P4BI0VniavN7w==",
            nonce: [
                0x10, 0x32, 0x54, 0x76, 0x98, 0xBA, 0xDC, 0xFE, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF,
            ], digest: "9xbCHtkPQSDnmCoocp+pMw=="),
        Vector(
            id: "17.4, next", name: "dev-7F3A", secret: "Sr7-secret-01", nonceText: "bmV4dC1ub25jZS0wMDAyIQ==",
            nonce: Array("next-nonce-0002!".utf8), digest: "qpyuELUB8RlTjT8ORp4x9Q=="),
        Vector(
            id: "17.4, server", name: "ExampleMDM", secret: "cl-secret-77", nonceText: "Y2xpZW50LW5vbmNlLTAwMQ==",
            nonce: Array("client-nonce-001".utf8), digest: "8c4bfeG0KVl5I2pnbH3zEg=="),
        Vector(
            id: "2.13, four zero octets", name: "device01", secret: "Pa$$w0rd!", nonceText: "AAAAAA==",
            nonce: [0, 0, 0, 0], digest: "XgqxyGmViXywdnHBGAx5dg=="),
        Vector(
            id: "2.13, ten characters", name: "device01", secret: "Pa$$w0rd!", nonceText: "MHgwMDAwMDAwMA==",
            nonce: Array("0x00000000".utf8), digest: "Usa7HI6ZJYs6X5/42PU8Mw=="),
    ]

    @Test("DM-AUTH-03: the MD5 digest, vectors M1 to M7 and those of the worked example", arguments: vectors)
    func md5(vector: Vector) {
        #expect(Digest.md5(name: vector.name, secret: vector.secret, nonce: vector.nonce) == vector.digest)
    }

    @Test("DM-AUTH-04: a nonce is hashed as decoded octets", arguments: vectors)
    func nonce(vector: Vector) {
        let nonce = Nonce(text: vector.nonceText)
        #expect(nonce.octets == vector.nonce && nonce.isBase64)
        #expect(Nonce(octets: vector.nonce) == nonce)
        #expect(Nonce(text: "\n  \(vector.nonceText)\n") == nonce)
    }

    @Test("DM-AUTH-04: M8, what a peer sends that hashes the nonce undecoded, does not match")
    func trap() {
        let nonce = Nonce(text: "Tm9uY2U=")
        let faulty = Digest.md5(name: "Bruce2", secret: "OhBehave", nonce: nonce.undecoded)
        #expect(faulty == "CmO/kTaDnxgwUdBvdtRh4A==")
        #expect(faulty != Digest.md5(name: "Bruce2", secret: "OhBehave", nonce: nonce.octets))
    }

    @Test("B1 and the basic credential of enrollment.md 17.4")
    func basic() {
        #expect(Digest.basic(name: "Bruce2", secret: "OhBehave") == "QnJ1Y2UyOk9oQmVoYXZl")
        #expect(Digest.basic(name: "dev-7F3A", secret: "Sr7-secret-01") == "ZGV2LTdGM0E6U3I3LXNlY3JldC0wMQ==")
    }

    static let emptyMessage = Array("<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr/><SyncBody/></SyncML>".utf8)
    /// The 92 octets of oma-dm.md 5.6.
    static let wbxml = octets(
        """
        03a4016a00 6d6c 7103312e320001 7203444d2f312e320001 6503310001 5b03310001 6e570368747470733a2f2f732f000101
        675703643100 0101 5a00014c0335303030000101 01 00006b 464b03320001 4f0331323031000101 12 0101
        """)

    static func octets(_ text: String) -> [UInt8] {
        guard let octets = Hexadecimal.octets(text) else {
            Issue.record("\(text) is not hexadecimal")
            return []
        }
        return octets
    }

    @Test("DM-MAC-02: H2, the mac over WBXML as transmitted")
    func macOverWBXML() {
        #expect(Self.wbxml.count == 92)
        let nonce = Nonce(text: "ABEiM0RVZneImaq7zN3u/w==").octets
        let mac = Digest.mac(name: "device01", secret: "Pa$$w0rd!", nonce: nonce, body: Self.wbxml)
        #expect(Nonce(octets: mac).text == "QYZAHAcm1TI59QbObisz6Q==")
    }

    @Test("DM-MAC-02: H1 and H3, the mac over the whole body; one flipped bit changes it")
    func mac() {
        let nonce = Array("Nonce".utf8)
        func mac(_ body: [UInt8]) -> String {
            Nonce(octets: Digest.mac(name: "Bruce2", secret: "OhBehave", nonce: nonce, body: body)).text
        }
        #expect(Self.emptyMessage.count == 63)
        #expect(mac(Self.emptyMessage) == "XL/n5Mm2yAai5YjORMilrg==")
        #expect(mac([]) == "gbjsdKI2jLRPFi9gmOstJg==")
        for index in Self.emptyMessage.indices {
            var damaged = Self.emptyMessage
            damaged[index] ^= 1
            #expect(mac(damaged) != "XL/n5Mm2yAai5YjORMilrg==")
        }
    }

    @Test("DM-AUTH-18: nonces have 128 bits, differ from each other and from those of another session")
    func fresh() {
        var first = NonceSource(seed: Array(0...15))
        var second = NonceSource(seed: Array(1...16))
        let nonces = (0..<100).flatMap { _ in [first.next(), second.next()] }
        #expect(Set(nonces).count == 200)
        #expect(nonces.allSatisfy { $0.octets.count == 16 })
        var again = NonceSource(seed: Array(0...15))
        #expect(again.next() == nonces[0])
    }

    @Test(
        "Nonces that are no Base64 count as they stand",
        arguments: ["nonce", "Tm9uY2U", "****", "Tm9u=Y2U"])
    func oddNonce(text: String) {
        let nonce = Nonce(text: text)
        #expect(!nonce.isBase64 && nonce.octets == Array(text.utf8) && nonce.text == text)
    }

    @Test("Secrets and nonces are not in descriptions")
    func redacted() {
        let credential = Credential(
            kind: .digest, name: "dev-7F3A", secret: "Sr7-secret-01", nonce: Nonce(text: "Tm9uY2U="))
        let credentials = Credentials(client: [credential], server: credential)
        var text = "\(credential) \(credentials) \(String(reflecting: credentials)) \(String(reflecting: credential))"
        dump(credentials, to: &text)
        dump(ClientAuthentication(Credentials(client: [credential], opening: .mac)).proof, to: &text)
        #expect(!text.contains("Sr7-secret-01") && !text.contains("Tm9uY2U") && text.contains("dev-7F3A"))
    }
}
