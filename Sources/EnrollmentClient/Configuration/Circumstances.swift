/// How and where an enrolment happens: what the context items tell besides the device (enrollment.md 7.1, 11, 12).
public struct Circumstances: Hashable, Sendable {
    /// EnrollmentType.
    public enum EnrollmentType: String, Hashable, Sendable, CaseIterable {
        /// Of a user; the certificate goes to My/User.
        case full = "Full"
        /// Of a device that joins Entra; the certificate goes to My/System.
        case device = "Device"
    }

    public var enrollmentType: EnrollmentType
    /// UXInitiated: the user began it in Settings.
    public var isStartedByUser: Bool
    /// TargetedUserLoggedIn.
    public var isUserLoggedIn: Bool
    /// In the out-of-box experience.
    public var isInOobe: Bool
    /// EnrollmentData: the OpaqueBlob of the terms of use, verbatim (11.1). The page itself is not fetched here; nil outside of
    /// Entra flows.
    public var enrollmentData: String?
    public var externalManagementAgentHint: String?
    /// BootstrapDomainJoin; nil leaves it out.
    public var expectsDomainJoin: Bool?
    /// BulkAADJ.
    public var isBulkEntraJoin: Bool
    /// PlugandForget; nil leaves it out.
    public var plugAndForget: Bool?
    public var autopilot: Autopilot?
    /// EmmDeviceId: EntDMID, where a server had set it before.
    public var entDMID: String?
    public var attestation: AttestationMaterial?

    /// What Autopilot adds (12).
    public struct Autopilot: Hashable, Sendable {
        /// Where the profile came from.
        public enum Registration: Hashable, Sendable {
            /// ZeroTouchProvisioning: the GUID of the registration.
            case online(registrationID: String)
            /// OfflineAutoPilotEnrollmentCorrelator: of a profile in a file.
            case offline(correlator: String)
        }

        public var registration: Registration
        /// WhiteGlove: pre-provisioning.
        public var isPreProvisioning: Bool
        /// WhiteGloveHybridJoin.
        public var joinsHybrid: Bool

        public init(_ registration: Registration, isPreProvisioning: Bool = false, joinsHybrid: Bool = false) {
            self.registration = registration
            self.isPreProvisioning = isPreProvisioning
            self.joinsHybrid = joinsHybrid
        }
    }

    /// What a TPM would prove, in Base64; made elsewhere, sent as it is.
    public enum AttestationMaterial: Hashable, Sendable {
        case aik(publicKey: String, claim: String)
        /// AzureAttestationBlob, in place of the others.
        case azure(blob: String, correlationVector: String?)
    }

    public init(
        enrollmentType: EnrollmentType = .full, isStartedByUser: Bool = true, isUserLoggedIn: Bool = true,
        isInOobe: Bool = false, enrollmentData: String? = nil, externalManagementAgentHint: String? = nil,
        expectsDomainJoin: Bool? = nil, isBulkEntraJoin: Bool = false, plugAndForget: Bool? = nil,
        autopilot: Autopilot? = nil, entDMID: String? = nil, attestation: AttestationMaterial? = nil
    ) {
        self.enrollmentType = enrollmentType
        self.isStartedByUser = isStartedByUser
        self.isUserLoggedIn = isUserLoggedIn
        self.isInOobe = isInOobe
        self.enrollmentData = enrollmentData
        self.externalManagementAgentHint = externalManagementAgentHint
        self.expectsDomainJoin = expectsDomainJoin
        self.isBulkEntraJoin = isBulkEntraJoin
        self.plugAndForget = plugAndForget
        self.autopilot = autopilot
        self.entDMID = entDMID
        self.attestation = attestation
    }
}
