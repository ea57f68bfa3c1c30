import DMTree
import Notation

/// How a SCEP enrolment goes on while the certification authority answers "pending" (windows-csp.md 4.3): the client
/// asks again after RetryDelay minutes, RetryCount times at most.
///
/// Pure: it knows neither clock nor tree. Both values are those that stood when Enroll was accepted.
public struct SCEPCourse: Hashable, Sendable, Codable {
    /// What the authority answers.
    public enum Answer: Hashable, Sendable {
        case issued
        case pending
        case refused(HRESULT)
    }

    /// What is to be done.
    public enum Action: Hashable, Sendable {
        case succeed
        /// Ask again after so many minutes; Status stays 2.
        case wait(minutes: Int)
        case fail(HRESULT)
    }

    /// What ErrorCode says when the authority never decides: a time-out, by our choice.
    public static let undecided = HRESULT(rawValue: 0x8007_05B4)

    private var retriesLeft: Int
    private let retryDelay: Int

    /// - Parameter certificate: `…/ClientCertificateInstall/SCEP/{UniqueID}`.
    public init(certificate: TreeURI, in tree: DeviceTree) {
        let install = certificate.child("Install")
        func number(_ leaf: String) -> Int? { tree.storedValue(install.child(leaf)).flatMap { Int($0) } }
        self.init(retryCount: number("RetryCount") ?? 3, retryDelay: number("RetryDelay") ?? 5)
    }

    /// The prose has a minimum delay of one minute, the description none: a delay of 0 waits one minute.
    public init(retryCount: Int, retryDelay: Int) {
        retriesLeft = min(max(0, retryCount), 30)
        self.retryDelay = max(1, retryDelay)
    }

    public mutating func handle(_ answer: Answer) -> Action {
        switch answer {
        case .issued: return .succeed
        case .refused(let error): return .fail(error)
        case .pending:
            guard retriesLeft > 0 else { return .fail(Self.undecided) }
            retriesLeft -= 1
            return .wait(minutes: retryDelay)
        }
    }
}
