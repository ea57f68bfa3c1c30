import DMTree
import ESP
import Notation

extension DeviceLife {
    /// The server executed Unenroll (windows-csp.md 3.8, 5.5): what runs ends, and one session with the alert follows.
    ///
    /// Another provider's enrolment does not exist in a life, so an Unenroll that names one changes nothing.
    mutating func unenroll(_ providerID: String) {
        guard enrolment == .active else { return }
        guard providerID.lowercased() == tree.providerID.lowercased() else {
            note(
                .effectNotEmulated(
                    uri: "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))/Unenroll"))
            return
        }
        endEnrolment()
    }

    /// The user leaves management in Settings, which offers it to an enrolment by work account only.
    mutating func userDisconnects() {
        guard power == .on, enrolment == .active, script.page.enrollment == .workAccount else { return }
        endEnrolment()
    }

    /// Both ways go on alike: one session with the alert, best effort, and then the cleanup.
    private mutating func endEnrolment() {
        enrolment = .ending
        agenda.cancelAll { item in
            switch item {
            case .session, .loopTick, .blobTick, .configRefresh, .configLockRestores, .configLockReturns, .notification,
                .documentsReapplied, .renewalIsDue,
                .certificateEnds:
                true
            case .pageTimer, .agentAlarm, .agentStarts, .configMgrStarts, .job, .machineStarts, .machine,
                .turnOn, .userSignsIn, .userPresses, .preparationEnds, .registrationEnds, .qualityUpdate, .drift,
                .settingDrift:
                false
            }
        }
        activeLoops = []
        closingPhase = nil
        pendingAlerts = [
            GenericAlert(
                code: 1226, type: "com.microsoft:mdm.unenrollment.userrequest", format: "int",
                // Windows 11 marks it, 19043 did not (enrollment.md 13).
                mark: script.device.release.isWindows11 ? "critical" : nil, data: "1")
        ]
        agenda.add(.session(.unenrollment), at: now)
    }

    /// The cleanup: account, policies and certificates of the enrolment go. The page notices only that its lists are
    /// gone.
    mutating func leaveManagement() {
        enrolment = .ended(at: now)
        enforcement = LocalEnforcement()
        for scope in PhaseScope.allCases {
            tree.removeLocally("\(scope.root)/DMClient/Provider/\(PercentCoding.encode(tree.providerID))")
            for container in [
                "Policy/Config", "Policy/Result", "Policy/ConfigOperations", "ClientCertificateInstall/SCEP",
                "ClientCertificateInstall/PFXCertInstall",
            ] {
                for name in tree.children("\(scope.root)/\(container)") ?? [] {
                    tree.removeLocally("\(scope.root)/\(container)/\(PercentCoding.encode(name))")
                }
            }
        }
        leaveAccountAndCertificates()
        note(.unenrolled)
        if hasEntered {
            settle(page: page.treeChanged(now: now, tree: tree))
        } else {
            hasEntered = true
            settle(page: page.enter(now: now, tree: tree))
        }
    }

    /// The DM account, and the certificates that the server installed beside those of ClientCertificateInstall. Users
    /// who are signed out lose what the server had given them, too.
    private mutating func leaveAccountAndCertificates() {
        for name in tree.children("./SyncML/DMAcc") ?? [] {
            tree.removeLocally("./SyncML/DMAcc/\(PercentCoding.encode(name))")
        }
        for scope in PhaseScope.allCases {
            for store in tree.children("\(scope.root)/RootCATrustedCertificates") ?? [] {
                let node = "\(scope.root)/RootCATrustedCertificates/\(PercentCoding.encode(store))"
                for name in tree.children(node) ?? [] {
                    tree.removeLocally("\(node)/\(PercentCoding.encode(name))")
                }
            }
        }
        for sid in userTrees.keys { userTrees[sid] = UserTree() }
        jobs.away = [:]
    }
}
