import Capture
import Enrollment
import SyncML
import TestSupport

/// The text of a SOAP message.
private func soap(_ body: EnrollmentMessage.Body, relatesTo: String = "urn:uuid:1", action: TextElement? = nil)
    -> String
{
    var header = MessageHeader.response(body, relatesTo: relatesTo)
    if let action { header.action = action }
    return text(EnrollmentMessage(header: header, body: body))
}

private func text(_ message: EnrollmentMessage) -> String {
    String(decoding: (try? message.bytes()) ?? [], as: UTF8.self)
}

private func request(_ body: EnrollmentMessage.Body) -> Sent {
    let message = EnrollmentMessage(
        header: .request(body, messageID: "urn:uuid:1", to: "https://mdm.example/e"), body: body)
    return Sent(form: .raw(.toServer, Array(text(message).utf8)))
}

private func answer(_ body: EnrollmentMessage.Body, relatesTo: String = "urn:uuid:1") -> Sent {
    Sent(form: .raw(.toClient, Array(soap(body, relatesTo: relatesTo).utf8)))
}

private let discover = EnrollmentMessage.Body.discover(
    Discover(emailAddress: "a@b.c", requestVersion: "5.0", applicationVersion: "10.0.26100.1", osEdition: "4"))

private func discovered(
    _ policies: [TextElement] = ["OnPremise"], service: TextElement? = "https://mdm.example/e",
    authentication: TextElement? = nil, version: TextElement? = "5.0"
) -> EnrollmentMessage.Body {
    .discoverResponse(
        DiscoverResponse(
            authPolicies: policies, enrollmentVersion: version, enrollmentServiceURL: service,
            authenticationServiceURL: authentication))
}

private func policies(schema: TextElement? = "3", hash: TextElement? = "1") -> EnrollmentMessage.Body {
    .getPoliciesResponse(
        GetPoliciesResponse(
            policies: [CertificatePolicy(policySchema: schema, hashAlgorithmOIDReference: hash)],
            objectIdentifiers: [.init(value: "2.16.840.1.101.3.4.2.1", reference: "1")]))
}

private func token(
    _ document: String, type: BinarySecurityToken.ValueType = .provisioningDocument
) -> EnrollmentMessage.Body {
    .requestSecurityTokenResponse(
        .init([.init(requestedSecurityToken: BinarySecurityToken(type, octets: Array(document.utf8)))]))
}

private func fault(_ subcodes: [TextElement] = ["s:Authorization"], type: TextElement? = nil) -> EnrollmentMessage.Body
{
    .fault(
        SOAPFault(
            code: "s:Receiver", subcodes: subcodes, reasons: [.init("no")],
            detail: type.map { DeviceEnrollmentServiceError(errorType: $0) }))
}

private func certificateRequest(
    _ type: RequestSecurityToken.RequestType = .issue, enrollment: String = "Full"
) -> Sent {
    request(
        .requestSecurityToken(
            RequestSecurityToken(
                type,
                BinarySecurityToken(
                    valueType: BinarySecurityToken.ValueType.pkcs10.rawValue, text: SampleCertificate.request),
                context: [ContextItem(.enrollmentType, enrollment)])))
}

private let head = ["Content-Type": "application/soap+xml; charset=utf-8", "Content-Length": "1"]
private let good = soap(discovered())
private let document = ProvisioningText()

extension RuleSample {
    static let enrollment: [RuleSample] = [
        RuleSample("enrollment.malformed", failing: "<s:Envelope xmlns:s='urn:x'>", passing: good),
        RuleSample(
            "enrollment.missing-blank",
            failing: soap(policies()).replacing("<policySchema>", with: "<revisionxsi:nil=\"true\"/><policySchema>"),
            passing: soap(policies())),
        RuleSample(
            "enrollment.name-case", failing: good.replacing("EnrollmentServiceUrl", with: "EnrollmentServiceURL"),
            passing: good),
        RuleSample(
            "enrollment.name-case", failing: good.replacing("s:Envelope", with: "s:envelope"), passing: good),
        RuleSample(
            "enrollment.soap-namespace",
            failing: good.replacing(Namespace.soap, with: Namespace.soap11), passing: good),
        RuleSample(
            "enrollment.action", failing: soap(discovered(), action: TextElement(discover.action ?? "")),
            passing: good),
        RuleSample(
            "enrollment.relates-to", fail: [request(discover), answer(discovered(), relatesTo: "urn:uuid:2")],
            pass: [request(discover), answer(discovered())]),
        RuleSample("enrollment.auth-policy", failing: soap(discovered(["Kerberos"])), passing: good),
        RuleSample(
            "enrollment.auth-policy", failing: soap(discovered(["OnPremise", "Certificate"])), passing: good),
        RuleSample("enrollment.auth-policy", failing: soap(discovered([])), passing: good),
        RuleSample(
            "enrollment.auth-policy", fail: [request(discover), answer(discovered(["Certificate"]))],
            pass: [request(discover), answer(discovered())]),
        RuleSample("enrollment.service-url", failing: soap(discovered(service: nil)), passing: good),
        RuleSample("enrollment.service-url", failing: soap(discovered(service: "http://mdm.example/e")), passing: good),
        RuleSample("enrollment.service-url", failing: soap(discovered(service: "/EnrollmentServer")), passing: good),
        RuleSample(
            "enrollment.authentication-url", failing: soap(discovered(["Federated"])),
            passing: soap(discovered(["Federated"], authentication: "https://login.example/"))),
        RuleSample(
            "enrollment.authentication-url",
            failing: soap(discovered(["Federated"], authentication: "http://login.example/")), passing: good),
        RuleSample(
            "enrollment.version", failing: soap(discovered(version: "2.0")), passing: soap(discovered(version: nil))),
        RuleSample("enrollment.policy-schema", failing: soap(policies(schema: "2")), passing: soap(policies())),
        RuleSample("enrollment.policy-schema", failing: soap(policies(schema: nil)), passing: soap(policies())),
        RuleSample(
            "enrollment.hash-reference", failing: soap(policies(hash: "7")), passing: soap(policies(hash: .null))),
        RuleSample("enrollment.token", failing: soap(token("<html/>")), passing: soap(token(document.text))),
        RuleSample(
            "enrollment.token", failing: soap(token(document.text, type: .userToken)),
            passing: soap(token(document.text))),
        RuleSample(
            "enrollment.token", failing: soap(.requestSecurityTokenResponse(.init([]))),
            passing: soap(token(document.text))),
        RuleSample("enrollment.fault-subcode", failing: soap(fault(["s:Other"])), passing: soap(fault())),
        RuleSample(
            "enrollment.fault-error-type", failing: soap(fault(type: "Authorization")),
            passing: soap(fault(type: "DeviceCapReached"))),
        RuleSample(
            "enrollment.renewal-refusal", fail: [certificateRequest(.renew), answer(fault())],
            pass: [certificateRequest(.renew), answer(fault(type: "NotEligibleToRenew"))]),
        RuleSample(
            "enrollment.content-length",
            fail: [request(discover), answer(discovered()).http(["Content-Type": "application/soap+xml"])],
            pass: [request(discover), answer(discovered()).http(head)]),
        RuleSample(
            "enrollment.content-length",
            fail: [
                request(discover),
                answer(discovered()).http(["Content-Type": "application/soap+xml", "Transfer-Encoding": "chunked"]),
            ],
            pass: [request(discover), answer(discovered()).http(head)]),
        RuleSample(
            "enrollment.content-type",
            fail: [
                request(discover), answer(discovered()).http(["Content-Type": "text/xml", "Content-Length": "1"]),
            ],
            pass: [request(discover), answer(discovered()).http(head)]),
        RuleSample(
            "enrollment.renewal-answer",
            fail: [
                certificateRequest(.renew),
                Sent.nothing(.toClient).http(["Location": "https://other.example/"]).with(\.status, 302),
            ],
            pass: [certificateRequest(.renew), answer(token(document.text))]),
        RuleSample(
            "enrollment.renewal-answer",
            fail: [certificateRequest(.renew), answer(token(document.with(\.mine, "")))],
            pass: [certificateRequest(.renew), answer(token(document.text))],
            companions: ["provisioning.client-certificate"]),
    ]

    static let provisioning: [RuleSample] =
        certificates + account + [
            RuleSample(
                "provisioning.malformed", failing: "<wap-provisioningdoc><parm/></wap-provisioningdoc>",
                passing: document.text),
            sample("provisioning.poll", \.poll, parm("NumberOfFirstRetries", "many")),
            sample("provisioning.poll", \.poll, parm("PollOnLogin", "yes")),
            sample(
                "provisioning.poll", \.poll,
                [
                    "IntervalForFirstSetOfRetries", "NumberOfFirstRetries", "IntervalForSecondSetOfRetries",
                    "NumberOfSecondRetries", "IntervalForRemainingScheduledRetries",
                    "NumberOfRemainingScheduledRetries",
                ].map { parm($0, "0") }.joined()),
            sample("provisioning.poll-load", \.poll, parm("NumberOfFirstRetries", "0")),
            sample("provisioning.poll-load", \.poll, parm("IntervalForRemainingScheduledRetries", "60")),
            sample("provisioning.datatype", \.renewal, parm("RenewPeriod", "60", "string")),
            sample("provisioning.datatype", \.poll, parm("PollOnLogin", "true", "bool")),
            sample("provisioning.renewal", \.renewal, parm("RenewPeriod", "0")),
            sample("provisioning.renewal", \.renewal, parm("RetryInterval", "90")),
            sample("provisioning.renewal", \.renewal, parm("ServerURL", "http://mdm.example/renew")),
            sample("provisioning.renewal", \.renewal, parm("ROBOSupport", "false", "boolean")),
        ]

    private static func sample(
        _ rule: String, _ path: WritableKeyPath<ProvisioningText, String>, _ value: String,
        companions: Set<String> = []
    ) -> RuleSample {
        RuleSample(rule, failing: document.with(path, value), passing: document.text, companions: companions)
    }

    private static func user(_ nodes: SampleCertificate.Node...) -> String {
        "<characteristic type=\"User\">\(nodes.map(\.characteristic).joined())</characteristic>"
    }

    private static let certificates: [RuleSample] = [
        sample("provisioning.certificate", \.root, SampleCertificate.Node("AB", "AAAA").characteristic),
        sample("provisioning.certificate", \.root, "<characteristic type=\"AB\"/>"),
        sample(
            "provisioning.placeholder", \.root,
            SampleCertificate.Node("AB", "B64 encoded cert insert here").characteristic),
        sample(
            "provisioning.thumbprint", \.root,
            SampleCertificate.Node("AB", SampleCertificate.root.base64).characteristic),
        sample("provisioning.client-certificate", \.mine, ""),
        sample(
            "provisioning.client-certificate", \.mine, user(SampleCertificate.device, SampleCertificate.forServers)),
        sample("provisioning.client-certificate", \.mine, user(SampleCertificate.forServers)),
        RuleSample(
            "provisioning.client-certificate",
            fail: [certificateRequest(), answer(token(document.with(\.mine, user(SampleCertificate.root))))],
            pass: [certificateRequest(), answer(token(document.text))]),
        RuleSample(
            "provisioning.certificate-context",
            fail: [certificateRequest(enrollment: "Device"), answer(token(document.text))],
            pass: [certificateRequest(), answer(token(document.text))]),
        sample("provisioning.chain", \.root, ""),
        sample("provisioning.lifetime", \.mine, user(SampleCertificate.shortLived)),
    ]

    private static func accountWith(_ more: String) -> String { ProvisioningText.account(more: more) }
    private static let nonce = "Y2xpZW50LW5vbmNlLTAwMQ=="

    private static let account: [RuleSample] = [
        sample("provisioning.provider", \.provider, "OtherMDM"),
        sample("provisioning.digest-nonce", \.client, ProvisioningText.auth(level: "CLIENT", nonce: nil)),
        sample("w7.missing", \.account, parm("APPID", "w7") + parm("PROVIDER-ID", "ExampleMDM")),
        sample("w7.app-id", \.account, ProvisioningText.account(id: "w8")),
        sample("w7.number", \.account, accountWith(parm("CONNRETRYFREQ", "often"))),
        sample("w7.value", \.client, ProvisioningText.auth(level: "CLIENT", type: "BASIC", nonce: nonce)),
        sample(
            "w7.auth-repeated", \.client,
            ProvisioningText.auth(level: "APPSRV", name: "dev-7F3A", nonce: nonce)),
        sample("w7.auth-missing", \.client, ""),
        RuleSample(
            "w7.nonce-missing",
            failing: {
                var text = document
                text.client = ProvisioningText.auth(level: "CLIENT", nonce: nil)
                text.server = ProvisioningText.auth(level: "APPSRV", name: "dev-7F3A", nonce: nil)
                return text.text
            }(), passing: document.text),
        sample("w7.nonce", \.client, ProvisioningText.auth(level: "CLIENT", nonce: "nonce")),
        sample("w7.init", \.account, accountWith(parm("INIT"))),
        sample("w7.init", \.account, ProvisioningText.account(role: "8", more: parm("INIT"))),
        sample("w7.role", \.account, ProvisioningText.account(role: "4294967295")),
        sample("w7.case", \.account, accountWith(parm("Name", "Example"))),
        sample(
            "w7.scheme", \.account,
            parm("APPID", "w7") + parm("PROVIDER-ID", "ExampleMDM") + parm("ADDR", "http://mdm.example/dm")),
        sample(
            "w7.certificate-search", \.account,
            accountWith(parm("SSLCLIENTCERTSEARCHCRITERIA", "Stores=My%5CUser"))),
        sample("w7.auth-name", \.server, ProvisioningText.auth(level: "APPSRV", nonce: nonce)),
        sample("w7.flag", \.account, accountWith(parm("USEHWDEVID", "0"))),
        sample("w7.repeated", \.account, accountWith(parm("ROLE", "32"))),
        sample("w7.unknown", \.account, accountWith(parm("COLOUR", "green"))),
    ]
}
