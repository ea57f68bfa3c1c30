import Enrollment
import Identity
import Notation
import Testing

@testable import ManagementService

@Suite("Enrolment: enrollment.md 6 to 9")
struct EnrollmentTests {
    @Test("ENR-14, ENR-16 to ENR-24: Windows' real request gets a document like that of 17.3")
    func worked() async throws {
        let server = try await TestServer()
        var device = TestDevice(server)
        try await device.enroll()
        let document = try #require(device.document)
        let certificate = try #require(device.certificate)
        #expect(certificate.publicKey == device.key.publicKey)
        #expect(document.characteristics.map(\.type) == ["CertificateStore", "APPLICATION", "DMClient"])
        let own = try #require(document.certificates.first { $0.store == "My" })
        #expect(own.context == "User")
        #expect(own.thumbprint == certificate.thumbprint)
        let application = try #require(device.application)
        #expect(application.parm("APPID")?.value == "w7")
        #expect(application.parm("PROVIDER-ID")?.value == "ExampleMDM")
        #expect(application.parm("ADDR")?.value == "https://mdm.example.test/dm")
        #expect(application.parm("ROLE")?.value == "32")
        #expect(document.providers.map(\.type) == ["ExampleMDM"])
    }
}
