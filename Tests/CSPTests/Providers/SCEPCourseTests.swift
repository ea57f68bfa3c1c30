import CSP
import DMTree
import Notation
import Testing

/// A SCEP enrolment while the authority has not decided (windows-csp.md 4.3).
@Suite struct SCEPCourseTests {
    private static let refused = HRESULT(rawValue: 0x8009_4012)

    @Test("An answer that decides ends the course")
    func decided() {
        var course = SCEPCourse(retryCount: 3, retryDelay: 1)
        #expect(course.handle(.issued) == .succeed)
        #expect(course.handle(.refused(Self.refused)) == .fail(Self.refused))
    }

    @Test("Pending: asked again after RetryDelay minutes, RetryCount times", arguments: [0, 1, 3, 30])
    func pending(retries: Int) {
        var course = SCEPCourse(retryCount: retries, retryDelay: 7)
        for _ in 0..<retries { #expect(course.handle(.pending) == .wait(minutes: 7)) }
        #expect(course.handle(.pending) == .fail(SCEPCourse.undecided))
    }

    @Test(
        "RetryCount is capped at 30, RetryDelay has a minimum of one minute",
        arguments: [(31, 0, 30, 1), (-1, -5, 0, 1), (2, 9, 2, 9)])
    func bounds(count: Int, delay: Int, expectedCount: Int, expectedDelay: Int) {
        var course = SCEPCourse(retryCount: count, retryDelay: delay)
        var waits: [SCEPCourse.Action] = []
        while case .wait(let minutes) = course.handle(.pending) { waits.append(.wait(minutes: minutes)) }
        #expect(waits == Array(repeating: .wait(minutes: expectedDelay), count: expectedCount))
    }

    @Test("The values are those that stand when Enroll is accepted; by default 3 times after 5 minutes")
    func snapshot() throws {
        var tree = Devices.fresh()
        let node = PartScope.device.csp("ClientCertificateInstall/SCEP/a")
        let certificate = try TreeURI(node)
        #expect(SCEPCourse(certificate: certificate, in: tree) == SCEPCourse(retryCount: 3, retryDelay: 5))
        tree.send(.add, node + "/Install/RetryCount", "9", format: "int")
        tree.send(.add, node + "/Install/RetryDelay", "2", format: "int")
        #expect(SCEPCourse(certificate: certificate, in: tree) == SCEPCourse(retryCount: 9, retryDelay: 2))
    }
}
