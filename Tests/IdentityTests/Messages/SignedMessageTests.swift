import Foundation
import Testing

@testable import Identity

@Suite("Signed messages: CMS, written, read and verified")
struct SignedMessageTests {
    private let content = Array("<SyncML/>".utf8)

    private func message(
        isDetached: Bool = false, hash: SignatureHash = .sha256, signingTime: Int64? = nil
    ) throws -> SignedMessage {
        try SignedMessage(
            signing: content, isDetached: isDetached, by: Fixtures.client(), key: Fixtures.key.get(), hash: hash,
            signingTime: signingTime)
    }

    private func code(_ body: () throws -> Void) -> IdentityFault.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? IdentityFault)?.code }
    }

    @Test("A message with its content inside verifies, with each hash", arguments: SignatureHash.allCases)
    func attached(hash: SignatureHash) throws {
        let message = try message(hash: hash)
        let verified = try SignedMessage(der: message.der).verify()
        #expect(verified.content == content)
        #expect(verified.signer == (try Fixtures.client()))
        #expect(verified.signingTime == nil)
        #expect(!verified.namesCertificate)
    }

    @Test("A detached signature verifies over its content and no other")
    func detached() throws {
        let message = try message(isDetached: true, signingTime: Fixtures.now)
        #expect(message.content == nil)
        let verified = try message.verify(detached: content)
        #expect(verified.signingTime == Fixtures.now)
        #expect(verified.namesCertificate)
        #expect(code { _ = try message.verify(detached: content + [0]) } == .signature)
        #expect(code { _ = try message.verify() } == .structure)
    }

    @Test("What stands inside must be what is sent beside it")
    func both() throws {
        let message = try message()
        #expect(code { _ = try message.verify(detached: content) } == nil)
        #expect(code { _ = try message.verify(detached: [1]) } == .structure)
    }

    @Test("Years behind 2049 are told as well", arguments: [0, 2_524_607_999, 2_524_608_000, 4_102_444_800] as [Int64])
    func signingTime(instant: Int64) throws {
        #expect(try message(signingTime: instant).verify().signingTime == instant)
    }

    @Test("A message is not signed with a key that is not the certificate's")
    func otherKey() throws {
        #expect {
            try SignedMessage(signing: [], isDetached: false, by: Fixtures.client(), key: Fixtures.otherKey.get())
        } throws: { ($0 as? KeyFault)?.code == .value }
    }

    @Test("A message that was cut off is refused at every byte")
    func truncated() throws {
        let der = try message(signingTime: Fixtures.now).der
        for count in 0..<der.count {
            #expect(code { _ = try SignedMessage(der: Array(der[..<count])) } == .malformed)
        }
    }

    @Test("A message with any one byte changed is refused, or says the same of content and signer")
    func changed() throws {
        let message = try message(signingTime: Fixtures.now)
        for index in message.der.indices {
            var der = message.der
            der[index] ^= 0x01
            guard let verified = try? SignedMessage(der: der).verify() else { continue }
            #expect(verified.content == content, "byte \(index)")
            #expect(verified.signer.publicKey == (try Fixtures.key.get().publicKey), "byte \(index)")
            #expect(verified.signingTime == Fixtures.now, "byte \(index)")
        }
    }

    @Test("Random bytes are refused and never crash", arguments: 0..<8)
    func random(seed: UInt64) throws {
        var generator = Sequence64(state: seed)
        let der = try message().der
        for _ in 0..<100 {
            var bytes = der
            for _ in 0..<4 {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? SignedMessage(der: bytes).verify()
            let noise = generator.bytes(200)
            #expect(throws: IdentityFault.self) { try SignedMessage(der: noise) }
        }
    }

    @Test("The text of a message shows neither content nor signature")
    func description() throws {
        #expect("\(try message())" == "signed message, \(try message().der.count) bytes, with content")
    }

    @Test("OpenSSL verifies a message of ours", .enabled(if: OpenSSL.isPresent), arguments: [true, false])
    func openSSLVerifies(isDetached: Bool) throws {
        let message = try message(isDetached: isDetached, signingTime: Fixtures.now)
        let run = try OpenSSL.run(
            [
                "cms", "-verify", "-inform", "DER", "-in", "message.der", "-binary", "-CAfile", "root.pem", "-purpose",
                "any", "-attime", "\(Fixtures.now)",
            ] + (isDetached ? ["-content", "content"] : []),
            files: [
                "message.der": message.der, "content": content,
                "root.pem": Array(try Fixtures.authority.get().certificate.pem.utf8),
            ])
        #expect(run.exitStatus == 0 && run.text.contains("<SyncML/>"), "\(run.text)")
    }

    @Test(
        "A message of OpenSSL verifies, by issuer or by key identifier, with attributes or without, in DER or streamed",
        .enabled(if: OpenSSL.isPresent),
        arguments: [[], ["-keyid"], ["-noattr"], ["-stream"], ["-nodetach", "-md", "sha512"]])
    func openSSLSigns(options: [String]) throws {
        let script = [
            "cms", "-sign", "-binary", "-nodetach", "-in", "content", "-signer", "c.pem", "-inkey", "k.pem", "-outform",
            "DER",
        ]
        let run = try OpenSSL.run(
            script + options + ["-out", "out.der"],
            files: [
                "content": content, "c.pem": Array(try Fixtures.client().pem.utf8),
                "k.pem": Array(try Fixtures.key.get().pem.utf8),
            ], result: "out.der")
        let verified = try SignedMessage(der: run.result).verify()
        #expect(verified.content == content)
        #expect(verified.signer == (try Fixtures.client()))
    }
}
