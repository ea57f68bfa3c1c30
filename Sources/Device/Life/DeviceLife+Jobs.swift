import CSP
import DMTree
import ESP

extension DeviceLife {
    /// Starts what a session's commands set in motion.
    mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .startJob(let job): start(job)
            case .raiseAlert(let alert):
                pendingAlerts.append(alert)
                note(.alertQueued(alert))
            case .unenroll(let providerID): unenroll(providerID)
            case .notEmulated(let uri): note(.effectNotEmulated(uri: uri))
            }
        }
    }

    private mutating func start(_ job: Job) {
        switch job.kind {
        case .msiInstall:
            if let url = MsiInstallJob.source(in: job.data) {
                note(.packageSource(uri: job.uri.canonical, url: url))
            }
            guard !packageQueue.contains(job.uri) else { return }
            packageQueue.append(job.uri)
            if packageQueue.count == 1 { beginPackage(job.uri) }
        case .scepEnroll:
            let behaviour = script.certificates[job.uri.segments.last ?? ""] ?? LifeScript.Certificate()
            noteCertificate(job.uri)
            agenda.add(.scep(job.uri), at: now.adding(seconds: behaviour.seconds))
        case .imageDownload:
            agenda.add(.image(job.uri), at: now.adding(seconds: 2))
        }
    }

    // MARK: MSI packages, one at a time: Windows has one installer

    private func package(_ product: TreeURI) -> LifeScript.Package {
        let code = product.segments.last ?? ""
        return script.packages[code.lowercased()] ?? LifeScript.Package(name: code)
    }

    private mutating func beginPackage(_ product: TreeURI) {
        advance(Agenda.MSIStep(product: product, stage: .download))
    }

    /// 10 → 20 → 40 → 50 → 70, or 60 with the HRESULT of msiexec (windows-csp.md 4.1).
    mutating func advance(_ step: Agenda.MSIStep) {
        let package = package(step.product)
        let install = MSIInstall(product: step.product)
        switch step.stage {
        case .download:
            set(.downloadInProgress, install, package)
            agenda.add(
                .msi(Agenda.MSIStep(product: step.product, stage: .install)),
                at: now.adding(seconds: package.downloadSeconds))
        case .install:
            set(.downloadCompleted, install, package)
            set(.enforcementInProgress, install, package)
            agenda.add(
                .msi(Agenda.MSIStep(product: step.product, stage: .end)),
                at: now.adding(seconds: package.installSeconds))
        case .end: finishPackage(install, package)
        }
        trackedItemChanged()
        settle(page: page.treeChanged(now: now, tree: tree))
    }

    private mutating func set(_ status: MSIInstall.Status, _ install: MSIInstall, _ package: LifeScript.Package) {
        install.set(status, in: &tree)
        note(.package(uri: install.product.canonical, name: package.name, status: status.rawValue))
    }

    private mutating func finishPackage(_ install: MSIInstall, _ package: LifeScript.Package) {
        let isGood = package.exitCode == 0
        let code = HResult(win32: package.exitCode)
        let status: MSIInstall.Status = isGood ? .enforcementCompleted : .enforcementFailed
        let effect = install.finish(
            status, error: HRESULT(rawValue: code.rawValue), name: package.name, date: tree.localTime, in: &tree)
        note(.package(uri: install.product.canonical, name: package.name, status: status.rawValue))
        carryOut([effect])
        // The client starts a session by itself to deliver an alert (windows-csp.md 5.3).
        sessionSoon(.alert)
        packageQueue.removeAll { $0 == install.product }
        if let next = packageQueue.first { beginPackage(next) }
        if isGood, install.product.segments.last?.lowercased() == script.agentProductCode?.lowercased() { startAgent() }
    }

    /// Try again asks Windows to install once more what failed.
    mutating func retryPackages() {
        for (uri, value, _) in tree.storedLeaves
        where value == "60" && uri.contains("/EnterpriseDesktopAppManagement/") && uri.hasSuffix("/Status") {
            guard let status = try? TreeURI(uri) else { continue }
            let product = status.prefix(status.keys.count - 1)
            guard !packageQueue.contains(product) else { continue }
            packageQueue.append(product)
            if packageQueue.count == 1 { beginPackage(product) }
        }
    }

    // MARK: Certificates and pictures

    private mutating func noteCertificate(_ certificate: TreeURI) {
        let status = tree.storedValue(certificate.child("Status")).flatMap { Int($0) } ?? 0
        note(.certificate(uri: certificate.canonical, status: status))
    }

    mutating func finishCertificate(_ certificate: TreeURI) {
        let behaviour = script.certificates[certificate.segments.last ?? ""] ?? LifeScript.Certificate()
        let enrollment = SCEPEnrollment(certificate: certificate)
        if let error = behaviour.error {
            enrollment.fail(error: HRESULT(rawValue: error.rawValue), in: &tree)
        } else {
            let server = tree.storedValue(certificate.child("Install").child("ServerURL")) ?? ""
            enrollment.succeed(thumbprint: Self.thumbprint(certificate.canonical), server: server, in: &tree)
        }
        noteCertificate(certificate)
        trackedItemChanged()
        settle(page: page.treeChanged(now: now, tree: tree))
    }

    /// Forty hexadecimal digits that depend on the node only: no certificate exists, and a life has no randomness.
    private static func thumbprint(_ text: String) -> String {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        var digits = ""
        for round in 0..<3 {
            for byte in text.utf8 { state = (state ^ UInt64(byte) ^ UInt64(round)) &* 0x0000_0100_0000_01B3 }
            let part = String(state, radix: 16, uppercase: true)
            digits += String(repeating: "0", count: 16 - part.count) + part
        }
        return String(digits.prefix(40))
    }

    /// A Personalization picture has arrived: its status node says so.
    mutating func finishImage(_ node: TreeURI) {
        let name = node.keys.last == "desktopimageurl" ? "DesktopImageStatus" : "LockScreenImageStatus"
        let status = node.prefix(node.keys.count - 1).child(name)
        tree.setLocally(status, value: "1")
        note(.nodeWritten(uri: status.canonical, value: "1", writer: .client))
    }
}
