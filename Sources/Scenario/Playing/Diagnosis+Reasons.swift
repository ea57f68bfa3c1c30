import DMTree
import Device
import ESP
import Notation

/// Why a line of the page did not succeed.
struct Reason: Hashable {
    var text: String
    var hint = ""
    /// The command of the server that is to blame, where there is one.
    var place: CommandPlace?
    /// The node that says so, where no command does.
    var target: String?
    var reference = "esp-behaviour.md 4.1, 4.2"
}

extension Diagnosis {
    func reason(_ line: Subcategory, _ scope: PhaseScope) -> Reason {
        switch line.kind {
        case .tpmAttestation: return attestationReason(line)
        case .aadj: return joinReason(line)
        case .mdmEnrollment: return enrolmentReason(line)
        case .espProviderInstallation: return endedReason ?? preparationReason
        case .securityPolicies, .certificates, .networkConnections:
            return stuckReason(line) ?? endedReason ?? listsReason(scope) ?? missingItems(line.kind, scope)
                ?? unfinishedItems(line, scope) ?? Reason(text: "an expected item did not arrive in time")
        case .apps:
            return stuckReason(line) ?? failedApps(scope) ?? endedReason ?? listsReason(scope)
                ?? holdingProvider(scope) ?? missingItems(line.kind, scope) ?? restartReason(line, scope)
                ?? unfinishedApps(line, scope)
        case .rebootCoalescing:
            return Reason(
                text: "the restart that the page asked for did not come within 60 seconds",
                hint: "a policy of the reboot catalogue asked for it: the machine has to be able to restart",
                reference: "esp-behaviour.md 4.4 T6, ESP-325")
        case .prepareMultifactorAuth:
            return Reason(
                text: "no user token could be obtained",
                hint: "Conditional Access that wants a compliant device keeps it back", reference: "ESP-323")
        case .waitingForAadRegistration: return registrationReason(line)
        case .initiateSyncSessions, .setContinueAnywayButtonVisibility, .sendResultsToMdmServer,
            .saveWhiteGloveSuccessResult:
            return endedReason ?? Reason(text: "the step did not end")
        }
    }

    /// The code that a line shows; nil when it shows none.
    func code(of line: Subcategory) -> HRESULT? {
        let shown = life.page.board[line.category].lines.first { $0.kind == line.kind }?.text
        guard case .hex(let code)? = shown else { return nil }
        return code
    }

    /// ESP-310 keeps device setup going for ever.
    private func stuckReason(_ line: Subcategory) -> Reason? {
        guard life.page.isStuck, line.category == .deviceSetup else { return nil }
        return Reason(
            text: "a DeviceLock policy was applied and the device restarted before device setup had ended",
            hint: "assign DeviceLock policies to users, or reset the device", reference: "ESP-310")
    }

    /// Nobody finishes the page of a device that was unenrolled.
    private var endedReason: Reason? {
        guard case .ended(let time) = life.enrolment else { return nil }
        return Reason(
            text: "the server ended the enrolment at \(time)",
            hint: "a device that was unenrolled during the page has nobody to finish it",
            reference: "windows-csp.md 3.8")
    }

    /// Whether the server had promised that the lists of a scope are complete when the line failed, and what became of
    /// the promise.
    private func listsReason(_ scope: PhaseScope) -> Reason? {
        let name = "ServerHasFinishedProvisioning"
        let uri = NodeURI.firstSyncStatus(name, in: scope, providerID: script.device.providerID)
        guard tree.value(uri)?.lowercased() != "true" else { return nil }
        let promise = "\(scope.rawValue)-scope \(name)"
        let reference = scope == .user ? "ESP-401, ESP-401b" : "ESP-404"
        if life.tree.value(uri)?.lowercased() == "true",
            let late = life.serverWrites.last(where: { $0.place.isFor(uri) })?.place
        {
            return Reason(
                text: "the server set \(promise) at \(late.time) only (\(late.words)), and the limit was over",
                hint: "finish the lists before the limit, or raise TimeOutUntilSyncFailure before the lists",
                place: late, reference: "ESP-404, ESP-534")
        }
        if let last = life.refusals.last(where: { $0.place.isFor(uri) }) {
            let hint =
                scope == .user
                ? "there is no user before the sign-in: send it again in the first session that carries AADUserToken"
                : "send it again"
            return Reason(
                text: "\(promise) was refused with \(last.status) at \(last.place.time) (\(last.place.words)) "
                    + "and never sent again", hint: hint, place: last.place, reference: reference)
        }
        if let misspelt = misspelling(of: name, scope) {
            return Reason(
                text: "the server never set \(promise) to true: it wrote it as \"\(misspelt.name)\" at "
                    + "\(misspelt.refusal.place.time) (\(misspelt.refusal.place.words)), which was refused with "
                    + "\(misspelt.refusal.status)", hint: "the node is \(uri)", place: misspelt.refusal.place,
                reference: "ESP-404, ESP-534")
        }
        return Reason(
            text: "the server never set \(promise) to true",
            hint: "Replace \(uri) with true, Format bool"
                + (scope == .user ? "; Intune never does so for a user without a licence (ESP-307)" : ""),
            target: uri, reference: scope == .user ? "ESP-404, ESP-534, ESP-307" : "ESP-404, ESP-534")
    }

    /// A refused command whose node was probably meant to be this one.
    private func misspelling(of name: String, _ scope: PhaseScope) -> (name: String, refusal: Refusal)? {
        for refusal in life.refusals.reversed() {
            guard let uri = refusal.place.target.flatMap({ try? TreeURI($0) }), let last = uri.segments.last,
                (uri.scope == .user) == (scope == .user), last.lowercased() != name.lowercased(),
                NameDistance.nearest(to: last, among: [name]) != nil
            else { continue }
            return (last, refusal)
        }
        return nil
    }
}

extension CommandPlace {
    /// Whether the command addressed this node.
    func isFor(_ uri: String) -> Bool {
        guard let target, let own = try? TreeURI(target), let wanted = try? TreeURI(uri) else { return false }
        return own == wanted
    }

    /// Whether the command addressed this node or one below it.
    func isWithin(_ uri: String) -> Bool {
        guard let target, let own = try? TreeURI(target), let wanted = try? TreeURI(uri) else { return false }
        return own.keys.count >= wanted.keys.count && own.prefix(wanted.keys.count) == wanted
    }

    /// Where it stood, in words.
    var words: String {
        "session \(session), message \(message), " + (commandID.map { "CmdID \($0)" } ?? "a \(command) without CmdID")
    }
}
