import Device
import ESP
import ReferenceServer

/// Policies, network profiles and certificates.
extension ScenarioBuild {
    mutating func readResources() throws(ScenarioError) {
        for (index, node) in try fields.list("policies").enumerated() {
            try readPolicy(
                try Fields(
                    node, path: "policy \(index + 1)", keys: ["uri", "format", "data", "scope", "tracked"]))
        }
        for (index, node) in try fields.list("wifi").enumerated() {
            let wifi = try Fields(node, path: "wifi \(index + 1)", keys: ["ssid", "scope"] + Self.faultKeys)
            let ssid = try wifi.requireName("ssid")
            if assignments?.wifi.contains(where: { $0.ssid == ssid }) == true {
                throw wifi.error("ssid", "another Wi-Fi profile has the ssid \"\(ssid)\"")
            }
            script.wifiFaults[ssid] = try Self.fault(wifi)
            ensureAssignments()
            assignments?.wifi.append(
                Assignments.WiFi(ssid: ssid, scope: try wifi.choice("scope", PhaseScope.self) ?? .device))
        }
        for (index, node) in try fields.list("vpn").enumerated() {
            let vpn = try Fields(node, path: "vpn \(index + 1)", keys: ["name", "scope"] + Self.faultKeys)
            let name = try vpn.requireName("name")
            if assignments?.vpn.contains(where: { $0.name == name }) == true {
                throw vpn.error("name", "another VPN profile is called \"\(name)\"")
            }
            guard !name.contains("/") else { throw vpn.error("name", "the name of a VPN profile has no \"/\"") }
            script.vpnFaults[name] = try Self.fault(vpn)
            ensureAssignments()
            assignments?.vpn.append(
                Assignments.VPN(name: name, scope: try vpn.choice("scope", PhaseScope.self) ?? .device))
        }
        for (index, node) in try fields.list("certificates").enumerated() {
            let certificate = try Fields(node, path: "certificate \(index + 1)", keys: CertificateKind.allKeys)
            let kind = try certificate.choice("kind", CertificateKind.self) ?? .scep
            for key in CertificateKind.allKeys where certificate[key] != nil && !kind.keys.contains(key) {
                let other = CertificateKind.allCases.first { $0.keys.contains(key) }?.rawValue ?? ""
                throw certificate.error(
                    key, "\(certificate.path) is a \(kind.rawValue.uppercased()) certificate and has no \(key)",
                    "set kind: \(other)")
            }
            switch kind {
            case .scep: try readSCEP(certificate)
            case .pfx: try readPFX(certificate)
            }
        }
        try readRenewal()
    }

    private mutating func readPolicy(_ policy: Fields) throws(ScenarioError) {
        let uri = try policy.locURI("uri")
        ensureAssignments()
        assignments?.settings.append(
            Assignments.Setting(
                uri: uri, format: try policy.text("format") ?? "chr", data: try policy.requireText("data"),
                scope: try policy.choice("scope", PhaseScope.self)
                    ?? (uri.lowercased().hasPrefix("./user/") ? .user : .device),
                isTracked: try policy.bool("tracked")))
    }

    // MARK: Network profiles

    private static let faultKeys = ["arrives", "fails"]

    private enum Arrival: String, CaseIterable {
        case never
    }

    private static func fault(_ fields: Fields) throws(ScenarioError) -> LifeScript.NetworkFault? {
        let code = try fields.hresult("fails")
        guard try fields.choice("arrives", Arrival.self) != nil else { return code.map { .fails($0) } }
        guard code == nil else {
            throw fields.error("fails", "\(fields.path) never arrives and fails, too", "take one of them out")
        }
        return .neverArrives
    }

    // MARK: Certificates

    private enum CertificateKind: String, CaseIterable {
        case scep, pfx

        var keys: [String] {
            switch self {
            case .scep:
                [
                    "id", "kind", "subject", "server", "scope", "duration", "fails", "pending", "retries", "retryDelay",
                    "thumbprint",
                ]
            case .pfx: ["id", "kind", "scope", "duration", "fails", "tracked", "thumbprint"]
            }
        }

        static let allKeys = Self.scep.keys + ["tracked"]
    }

    private mutating func readSCEP(_ fields: Fields) throws(ScenarioError) {
        let id = try fields.requireName("id")
        try Self.checkUnique(id, among: script.certificates.keys, fields)
        var certificate = Assignments.Certificate(
            id: id, subject: try fields.text("subject") ?? "CN=device",
            server: try fields.text("server") ?? "https://scep.example.test/scep",
            scope: try fields.choice("scope", PhaseScope.self) ?? .device)
        if let retries = try fields.int("retries", in: 0...30) { certificate.retryCount = retries }
        if let delay = try fields.int("retryDelay", in: 1...1440) { certificate.retryDelay = delay }
        ensureAssignments()
        assignments?.certificates.append(certificate)
        script.certificates[id] = LifeScript.Certificate(
            seconds: try fields.seconds("duration") ?? 10, error: try fields.hresult("fails"),
            pendingAnswers: try fields.int("pending", in: 0...100) ?? 0, thumbprint: try Self.thumbprint(fields))
    }

    /// Node names compare without case.
    private static func checkUnique(
        _ id: String, among ids: some Sequence<String>, _ fields: Fields
    ) throws(ScenarioError) {
        guard ids.contains(where: { $0.lowercased() == id.lowercased() }) else { return }
        throw fields.error("id", "another certificate has the id \"\(id)\"")
    }

    private mutating func readPFX(_ fields: Fields) throws(ScenarioError) {
        let id = try fields.requireName("id")
        try Self.checkUnique(id, among: script.pfxCertificates.keys, fields)
        let error = try fields.exitCode("fails")
        guard error != 0 else { throw fields.error("fails", "\(fields.path).fails is 0, which is success") }
        ensureAssignments()
        assignments?.choices.pfxTracking = script.page.choices.pfxTracking
        assignments?.pfxCertificates.append(
            Assignments.PFX(
                id: id, scope: try fields.choice("scope", PhaseScope.self) ?? .device,
                isTracked: try fields.bool("tracked")))
        script.pfxCertificates[id] = LifeScript.PFX(
            seconds: try fields.seconds("duration") ?? 3, error: error, thumbprint: try Self.thumbprint(fields))
    }

    /// The SHA-1 of the certificate that comes of it, in upper case.
    private static func thumbprint(_ fields: Fields) throws(ScenarioError) -> String? {
        guard let text = try fields.text("thumbprint") else { return nil }
        guard text.utf8.count == 40, text.allSatisfy(\.isHexDigit) else {
            throw fields.error(
                "thumbprint", "\(fields.path).thumbprint has to be forty hexadecimal digits",
                "put them in quotation marks")
        }
        return text.uppercased()
    }

    /// What becomes of renewals, and how long certificates last.
    private mutating func readRenewal() throws(ScenarioError) {
        guard let node = fields["renewal"] else { return }
        let renewal = try Fields(
            node, path: "renewal", keys: ["duration", "fails", "times", "thumbprint", "expires", "validity"])
        let standard = LifeScript.Renewal()
        script.renewal = LifeScript.Renewal(
            seconds: try renewal.seconds("duration") ?? standard.seconds, error: try renewal.hresult("fails"),
            failures: try renewal.int("times", in: 1...1000), thumbprint: try Self.thumbprint(renewal),
            expiresAfterSeconds: try renewal.seconds("expires"),
            validitySeconds: try renewal.seconds("validity") ?? standard.validitySeconds)
        if script.renewal.failures != nil, script.renewal.error == nil {
            throw renewal.error(
                "times", "renewal.times stands without fails", "say why the renewal fails: fails: 0x80180016")
        }
        for key in ["expires", "validity"] {
            if let seconds = try renewal.seconds(key), seconds == 0 {
                throw renewal.error(key, "renewal.\(key) is no time at all", "write a length of time such as 30d")
            }
        }
    }
}
