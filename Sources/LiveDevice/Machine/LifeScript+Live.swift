import CSP
import Device
import ESP
import Notation

extension LifeScript {
    /// What is left to say about a device that lives with a real server: the rest happens.
    public struct LiveCircumstances: Sendable {
        /// EnrollmentType Device: joined to Entra; Full: a user's work account (enrollment.md 11).
        public var isJoined: Bool
        /// The user who is signed in, by the name with which he enrolled; nil for nobody.
        public var user: String?
        /// His Entra token; nil for a user whom Entra does not know.
        public var userToken: String?
        /// The instant of the device's time zero, in seconds since 1970.
        public var epoch: Int64
        /// Random octets, drawn anew each time the device is played.
        public var nonceSeed: [UInt8]

        public init(
            isJoined: Bool, user: String?, userToken: String? = nil, epoch: Int64, nonceSeed: [UInt8]
        ) {
            self.isJoined = isJoined
            self.user = user
            self.userToken = userToken
            self.epoch = epoch
            self.nonceSeed = nonceSeed
        }
    }

    /// A device on its desktop, from the end of its enrolment on and without an end.
    public static func live(_ device: FreshDevice, _ circumstances: LiveCircumstances) -> LifeScript {
        var script = LifeScript(device: device)
        script.page.enrollment = circumstances.isJoined ? .groupPolicy : .workAccount
        script.isAutopilotDevice = false
        script.polls = true
        script.localTime = LocalTime(epochSeconds: circumstances.epoch)
        script.nonceSeed = circumstances.nonceSeed
        // A renewal takes what its exchanges take.
        script.renewal.seconds = 0
        // Longer than any clock runs, and far from where milliseconds end.
        script.horizon = .seconds(1000 * 365 * 86_400)
        script.users =
            circumstances.user.map { name in
                [User(sid: sid(circumstances), upn: name, token: circumstances.userToken, signIn: .at(.zero))]
            } ?? []
        return script
    }

    /// Users of Entra have SIDs of S-1-12-1, local ones of S-1-5-21; the numbers are invented.
    private static func sid(_ circumstances: LiveCircumstances) -> String {
        circumstances.isJoined ? User.standard.sid : "S-1-5-21-1000000001-1000000002-1000000003-1001"
    }
}
