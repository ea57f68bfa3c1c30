extension DeviceFacts {
    /// A network card as DeviceStatus and DevDetail show it (windows-csp.md 4.8, 4.9).
    public struct NetworkAdapter: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case unknown, wired, wireless

            /// `NetworkIdentifiers/{MacAddress}/Type`.
            public var code: Int {
                switch self {
                case .unknown: 0
                case .wired: 1
                case .wireless: 2
                }
            }
        }

        /// Twelve hexadecimal digits without separators; the name of the instance.
        public var macAddress: String
        public var kind: Kind
        public var isConnected: Bool
        public var ipv4: String?
        public var ipv6: String?
        public var subnetMask: String?
        public var dnsSuffix: String?

        public init(
            macAddress: String, kind: Kind, isConnected: Bool = true, ipv4: String? = nil, ipv6: String? = nil,
            subnetMask: String? = nil, dnsSuffix: String? = nil
        ) {
            self.macAddress = macAddress
            self.kind = kind
            self.isConnected = isConnected
            self.ipv4 = ipv4
            self.ipv6 = ipv6
            self.subnetMask = subnetMask
            self.dnsSuffix = dnsSuffix
        }

        /// Addresses that are kept for documentation (RFC 5737, RFC 3849, RFC 7042).
        static let wired = NetworkAdapter(
            macAddress: "00005E005301", kind: .wired, ipv4: "192.0.2.21", ipv6: "2001:db8::21",
            subnetMask: "255.255.255.0", dnsSuffix: "example.test")
        static let wireless = NetworkAdapter(
            macAddress: "02005E100001", kind: .wireless, ipv4: "192.0.2.22", ipv6: "2001:db8::22",
            subnetMask: "255.255.255.0", dnsSuffix: "example.test")
    }

    /// The active Wi-Fi connection; nil without one.
    public var activeWireless: NetworkAdapter? { networkAdapters.first { $0.kind == .wireless && $0.isConnected } }

    /// A cellular modem with its identities, one for each SIM.
    public struct Cellular: Hashable, Sendable {
        public struct Identity: Hashable, Sendable {
            /// The name of the instance: 15 digits.
            public var imei: String
            public var imsi: String
            public var iccid: String
            public var phoneNumber: String
            public var commercializationOperator: String?
            public var isRoaming: Bool
            public var isRoamingCompliant: Bool

            public init(
                imei: String, imsi: String = "", iccid: String = "", phoneNumber: String = "",
                commercializationOperator: String? = nil, isRoaming: Bool = false, isRoamingCompliant: Bool = true
            ) {
                self.imei = imei
                self.imsi = imsi
                self.iccid = iccid
                self.phoneNumber = phoneNumber
                self.commercializationOperator = commercializationOperator
                self.isRoaming = isRoaming
                self.isRoamingCompliant = isRoamingCompliant
            }
        }

        /// Version of the radio's software; nil: unknown.
        public var radioVersion: String?
        /// nil on a network without VoLTE.
        public var isVoLTEOn: Bool?
        /// The first is the adapter whose ICCID and IMSI DevInfo and DevDetail show.
        public var identities: [Identity]

        public init(radioVersion: String? = nil, isVoLTEOn: Bool? = nil, identities: [Identity]) {
            self.radioVersion = radioVersion
            self.isVoLTEOn = isVoLTEOn
            self.identities = identities
        }
    }
}
