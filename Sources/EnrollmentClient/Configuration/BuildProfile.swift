import Enrollment
import HTTPExchange

/// How a build of Windows enrols, as data: headers, versions, and which context items it sends in which order
/// (enrollment.md 3, 4, 4.3, 7.1).
public struct BuildProfile: Hashable, Sendable {
    public var build: Int
    /// RequestVersion of Discover: the highest that the client knows.
    public var requestVersion: String
    /// Of the GET that looks for the discovery service.
    public var probeHeaders: HTTPHeaders
    /// Of Discover, GetPolicies and RequestSecurityToken; Content-Length is the transport's.
    public var requestHeaders: HTTPHeaders
    /// Of the browser leg, which is another program's; no capture shows its own.
    public var browserHeaders: HTTPHeaders
    /// The context items of a request for a certificate, in order. One without a value on this device is left out.
    public var contextItems: [ContextItem.Name]
    /// Those of a renewal (10.1).
    public var renewalItems: [ContextItem.Name]
    /// What RequestVersion and attestation are in a request for a certificate.
    public var versionRule: VersionRule
    /// NotInOobe is false whatever is true, as 19043 was seen to send it from Settings.
    public var reportsOobeAlways: Bool
    /// How truth values are written.
    public var booleans: Booleans

    public enum Booleans: Hashable, Sendable {
        /// `true`, which is what the real client was seen to send.
        case lower
        /// `True`, as in samples.
        case capitalized

        func text(_ value: Bool) -> String {
            switch self {
            case .lower: value ? "true" : "false"
            case .capitalized: value ? "True" : "False"
            }
        }
    }

    /// What the version that the server advertises does to the request (4.3).
    public enum VersionRule: Hashable, Sendable {
        /// The client is older than the item.
        case none
        /// RequestVersion is what the server advertised; without it, the client's own.
        case advertised
        /// As on 26200: the rows by what was advertised; what is in no row goes as `advertised`, from 5.0 on, and as `other`
        /// below.
        case observed(rows: [String: Row], other: Row)

        /// One row of what was seen.
        public struct Row: Hashable, Sendable {
            public var requestVersion: String
            /// AIKPub and AIKAttestationClaim come first, when the device has any.
            public var sendsAIK: Bool
            /// AttestationStatus with the message, and the code.
            public var status: Status?

            public init(requestVersion: String, sendsAIK: Bool, status: Status?) {
                self.requestVersion = requestVersion
                self.sendsAIK = sendsAIK
                self.status = status
            }
        }

        /// `Status=<x>;AttestationErrorMsg=<y>` and its HRESULT.
        public struct Status: Hashable, Sendable {
            public var text: String
            public var hresult: String

            public init(text: String, hresult: String) {
                self.text = text
                self.hresult = hresult
            }
        }
    }

    public init(
        build: Int, requestVersion: String, probeHeaders: HTTPHeaders = Self.enrollClientProbe,
        requestHeaders: HTTPHeaders = Self.enrollClient, browserHeaders: HTTPHeaders = ["Accept": "text/html, */*"],
        contextItems: [ContextItem.Name], renewalItems: [ContextItem.Name] = Self.renewal,
        versionRule: VersionRule, reportsOobeAlways: Bool = false, booleans: Booleans = .lower
    ) {
        self.build = build
        self.requestVersion = requestVersion
        self.probeHeaders = probeHeaders
        self.requestHeaders = requestHeaders
        self.browserHeaders = browserHeaders
        self.contextItems = contextItems
        self.renewalItems = renewalItems
        self.versionRule = versionRule
        self.reportsOobeAlways = reportsOobeAlways
        self.booleans = booleans
    }

    /// As captured (3).
    public static let enrollClientProbe: HTTPHeaders = [
        "User-Agent": "ENROLLClient", "Cache-Control": "no-cache", "Pragma": "no-cache", "Accept-Encoding": "gzip",
    ]

    /// As captured (4).
    public static let enrollClient: HTTPHeaders = [
        "Content-Type": "application/soap+xml; charset=utf-8", "User-Agent": "ENROLLClient",
    ]

    /// At least the first two, and the others (10.1).
    public static let renewal: [ContextItem.Name] = [
        .deviceType, .applicationVersion, .osEdition, .osVersion, .deviceName, .enrollmentType, .deviceID, .locale,
        .hardwareDeviceID,
    ]
}
