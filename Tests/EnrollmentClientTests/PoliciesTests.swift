import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// GetPolicies: what the client takes from the answer (enrollment.md 6.2).
@Suite struct PoliciesTests {
    private func rules(_ change: (inout GetPoliciesResponse) -> Void) throws -> (Puppet, KeyRules?) {
        var puppet = try Puppet.atPolicies()
        var response = Fixture.policies
        change(&response)
        try puppet.receive(.getPoliciesResponse(response))
        guard case .requesting(let requesting) = puppet.machine.state else { return (puppet, nil) }
        return (puppet, requesting.rules)
    }

    @Test("enrollment.md 6.2: minimalKeyLength is the length of the key", arguments: [1024, 2048, 4096])
    func keyLength(bits: Int) throws {
        let (puppet, _) = try rules { $0.policies[0].privateKey.minimalKeyLength = TextElement(String(bits)) }
        #expect(puppet.action == .createKey(bits: bits))
    }

    @Test("enrollment.md 6.2: 2048 when nothing is said")
    func noKeyLength() throws {
        let (puppet, _) = try rules { $0.policies[0].privateKey.minimalKeyLength = nil }
        #expect(puppet.action == .createKey(bits: 2048))
    }

    @Test("enrollment.md 9.2: a length that no key has is 0x80180027", arguments: ["0", "-1", "long", "1000000"])
    func badKeyLength(text: String) throws {
        let (puppet, _) = try rules { $0.policies[0].privateKey.minimalKeyLength = TextElement(text) }
        #expect(puppet.failure?.symbol == .privateKeyCreationFailed)
        #expect(puppet.failure?.position != nil)
    }

    @Test("ENR-12: policySchema is 3", arguments: [nil, "", "2", "4"])
    func schema(text: String?) throws {
        let (puppet, _) = try rules { $0.policies[0].policySchema = text.map { TextElement($0) } }
        #expect(puppet.failure?.code == .policySchema)
        #expect(puppet.failure?.symbol == .deviceMessageFormatError)
    }

    @Test("ENR-12: there is a policy")
    func noPolicy() throws {
        let (puppet, _) = try rules { $0.policies = [] }
        #expect(puppet.failure?.code == .policySchema)
    }

    @Test("ENR-12: the hash reference resolves in oIDs")
    func hashReference() throws {
        let (puppet, _) = try rules { $0.objectIdentifiers = [] }
        #expect(puppet.failure?.code == .hashReference)
        let (_, found) = try rules { $0.objectIdentifiers[0].value = "1.3.14.3.2.26" }
        #expect(found?.hashAlgorithm == "1.3.14.3.2.26")
    }

    @Test("enrollment.md 6.2: a nil hash leaves the client's own choice, SHA-256 unless csr-hash says otherwise")
    func ownHash() throws {
        let (_, found) = try rules { $0.policies[0].hashAlgorithmOIDReference = .null }
        #expect(found?.hashAlgorithm == "2.16.840.1.101.3.4.2.1")
        var configuration = Fixture.configuration()
        configuration.hashAlgorithm = "1.3.14.3.2.26"
        var puppet = Puppet.atDiscover(configuration)
        try puppet.discover(Fixture.discoverResponse(policyService: nil))
        puppet.event { $0.keyCreated() }
        guard case .makeCertificateRequest(let form) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(form.hashAlgorithm == "1.3.14.3.2.26")
    }

    @Test("enrollment.md 6.2: attestation has defaults, values of the key, and its own that win")
    func attestation() throws {
        let (_, plain) = try rules { _ in }
        #expect(plain?.attestationFailure == .retry)
        #expect(plain?.operationTimeout == 100)
        #expect(plain?.azure == nil)
        let (_, key) = try rules {
            $0.policies[0].privateKey.attestationFailureBehavior = "FailOnError"
            $0.policies[0].privateKey.operationTimeout = "30"
        }
        #expect(key?.attestationFailure == .fail)
        #expect(key?.operationTimeout == 30)
        let (_, own) = try rules {
            $0.policies[0].privateKey.attestationFailureBehavior = "FailOnError"
            $0.policies[0].attestation = Attestation(
                failureBehavior: "IgnoreOnError", operationTimeout: "20", nonce: "n", relyingPartyID: "r",
                endpointURI: "https://attest.example")
        }
        #expect(own?.attestationFailure == .ignore)
        #expect(own?.operationTimeout == 20)
        #expect(own?.azure?.nonce == "n")
        #expect(own?.azure?.endpointURI == "https://attest.example")
    }

    @Test("enrollment.md 6.2: the missing blank fails by default with its place, and the lenient mode reads it")
    func missingBlank() throws {
        for tolerates in [false, true] {
            var configuration = Fixture.configuration()
            configuration.toleratesMissingBlank = tolerates
            var puppet = try Puppet.atPolicies(configuration)
            let response = try Fixture.response(.getPoliciesResponse(Fixture.policies), to: puppet.request)
            let text = String(decoding: response.body, as: UTF8.self)
            let broken = text.split(separator: "<minimalKeyLength>").joined(
                separator: "<algorithmOIDReferencexsi:nil=\"true\"/><minimalKeyLength>")
            puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: Array(broken.utf8)))
            if tolerates {
                #expect(puppet.action == .createKey(bits: 2048))
                #expect(puppet.machine.remarks.map(\.requirement) == ["ENR-13"])
            } else {
                #expect(puppet.failure?.hresult == HRESULT(0x8018_0001))
                #expect(puppet.failure?.position != nil)
            }
        }
    }

    @Test("enrollment.md 6: newer builds tell the TPM")
    func tpm() throws {
        var configuration = Fixture.configuration()
        configuration.device.tpm = DeviceIdentity.TPM(manufacturer: "STM", firmwareVersion: "1.769.0.0")
        guard case .getPolicies(let body) = try Puppet.atPolicies(configuration).message?.body else {
            Issue.record("no GetPolicies")
            return
        }
        #expect(body.tpmManufacturer?.value == "STM")
        #expect(body.tpmFirmwareVersion?.value == "1.769.0.0")
    }

    @Test("enrollment.md 9.2: a key that cannot be made is 0x80180027")
    func keyCreation() throws {
        var puppet = try Puppet.atKey()
        puppet.event { $0.keyCreationFailed("no such length") }
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0027))
        #expect(puppet.failure?.message.contains("no such length") == true)
    }
}
