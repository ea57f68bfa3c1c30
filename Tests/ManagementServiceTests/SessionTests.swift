import SyncML
import Testing

@testable import ManagementService

@Suite("Sessions: enrollment.md 14")
struct SessionTests {
    @Test("SES-01, SES-02: a session without credentials is challenged, and the right digest is accepted")
    func challenge() async throws {
        let server = try await TestServer()
        var device = TestDevice(server)
        try await device.enroll()
        device.session = 1
        let first = try await device.send(device.package1(), firstCmdID: 2)
        let status = try #require(first.headerStatus)
        #expect(status.data?.content == "407")
        #expect(status.chal?.meta.type == "syncml:auth-md5")
        #expect(status.chal?.meta.format == "b64")
        #expect(first.sent.isEmpty)
        let second = try await device.send(device.package1(), cred: device.cred())
        #expect(second.headerStatus?.data?.content == "200")
    }
}
