/// What has to be on the wire before the rules of a requirement have anything to look at.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
    case enrolmentAnswer, discoverResponse, federatedPolicy, policies, token, fault, renewal, renewalRefusal
    case message, session, challenge, clientAlert, genericAlert, absentUser, command, atomic, exec, results
    case nextMessage, largeObject, chunkedResults, mac, wbxml, abort, respURI, serverCredentials, maxMsgSize

    /// Why nothing was seen, in one sentence.
    var absence: String {
        switch self {
        case .enrolmentAnswer: "the server answered no message of the enrolment"
        case .discoverResponse: "there was no DiscoverResponse"
        case .federatedPolicy: "the server did not choose Federated"
        case .policies: "there was no GetPoliciesResponse"
        case .token: "there was no RequestSecurityTokenResponse"
        case .fault: "the server sent no fault"
        case .renewal: "no renewal was answered"
        case .renewalRefusal: "no renewal was refused"
        case .message: "the server sent no SyncML message"
        case .session: "there was no session of device management"
        case .challenge: "the server asked for no credentials"
        case .clientAlert: "no alert of the client was answered"
        case .genericAlert: "no alert 1226 was answered"
        case .absentUser: "no session without the user was answered"
        case .command: "the server sent no command"
        case .atomic: "the server sent no Atomic"
        case .exec: "the server sent no Exec"
        case .results: "the client had no Results to send, because the server asked for none"
        case .nextMessage: "no package was split over messages"
        case .largeObject: "the server sent no object in chunks"
        case .chunkedResults: "the client sent no Results in chunks"
        case .mac: "the server did not ask for HMAC"
        case .wbxml: "the server sent no WBXML"
        case .abort: "no session was given up with Alert 1223"
        case .respURI: "the server sent no RespURI"
        case .serverCredentials: "the server sent no credentials of its own"
        case .maxMsgSize: "the client announced no MaxMsgSize"
        }
    }
}
