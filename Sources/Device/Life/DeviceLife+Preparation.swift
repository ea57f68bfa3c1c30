import DMTree
import ESP

/// Steps that the page waits for and the device carries out: attestation, join and enrolment by device ticket (7.1,
/// 7.2), and the registration of a hybrid device (7.3).
extension DeviceLife {
    mutating func begin(_ kind: SubcategoryKind) {
        note(.preparationStarted(kind))
        guard kind != .waitingForAadRegistration else {
            beginRegistration()
            return
        }
        let step = script.preparation[kind] ?? LifeScript.PreparationStep(seconds: 0)
        agenda.add(.preparationEnds(kind), at: now.adding(seconds: step.seconds))
    }

    /// A step is over. Enrolment has the first session at its end, which brings the server's settings.
    mutating func preparationEnds(_ kind: SubcategoryKind) {
        let error = script.preparation[kind]?.error
        guard kind == .mdmEnrollment, error == nil else {
            settle(page: page.preparationStepEnded(kind, error: error, now: now, tree: tree))
            return
        }
        // ESP-320: the record of an earlier run was not deleted.
        guard !script.hasServerRecord || !script.page.quirks.isOn(.esp320) else {
            settle(
                page: page.preparationStepEnded(kind, error: .enrollmentRefused, now: now, tree: tree))
            return
        }
        runSession(.enrollment)
    }

    // MARK: Registration of a hybrid device

    private mutating func beginRegistration() {
        guard !isRegistered else {
            agenda.add(.registrationEnds, at: now)
            return
        }
        let seconds: Int64
        switch script.registration {
        case .succeeds(let after), .fails(let after, _): seconds = after
        case .never: return
        }
        guard !agenda.holds(.registrationEnds) else { return }
        let start = page.accountStart ?? now
        agenda.add(.registrationEnds, at: max(now, start.adding(seconds: seconds)))
    }

    mutating func registrationEnds() {
        switch script.registration {
        case .succeeds:
            if !isRegistered { note(.managementLogged(.registrationSucceeded)) }
            isRegistered = true
            settle(agent: agent.userRegistered(now: now, tree: tree))
            settle(page: page.registrationSucceeded(now: now, tree: tree))
        case .fails(_, let code):
            note(.managementLogged(.registrationFailed(code.description)))
            settle(page: page.registrationFailed(code, now: now, tree: tree))
        case .never: break
        }
    }

    // MARK: Offline domain join

    /// A session of a hybrid device before its page: once the blob is there the machine restarts as a member of its
    /// domain (7.3).
    mutating func goOnJoiningDomain(blobArrived: Bool) {
        guard domainJoin == .waitingForBlob else { return }
        guard blobArrived else {
            agenda.add(.blobTick, at: now.adding(seconds: script.syncSeconds))
            return
        }
        domainJoin = .restarting
        note(.managementLogged(.blobApplied))
        requestRestart()
    }
}

extension TreeURI {
    /// Whether this is the node that takes the blob of an offline domain join.
    var isDomainJoinBlob: Bool { keys.dropFirst(structuralCount).elementsEqual(["offlinedomainjoin", "blob"]) }
}
