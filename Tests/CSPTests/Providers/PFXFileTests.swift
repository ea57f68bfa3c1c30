import Crypto
import Notation
import Testing

@testable import CSP

/// The outer structure of PFX files and their MAC (RFC 7292), against files of OpenSSL.
@Suite struct PFXFileTests {
    private static func file(_ base64: String) throws -> PFXFile {
        let bytes = try #require(Base64.decode(base64))
        return try #require(PFXFile(bytes))
    }

    @Test(
        "The right password agrees with the MAC, a wrong one does not",
        arguments: [
            (PFXFiles.sha1, "orchard"), (PFXFiles.sha256, "orchard"), (PFXFiles.sha384, "orchard"),
            (PFXFiles.sha512, "orchard"), (PFXFiles.umlautPassword, "Bäume"), (PFXFiles.emptyPassword, ""),
            (PFXFiles.emptyPassword, nil),
        ] as [(String, String?)])
    func mac(base64: String, password: String?) throws {
        let file = try Self.file(base64)
        let mac = try #require(file.mac)
        #expect(mac.agrees(withPassword: password))
        #expect(!mac.agrees(withPassword: "Orchard"))
        if password?.isEmpty == false { #expect(!mac.agrees(withPassword: nil) && !mac.agrees(withPassword: "")) }
    }

    @Test("Files whose MAC cannot be computed, or who have none, are PFX files all the same")
    func withoutMac() throws {
        #expect(try Self.file(PFXFiles.withoutMAC).mac == nil)
        #expect(try Self.file(PFXFiles.manyRounds).mac == nil, "300,000 rounds are more than a device computes here")
        #expect(try Self.file(PFXTests.blob).mac == nil)
    }

    @Test("A file that is cut off anywhere is none", arguments: [PFXFiles.sha256, PFXTests.blob])
    func truncated(base64: String) throws {
        let bytes = try #require(Base64.decode(base64))
        for count in 0..<bytes.count { #expect(PFXFile(Array(bytes.prefix(count))) == nil, "\(count) bytes") }
        #expect(PFXFile(bytes + [0]) == nil)
    }

    @Test("A byte that is changed makes another file or none, and never ends the program")
    func changed() throws {
        let bytes = try #require(Base64.decode(PFXFiles.sha256))
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 0xFF
            _ = PFXFile(other)
        }
    }

    @Test(
        "Other structures are no PFX file",
        arguments: [
            // Version 3 and nothing more; version 0; contents of another type; a certificate in place of it all.
            "MAUCAQMwAA==", "MBYCAQAwEQYJKoZIhvcNAQcBoAQEAjAA", "MBYCAQMwEQYJKoZIhvcNAQcDoAQEAjAA", "MAA=", "BAA=",
            "AA==",
        ])
    func others(base64: String) throws {
        let bytes = try #require(Base64.decode(base64))
        #expect(PFXFile(bytes) == nil)
    }

    @Test("The verdict follows the stored values: what the import will end with")
    func verdicts() throws {
        var tree = Devices.fresh()
        let node = PartScope.device.csp("ClientCertificateInstall/PFXCertInstall/b")
        tree.sendInAtomic(.add, node + "/KeyLocation", "3")
        tree.sendInAtomic(.add, node + "/PFXCertPassword", "orchard")
        let job = try #require(tree.sendInAtomic(.add, node + "/PFXCertBlob", PFXFiles.sha256).jobs.first)
        let pfx = PFXImport(certificate: job.uri)
        #expect(pfx.verdict(in: tree) == .opens && pfx.verdict(in: tree).error == nil)
        tree.sendInAtomic(.replace, node + "/PFXCertPassword", "quince")
        #expect(pfx.verdict(in: tree) == .wrongPassword && pfx.verdict(in: tree).error == 86)
        tree.sendInAtomic(.add, node + "/PFXCertPasswordEncryptionType", "1")
        #expect(pfx.verdict(in: tree) == .unknown && pfx.verdict(in: tree).error == nil)
        tree.sendInAtomic(.replace, node + "/PFXCertBlob", "AAAA")
        #expect(pfx.verdict(in: tree) == .unreadable && pfx.verdict(in: tree).error == 13)
    }
}
