import CSP
import DMTree
import Notation
import Testing

/// HealthAttestation (windows-csp.md 4.15, 5.5).
@Suite struct HealthAttestationTests {
    private static let root = "./Vendor/MSFT/HealthAttestation"
    private static let verify = "\(root)/VerifyHealth"
    private static let trigger = "\(root)/TriggerAttestation"
    private static let request =
        "{\"rpID\":\"https://attest.example.test\",\"serviceEndpoint\":\"https://attest.example.test\"}"

    private static func alert(_ source: String, _ data: String) -> Effect {
        .raiseAlert(
            GenericAlert(
                code: 1226, type: "com.microsoft.mdm:HealthAttestation.Result",
                source: "./Device/Vendor/MSFT/HealthAttestation/\(source)", format: "int", data: data))
    }

    private static func verification() throws -> HealthVerification { HealthVerification(root: try TreeURI(root)) }
    private static func attestation() throws -> Attestation { Attestation(root: try TreeURI(root)) }

    @Test("A good life: Status 0, 1 after the Exec (202), 3 with Alert 1226 and the certificate")
    func good() throws {
        var tree = Devices.fresh()
        #expect(tree.get("\(Self.root)/Status") == "0" && tree.status(.get, "\(Self.root)/Certificate") == 404)
        #expect(tree.status(.replace, "\(Self.root)/Nonce", "AAAAAAAAAFFFFFFF") == 200)
        let exec = tree.send(.exec, Self.verify)
        #expect(exec.status == 202)
        #expect(exec.jobs == [Job(kind: .healthVerification, uri: try TreeURI(Self.verify), data: "")])
        #expect(tree.get("\(Self.root)/Status") == "1")
        let effect = try Self.verification().succeed(newCertificate: "<x/>", correlationID: "id", in: &tree)
        #expect(effect == Self.alert("VerifyHealth", "3"))
        #expect(tree.get("\(Self.root)/Status") == "3" && tree.get("\(Self.root)/Certificate") == "<x/>")
        #expect(tree.get("\(Self.root)/CorrelationId") == "id")
    }

    @Test("A request that fails: Status 2, Alert 1226 with 2, no certificate; it can be asked for again")
    func failure() throws {
        var tree = Devices.fresh()
        tree.send(.exec, Self.verify)
        #expect(try Self.verification().fail(in: &tree) == Self.alert("VerifyHealth", "2"))
        #expect(tree.get("\(Self.root)/Status") == "2" && tree.status(.get, "\(Self.root)/Certificate") == 404)
        #expect(tree.send(.exec, Self.verify).jobs.count == 1)
        #expect(tree.get("\(Self.root)/Status") == "1")
    }

    @Test("A second Exec while a request runs starts nothing", arguments: [verify, trigger])
    func running(node: String) {
        var tree = Devices.fresh()
        #expect(tree.status(.exec, node, Self.request) == 202)
        let again = tree.send(.exec, node, Self.request)
        #expect(again.status == 202 && again.jobs.isEmpty && again.advised == ["health.running"])
    }

    @Test("ForceRetrieve, or no certificate yet, asks the service")
    func forceRetrieve() throws {
        var tree = Devices.fresh()
        let verification = try Self.verification()
        #expect(tree.get("\(Self.root)/ForceRetrieve") == "false")
        #expect(verification.needsService(in: tree))
        tree.send(.exec, Self.verify)
        _ = verification.succeed(newCertificate: "<x/>", correlationID: nil, in: &tree)
        #expect(!verification.needsService(in: tree))
        #expect(tree.status(.replace, "\(Self.root)/ForceRetrieve", "true", format: "bool") == 200)
        #expect(verification.needsService(in: tree))
    }

    @Test("TriggerAttestation: 202, then AttestStatus 0, the report and Alert 1226 with 3")
    func attestation() throws {
        var tree = Devices.fresh()
        let exec = tree.send(.exec, Self.trigger, Self.request, format: "chr")
        #expect(exec.status == 202)
        #expect(
            exec.jobs == [Job(kind: .attestation, uri: try TreeURI(Self.trigger), data: "")],
            "the request holds a token and stays out of the job")
        #expect(tree.status(.get, "\(Self.root)/GetAttestReport") == 404)
        let effect = try Self.attestation().succeed(report: "jwt", correlationIDs: "id", in: &tree)
        #expect(effect == Self.alert("TriggerAttestation", "3"))
        #expect(tree.get("\(Self.root)/AttestStatus") == "0" && tree.get("\(Self.root)/GetAttestReport") == "jwt")
        #expect(tree.get("\(Self.root)/GetServiceCorrelationIDs") == "id")
        tree.send(.exec, Self.trigger, Self.request)
        #expect(tree.status(.get, "\(Self.root)/GetAttestReport") == 404, "a new session has no report yet")
    }

    @Test("An attestation that fails: AttestStatus holds the code, AttestErrorMessage what the service said")
    func attestationFails() throws {
        var tree = Devices.fresh()
        tree.send(.exec, Self.trigger, Self.request)
        let effect = try Self.attestation().fail(HRESULT(rawValue: 0x8007_0005), message: "no", in: &tree)
        #expect(effect == Self.alert("TriggerAttestation", "2"))
        #expect(tree.get("\(Self.root)/AttestStatus") == "-2147024891")
        #expect(tree.get("\(Self.root)/AttestErrorMessage") == "no")
    }

    @Test("TriggerAttestation without a request is 500", arguments: [nil, "", " \n"])
    func noRequest(data: String?) {
        var tree = Devices.fresh()
        let exec = tree.send(.exec, Self.trigger, data)
        #expect(exec.status == 500 && exec.error == .invalidArgument && exec.advised == ["health.request"])
        #expect(exec.effects.isEmpty && tree.status(.get, "\(Self.root)/AttestStatus") == 404)
    }

    @Test(
        "A nonce has 8 to 32 bytes in hexadecimal digits",
        arguments: [
            ("AAAAAAAAAFFFFFFF", 200), (String(repeating: "0f", count: 32), 200), ("AAAAAAAAAFFFFFF", 500),
            (String(repeating: "0", count: 66), 500), (String(repeating: "0", count: 17), 500), ("", 500),
            ("0x00000000000000", 500), ("AAAAAAAAAFFFFFFＦ", 500),
        ])
    func nonce(value: String, status: Int) {
        var tree = Devices.fresh()
        let application = tree.send(.replace, "\(Self.root)/Nonce", value)
        #expect(application.status == status)
        #expect(application.advised == (status == 200 ? [] : ["health.nonce"]))
    }

    @Test("Protocol versions: 3 at most; the current one follows the preferred one")
    func versions() {
        var tree = Devices.fresh()
        #expect(tree.get("\(Self.root)/MaxSupportedProtocolVersion") == "3")
        #expect(tree.get("\(Self.root)/CurrentProtocolVersion") == "3")
        for (preferred, current) in [("2", "2"), ("9", "3")] {
            #expect(tree.status(.replace, "\(Self.root)/PreferredMaxProtocolVersion", preferred, format: "int") == 200)
            #expect(tree.get("\(Self.root)/CurrentProtocolVersion") == current)
        }
    }

    @Test("HASEndpoint has its default and can be replaced; nodes by release (5.9 row 9)")
    func endpointAndReleases() {
        var tree = Devices.fresh()
        #expect(tree.get("\(Self.root)/HASEndpoint") == "has.spserv.microsoft.com.")
        #expect(tree.status(.replace, "\(Self.root)/HASEndpoint", "www.ContosoDHA-Service") == 200)
        #expect(tree.get("\(Self.root)/HASEndpoint") == "www.ContosoDHA-Service")
        var old = Devices.fresh("10-22h2")
        #expect(old.status(.exec, Self.trigger, Self.request) == 405)
        #expect(old.status(.exec, Self.verify) == 202)
    }

    @Test("Wrong verbs, formats and places")
    func wrongInput() {
        var tree = Devices.fresh()
        for verb in [Verb.get, .add, .replace, .delete] { #expect(tree.status(verb, Self.verify, "1") == 405) }
        for leaf in ["Status", "Certificate", "CorrelationID", "AttestStatus", "GetAttestReport", "TpmReadyStatus"] {
            for verb in [Verb.exec, .add, .replace, .delete] {
                #expect(tree.status(verb, "\(Self.root)/\(leaf)", "1") == 405)
            }
        }
        #expect(tree.status(.replace, "\(Self.root)/ForceRetrieve", "maybe", format: "bool") == 415)
        #expect(tree.status(.replace, "\(Self.root)/PreferredMaxProtocolVersion", "x", format: "int") == 415)
        #expect(tree.status(.replace, "\(Self.root)/ForceRetrieve", "true", format: "int") == 415)
        #expect(tree.status(.exec, "./User/Vendor/MSFT/HealthAttestation/VerifyHealth") == 405)
        #expect(tree.status(.exec, "\(Self.root)/VerifyWealth") == 404)
    }
}
