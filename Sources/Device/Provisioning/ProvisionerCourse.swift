import CSP
import DMTree
import Enrollment
import Notation

/// One document on its way into a tree. The tree is a copy that is thrown away when a step fails.
struct ProvisionerCourse {
    private let provisioner: Provisioner
    private var tree: DeviceTree
    private var providerID: String
    private var application: W7Application?
    private var effects: [Effect] = []
    private var findings: [ProvisioningFault]

    private static let device = "./Device/Vendor/MSFT"
    private static let store = "\(device)/CertificateStore"

    init(_ provisioner: Provisioner, tree: DeviceTree) {
        self.provisioner = provisioner
        self.tree = tree
        providerID = tree.providerID
        findings = provisioner.findings
    }

    var provisioned: Provisioned {
        Provisioned(
            tree: tree, certificates: provisioner.certificates, clientCertificate: provisioner.clientCertificate,
            providerID: providerID, application: application,
            renewal: RenewalSettings(
                window: RenewalWindow(in: tree),
                serverURL: tree.value("\(Self.store)/MY/WSTEP/Renew/ServerURL").flatMap { $0.isEmpty ? nil : $0 }),
            effects: effects, findings: findings)
    }

    // MARK: Certificates (8.4, steps 2 and 3)

    /// Roots and intermediates first. My/System has no nodes, so its certificate is kept beside the tree alone.
    mutating func installCertificates() {
        for store in InstalledCertificate.Store.allCases {
            for certificate in provisioner.certificates where certificate.store == store {
                let node = "\(Self.store)/\(Self.node(certificate))/\(certificate.thumbprint)/EncodedCertificate"
                guard isDescribed(node) else { continue }
                tree.setLocally(node, value: Base64.encode(certificate.der))
            }
        }
    }

    private static func node(_ certificate: InstalledCertificate) -> String {
        "\(certificate.store.rawValue.uppercased())/\(certificate.context.rawValue)"
    }

    /// My/WSTEP/Renew. ROBOSupport is true whatever is written (10.1).
    mutating func setRenewal() throws(ProvisioningFault) {
        guard let renewal = provisioner.document.renewal else { return }
        if let defect = renewal.renewalDatatypeDefects.first {
            throw ProvisionerText.store("provisioning.datatype", defect)
        }
        let node = "\(Self.store)/MY/WSTEP/Renew"
        let part = ProvisioningPart.certificateStore
        // The interval may not be longer than the period, so the period comes first.
        if let parm = renewal.renewPeriod { try set("\(node)/RenewPeriod", parm, of: part) }
        if let parm = renewal.parm("RetryInterval") { try set("\(node)/RetryInterval", parm, of: part) }
        if let parm = renewal.parm("ServerURL") { try set("\(node)/ServerURL", parm, of: part) }
        if let parm = renewal.parm("ROBOSupport") {
            tree.setLocally("\(node)/ROBOSupport", value: "true")
            if ["false", "0"].contains(parm.value?.lowercased()) { findings.append(ProvisionerText.robo(parm)) }
        }
    }

    // MARK: Account (steps 4 to 6)

    mutating func makeAccount() throws(ProvisioningFault) {
        let reading = try W7Application.read(
            provisioner.document, release: tree.schema.release, strictNonce: provisioner.circumstances.strictNonce)
        let application = reading.application
        findings += reading.findings
        if let criteria = application.certificateSearch, provisioner.circumstances.strictCertificateSearch,
            !CertificateSearch(criteria).finds(provisioner.clientCertificate, subject: provisioner.subject)
        {
            throw ProvisionerText.search(provisioner.document, provisioner.clientCertificate, provisioner.subject)
        }
        self.application = application
        providerID = application.providerID
        tree.providerID = providerID
        // The bootstrap of the standard (docs/decisions/0007).
        if tree.profile.name == .oma { tree.trust(providerID) }
        application.apply(to: &tree)
        try setProvider()
        try setOthers()
    }

    private var account: String { "\(Self.device)/DMClient/Provider/\(PercentCoding.encode(providerID))" }

    /// DMClient (8.3), after what Windows itself knows of the enrolment.
    private mutating func setProvider() throws(ProvisioningFault) {
        tree.setLocally("\(account)/EnrollmentType", value: provisioner.circumstances.enrollmentType)
        if let id = provisioner.circumstances.entraDeviceID {
            tree.setLocally("\(account)/AADDeviceID", value: id)
        }
        if let id = provisioner.circumstances.hardwareDeviceID {
            tree.setLocally("\(account)/HWDevID", value: id)
            tree.setLocally("\(Self.device)/DMClient/HWDevID", value: id)
        }
        tree.setLocally("\(account)/FirstSyncStatus", value: nil)
        for provider in provisioner.document.providers {
            if let defect = provider.providerDefect(account: providerID) { throw ProvisionerText.provider(defect) }
            try setKnown(provider, at: account, of: .dmClient)
        }
    }

    /// Parms that have a node; others are passed over (8).
    private mutating func setKnown(
        _ characteristic: ProvisioningDocument.Characteristic, at node: String, of part: ProvisioningPart
    ) throws(ProvisioningFault) {
        for parm in characteristic.parms {
            let leaf = "\(node)/\(PercentCoding.encode(parm.name))"
            guard isDescribed(leaf) else {
                findings.append(ProvisionerText.unknown(parm.name, at: parm.place))
                continue
            }
            try set(leaf, parm, of: part)
        }
        for child in characteristic.characteristics {
            let node = "\(node)/\(PercentCoding.encode(child.type))"
            guard isDescribed(node) else {
                findings.append(ProvisionerText.unknown(child.type, at: child.place))
                continue
            }
            try setKnown(child, at: node, of: part)
        }
    }

    /// Other CSPs, in document order. A node that Windows does not have fails the enrolment: a wrong tree under
    /// RootCATrustedCertificates did (8.5, observed).
    private mutating func setOthers() throws(ProvisioningFault) {
        let known = ["CertificateStore", "APPLICATION", "DMClient"]
        for characteristic in provisioner.document.characteristics where !known.contains(characteristic.type) {
            try setAll(
                characteristic, at: "\(Self.device)/\(PercentCoding.encode(characteristic.type))",
                of: ProvisioningPart(characteristic: characteristic.type))
        }
    }

    private mutating func setAll(
        _ characteristic: ProvisioningDocument.Characteristic, at node: String, of part: ProvisioningPart
    ) throws(ProvisioningFault) {
        guard isDescribed(node) else {
            throw ProvisionerText.noNode(node, at: characteristic.place, part)
        }
        for parm in characteristic.parms {
            try set("\(node)/\(PercentCoding.encode(parm.name))", parm, of: part)
        }
        for child in characteristic.characteristics {
            try setAll(child, at: "\(node)/\(PercentCoding.encode(child.type))", of: part)
        }
    }

    // MARK: Renewal (10.1)

    /// The certificates change places; the account stays as it is.
    mutating func renew(
        providerID: String, oldThumbprint: String?, signedEntDMID: String?
    ) throws(ProvisioningFault) {
        self.providerID = providerID
        if let application = provisioner.document.characteristics("APPLICATION").first,
            let parm = application.parm("PROVIDER-ID"), parm.value != providerID
        {
            throw ProvisionerText.otherAccount(parm, providerID)
        }
        for characteristic in provisioner.document.characteristics
        where !["CertificateStore", "APPLICATION"].contains(characteristic.type) {
            findings.append(ProvisionerText.notOfRenewal(characteristic))
        }
        let new = provisioner.clientCertificate
        if let old = oldThumbprint, old.uppercased() != new.thumbprint {
            tree.removeLocally("\(Self.store)/\(Self.node(new))/\(old)")
        }
        CertificateRenewal.ofEnrolment?.succeed(thumbprint: new.thumbprint, in: &tree)
        if let signedEntDMID { tree.setLocally("\(account)/SignedEntDMID", value: signedEntDMID) }
    }

    // MARK: Nodes

    private func isDescribed(_ uri: String) -> Bool {
        guard let resolution = try? tree.schema.resolve(locURI: uri), case .described = resolution.standing else {
            return false
        }
        return true
    }

    /// Writes a node as the tree's own table decides for a server: Add, or Replace of what is there. What only Windows may
    /// write is written as Windows does, because provisioning is Windows.
    private mutating func set(
        _ uri: String, _ parm: ProvisioningDocument.Parm, of part: ProvisioningPart
    ) throws(ProvisioningFault) {
        if let defect = parm.datatypeDefect { throw ProvisionerText.datatype(defect, part) }
        let verb: Verb = tree.exists(uri) ? .replace : .add
        var application = tree.apply(request(verb, uri, parm))
        if application.status == 418 || application.status == 405, verb == .add {
            application = tree.apply(request(.replace, uri, parm))
        }
        if application.succeeded {
            effects += application.effects
            return
        }
        switch application.decision.rule {
        case .row(.verbNotAllowed), .row(.addNotAllowed):
            tree.setLocally(uri, value: parm.value ?? "")
        default: throw ProvisionerText.refused(uri, parm, application, part)
        }
    }

    private func request(_ verb: Verb, _ uri: String, _ parm: ProvisioningDocument.Parm) -> Request {
        let resolution = try? tree.schema.resolve(locURI: uri)
        return Request(
            verb: verb, cmdID: "1", target: uri, format: resolution?.node?.facts.format.rawValue,
            data: parm.value ?? "")
    }
}

extension ProvisioningDocument.Parm {
    /// A value that is not of the stated datatype (enrollment.md 8).
    fileprivate var datatypeDefect: AnswerDefect? {
        let value = value ?? ""
        let fits =
            switch datatype {
            case "integer": Int64(value) != nil
            case "boolean": ["true", "false", "1", "0"].contains(value.lowercased())
            default: true
            }
        guard !fits else { return nil }
        return AnswerDefect(
            place, "\(name) has the datatype \(datatype ?? ""), and its value is none", hint: "write a value of it")
    }
}
