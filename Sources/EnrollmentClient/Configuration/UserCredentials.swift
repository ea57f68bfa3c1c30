/// What the user, or the device, can prove himself with. The server chooses the way (enrollment.md 4.2, 5, 6.1).
public struct UserCredentials: Hashable, Sendable {
    /// What the user typed, usually his UPN: Username of a UsernameToken and `login_hint` of the browser leg.
    public var user: String
    /// Of OnPremise, and for the form of the browser leg. nil: not typed.
    public var password: Secret?
    /// `wresult` of a browser leg that happened elsewhere: the leg is skipped.
    public var federatedToken: Secret?
    /// The compact JWT of Entra, as text. With it AuthenticationServiceUrl is not looked at (11).
    public var entraToken: Secret?
    /// The certificate of certificate authentication, as DER; its key signs outside (`EnrollmentAction.sign`).
    public var certificate: [UInt8]?

    public init(
        user: String, password: Secret? = nil, federatedToken: Secret? = nil, entraToken: Secret? = nil,
        certificate: [UInt8]? = nil
    ) {
        self.user = user
        self.password = password
        self.federatedToken = federatedToken
        self.entraToken = entraToken
        self.certificate = certificate
    }
}
