import HTTPExchange

/// What a run of the machine is for.
public enum EnrollmentPurpose: Hashable, Sendable {
    /// A first enrolment, or one anew.
    case enrolment
    /// A new certificate before the old one ends (enrollment.md 10.1). The transport has to show the old one in TLS.
    case renewal(Renewal)
    /// As an enrolment, with another RequestType (10.3). Only when the server allowed it: `DMClient/Provider/<id>/Recovery`
    /// says so, and whoever holds the tree looks there.
    case recovery

    /// The certificate that the device has, and how it came by it.
    public struct Renewal: Hashable, Sendable {
        /// `My/WSTEP/Renew/ServerURL`; nil: the discovery service is asked again.
        public var serverURL: ServiceAddress?
        /// EntDMID. It has to be set before a renewal, so there is none without.
        public var entDMID: String
        /// Began by hand: the PKCS#7 is encoded in Base64 once more, which ROBO does not do.
        public var isManual: Bool
        /// Redirects that the user accepted at the enrolment; others are refused.
        public var acceptedRedirects: [HTTPURL]

        public init(
            serverURL: ServiceAddress? = nil, entDMID: String, isManual: Bool = false,
            acceptedRedirects: [HTTPURL] = []
        ) {
            self.serverURL = serverURL
            self.entDMID = entDMID
            self.isManual = isManual
            self.acceptedRedirects = acceptedRedirects
        }
    }
}
