import DMTree
import Device
import ESP
import Notation

/// Why a step of device preparation, or the registration of a hybrid device, did not succeed.
extension Diagnosis {
    func attestationReason(_ line: Subcategory) -> Reason {
        if script.page.isAfterFailedPreProvisioning, script.page.quirks.isOn(.esp321) {
            return Reason(
                text: "the TPM refused the attestation, because the device was reset after a failed pre-provisioning",
                hint: "clear the TPM, or reset the device once more", reference: "ESP-321")
        }
        if let reason = clockReason { return reason }
        if let code = code(of: line), code != .timeout {
            return Reason(
                text: "the attestation of the TPM failed with \(described(code))",
                hint: "firmware and TPM have to be able to attest", reference: "esp-behaviour.md 4.6, 7.1")
        }
        return Reason(
            text: "the TPM was not attested within 7 minutes",
            hint: "self-deploying mode and pre-provisioning need a physical TPM 2.0",
            reference: "esp-behaviour.md 4.4 T3, 7.1")
    }

    /// ESP-318: a wrong clock keeps attestation from ending, and moves the time limit.
    private var clockReason: Reason? {
        guard script.page.clockErrorMinutes != 0, script.page.quirks.isOn(.esp318) else { return nil }
        return Reason(
            text: "the clock of the device is \(script.page.clockErrorMinutes) minutes behind", hint: "set the clock",
            reference: "ESP-318")
    }

    func joinReason(_ line: Subcategory) -> Reason {
        Reason(
            text: "the device could not join" + (code(of: line).map { ": \(described($0))" } ?? ""),
            hint: "Entra has to know the device and let it join", reference: "esp-behaviour.md 4.6")
    }

    func enrolmentReason(_ line: Subcategory) -> Reason {
        if script.hasServerRecord, script.page.quirks.isOn(.esp320) {
            return Reason(
                text: "the server still has a record of this device and refuses it with 0x80180014",
                hint: "delete the device in Intune first", reference: "ESP-320")
        }
        return Reason(
            text: "the device could not enrol" + (code(of: line).map { ": \(described($0))" } ?? ""),
            hint: "the server's enrolment settings say who may enrol, and how many devices",
            reference: "esp-behaviour.md 4.6")
    }

    func registrationReason(_ line: Subcategory) -> Reason {
        if script.page.join != .hybrid {
            return Reason(
                text: "Windows up to 1903 never learns of its registration after \"add work or school account\"",
                hint: "use a newer Windows", reference: "ESP-304")
        }
        if let code = code(of: line), code != .timeout {
            return Reason(
                text: "the registration with Entra failed with \(described(code))",
                hint: "the device has to reach a domain controller and Entra",
                reference: "ESP-305, esp-behaviour.md 4.6")
        }
        return Reason(
            text: "the device was not registered with Entra in time: the page gives it 40 minutes",
            hint: "Entra Connect has to have synchronized the computer object", reference: "ESP-305, T4")
    }

    /// Providers that the server registered and that are not ready (ESP-411).
    var preparationReason: Reason {
        if let reason = clockReason { return reason }
        let providers = tree.children(NodeURI.preparationProviders) ?? []
        if script.page.isSmallVirtualMachine, script.page.quirks.isOn(.esp319) {
            return Reason(
                text:
                    "\(providers.joined(separator: ", ")) cannot get ready on a machine with fewer than 2 processors or "
                    + "less than 4096 MB", hint: "give the virtual machine more of both", reference: "ESP-319")
        }
        if let failed = providers.first(where: { providerState($0) == "4" }) { return failedProvider(failed) }
        let waiting = providers.filter { !["2", "3"].contains(providerState($0)) }
        guard let first = waiting.first else { return Reason(text: "a provider failed", reference: "ESP-411") }
        let minutes = tree.value(NodeURI.preparationProvider(first, "Timeout")).flatMap(Int.init) ?? 0
        let registered = registration(of: first)
        var text =
            "provider \(waiting.joined(separator: ", ")) never reported 2 or 3 in its \(minutes > 0 ? minutes : 15) minutes"
        if let registered { text += "; the server registered it at \(registered.time) (\(registered.words))" }
        if let package = failedAgent { text += "; \(package)" }
        return Reason(
            text: text,
            hint: "an agent on the device sets its InstallationState to 3, or the server that registered it does",
            place: registered, target: NodeURI.preparationProvider(first, "InstallationState"), reference: "ESP-411")
    }

    private func providerState(_ name: String) -> String {
        tree.value(NodeURI.preparationProvider(name, "InstallationState")) ?? ""
    }

    private func failedProvider(_ name: String) -> Reason {
        let uri = NodeURI.preparationProvider(name, "InstallationState")
        let code = tree.value(NodeURI.preparationProvider(name, "LastError")).flatMap { HRESULT(text: $0) }
        let write = life.serverWrites.last { $0.place.isFor(uri) }?.place
        let isOfServer =
            tree.storedChildren("\(NodeURI.preparationProviders)/\(PercentCoding.encode(name))")
            .first { $0.name.lowercased() == "installationstate" }?.writer == .server
        return Reason(
            text: "provider \(name) reported an error (InstallationState 4, "
                + (code.map { "LastError \(described($0))" } ?? "no LastError") + ")"
                + (isOfServer ? write.map { ", which the server wrote at \($0.time) (\($0.words))" } ?? "" : ""),
            hint: isOfServer ? "a server that holds a provider releases it with 3" : "the log of \(name) says why",
            place: isOfServer ? write : nil, target: uri, reference: "ESP-411")
    }

    /// The command that made a provider of device preparation.
    private func registration(of provider: String) -> CommandPlace? {
        let uri = "\(NodeURI.preparationProviders)/\(PercentCoding.encode(provider))"
        return life.serverWrites.first { $0.place.isWithin(uri) }?.place
    }

    /// What became of the MSI that brings the agent, where it failed.
    private var failedAgent: String? {
        guard let code = script.agentProductCode?.lowercased(),
            let agent = life.installations.first(where: { $0.kind == .msi && $0.id == code }), agent.state == .error
        else { return nil }
        return installationFailure(agent)
    }

    /// A code with its meaning.
    func described(_ code: HRESULT) -> String {
        code.meaning.map { "\(code) (\($0))" } ?? code.description
    }
}

extension HRESULT {
    /// What a code means on the way through the page (esp-behaviour.md 4.6); nil for one that is not listed there.
    var meaning: String? {
        switch rawValue {
        case 0x8007_05B4: "time-out"
        case 0x8103_6501, 0xC103_6501: "no MDM discovery information, or several MDM apps"
        case 0x8018_0014: "the device has a record already, or MDM enrolment is blocked"
        case 0x8018_0018: "no licence, or too many devices"
        case 0x8007_0774: "no domain controller was found"
        case 0x801C_0003: "the user may not join or enrol devices"
        case 0x801C_03EA: "the attestation of the TPM failed at the join"
        case 0x801C_03F3: "Entra does not have the device object"
        case 0x8103_9001: "all retries of the attestation failed"
        case 0x8103_9023: "a known attestation fault of Windows 11"
        case 0x8103_9024: "a vulnerable TPM"
        case 0x8007_0490: "a firmware TPM that cannot attest"
        default: nil
        }
    }
}
