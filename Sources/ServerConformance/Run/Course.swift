import Enrollment
import EnrollmentClient
import Identity
import LiveDevice

/// What the normal run left: experiments begin from it.
public struct Course: Sendable {
    /// Why the enrolment did not end well; nil when it did.
    public var failure: EnrollmentFailure?
    /// The enrolled device.
    var device: BenchDevice?
    /// The request for a certificate; nil when the run did not come that far.
    var template: RequestTemplate?
    /// Why the sessions of the device did not end well; empty when they did.
    public var complaints: [String] = []

    /// True when nobody answered at all.
    public var isUnreached: Bool {
        switch failure?.code {
        case .notReachable, .certificateUntrusted, .certificateOutOfDate, .badTransfer: !hasAnswer
        default: false
        }
    }

    /// True when the server answered at least once.
    public var hasAnswer = false

    /// True when the server refused the user's credentials.
    public var isRefusedUser: Bool {
        guard let failure, failure.code == .serverFault else { return false }
        return failure.symbol == .deviceAuthenticationError || failure.symbol == .deviceAuthorizationError
    }

    /// Why an experiment with an enrolled device is not possible.
    var absence: String {
        failure.map { "the enrolment failed (\($0.message))" } ?? "the enrolment left no account to use"
    }
}
