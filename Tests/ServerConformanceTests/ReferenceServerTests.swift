import Testing

@testable import ServerConformance

@Suite("The reference server passes its own conformance run")
struct ReferenceServerTests {
    @Test("No check fails or warns, and what is not observed has its reason")
    func reference() async throws {
        let result = try await ServerUnderTest().run()
        let bad = result.results.filter { $0.verdict == .fail || $0.verdict == .warn }
        #expect(bad.isEmpty, "\(bad.map { "\($0.check.id): \($0.outcome)" }.joined(separator: "\n"))")
        #expect(result.course.complaints.isEmpty, "\(result.course.complaints)")
        let unseen = result.results.filter { $0.verdict == .notObserved }.map(\.check.id)
        #expect(unseen == [], "\(ConformanceText().text(result))")
        #expect(result.exitStatus == 0)
    }
}
