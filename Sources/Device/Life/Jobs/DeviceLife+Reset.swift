import CSP
import DMTree
import ESP
import Notation

/// Wipes, which end the life, and Autopilot Reset, which does not (windows-csp.md 4.12).
extension DeviceLife {
    /// A wipe follows the session that asked for it.
    mutating func startWipe(_ job: Job) {
        jobs.remember(job)
        noteJob(job, "accepted")
        schedule(.wipeStarts, of: job.uri, afterSeconds: script.jobs.wipe.seconds)
    }

    mutating func wipeStarts(_ node: TreeURI) {
        let wipe = script.jobs.wipe
        jobs.beginRun(of: node)
        guard let error = wipe.error, wipe.failures.map({ jobs.run(of: node) < $0 }) ?? true else {
            resetStarted = true
            note(.resetStarted)
            return
        }
        note(.job(.wipe, uri: node.canonical, status: "failed \(error)"))
        // Only the protected wipe goes on until it is done.
        if node.keys.last == "dowipeprotected" { schedule(.wipeStarts, of: node, afterSeconds: wipe.retrySeconds) }
    }

    mutating func startAutopilotReset(_ job: Job) {
        noteJob(job, "10")
        schedule(.autopilotResetPrepared, of: job.uri, afterSeconds: 0)
    }

    /// The session is over. A failure at Exec shows here, because a refused Exec would leave no trace in the tree (our
    /// choice).
    mutating func autopilotResetPrepared(_ node: TreeURI) {
        if case .failsAtExec(let error) = script.jobs.autopilotReset.outcome {
            set(.failedAtExec, error, at: node)
            return
        }
        set(.waitingForReboot, nil, at: node)
        schedule(.autopilotResetRestarts, of: node, afterSeconds: script.jobs.autopilotReset.restartsAfterSeconds)
    }

    mutating func autopilotResetRestarts(_ node: TreeURI) {
        if case .needsPower = script.jobs.autopilotReset.outcome {
            set(.powerRequirementNotMet, nil, at: node)
            return
        }
        requestRestart()
        schedule(.autopilotResetEnds, of: node, afterSeconds: script.jobs.autopilotReset.seconds)
    }

    /// Enrolment, Wi-Fi and policies stay; users and apps go.
    mutating func autopilotResetEnded(_ node: TreeURI) {
        if case .fails(let error) = script.jobs.autopilotReset.outcome {
            set(.resetFailed, error, at: node)
            return
        }
        signOut()
        userTrees = [:]
        jobs.away = [:]
        for container in ["EnterpriseDesktopAppManagement/MSI", "Office/Installation"] {
            let root = "./Device/Vendor/MSFT/\(container)"
            for child in tree.storedChildren(root) {
                tree.removeLocally("\(root)/\(PercentCoding.encode(child.name))")
            }
        }
        set(.complete, nil, at: node)
    }

    private mutating func set(_ status: AutopilotReset.Status, _ error: HRESULT?, at node: TreeURI) {
        AutopilotReset(node: node).set(status, error: error ?? HRESULT(0), in: &tree)
        note(.job(.autopilotReset, uri: node.canonical, status: String(status.rawValue)))
    }
}
