import Testing

@testable import ServerConformance

@Suite("The reference server passes its own conformance run")
struct ReferenceServerTests {
    /// What this run cannot show, and why.
    private static let unseen: [(why: String, ids: [String])] = [
        ("the server chooses OnPremise", ["ENR-08", "ENR-11"]),
        ("the client speaks XML, and is answered in XML", ["DM-MSG-15", "DM-WBX-01", "DM-WBX-02", "DM-WBX-05"]),
        ("the server sends no RespURI and no credentials", ["DM-HDR-10", "DM-HDR-15", "DM-AUTH-07"]),
        ("no package is split", ["DM-SESS-16", "DM-SESS-17", "DM-SESS-18", "DM-SESS-27", "DM-SESS-28"]),
        (
            "no object comes or goes in chunks",
            [
                "DM-SESS-13", "DM-LOB-05", "DM-LOB-06", "DM-LOB-08", "DM-LOB-09", "DM-LOB-10", "DM-LOB-11", "DM-LOB-13",
                "DM-LOB-14",
            ]
        ),
        ("no session with commands is given up", ["DM-SESS-23", "DM-SESS-24", "DM-SESS-29"]),
        ("the server asks for md5", ["DM-MAC-01", "DM-MAC-03", "DM-MAC-04", "DM-MAC-05"]),
        ("the transport sends no chunks", ["DM-HTTP-03"]),
    ]

    @Test("DM-HDR-03, DM-HDR-04, REN-02: no check fails or warns, and what is not observed has its reason")
    func reference() async throws {
        let result = try await ServerUnderTest().run()
        let bad = result.results.filter { $0.verdict == .fail || $0.verdict == .warn }
        #expect(bad.isEmpty, "\(bad.map { "\($0.check.id): \($0.outcome)" }.joined(separator: "\n"))")
        #expect(result.course.complaints.isEmpty, "\(result.course.complaints)")
        let unseen = result.results.filter { $0.verdict == .notObserved }.map(\.check.id)
        #expect(Set(unseen) == Set(Self.unseen.flatMap(\.ids)))
        #expect(result.exitStatus == 0)
    }
}
