import Enrollment
import EnrollmentClient
import HTTPExchange
import Testing

/// Versions and context items by build and circumstances (enrollment.md 4.3, 7.1).
@Suite struct RequestContextTests {
    private func context(
        _ build: BuildProfile, advertised: String? = "5.0", _ change: (inout EnrollmentConfiguration) -> Void = { _ in }
    ) throws -> [String] {
        var configuration = Fixture.configuration()
        configuration.build = build
        change(&configuration)
        var puppet = Puppet.atDiscover(configuration)
        try puppet.discover(Fixture.discoverResponse(version: advertised, policyService: nil))
        puppet.makeRequest()
        guard case .requestSecurityToken(let body) = puppet.message?.body else { return [] }
        return body.context.map { "\($0.name)=\($0.value)" }
    }

    private func names(_ items: [String]) -> [String] { items.map { String($0.prefix { $0 != "=" }) } }

    static let usual = [
        "UXInitiated", "HWDevID", "Locale", "TargetedUserLoggedIn", "OSEdition", "DeviceName", "MAC", "MAC",
        "DeviceID", "EnrollmentType", "DeviceType", "OSVersion", "ApplicationVersion", "NotInOobe",
    ]

    @Test(
        "enrollment.md 4.3: the highest version of a build",
        arguments: [
            (10586, nil, "3.0"), (14393, nil, "3.0"), (15063, nil, "4.0"), (18363, nil, "4.0"), (19043, 2364, "4.0"),
            (19045, 2546, "5.0"), (19045, nil, "5.0"), (22000, 1000, "4.0"), (22000, 1165, "5.0"), (22000, nil, "6.0"),
            (22621, 2700, "5.0"), (22621, nil, "6.0"), (22631, 5126, "7.0"), (26100, 1, "6.0"), (26100, nil, "7.0"),
            (26200, 9278, "9.0"),
        ] as [(Int, Int?, String)])
    func version(build: Int, revision: Int?, expected: String) {
        #expect(BuildProfile(build: build, revision: revision).requestVersion == expected)
    }

    @Test("enrollment.md 7.1: 19043 as captured: the order, no RequestVersion, NotInOobe false")
    func build19043() throws {
        let items = try context(BuildProfile(build: 19043, revision: 2364))
        #expect(names(items) == Self.usual)
        #expect(items.last == "NotInOobe=false")
        #expect(items.first == "UXInitiated=true")
    }

    @Test(
        "enrollment.md 4.3, 7.1: 26200 as captured: 3.0 and 9.0 give 9.0 with the status, and no AIK",
        arguments: [
            "3.0", "9.0",
        ])
    func build26200(advertised: String) throws {
        let items = try context(BuildProfile(build: 26200, revision: 9278), advertised: advertised) {
            $0.circumstances.attestation = .aik(publicKey: "cHVi", claim: "Y2xhaW0=")
        }
        #expect(
            names(items)
                == Self.usual + [
                    "Manufacturer", "DeviceModel", "SerialNumber", "RequestVersion", "AttestationStatus",
                    "AttestationStatusHResult",
                ])
        #expect(items.contains("RequestVersion=9.0"))
        #expect(items.contains("AttestationStatusHResult=0x80070057"))
        #expect(
            items.contains { $0.hasPrefix("AttestationStatus=Status=") && $0.hasSuffix("no AIK algorithms provided") })
        #expect(items.contains("NotInOobe=true"))
    }

    @Test("enrollment.md 4.3, 7.1: with 5.0 advertised AIKPub and AIKAttestationClaim come first, and 5.0 is sent")
    func build26200With5() throws {
        let build = BuildProfile(build: 26200, revision: 9278)
        let items = try context(build, advertised: "5.0") {
            $0.circumstances.attestation = .aik(publicKey: "cHVi", claim: "Y2xhaW0=")
        }
        #expect(Array(items.prefix(2)) == ["AIKPub=cHVi", "AIKAttestationClaim=Y2xhaW0="])
        #expect(items.last == "RequestVersion=5.0")
        #expect(items.count == 2 + Self.usual.count + 4)
        // Without a TPM key there is nothing to send.
        #expect(try context(build, advertised: "5.0").first == "UXInitiated=true")
    }

    @Test("enrollment.md 4.3: other builds send the version that the server advertised", arguments: ["5.0", "6.0"])
    func advertised(version: String) throws {
        let items = try context(BuildProfile(build: 22631, revision: 3000), advertised: version)
        #expect(items.last == "RequestVersion=\(version)")
        #expect(try context(BuildProfile(build: 22631, revision: 3000), advertised: nil).last == "RequestVersion=6.0")
    }

    @Test("enrollment.md 7.1: v6 sends the blob of Azure in place of the others")
    func azure() throws {
        let items = try context(BuildProfile(build: 22631), advertised: "6.0") {
            $0.circumstances.attestation = .azure(blob: "dG9rZW4=", correlationVector: "cv.0")
        }
        #expect(items.first == "AzureAttestationBlob=dG9rZW4=")
        #expect(items.last == "AzureAttestationCorrelationVector=cv.0")
        #expect(!names(items).contains("AIKPub"))
        let older = try context(BuildProfile(build: 22631), advertised: "5.0") {
            $0.circumstances.attestation = .azure(blob: "dG9rZW4=", correlationVector: nil)
        }
        #expect(!names(older).contains("AzureAttestationBlob"))
    }

    @Test(
        "enrollment.md 7.1: an item is not sent before its Windows",
        arguments: [
            (14393, ["UXInitiated", "HWDevID", "Locale", "NotInOobe"]), (15063, ["UXInitiated", "NotInOobe"]),
            (17763, ["NotInOobe"]),
        ])
    func since(build: Int, absent: [String]) throws {
        let expected = Self.usual.filter { !absent.contains($0) }
        #expect(names(try context(BuildProfile(build: build))) == expected)
    }

    @Test("enrollment.md 12: Autopilot, pre-provisioning, and the out-of-box experience")
    func autopilot() throws {
        let items = try context(BuildProfile(build: 22631)) {
            $0.circumstances.isInOobe = true
            $0.circumstances.enrollmentType = .device
            $0.circumstances.autopilot = .init(
                .online(registrationID: "2b2a6f2f-7a0c-4a6d-9d3b-5d4c6b1f0a11"), isPreProvisioning: true,
                joinsHybrid: true)
            $0.circumstances.enrollmentData = "opaque+blob/="
        }
        for item in [
            "NotInOobe=false", "EnrollmentType=Device",
            "ZeroTouchProvisioning=2b2a6f2f-7a0c-4a6d-9d3b-5d4c6b1f0a11", "WhiteGlove=true",
            "WhiteGloveHybridJoin=true", "EnrollmentData=opaque+blob/=",
        ] { #expect(items.contains(item)) }
        let offline = try context(BuildProfile(build: 22631)) {
            $0.circumstances.autopilot = .init(.offline(correlator: "abc-1"))
        }
        #expect(offline.contains("OfflineAutoPilotEnrollmentCorrelator=abc-1"))
        #expect(!names(offline).contains("WhiteGlove"))
    }

    @Test(
        "enrollment.md 11.1: the blob of the terms of use goes as EnrollmentData, verbatim",
        arguments: [
            "a+b/c==", "", "null", "<&>",
        ])
    func termsOfUse(blob: String) throws {
        let items = try context(BuildProfile(build: 22631)) { $0.circumstances.enrollmentData = blob }
        #expect(items.contains("EnrollmentData=\(blob)"))
        #expect(!names(try context(BuildProfile(build: 22631))).contains("EnrollmentData"))
    }

    @Test("enrollment.md 7.1: further items where they have a value")
    func further() throws {
        let items = try context(BuildProfile(build: 22631)) {
            $0.device.imei = "490154203237518"
            $0.device.domainName = "corp.example"
            $0.circumstances.externalManagementAgentHint = "hint"
            $0.circumstances.expectsDomainJoin = true
            $0.circumstances.isBulkEntraJoin = true
            $0.circumstances.plugAndForget = false
            $0.circumstances.entDMID = "d-000042"
        }
        for item in [
            "IMEI=490154203237518", "DomainName=corp.example", "ExternalMgmtAgentHint=hint",
            "BootstrapDomainJoin=true", "BulkAADJ=true", "PlugandForget=false", "EmmDeviceId=d-000042",
        ] { #expect(items.contains(item)) }
    }

    @Test("enrollment.md 7.1: truth values are in lower case, and as samples have them by a switch")
    func booleans() throws {
        var build = BuildProfile(build: 22631)
        build.booleans = .capitalized
        #expect(try context(build).first == "UXInitiated=True")
    }

    @Test("ENR-15: a duplicate adapter is sent twice")
    func duplicates() throws {
        let items = try context(BuildProfile(build: 19043)) {
            $0.device.macAddresses = ["02-00-5E-10-00-01", "02-00-5E-10-00-01"]
        }
        #expect(items.filter { $0 == "MAC=02-00-5E-10-00-01" }.count == 2)
    }
}
