import DMSession
import DMTree
import Device
import ESP
import Notation

/// What a server did that the page cannot live with, whatever line shows it.
extension Diagnosis {
    var serverMistakes: [Diagnostic] {
        [otherProvider, refusedTimeout, statesByServer, silence].compactMap { $0 }
    }

    /// Commands for FirstSyncStatus of another provider: the page follows the enrolment it belongs to (ESP-415).
    private var writesElsewhere: [(provider: String, place: CommandPlace)] {
        let own = script.device.providerID.lowercased()
        return (life.serverWrites.map(\.place) + life.refusals.map(\.place)).compactMap { place in
            guard let target = place.target, let uri = try? TreeURI(target),
                let index = uri.keys.firstIndex(of: "provider"), index + 1 < uri.keys.count,
                uri.keys.contains("firstsyncstatus"), uri.keys[index + 1] != own
            else { return nil }
            return (uri.segments[index + 1], place)
        }
    }

    private var otherProvider: Diagnostic? {
        guard let (provider, place) = writesElsewhere.first else { return nil }
        return Diagnostic(
            rule: "life.other-provider", severity: .error, line: place.line, commandID: place.commandID,
            target: place.target,
            message:
                "FirstSyncStatus was written under the provider \"\(provider)\" at \(place.time) (\(place.words)), and "
                + "the device is enrolled with \"\(script.device.providerID)\"",
            hint:
                "write below ./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(script.device.providerID))",
            reference: "ESP-415")
    }

    /// A time limit that was refused: the old one stays.
    private var refusedTimeout: Diagnostic? {
        guard
            let refusal = life.refusals.first(where: {
                $0.place.target?.hasSuffix("/TimeOutUntilSyncFailure") == true && $0.status != 405
            })
        else { return nil }
        let uri = NodeURI.firstSyncStatus("TimeOutUntilSyncFailure", in: .device, providerID: script.device.providerID)
        return Diagnostic(
            rule: "life.timeout-refused", severity: .error, line: refusal.place.line,
            commandID: refusal.place.commandID, target: refusal.place.target,
            message: "TimeOutUntilSyncFailure was refused with \(refusal.status) at \(refusal.place.time) "
                + "(\(refusal.place.words)), so the limit stays \(life.tree.value(uri) ?? "60") minutes",
            hint: "the node counts minutes, 1 to 1440", reference: "ESP-407")
    }

    /// App states that a server writes are no progress of an agent that does not run.
    private var statesByServer: Diagnostic? {
        guard
            let write = life.serverWrites.first(where: {
                $0.place.target?.contains("/Setup/Apps/Tracking/") == true
            }), !life.hasRunningAgent
        else { return nil }
        return Diagnostic(
            rule: "life.states-by-server", severity: .error, line: write.place.line, commandID: write.place.commandID,
            target: write.place.target,
            message:
                "the server wrote app states itself at \(write.place.time) (\(write.place.words)), and no agent runs on "
                + "the device that would report them",
            hint: "the agent writes below Setup/Apps on the device; a server only registers it",
            reference: "windows-csp.md 2.4, ESP-412")
    }

    /// A server that answers and wants nothing.
    private var silence: Diagnostic? {
        // Before its first session a device has nothing to hear, and a hybrid device waits for its blob first.
        guard life.breaks.isEmpty, life.sessionNumber > 0, !life.isWaitingForDomainJoin, life.devicePreparation == nil
        else { return nil }
        guard let last = life.lastCommandTime else {
            return Diagnostic(
                rule: "life.silent-server", severity: .error, message: "the server answered and never sent a command",
                hint: "its answer to package 1 brings the settings of the page", reference: "esp-behaviour.md 2.4")
        }
        // Nobody has to send anything while the account page waits for registration and token.
        let isWaitingForUser = life.page.board[.accountSetup].lines.contains {
            [.waitingForAadRegistration, .prepareMultifactorAuth].contains($0.kind)
                && ($0.state == .failed || $0.state == .inProgress)
        }
        guard !isWaitingForUser else { return nil }
        let isAccount =
            life.page.board[.accountSetup].state == .inProgress || life.page.board[.accountSetup].state == .failed
        let uri = NodeURI.firstSyncStatus(
            "ServerHasFinishedProvisioning", in: isAccount ? .user : .device, providerID: script.device.providerID)
        guard life.tree.value(uri)?.lowercased() != "true", life.now.seconds(since: last) >= 1800 else { return nil }
        return Diagnostic(
            rule: "life.silent-server", severity: .error,
            message: "the server sent \(life.commandCount) commands, the last one at \(last), and none after it",
            hint: "a server that waits for the device asks for its progress", reference: "esp-behaviour.md 2.3")
    }

    /// A page that never came up, for those who expected one.
    var hiddenPage: [Diagnostic] {
        let uri = NodeURI.firstSyncStatus(
            "SkipDeviceStatusPage", in: .device, providerID: script.device.providerID)
        guard life.wasDevicePageSkipped, let node = try? TreeURI(uri), life.tree.storedValue(node) == nil else {
            return []
        }
        let other = writesElsewhere.first
        return [
            Diagnostic(
                rule: "life.page-hidden", severity: .note, line: other?.place.line, commandID: other?.place.commandID,
                target: other?.place.target ?? uri,
                message: "the page stayed away, because SkipDeviceStatusPage was never set to false"
                    + (other.map {
                        ": the server wrote FirstSyncStatus under the provider \"\($0.provider)\" at \($0.place.time) "
                            + "(\($0.place.words)), and the device is enrolled with \"\(script.device.providerID)\""
                    } ?? ""),
                hint: "its default is true", reference: other == nil ? "ESP-001, ESP-409" : "ESP-409, ESP-415")
        ]
    }
}
