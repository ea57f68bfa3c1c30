import CSP
import DMTree
import ESP
import Notation
import Testing

@testable import Device

/// Certificates in a life (windows-csp.md 3.9, 4.3): what the script decides, and what the PFX file itself does.
@Suite struct CertificateJobTests {
    /// A server that says nothing.
    private struct SilentServer: ManagementServer {
        mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? { nil }
    }

    private static let thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567"
    private static let renew = "./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/Renew"
    private static let pfx = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/p"
    private static let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/s"
    private static let scepValues = [
        ("ServerURL", "https://scep.example.test"), ("Challenge", "Y2hhbGxlbmdl"), ("EKUMapping", "1.3.6.1.5.5.7.3.2"),
        ("KeyUsage", "160"), ("SubjectName", "CN=a"), ("KeyLength", "2048"), ("HashAlgorithm", "SHA-2"),
        ("CAThumbprint", thumbprint),
    ]

    private func life(_ change: (inout LifeScript) -> Void = { _ in }) -> DeviceLife<SilentServer> {
        var script = LifeScript(device: FreshDevice(phase: .oobe))
        script.horizon = .seconds(3600)
        change(&script)
        return DeviceLife(script, server: SilentServer())
    }

    private func send(
        _ verb: Verb, _ uri: String, _ data: String? = nil, in life: inout DeviceLife<SilentServer>
    ) -> Int {
        let application = life.tree.apply(Request(verb: verb, cmdID: "2", target: uri, data: data, isInAtomic: true))
        life.carryOut(application.effects)
        return application.status
    }

    /// Plays until an instant, that instant included.
    private func play(_ life: inout DeviceLife<SilentServer>, to seconds: Int64) {
        while let time = life.nextTime, time <= .seconds(seconds), life.step() {}
    }

    @Test("RenewNow: Status 1 for as long as the script says, then 2 with the script's thumbprint")
    func renewal() {
        var life = life { $0.renewal = LifeScript.Renewal(seconds: 50, thumbprint: Self.thumbprint) }
        #expect(send(.exec, Self.renew + "/RenewNow", in: &life) == 202)
        play(&life, to: 49)
        #expect(life.tree.value(Self.renew + "/Status") == "1")
        play(&life, to: 50)
        #expect(life.tree.value(Self.renew + "/Status") == "2")
        #expect(life.tree.value("./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/CertThumprint") == Self.thumbprint)
        let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
        #expect(life.tree.value(account + "/CertRenewTimeStamp") == "20260105T000050Z")
    }

    @Test("A renewal that the script lets fail: Status 3 and its HRESULT; another RenewNow is another attempt")
    func failedRenewal() {
        var life = life { $0.renewal = LifeScript.Renewal(seconds: 5, error: HRESULT(0x8018_0016)) }
        for attempt in 1...2 {
            #expect(send(.exec, Self.renew + "/RenewNow", in: &life) == 202)
            play(&life, to: Int64(attempt) * 10)
            #expect(life.tree.value(Self.renew + "/Status") == "3")
            #expect(life.tree.value(Self.renew + "/ErrorCode") == "-2145910762")
        }
    }

    @Test("Two renewals without a thumbprint of the script give two thumbprints, each forty digits")
    func renewedTwice() {
        var life = life()
        var seen: Set<String> = []
        for attempt in 1...2 {
            _ = send(.exec, Self.renew + "/RenewNow", in: &life)
            play(&life, to: Int64(attempt) * 60)
            seen.insert(life.tree.value("./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/CertThumprint") ?? "")
        }
        #expect(seen.count == 2 && seen.allSatisfy { $0.count == 40 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test("A SCEP enrolment has the script's thumbprint, in either CSP")
    func scep() {
        var life = life { $0.certificates["s"] = LifeScript.Certificate(seconds: 4, thumbprint: Self.thumbprint) }
        for (leaf, value) in Self.scepValues { _ = send(.add, "\(Self.scep)/Install/\(leaf)", value, in: &life) }
        #expect(send(.exec, Self.scep + "/Install/Enroll", in: &life) == 202)
        let older = "./Device/Vendor/MSFT/CertificateStore/MY/SCEP/s"
        for (leaf, value) in [
            ("ServerURL", "https://scep.example.test"), ("KeyUsage", "160"), ("SubjectName", "CN=a"),
            ("HashAlgrithm", "SHA-2"), ("CAThumbPrint", Self.thumbprint),
        ] {
            _ = send(.add, "\(older)/Install/\(leaf)", value, in: &life)
        }
        #expect(send(.exec, older + "/Install/Enroll", in: &life) == 202)
        play(&life, to: 3)
        #expect(life.tree.value(Self.scep + "/Status") == "2" && life.tree.value(older + "/Status") == "2")
        play(&life, to: 4)
        #expect(life.tree.value(Self.scep + "/CertThumbprint") == Self.thumbprint)
        #expect(life.tree.value(Self.scep + "/RespondentServerUrl") == "https://scep.example.test")
        #expect(life.tree.value(older + "/Status") == "1")
        #expect(life.tree.value(older + "/CertThumbPrint") == Self.thumbprint)
    }

    @Test(
        "A PFX import: what the file says goes before what the script says",
        arguments: [
            // An empty PFX file without a MAC: the script decides.
            ("MBYCAQMwEQYJKoZIhvcNAQcBoAQEAjAA", nil, "0"), ("MBYCAQMwEQYJKoZIhvcNAQcBoAQEAjAA", 1603, "1603"),
            // No PFX file.
            ("AAAA", nil, "13"), ("AAAA", 1603, "13"),
            // A file of OpenSSL's kind over nothing, with a MAC that no password agrees with.
            (
                "MEcCAQMwEQYJKoZIhvcNAQcBoAQEAjAAMC8wHzAHBgUrDgMCGgQUAAAAAAAAAAAAAAAAAAAAAAAAAAAECAAAAAAAAAAAAgIIAA==",
                nil, "86"
            ),
        ] as [(String, Int32?, String)])
    func pfx(blob: String, scripted: Int32?, status: String) {
        var life = life { $0.pfxCertificates["p"] = LifeScript.PFX(seconds: 3, error: scripted) }
        _ = send(.add, Self.pfx + "/KeyLocation", "3", in: &life)
        _ = send(.add, Self.pfx + "/PFXCertPassword", "orchard", in: &life)
        #expect(send(.add, Self.pfx + "/PFXCertBlob", blob, in: &life) == 202)
        play(&life, to: 2)
        #expect(life.tree.value(Self.pfx + "/Status") == nil)
        play(&life, to: 3)
        #expect(life.tree.value(Self.pfx + "/Status") == status)
        #expect((life.tree.value(Self.pfx + "/Thumbprint") != nil) == (status == "0"))
    }
}
