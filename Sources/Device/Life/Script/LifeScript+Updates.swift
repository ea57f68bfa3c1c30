import CSP
import ESP
import Notation

extension LifeScript {
    /// Updates that are there for a server to approve (windows-csp.md 4.15).
    public struct Updates: Hashable, Sendable {
        /// From the beginning of the life to the end of its scan.
        public var scanSeconds: Int64
        /// The oldest first.
        public var items: [Update]
        public var rollbackSeconds: Int64
        /// Why a rollback fails; nil: it does not, where its conditions are met.
        public var rollbackError: HRESULT?

        public init(
            scanSeconds: Int64 = 120, items: [Update] = [], rollbackSeconds: Int64 = 300, rollbackError: HRESULT? = nil
        ) {
            self.scanSeconds = scanSeconds
            self.items = items
            self.rollbackSeconds = rollbackSeconds
            self.rollbackError = rollbackError
        }
    }

    /// How one update behaves.
    public struct Update: Hashable, Sendable {
        public var offer: UpdateInventory.Offer
        public var isFeatureUpdate = false
        public var downloadSeconds: Int64 = 60
        public var downloadError: HRESULT?
        public var installSeconds: Int64 = 300
        public var installError: HRESULT?
        /// What Status says of a failure; nil: nothing, for the reference does not have its values.
        public var failureStatus: Int?
        /// Whether it is installed only after a restart.
        public var restarts = false

        public init(offer: UpdateInventory.Offer) { self.offer = offer }
    }

    /// How an archive of diagnostic data ends (windows-csp.md 4.15).
    public struct Archive: Hashable, Sendable {
        public var seconds: Int64
        /// Of the whole, such as an upload that failed; nil for success.
        public var error: HRESULT?
        /// By the text of a directive.
        public var directiveErrors: [String: HRESULT]

        public init(seconds: Int64 = 60, error: HRESULT? = nil, directiveErrors: [String: HRESULT] = [:]) {
            self.seconds = seconds
            self.error = error
            self.directiveErrors = directiveErrors
        }
    }
}
