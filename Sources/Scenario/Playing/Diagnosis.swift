import DMSession
import DMTree
import Device
import ESP
import ReferenceServer

/// Why a life ended as it did, in the server's terms (design.md section 6): what the client refused, and what the page waited for.
struct Diagnosis {
    let life: DeviceLife<ReferenceServer>
    let scenario: Scenario

    var diagnostics: [Diagnostic] {
        let refusals = life.diagnostics.filter { $0.severity == .error }
        switch life.outcome {
        case .succeeded, .continued, .reset: return refusals
        case .failed, .hung: return causes + refusals
        }
    }

    private var causes: [Diagnostic] {
        var causes: [Diagnostic] = []
        for entry in life.page.board.entries {
            for line in entry.lines where line.state == .failed || line.state == .inProgress {
                let subcategory = Subcategory(entry.category, line.kind)
                causes.append(
                    Diagnostic(
                        rule: line.state == .failed ? "life.line-failed" : "life.line-waiting", severity: .error,
                        target: subcategory.id,
                        message:
                            "\(line.english) at \(life.now): \(reason(subcategory, entry.category.scope))",
                        reference: "esp-behaviour.md 4.1, 4.2"))
            }
        }
        if causes.isEmpty, life.outcome == .hung, life.page.state == .between || life.page.state == .betweenWithPrompt {
            causes.append(
                Diagnostic(
                    rule: "life.no-sign-in", severity: .error, message: "the device waits at the sign-in screen and nobody signs in",
                    hint: "give user.signsIn a time", reference: "esp-behaviour.md 4.2 S5"))
        }
        return causes
    }

    private func reason(_ line: Subcategory, _ scope: PhaseScope) -> String {
        switch line.kind {
        case .espProviderInstallation:
            let waiting = (life.tree.children(NodeURI.preparationProviders) ?? []).filter {
                !["2", "3"].contains(life.tree.value(NodeURI.preparationProvider($0, "InstallationState")) ?? "")
            }
            return waiting.isEmpty
                ? "a provider failed" : "provider \(waiting.joined(separator: ", ")) never reported 2 or 3"
        case .apps:
            let failed = scenario.script.apps.filter { life.appState($0.id) == .error }.map(\.name)
            if !failed.isEmpty { return "\(failed.joined(separator: ", ")) failed to install" }
            return listsReason(scope) ?? providerReason(scope) ?? "an app did not reach its final state in time"
        case .securityPolicies, .certificates, .networkConnections:
            return listsReason(scope) ?? "an expected item did not arrive in time"
        default: return "the step did not end"
        }
    }

    /// Whether the server ever promised that the lists of a scope are complete, and what became of it.
    private func listsReason(_ scope: PhaseScope) -> String? {
        let uri = NodeURI.firstSyncStatus(
            "ServerHasFinishedProvisioning", in: scope, providerID: scenario.script.device.providerID)
        guard life.tree.value(uri)?.lowercased() != "true" else { return nil }
        let refusals = life.server.answers.filter { answer in
            guard case .replace(let replace) = answer.command else { return false }
            return replace.items.first?.target?.locURI.hasSuffix("/ServerHasFinishedProvisioning") == true
                && answer.statuses.contains { $0 >= 300 }
        }
        if let refusal = refusals.last, let code = refusal.statuses.first {
            return
                "\(scope.rawValue)-scope ServerHasFinishedProvisioning was refused with \(code) at \(refusal.time) and never accepted"
        }
        return "the server never set \(scope.rawValue)-scope ServerHasFinishedProvisioning to true"
    }

    private func providerReason(_ scope: PhaseScope) -> String? {
        let waiting = (life.tree.children(NodeURI.appProviders(scope)) ?? []).filter {
            life.tree.value(NodeURI.trackingPoliciesCreated($0, in: scope)) != "true"
        }
        guard !waiting.isEmpty else { return nil }
        return "provider \(waiting.joined(separator: ", ")) never set TrackingPoliciesCreated"
    }
}
