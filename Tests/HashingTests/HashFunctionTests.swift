import Crypto
import Notation
import Testing

@testable import Hashing

/// Digests against the vectors of their standards, and against swift-crypto for every length of padding.
struct HashFunctionTests {
    /// A function of ours, and the same of swift-crypto.
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let hash: @Sendable ([UInt8]) -> [UInt8]
        let oracle: @Sendable ([UInt8]) -> [UInt8]
        let code: @Sendable ([UInt8], [UInt8]) -> [UInt8]
        let codeOracle: @Sendable ([UInt8], [UInt8]) -> [UInt8]
        /// Of no octets, of `abc`, of the alphabet.
        let vectors: [String]

        init<Ours: Hashing.HashFunction & SendableMetatype, Theirs: Crypto.HashFunction>(
            _: Ours.Type, _: Theirs.Type, _ vectors: [String]
        ) {
            testDescription = "\(Ours.self)"
            hash = { Ours.hash($0) }
            oracle = { Array(Theirs.hash(data: $0)) }
            code = { Hashing.HMAC<Ours>.code(of: $0, key: $1) }
            codeOracle = {
                Array(Crypto.HMAC<Theirs>.authenticationCode(for: $0, using: SymmetricKey(data: $1)))
            }
            self.vectors = vectors
        }
    }

    static let functions = [
        Pair(
            MD5.self, Insecure.MD5.self,
            [
                "d41d8cd98f00b204e9800998ecf8427e", "900150983cd24fb0d6963f7d28e17f72",
                "c3fcd3d76192e4007dfb496cca67e13b",
            ]),
        Pair(
            SHA1.self, Insecure.SHA1.self,
            [
                "da39a3ee5e6b4b0d3255bfef95601890afd80709", "a9993e364706816aba3e25717850c26c9cd0d89d",
                "32d10c7b8cf96570ca04ce37f2a19d84240d3a89",
            ]),
        Pair(
            Hashing.SHA256.self, Crypto.SHA256.self,
            [
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "71c480df93d6ae2f1efad1447c66c9525e316218cf51fc8d9ed832f2daf18b73",
            ]),
        Pair(
            Hashing.SHA384.self, Crypto.SHA384.self,
            [
                "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
                "feb67349df3db6f5924815d6c3dc133f091809213731fe5c7b5f4999e463479ff2877f5f2936fa63bb43784b12f3ebb4",
            ]),
        Pair(
            Hashing.SHA512.self, Crypto.SHA512.self,
            [
                "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                    + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                "4dbff86cc2ca1bae1e16468a05cb9881c97f1753bce3619034898faa1aabe429"
                    + "955a1bf8ec483d7421fe3c1646613a59ed5441fb0f321389f77f48a879c7b1f1",
            ]),
    ]

    @Test("The vectors of RFC 1321 and FIPS 180-4", arguments: functions)
    func vectors(function: Pair) {
        for (text, digest) in zip(["", "abc", "abcdefghijklmnopqrstuvwxyz"], function.vectors) {
            #expect(Hexadecimal.text(function.hash(Array(text.utf8))) == digest, "\(text)")
        }
    }

    @Test("Every length up to three blocks, as swift-crypto has it", arguments: functions)
    func lengths(function: Pair) {
        let message = (0..<390).map { UInt8(truncatingIfNeeded: $0 * 167 + 13) }
        for count in 0...message.count {
            let part = Array(message[..<count])
            #expect(function.hash(part) == function.oracle(part), "\(count)")
        }
    }

    @Test("A long message", arguments: functions)
    func long(function: Pair) {
        let message = (0..<20_011).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 / 255) }
        #expect(function.hash(message) == function.oracle(message))
    }

    @Test("RFC 2104: codes with keys shorter than, as long as and longer than a block", arguments: functions)
    func codes(function: Pair) {
        let message = Array("what do ya want for nothing?".utf8)
        for count in [0, 1, 16, 63, 64, 65, 127, 128, 129, 200] {
            let key = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
            #expect(function.code(message, key) == function.codeOracle(message, key), "\(count)")
        }
    }

    @Test("The vectors of RFC 2202 and RFC 4231")
    func knownCodes() {
        let (message, key) = (Array("what do ya want for nothing?".utf8), Array("Jefe".utf8))
        #expect(Hexadecimal.text(Hashing.HMAC<MD5>.code(of: message, key: key)) == "750c783e6ab0b503eaa86e310a5db738")
        #expect(
            Hexadecimal.text(Hashing.HMAC<SHA1>.code(of: message, key: key))
                == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
        #expect(
            Hexadecimal.text(Hashing.HMAC<Hashing.SHA256>.code(of: message, key: key))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
