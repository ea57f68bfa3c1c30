import Foundation
import Testing
import Transport
import X509

@Suite("What a transport is given to work with")
struct TransportSetupTests {
    @Test("Trust roots are read from PEM, from files, from DER, and add up")
    func roots() throws {
        let first = try TestAuthority()
        let second = try TestAuthority("Second")
        let text = "Orchard's roots\n" + (try first.rootPEM) + "\n" + (try second.rootPEM)
        #expect(try TrustRoots(pem: text).count == 2)
        #expect(try first.trustRoots.adding(second.trustRoots).count == 2)
        #expect(TrustRoots.none.count == 0)
        let file = FileManager.default.temporaryDirectory.appending(path: "espalier-roots-\(UUID()).pem")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try TrustRoots(pemFile: file.path).count == 2)
    }

    @Test(
        "The system's roots are read when asked for",
        .enabled(if: FileManager.default.fileExists(atPath: "/etc/ssl/certs/ca-certificates.crt")))
    func system() throws { #expect(try TrustRoots.system().count > 20) }

    @Test("A file that is not there, no PEM, no certificate, a broken one: each has its code")
    func brokenRoots() throws {
        #expect(code { try TrustRoots(pemFile: "/nowhere/roots.pem") } == .fileUnreadable)
        #expect(code { try TrustRoots(pem: "no certificate here") } == .certificateUnreadable)
        #expect(
            code { try TrustRoots(pem: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") }
                == .certificateUnreadable)
        #expect(code { try TrustRoots(der: [[0x30, 0x00]]) } == .certificateUnreadable)
        let pem = try TestAuthority().rootPEM
        for length in stride(from: 0, to: pem.count - 2, by: 7) {
            #expect(code { try TrustRoots(pem: String(pem.prefix(length))) } == .certificateUnreadable)
        }
    }

    @Test("A client identity is a chain and the key of its first certificate, in DER or PEM")
    func identity() throws {
        let authority = try TestAuthority()
        let client = try authority.issue(purpose: [.clientAuth])
        _ = try client.identity
        let pem = try Certificate(derEncoded: client.certificate).serializeAsPEM().pemString
        let identity = try ClientIdentity(pemChain: pem, privateKey: client.keyPEM)
        #expect("\(identity)".contains("secret"))
        let other = try authority.issue()
        #expect(code { try ClientIdentity(derChain: [other.certificate], privateKey: client.key) } == .keyMismatch)
        #expect(code { try ClientIdentity(derChain: [], privateKey: client.key) } == .certificateUnreadable)
        #expect(code { try ClientIdentity(derChain: [[1]], privateKey: client.key) } == .certificateUnreadable)
        #expect(code { try ClientIdentity(derChain: [client.certificate], privateKey: [1]) } == .privateKeyUnreadable)
        #expect(code { try ClientIdentity(pemChain: pem, privateKey: pem) } == .privateKeyUnreadable)
    }

    @Test("A fault about a key holds nothing of the key")
    func secrets() throws {
        let client = try TestAuthority().issue()
        let broken = client.keyPEM.replacing("-----END", with: "====END")
        do {
            _ = try ClientIdentity(pemChain: try TestAuthority().rootPEM, privateKey: broken)
            Issue.record("a broken key was taken")
        } catch {
            let lines = client.keyPEM.split(separator: "\n").dropFirst().dropLast()
            for line in lines { #expect(!"\(error)".contains(line)) }
        }
    }

    private func code(_ body: () throws -> some Any) -> TransportSetupFault.Code? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? TransportSetupFault)?.code }
    }
}
