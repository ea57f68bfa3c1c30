import DDF
import DMTree
import Enrollment

extension W7Application {
    /// What a document says, and what is odd about it.
    public struct Reading: Sendable {
        public var application: W7Application
        /// Warnings and notes, in document order as far as one parm is concerned.
        public var findings: [ProvisioningFault]
    }

    /// The application of a document: the first APPLICATION whose APPID is w7.
    ///
    /// - Parameters:
    ///   - release: 25H2 refuses an account without any nonce (enrollment.md 8.2).
    ///   - strictNonce: whether such an account is refused; nil: as the release does.
    public static func read(
        _ document: ProvisioningDocument, release: WindowsRelease = .standard, strictNonce: Bool? = nil
    ) throws(ProvisioningFault) -> Reading {
        var reader = W7Reader(strictNonce: strictNonce ?? refusesMissingNonces(release))
        guard
            let characteristic = document.characteristics("APPLICATION").first(where: \.isW7)
                ?? document
                .characteristics("APPLICATION").first
        else {
            throw W7Text.noApplication(document)
        }
        let application = try reader.read(characteristic)
        return Reading(application: application, findings: reader.findings)
    }

    /// As `read`, from the bytes of a document; one that cannot be read is refused with `w7.malformed`.
    public static func read(
        parsing bytes: [UInt8], release: WindowsRelease = .standard, strictNonce: Bool? = nil
    ) throws(ProvisioningFault) -> Reading {
        let document: ProvisioningDocument
        do throws(EnrollmentFault) { document = try ProvisioningDocument(parsing: bytes) } catch {
            throw W7Text.malformed(error)
        }
        return try read(document, release: release, strictNonce: strictNonce)
    }

    /// 25H2 was seen to refuse it; 19043 took documents with something that is no nonce. Where between them it begins is
    /// not known, so only what was seen is played.
    static func refusesMissingNonces(_ release: WindowsRelease) -> Bool { release.build >= 26200 }
}

extension ProvisioningDocument.Characteristic {
    fileprivate var isW7: Bool { parm("APPID")?.value == "w7" }
}

/// Reads one APPLICATION, parm by parm. Names and values are compared with case.
private struct W7Reader {
    let strictNonce: Bool
    var findings: [ProvisioningFault] = []

    init(strictNonce: Bool) { self.strictNonce = strictNonce }

    /// The parms directly below APPLICATION.
    private static let names: Set<String> = [
        "APPID", "PROVIDER-ID", "NAME", "ADDR", "ROLE", "CONNRETRYFREQ", "INITIALBACKOFFTIME", "MAXBACKOFFTIME",
        "BACKCOMPATRETRYDISABLED", "DEFAULTENCODING", "PROTOVER", "INIT", "TO-NAPID", "USEHWDEVID",
        "SSLCLIENTCERTSEARCHCRITERIA", "ServerList",
    ]
    private static let flags: Set<String> = ["BACKCOMPATRETRYDISABLED", "INIT", "USEHWDEVID"]

    mutating func read(
        _ characteristic: ProvisioningDocument.Characteristic
    ) throws(ProvisioningFault) -> W7Application {
        look(at: characteristic.parms, known: Self.names)
        look(at: characteristic.characteristics, known: ["APPADDR", "APPAUTH"])
        guard let appID = characteristic.parm("APPID"), appID.value == "w7" else {
            throw W7Text.appID(characteristic)
        }
        guard let provider = characteristic.parm("PROVIDER-ID"), let providerID = provider.value, !providerID.isEmpty
        else { throw W7Text.missing("PROVIDER-ID", characteristic) }
        let role = try number("ROLE", characteristic)
        if let role, let parm = characteristic.parm("ROLE"),
            role != W7Application.enterprise, role != W7Application.mobileOperator
        {
            findings.append(W7Text.role(parm))
        }
        let initiates = characteristic.parm("INIT")
        if let initiates, role ?? W7Application.mobileOperator != W7Application.mobileOperator {
            throw W7Text.initiates(initiates)
        }
        let (client, server) = try authentication(characteristic)
        return W7Application(
            providerID: providerID, name: characteristic.parm("NAME")?.value,
            addresses: try addresses(characteristic), role: role, client: client, server: server,
            connectionRetries: try number("CONNRETRYFREQ", characteristic),
            initialBackOffTime: try number("INITIALBACKOFFTIME", characteristic),
            maxBackOffTime: try number("MAXBACKOFFTIME", characteristic),
            isBackCompatRetryDisabled: characteristic.parm("BACKCOMPATRETRYDISABLED") != nil,
            defaultEncoding: try choice("DEFAULTENCODING", characteristic),
            protocolVersion: try choice("PROTOVER", characteristic),
            usesHardwareDeviceID: characteristic.parm("USEHWDEVID") != nil,
            certificateSearch: certificateSearch(characteristic), initiatesSession: initiates != nil)
    }

    // MARK: Values

    private func number(
        _ name: String, _ characteristic: ProvisioningDocument.Characteristic
    ) throws(ProvisioningFault) -> UInt32? {
        guard let parm = characteristic.parm(name) else { return nil }
        guard let number = parm.value.flatMap({ UInt32($0) }) else { throw W7Text.number(parm) }
        return number
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ characteristic: ProvisioningDocument.Characteristic
    ) throws(ProvisioningFault) -> Choice? {
        guard let parm = characteristic.parm(name) else { return nil }
        guard let choice = parm.value.flatMap(Choice.init) else {
            throw W7Text.choice(parm, Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    private mutating func certificateSearch(_ characteristic: ProvisioningDocument.Characteristic) -> String? {
        guard let parm = characteristic.parm("SSLCLIENTCERTSEARCHCRITERIA") else { return nil }
        let fields = (parm.value ?? "").split(separator: "&").compactMap { $0.split(separator: "=").first }
        if !fields.contains("Subject") || !fields.contains("Stores") { findings.append(W7Text.search(parm)) }
        return parm.value
    }

    // MARK: Addresses

    /// ADDR directly below APPLICATION, as MDM servers write it, and the APPADDR of OMA.
    private mutating func addresses(
        _ characteristic: ProvisioningDocument.Characteristic
    ) throws(ProvisioningFault) -> [W7Application.Address] {
        var result: [W7Application.Address] = []
        if let parm = characteristic.parm("ADDR") { result.append(W7Application.Address(try address(parm))) }
        for child in characteristic.characteristics("APPADDR") {
            look(at: child.parms, known: ["ADDR", "ADDRTYPE"])
            look(at: child.characteristics, known: ["PORT"])
            guard let parm = child.parm("ADDR") else { throw W7Text.missing("ADDR", child) }
            var address = W7Application.Address(try address(parm))
            if let type = child.parm("ADDRTYPE") {
                guard let value = type.value, ["URI", "IPv4"].contains(value) else {
                    throw W7Text.choice(type, ["URI", "IPv4"])
                }
                address.type = value
            }
            for port in child.characteristics("PORT") {
                look(at: port.parms, known: ["PORTNBR"])
                guard let parm = port.parm("PORTNBR") else { throw W7Text.missing("PORTNBR", port) }
                guard let number = parm.value.flatMap({ UInt16($0) }), number > 0 else { throw W7Text.port(parm) }
                address.ports.append(number)
            }
            result.append(address)
        }
        guard !result.isEmpty else { throw W7Text.missing("ADDR", characteristic) }
        return result
    }

    private mutating func address(_ parm: ProvisioningDocument.Parm) throws(ProvisioningFault) -> String {
        guard let value = parm.value, !value.isEmpty else { throw W7Text.empty(parm) }
        if value.contains("://"), !value.lowercased().hasPrefix("https://") { findings.append(W7Text.scheme(parm)) }
        return value
    }

    // MARK: APPAUTH

    private mutating func authentication(
        _ characteristic: ProvisioningDocument.Characteristic
    ) throws(ProvisioningFault) -> (client: AppAuth?, server: AppAuth?) {
        var client: AppAuth?
        var server: AppAuth?
        for child in characteristic.characteristics("APPAUTH") {
            let entry = try entry(child)
            switch entry.level {
            case .client:
                guard client == nil else { throw W7Text.repeatedLevel(child) }
                client = entry
            case .server:
                guard server == nil else { throw W7Text.repeatedLevel(child) }
                server = entry
            }
        }
        for (entry, level) in [(client, "APPSRV"), (server, "CLIENT")] where entry == nil {
            findings.append(W7Text.noLevel(level, characteristic))
        }
        let entries = [client, server].compactMap { $0 }
        if !entries.isEmpty, entries.allSatisfy({ ($0.data ?? "").isEmpty }) {
            guard !strictNonce else { throw W7Text.noNonces(characteristic, refused: true) }
            findings.append(W7Text.noNonces(characteristic, refused: false))
        }
        return (client, server)
    }

    private mutating func entry(
        _ child: ProvisioningDocument.Characteristic
    ) throws(ProvisioningFault) -> AppAuth {
        look(at: child.parms, known: ["AAUTHLEVEL", "AAUTHTYPE", "AAUTHNAME", "AAUTHSECRET", "AAUTHDATA"])
        guard let parm = child.parm("AAUTHLEVEL") else { throw W7Text.missing("AAUTHLEVEL", child) }
        let level: AppAuth.Level
        switch parm.value {
        case "APPSRV": level = .client
        case "CLIENT": level = .server
        default: throw W7Text.choice(parm, ["CLIENT", "APPSRV"])
        }
        guard let typeParm = child.parm("AAUTHTYPE") else { throw W7Text.missing("AAUTHTYPE", child) }
        guard let type = typeParm.value.flatMap(AppAuth.AuthenticationType.init(rawValue:)) else {
            throw W7Text.choice(typeParm, level == .server ? ["DIGEST"] : ["BASIC", "DIGEST"])
        }
        guard level == .client || type == .digest else { throw W7Text.choice(typeParm, ["DIGEST"]) }
        guard let secret = child.parm("AAUTHSECRET") else { throw W7Text.missing("AAUTHSECRET", child) }
        let name = child.parm("AAUTHNAME")?.value
        if level == .client, (name ?? "").isEmpty { findings.append(W7Text.noUserName(child)) }
        if let data = child.parm("AAUTHDATA"), let value = data.value, NodeFormat.b64.check(value) != nil {
            findings.append(W7Text.nonce(data))
        }
        return AppAuth(
            level: level, type: type, name: name, secret: secret.value ?? "", data: child.parm("AAUTHDATA")?.value)
    }

    // MARK: What nobody reads

    /// Notes on parms that are unknown, misspelt, repeated, or flags with a value.
    private mutating func look(at parms: [ProvisioningDocument.Parm], known: Set<String>) {
        var seen: Set<String> = []
        for parm in parms {
            guard known.contains(parm.name) else {
                findings.append(W7Text.unknown(parm.name, known, at: parm.place))
                continue
            }
            if !seen.insert(parm.name).inserted { findings.append(W7Text.repeated(parm)) }
            if Self.flags.contains(parm.name), parm.value != nil { findings.append(W7Text.flag(parm)) }
        }
    }

    private mutating func look(at characteristics: [ProvisioningDocument.Characteristic], known: Set<String>) {
        for child in characteristics where !known.contains(child.type) {
            findings.append(W7Text.unknown(child.type, known, at: child.place))
        }
    }
}
