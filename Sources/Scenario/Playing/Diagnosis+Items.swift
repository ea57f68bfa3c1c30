import DMTree
import Device
import ESP
import Notation

/// Why a counter of certificates, network profiles or policies did not come to its end.
extension Diagnosis {
    /// An entry of a list, as the device has it.
    private struct Item {
        var list: ExpectedList
        var entry: ExpectedEntry
    }

    private func items(_ kind: SubcategoryKind, _ scope: PhaseScope) -> [Item] {
        guard let line = kind.trackedLine else { return [] }
        return line.lists.flatMap { list in
            list.entries(in: tree.value(uri(of: list, scope)) ?? "").map { Item(list: list, entry: $0) }
        }
    }

    private func uri(of list: ExpectedList, _ scope: PhaseScope) -> String {
        NodeURI.firstSyncStatus(list.rawValue, in: scope, providerID: script.device.providerID)
    }

    /// Entries of the lists that nothing on the device ever created.
    func missingItems(_ kind: SubcategoryKind, _ scope: PhaseScope) -> Reason? {
        for item in items(kind, scope) where !isThere(item) && !wasTaken(item) {
            let listed = life.serverWrites.last { $0.place.isFor(uri(of: item.list, scope)) }?.place
            let refused = life.refusals.last { $0.place.isFor(item.entry.uri) && $0.place.command != "Get" }
            return Reason(
                text: "\(item.list.rawValue) names \(item.entry.uri), which no command created"
                    + (listed.map { " (\($0.words))" } ?? "")
                    + (refused.map { "; \($0.place.command) was refused with \($0.status) at \($0.place.time)" } ?? ""),
                hint: "create the node, or take it out of the list before ServerHasFinishedProvisioning",
                place: refused?.place ?? listed, target: item.entry.uri, reference: "ESP-402, ESP-403")
        }
        return nil
    }

    /// Entries that are there and did not get as far as the page wants.
    func unfinishedItems(_ line: Subcategory, _ scope: PhaseScope) -> Reason? {
        for item in items(line.kind, scope) where !item.entry.isDone(as: item.list, in: tree) {
            switch item.list {
            case .scepCerts: return certificateReason(item, "enrolled", failed: ["16", "32"], error: "ErrorCode")
            case .pfxCerts: return importReason(item)
            case .networkProfiles: return profileReason(item, line)
            case .policies:
                return Reason(
                    text: "\(item.entry.uri), which ExpectedPolicies names, holds no value",
                    hint: "send the policy again", target: item.entry.uri, reference: "ESP-533")
            case .msiAppPackages, .modernAppPackages: continue
            }
        }
        return nil
    }

    private func certificateReason(_ item: Item, _ verb: String, failed: Set<String>, error: String) -> Reason {
        let (name, base) = certificate(item)
        let status = tree.value("\(base)/Status")
        let code = tree.value("\(base)/\(error)").flatMap { HRESULT(text: $0) }.flatMap { $0.rawValue == 0 ? nil : $0 }
        let said = status.map { "Status \($0)" + (code.map { ", \(error) \($0)" } ?? "") } ?? "no Status"
        return status.map(failed.contains) == true
            ? Reason(
                text: "the certificate \(name) could not be \(verb) (\(said))",
                hint:
                    "the page does not fail early for certificates: the server reads Status and \(error) and sends Enroll again",
                target: "\(base)/Status", reference: "ESP-516, windows-csp.md 4.3")
            : Reason(
                text: "the certificate \(name) was not \(verb) in time (\(said))",
                hint: "the certification authority has to answer before the limit", target: "\(base)/Status",
                reference: "ESP-516, windows-csp.md 4.3")
    }

    private func importReason(_ item: Item) -> Reason {
        let (name, base) = certificate(item)
        let said = tree.value("\(base)/Status").map { "Status \($0)" } ?? "no Status"
        return Reason(
            text: "the PFX certificate \(name) could not be imported (\(said))",
            hint: "Status is a Win32 error; check the password and the blob", target: "\(base)/Status",
            reference: "ESP-515, windows-csp.md 4.3")
    }

    /// The id of a certificate and its node: `ClientCertificateInstall/SCEP/{id}`, with or without something below.
    private func certificate(_ item: Item) -> (name: String, base: String) {
        guard let uri = try? TreeURI(item.entry.uri) else { return (item.entry.uri, item.entry.uri) }
        let base = uri.prefix(min(uri.keys.count, uri.structuralCount + 3))
        return (base.segments.last ?? "", base.canonical)
    }

    /// A profile that Windows took and does not have (windows-csp.md 4.13).
    private func profileReason(_ item: Item, _ line: Subcategory) -> Reason {
        let profile = profile(item)
        let sent = life.serverWrites.last { $0.place.isWithin(profile.uri) }?.place
        let code = code(of: line).flatMap { $0 == .timeout ? nil : $0 }
        return Reason(
            text: (code.map { "Windows could not add the network profile \(profile.name) (\($0))" }
                ?? "Windows did not keep the network profile \(profile.name)")
                + (sent.map { ", which the server sent at \($0.time) (\($0.words))" } ?? ""),
            hint:
                "the command answers 200 before the service has looked at the profile: Get the node to see whether it is there",
            place: sent, target: profile.uri, reference: "ESP-203, windows-csp.md 4.13")
    }

    /// `WiFi/Profile/{SSID}` or `VPNv2/{name}`.
    private func profile(_ item: Item) -> (name: String, uri: String) {
        guard let uri = try? TreeURI(item.entry.uri) else { return (item.entry.uri, item.entry.uri) }
        let isWiFi = uri.keys.dropFirst(uri.structuralCount).first == "wifi"
        let base = uri.prefix(min(uri.keys.count, uri.structuralCount + (isWiFi ? 3 : 2)))
        return (base.segments.last ?? "", base.canonical)
    }

    /// Whether a command brought a network profile, which Windows may have dropped since.
    private func wasTaken(_ item: Item) -> Bool {
        guard item.list == .networkProfiles else { return false }
        let uri = profile(item).uri
        return life.serverWrites.contains { $0.place.isWithin(uri) }
    }

    /// Whether the node is there at all; for a package, whose entry names a leaf, the package.
    private func isThere(_ item: Item) -> Bool {
        if tree.exists(item.entry.uri) { return true }
        guard item.list == .msiAppPackages || item.list == .modernAppPackages,
            let address = try? TreeURI(item.entry.uri), address.keys.count > 5
        else { return false }
        return tree.isStored(address.prefix(address.keys.count - 1))
    }
}
