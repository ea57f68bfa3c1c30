import DMSession
import DMTree
import Device
import ESP

/// What a server did that the page cannot live with, whatever line shows it.
extension Diagnosis {
    var serverMistakes: [Diagnostic] {
        [otherProvider, refusedTimeout, statesByServer, silence].compactMap { $0 }
    }

    /// FirstSyncStatus of another provider: the page follows the enrolment it belongs to (ESP-415).
    private var otherProvider: Diagnostic? {
        let own = script.device.providerID.lowercased()
        for write in life.serverWrites {
            guard let target = write.place.target, let uri = try? TreeURI(target),
                let index = uri.keys.firstIndex(of: "provider"), index + 1 < uri.keys.count,
                uri.keys.contains("firstsyncstatus"), uri.keys[index + 1] != own
            else { continue }
            return Diagnostic(
                rule: "life.other-provider", severity: .error, line: write.place.line, commandID: write.place.commandID,
                target: target,
                message:
                    "FirstSyncStatus was written under the provider \"\(uri.segments[index + 1])\" at \(write.place.time) "
                    + "(\(write.place.words)), and the device is enrolled with \"\(script.device.providerID)\"",
                hint:
                    "write below ./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(script.device.providerID))",
                reference: "ESP-415")
        }
        return nil
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
        // A device ticket may fail before the server is ever asked (7.1).
        guard life.breaks.isEmpty, life.hasHadSession else { return nil }
        guard let last = life.lastCommandTime else {
            return Diagnostic(
                rule: "life.silent-server", severity: .error, message: "the server answered and never sent a command",
                hint: "its answer to package 1 brings the settings of the page", reference: "esp-behaviour.md 2.4")
        }
        // ESP-305: until Entra knows the device there is no session in which a server could do anything.
        guard ![.inProgress, .failed].contains(life.page.board[.accountSetup][.waitingForAadRegistration]?.state)
        else { return nil }
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
        return [
            Diagnostic(
                rule: "life.page-hidden", severity: .note, target: uri,
                message: "the page stayed away, because SkipDeviceStatusPage was never set to false",
                hint: "its default is true", reference: "ESP-001, ESP-409")
        ]
    }
}
