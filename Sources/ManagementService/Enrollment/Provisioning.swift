import Enrollment
import Identity
import Notation

/// Writes provisioning documents (enrollment.md 8, 17.3).
struct Provisioning {
    private typealias Node = ProvisioningDocument.Characteristic
    private typealias Parm = ProvisioningDocument.Parm

    let settings: ServerSettings
    let addresses: ServiceAddresses

    /// Everything that an enrolment brings.
    func enrollment(_ device: ManagedDevice, _ certificate: Certificate, root: Certificate) -> ProvisioningDocument {
        let store = Node(
            "CertificateStore",
            characteristics: [
                Node("Root", characteristics: [Node("System", characteristics: [Self.node(root)])]),
                Node("My", characteristics: [own(certificate, device.kind), renewal]),
            ])
        return ProvisioningDocument(characteristics: [store, application(device), dmClient(device)])
    }

    /// Only the new certificate and the account that it is for (enrollment.md 10.1).
    func renewal(_ device: ManagedDevice, _ certificate: Certificate) -> ProvisioningDocument {
        ProvisioningDocument(characteristics: [
            Node(
                "CertificateStore",
                characteristics: [Node("My", characteristics: [own(certificate, device.kind)])]),
            Node("APPLICATION", parms: [Parm("APPID", "w7"), Parm("PROVIDER-ID", settings.providerID)]),
        ])
    }

    // MARK: Certificates

    private static func node(_ certificate: Certificate) -> Node {
        Node(
            certificate.thumbprint, parms: [Parm("EncodedCertificate", Base64.encode(certificate.der))])
    }

    /// My/User for a user's enrolment, My/System for a device's (ENR-18).
    private func own(_ certificate: Certificate, _ kind: ManagedDevice.Kind) -> Node {
        Node(kind.store, characteristics: [Self.node(certificate), Node("PrivateKeyContainer")])
    }

    private var renewal: Node {
        let rules = settings.enrollment
        return Node(
            "WSTEP",
            characteristics: [
                Node(
                    "Renew",
                    parms: [
                        Parm("ROBOSupport", "true", datatype: "boolean"),
                        Parm("RenewPeriod", String(rules.renewPeriodDays), datatype: "integer"),
                        Parm("RetryInterval", String(rules.retryIntervalDays), datatype: "integer"),
                    ])
            ])
    }

    // MARK: Account

    private func application(_ device: ManagedDevice) -> Node {
        let account = device.account
        let criteria = "Subject=\(Self.escaped("CN=\(device.id)"))&Stores=\(Self.escaped("My\\\(device.kind.store)"))"
        let way =
            switch settings.session.way {
            case .md5: "DIGEST"
            case .basic: "BASIC"
            }
        return Node(
            "APPLICATION",
            parms: [
                Parm("APPID", "w7"), Parm("PROVIDER-ID", settings.providerID), Parm("NAME", settings.name),
                Parm("ADDR", addresses.management), Parm("ROLE", "32"), Parm("CONNRETRYFREQ", "6"),
                Parm("INITIALBACKOFFTIME", "30000"), Parm("MAXBACKOFFTIME", "120000"),
                Parm("BACKCOMPATRETRYDISABLED"), Parm("DEFAULTENCODING", "application/vnd.syncml.dm+xml"),
                Parm("SSLCLIENTCERTSEARCHCRITERIA", criteria),
            ],
            characteristics: [
                Node(
                    "APPAUTH",
                    parms: [
                        Parm("AAUTHLEVEL", "CLIENT"), Parm("AAUTHTYPE", "DIGEST"),
                        Parm("AAUTHSECRET", account.serverSecret), Parm("AAUTHDATA", account.serverNonce.text),
                    ]),
                Node(
                    "APPAUTH",
                    parms: [
                        Parm("AAUTHLEVEL", "APPSRV"), Parm("AAUTHTYPE", way), Parm("AAUTHNAME", account.clientName),
                        Parm("AAUTHSECRET", account.clientSecret), Parm("AAUTHDATA", account.clientNonce.text),
                    ]),
            ])
    }

    private func dmClient(_ device: ManagedDevice) -> Node {
        let poll = settings.poll
        func integer(_ name: String, _ value: Int) -> Parm { Parm(name, String(value), datatype: "integer") }
        return Node(
            "DMClient",
            characteristics: [
                Node(
                    "Provider",
                    characteristics: [
                        Node(
                            settings.providerID,
                            parms: [
                                Parm("UPN", device.user, datatype: "string"),
                                Parm(
                                    "EntDeviceName", device.fact(.deviceName) ?? device.id, datatype: "string"),
                                Parm("EntDMID", device.entDMID, datatype: "string"),
                            ],
                            characteristics: [
                                Node(
                                    "Poll",
                                    parms: [
                                        integer("NumberOfFirstRetries", poll.firstCount),
                                        integer("IntervalForFirstSetOfRetries", poll.firstInterval),
                                        integer("NumberOfSecondRetries", poll.secondCount),
                                        integer("IntervalForSecondSetOfRetries", poll.secondInterval),
                                        integer("NumberOfRemainingScheduledRetries", poll.remainingCount),
                                        integer("IntervalForRemainingScheduledRetries", poll.remainingInterval),
                                        Parm("PollOnLogin", String(poll.onLogin), datatype: "boolean"),
                                    ])
                            ])
                    ])
            ])
    }

    /// Percent-encoded as the criteria are: all but letters, digits and `-_.~`.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && scalar.isASCII || "0123456789-_.~".unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "%\(Hexadecimal.text([byte], .upper))"
            }
        }
        return result
    }
}

extension ManagedDevice.Kind {
    /// Where below `My` the certificate goes.
    var store: String {
        switch self {
        case .full: "User"
        case .device: "System"
        }
    }
}
