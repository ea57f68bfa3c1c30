import Enrollment
import Notation
import Testing

struct ProvisioningDocumentTests {
    private static let document = ProvisioningDocument(characteristics: [
        .init(
            "CertificateStore",
            characteristics: [
                .init(
                    "Root",
                    characteristics: [
                        .init(
                            "System",
                            characteristics: [
                                .init("3D6F", parms: [.init("EncodedCertificate", "MIID")]),
                                .init("4E70"),
                            ])
                    ])
            ]),
        .init(
            "CertificateStore",
            characteristics: [
                .init(
                    "My",
                    characteristics: [
                        .init(
                            "User",
                            characteristics: [
                                .init("A1B2", parms: [.init("EncodedCertificate", "MIIC")]),
                                .init("PrivateKeyContainer"),
                            ]),
                        .init(
                            "WSTEP",
                            characteristics: [
                                .init("Renew", parms: [.init("RenewPeriod", "60", datatype: "integer")])
                            ]),
                    ])
            ]),
        .init("APPLICATION", parms: [.init("APPID", "w7"), .init("BACKCOMPATRETRYDISABLED")]),
        .init(
            "DMClient",
            characteristics: [
                .init(
                    "Provider",
                    characteristics: [
                        .init("Example \"MDM\" & <co>", parms: [.init("UPN", "ada@example.test", datatype: "string")])
                    ])
            ]),
    ])

    @Test("A document reads back as it was written")
    func roundTrip() throws {
        let bytes = try Self.document.bytes()
        #expect(try ProvisioningDocument(parsing: bytes) == Self.document)
    }

    @Test("Certificates of both CertificateStore characteristics, with store and context")
    func certificates() {
        let found = Self.document.certificates
        #expect(found.map(\.store) == ["Root", "Root", "My"])
        #expect(found.map(\.context) == ["System", "System", "User"])
        #expect(found.map(\.thumbprint) == ["3D6F", "4E70", "A1B2"])
        #expect(found.map { $0.encodedCertificate?.value } == ["MIID", nil, "MIIC"])
        #expect(Self.document.renewal?.parm("RenewPeriod")?.value == "60")
        #expect(Self.document.providers.map(\.type) == ["Example \"MDM\" & <co>"])
        #expect(Self.document.isEnrollment)
    }

    @Test("Places are those of the elements; a document of something else is told apart")
    func places() throws {
        let text =
            "<?xml version='1.0'?>\n<wap-provisioningdoc>\n <characteristic type='NAPDEF'>\n  <parm name='NAPID'/>"
        let document = try ProvisioningDocument(
            parsing: Array((text + "</characteristic></wap-provisioningdoc>").utf8))
        #expect(document.characteristics.first?.place.position?.line == 3)
        #expect(document.characteristics.first?.parms.first?.place.position?.line == 4)
        #expect(!document.isEnrollment)
    }

    @Test(
        "What is no document is refused",
        arguments: [
            ("", .empty), ("<Envelope/>", .wrongRoot), ("<WAP-PROVISIONINGDOC/>", .wrongRoot),
            ("<wap-provisioningdoc><characteristic/></wap-provisioningdoc>", .attributeMissing),
            ("<wap-provisioningdoc><parm/></wap-provisioningdoc>", .attributeMissing),
            ("<wap-provisioningdoc>\(String(repeating: "<characteristic type='a'>", count: 60))", .limit),
        ] as [(String, EnrollmentFault.Code)])
    func refused(_ text: String, _ code: EnrollmentFault.Code) {
        let fault = #expect(throws: EnrollmentFault.self) { try ProvisioningDocument(parsing: Array(text.utf8)) }
        #expect(fault?.code == code)
    }

    @Test(
        "Each failing part has its HRESULT",
        arguments: [
            ("CertificateStore", 0x8018_001E), ("APPLICATION", 0x8018_001F), ("DMClient", 0x8018_0020),
            ("PassportForWork", 0x8018_0021), ("RootCATrustedCertificates", 0x8018_0022),
            ("EnterpriseModernAppManagement", 0x8018_0025),
        ] as [(String, UInt32)])
    func parts(_ type: String, _ code: UInt32) {
        #expect(ProvisioningPart(characteristic: type).hresult == HRESULT(code))
    }

    @Test("Failures that no characteristic names")
    func otherParts() {
        #expect(ProvisioningPart.unknown.hresult == HRESULT(0x8018_0023))
        #expect(ProvisioningPart.clientCertificate.hresult == HRESULT(0x8018_0024))
        #expect(Set(ProvisioningPart.allCases.map(\.hresult)).count == ProvisioningPart.allCases.count)
    }

    @Test("Truncation at every byte is refused")
    func truncated() throws {
        let bytes = try Self.document.bytes()
        for count in 0..<bytes.count {
            #expect(throws: EnrollmentFault.self) { try ProvisioningDocument(parsing: Array(bytes.prefix(count))) }
        }
    }
}
