import Identity

/// Keys, requests and an authority that many tests share; the dates are of a world of their own.
enum Fixtures {
    /// 2027-01-15T08:00:00Z.
    static let now: Int64 = 1_800_000_000
    static let day: Int64 = 86_400

    static let key = Result { try KeyPair() }
    static let otherKey = Result { try KeyPair() }

    static let requester = CertificateRequest.Requester(
        guid: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", deviceID: "5A0C71E94D3B4F6E9B1D20A7C8E3F415",
        userPrincipalName: "ada@example.test")

    static let authority = Result {
        try CertificateAuthority(
            name: "Orchard Root", key: .p256(), validity: Validity(from: now - 10 * day, days: 3_650), serialNumber: [1]
        )
    }

    /// That of `key`, valid from a day before now. ECDSA signs with randomness, so two certificates of one content differ.
    static let clientCertificate = Result { try issue() }

    static func client(
        of authority: CertificateAuthority? = nil, for publicKey: PublicKey? = nil
    ) throws -> Certificate {
        guard authority != nil || publicKey != nil else { return try clientCertificate.get() }
        return try issue(of: authority, for: publicKey)
    }

    private static func issue(
        of authority: CertificateAuthority? = nil, for publicKey: PublicKey? = nil
    ) throws -> Certificate {
        try (authority ?? Self.authority.get()).clientCertificate(
            for: publicKey ?? key.get().publicKey, subject: DistinguishedName(commonName: requester.deviceID),
            validity: Validity(from: now - day, days: 365), serialNumber: [0x42])
    }
}

/// Numbers of a fixed sequence (SplitMix64), so that a failure comes again.
struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }
}
