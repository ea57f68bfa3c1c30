/// One row of the rules by which a server puts what it assigned into the lists of a phase, or leaves it out
/// (esp-behaviour.md 1.5 and 5). The client only counts what the lists say.
public struct TrackingRule: Hashable, Sendable {
    /// What is assigned.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A line-of-business MSI that is installed for the machine.
        case lobMSIPerMachine
        case lobMSIPerUser
        /// The MSI of the Intune Management Extension.
        case agentMSI
        /// Also a new Store (winget) app, which the same agent installs.
        case win32
        /// A Store app, online or offline, or an appx package.
        case modernApp
        /// Microsoft 365 Apps by the Office CSP.
        case office
        case platformScript
        case remediation
        case scep
        case pfx
        case wifi
        case vpn
        /// A policy of Microsoft Edge, Assigned Access or Kiosk Browser.
        case trackedPolicy
        case otherPolicy
        /// Configuration Manager's provisioning task sequence.
        case taskSequence
    }

    /// The deployment that decides where a row does not hold for every device.
    public struct Deployment: Hashable, Sendable {
        public var mode: DeploymentMode
        public var join: DirectoryJoin
        /// Whether the user of a pre-provisioned device is known before the technician begins (ESP-702).
        public var userIsPreAssigned: Bool
        /// U-21.
        public var pfxTracking: Choices.PFXTracking

        public init(
            mode: DeploymentMode = .userDriven, join: DirectoryJoin = .entra, userIsPreAssigned: Bool = false,
            pfxTracking: Choices.PFXTracking = .clientOnly
        ) {
            self.mode = mode
            self.join = join
            self.userIsPreAssigned = userIsPreAssigned
            self.pfxTracking = pfxTracking
        }
    }

    /// When a row holds at all.
    public enum Condition: Hashable, Sendable {
        case always
        case mode(DeploymentMode)
        case join(DirectoryJoin)
        /// The technician phase of a device whose user is known.
        case technicianKnowsUser
        case pfxIsLeftToTheClient
    }

    public let kinds: [Kind]
    /// To whom it is assigned; nil: to either. All devices count as device, all users and groups of users as user.
    public let target: PhaseScope?
    /// For whom it is installed: the system, or the signed-in user; nil: either.
    public let context: PhaseScope?
    public let condition: Condition
    /// The phase that waits for it; nil: none does.
    public let phase: PhaseScope?
    /// The rule of the reference, by its id, or by its section where it has none.
    public let id: String

    /// The row that decides: the first that fits.
    public static func rule(
        for kind: Kind, target: PhaseScope, context: PhaseScope, in deployment: Deployment = Deployment()
    ) -> TrackingRule? {
        table.first { $0.fits(kind, target, context, deployment) }
    }

    /// The phase that waits for something; nil: none does.
    ///
    /// - Parameter context: as the target, when the kind knows no other.
    public static func phase(
        of kind: Kind, target: PhaseScope, context: PhaseScope? = nil, in deployment: Deployment = Deployment()
    ) -> PhaseScope? {
        rule(for: kind, target: target, context: context ?? target, in: deployment)?.phase
    }

    private func fits(_ kind: Kind, _ target: PhaseScope, _ context: PhaseScope, _ deployment: Deployment) -> Bool {
        kinds.contains(kind) && self.target ?? target == target && self.context ?? context == context
            && condition.holds(in: deployment)
    }
}

extension TrackingRule.Condition {
    func holds(in deployment: TrackingRule.Deployment) -> Bool {
        switch self {
        case .always: true
        case .mode(let mode): deployment.mode == mode
        case .join(let join): deployment.join == join
        case .technicianKnowsUser: deployment.mode == .preProvisioning && deployment.userIsPreAssigned
        case .pfxIsLeftToTheClient: deployment.pfxTracking == .clientOnly
        }
    }
}

extension TrackingRule.Kind {
    /// A policy's kind by its LocURI: real policies are tracked only where ESP-201 names them.
    ///
    /// Edge's policies come by ADMX, so their areas are called `microsoft_edge~Policy~…`, `MicrosoftEdge~Policy~…` and
    /// `microsoft_edgev80diff~Policy~…`, depending on the template.
    public init(policy uri: String) {
        let segments = NodeURI.segments(uri).map { $0.lowercased() }
        let csp = segments.dropFirst(3)
        let area = csp.starts(with: ["policy", "config"]) ? csp.dropFirst(2).first ?? "" : ""
        let isTracked =
            csp.first == "assignedaccess" || area == "kioskbrowser"
            || area.filter { $0 != "_" }.hasPrefix("microsoftedge")
        self = isTracked ? .trackedPolicy : .otherPolicy
    }
}
