import CSP
import Capture
import DDF

/// What a management server knows of a device that enrolled, apart from the exchanges with it.
public struct ServedDevice: Sendable {
    /// A node that the server remembers from an exchange that is not told any more.
    public struct Node: Hashable, Sendable {
        /// As the device wrote it.
        public var uri: String
        public var value: String

        public init(uri: String, value: String) {
            self.uri = uri
            self.value = value
        }
    }

    /// What the server calls it: the device's name, or its DeviceID.
    public var title: String
    public var name: String?
    /// OSVersion of the enrolment, such as `10.0.26100.4061`.
    public var osVersion: String?
    /// OSEdition of the enrolment: the number of the SKU.
    public var osEdition: String?
    /// ProviderID of the server.
    public var provider: String
    /// What t = 0 is.
    public var enrolledAt: CaptureTime
    public var nodes: [Node]
    /// Whether the server has no record any more of what came before the first exchange that is told.
    public var isToldInPart: Bool

    public init(
        title: String, name: String? = nil, osVersion: String? = nil, osEdition: String? = nil, provider: String,
        enrolledAt: CaptureTime, nodes: [Node] = [], isToldInPart: Bool = false
    ) {
        self.title = title
        self.name = name
        self.osVersion = osVersion
        self.osEdition = osEdition
        self.provider = provider
        self.enrolledAt = enrolledAt
        self.nodes = nodes
        self.isToldInPart = isToldInPart
    }
}

extension ServedDevice {
    var edition: WindowsEdition? {
        osEdition.flatMap { UInt16($0) }.flatMap { sku in WindowsEdition.allCases.first { $0.sku == sku } }
    }

    /// The Windows by whose descriptions its nodes are explained; the newest for a version that is none.
    var release: WindowsRelease {
        osVersion.flatMap { WindowsRelease($0, edition: edition ?? .enterprise) } ?? .standard
    }

    var shown: TimelineDevice {
        let named = osVersion.flatMap { WindowsRelease($0) }.flatMap { release in
            WindowsRelease.named.first { $0.build == release.build }
        }
        return TimelineDevice(
            name: name, windows: named?.name, build: osVersion, edition: edition?.rawValue, provider: provider)
    }
}
