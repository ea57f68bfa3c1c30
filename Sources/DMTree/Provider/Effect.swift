/// What a command sets in motion outside of the tree. The device carries effects out, through its agenda and with the
/// outcome that the scenario gives; in an Atomic they start only at commit (windows-csp.md 5.9).
public enum Effect: Hashable, Sendable {
    /// Work that runs on after the answer.
    case startJob(Job)
    /// Work that is planned for later, or that follows the session: a write is done as it stands, and its answer stays
    /// 200. It takes the place of what was planned for the same node before.
    case planJob(Job)
    /// An alert for the server, sent with the next package 1.
    case raiseAlert(GenericAlert)
    /// The client leaves management: running sessions end and the Exec gets no Status (windows-csp.md 3.8).
    case unenroll(providerID: String)
    /// A session with a server starts when this one is over (DMAcc InitiateSession, windows-csp.md 4.11).
    case initiateSession(serverID: String)
    /// An Exec that Windows would carry out and Espalier does not.
    case notEmulated(uri: String)
}

/// A job of a CSP that takes time.
public struct Job: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// EnterpriseDesktopAppManagement DownloadInstall.
        case msiInstall
        /// EnterpriseModernAppManagement HostedInstall.
        case hostedInstall
        /// EnterpriseModernAppManagement StoreInstall.
        case storeInstall
        /// EnterpriseModernAppManagement UpdateScan.
        case appUpdateScan
        /// Office Install.
        case officeInstall
        /// ClientCertificateInstall SCEP Enroll.
        case scepEnroll
        /// ClientCertificateInstall PFXCertBlob.
        case pfxImport
        /// Personalization: fetch a picture.
        case imageDownload
        /// Reboot RebootNow.
        case restart
        /// Reboot Schedule: data is the time; empty takes the schedule back.
        case restartSchedule
        /// RemoteWipe doWipe and its variants.
        case wipe
        /// RemoteWipe AutomaticRedeployment.
        case autopilotReset
        /// HealthAttestation VerifyHealth.
        case healthVerification
        /// HealthAttestation TriggerAttestation.
        case attestation
        /// DeclaredConfiguration: a document that is to be processed, or whose removal is.
        case declaredDocument
        /// DMClient LinkedEnrollment Enroll and Unenroll.
        case linkedEnrolment
        /// DMClient Recovery InitiateRecovery.
        case certificateRecovery
        /// CertificateStore RenewNow.
        case certificateRenewal
        /// Update ApprovedUpdates: an approval, or its end.
        case updateApproval
        /// Update Rollback.
        case updateRollback
        /// DiagnosticLog ArchiveDefinition.
        case diagnosticArchive
    }

    public var kind: Kind
    /// The node the job belongs to, in canonical spelling: the instance of the product, app or certificate.
    public var uri: TreeURI
    /// What the server sent with the command that started it; empty where it is a secret.
    public var data: String
    /// The Correlator of the Exec that started the job, for the alert that reports its end; nil where the dialect has
    /// none (oma-dm.md 2.5.1; windows-csp.md 5.2: Windows does not know it).
    public var correlator: String?

    public init(kind: Kind, uri: TreeURI, data: String, correlator: String? = nil) {
        self.kind = kind
        self.uri = uri
        self.data = data
        self.correlator = correlator
    }
}

extension Effect {
    /// The effect with the Correlator of the Exec that set it in motion.
    public func correlated(with correlator: String) -> Effect {
        switch self {
        case .startJob(var job):
            job.correlator = correlator
            return .startJob(job)
        case .planJob(var job):
            job.correlator = correlator
            return .planJob(job)
        case .raiseAlert(var alert):
            alert.correlator = correlator
            return .raiseAlert(alert)
        case .unenroll, .initiateSession, .notEmulated: return self
        }
    }
}
