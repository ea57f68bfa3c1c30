extension DeviceFacts {
    /// What DeviceStatus says of the device's protection; the numbers are those of windows-csp.md 4.9 and of the
    /// description.
    public struct Security: Hashable, Sendable {
        public var isSecuredCore = false
        public var secureBoot = SecureBoot.on
        /// Whether the system drive is encrypted.
        public var isEncrypted = false
        /// nil without a TPM.
        public var tpm: TPM? = TPM()
        public var antivirus = Antivirus()
        public var antispyware = Antispyware()
        public var firewall = Protection.on
        /// `UAC/Status`, whose values no document lists.
        public var uac = 0
        public var deviceGuard = DeviceGuard()
        public var hasBootDMAProtection = false
        /// The XML that `CertAttestation/MDMClientCertAttestation` gives; nil: none.
        public var certificateAttestation: String?

        public init() {}
    }

    public enum SecureBoot: String, Hashable, Sendable, CaseIterable {
        case unsupported, on, off

        public var code: Int {
            switch self {
            case .unsupported: 0
            case .on: 1
            case .off: 2
            }
        }
    }

    /// The values are those of a virtual TPM.
    public struct TPM: Hashable, Sendable {
        public var specificationVersion = "2.0"
        /// The four letters as a number.
        public var manufacturerID = "1297303124"
        public var manufacturer = "MSFT"
        public var manufacturerVersion = "1.0"

        public init() {}
    }

    /// Antivirus and firewall.
    public enum Protection: String, Hashable, Sendable, CaseIterable {
        case on, disabled, partlyOff, paused, notApplicable

        public var code: Int {
            switch self {
            case .on: 0
            case .disabled: 1
            case .partlyOff: 2
            case .paused: 3
            case .notApplicable: 4
            }
        }
    }

    public enum Signatures: String, Hashable, Sendable, CaseIterable {
        case outdated, current, notApplicable

        public var code: Int {
            switch self {
            case .outdated: 0
            case .current: 1
            case .notApplicable: 2
            }
        }
    }

    public struct Antivirus: Hashable, Sendable {
        public var signatures = Signatures.current
        public var status = Protection.on

        public init() {}
    }

    public struct Antispyware: Hashable, Sendable {
        public enum Status: String, Hashable, Sendable, CaseIterable {
            case good, notMonitored, poor, paused

            public var code: Int {
                switch self {
                case .good: 0
                case .notMonitored: 1
                case .poor: 2
                case .paused: 3
                }
            }
        }

        public var signatures = Signatures.current
        public var status = Status.good

        public init() {}
    }

    public struct DeviceGuard: Hashable, Sendable {
        /// What the hardware lacks; the bits of VirtualizationBasedSecurityHwReq.
        public enum Requirement: String, Hashable, Sendable, CaseIterable {
            case secureBoot, dmaProtection, guestVM, hyperV

            public var bit: Int {
                switch self {
                case .secureBoot: 1
                case .dmaProtection: 2
                case .guestVM: 4
                case .hyperV: 8
                }
            }
        }

        public enum VirtualizationBasedSecurity: String, Hashable, Sendable, CaseIterable {
            case running, restartRequired, needs64Bit, notLicensed, notConfigured, unsupportedHardware, other

            public var code: Int {
                switch self {
                case .running: 0
                case .restartRequired: 1
                case .needs64Bit: 2
                case .notLicensed: 3
                case .notConfigured: 4
                case .unsupportedHardware: 5
                case .other: 42
                }
            }
        }

        public enum CredentialGuard: String, Hashable, Sendable, CaseIterable {
            case running, restartRequired, notLicensed, notConfigured, vbsNotRunning

            public var code: Int {
                switch self {
                case .running: 0
                case .restartRequired: 1
                case .notLicensed: 2
                case .notConfigured: 3
                case .vbsNotRunning: 4
                }
            }
        }

        public enum CodeIntegrity: String, Hashable, Sendable, CaseIterable {
            case running, restartRequired, notConfigured, vbsNotRunning

            public var code: Int {
                switch self {
                case .running: 0
                case .restartRequired: 1
                case .notConfigured: 2
                case .vbsNotRunning: 3
                }
            }
        }

        public enum SystemGuard: String, Hashable, Sendable, CaseIterable {
            case running, restartRequired, notConfigured, unsupportedHardware

            public var code: Int {
                switch self {
                case .running: 0
                case .restartRequired: 1
                case .notConfigured: 2
                case .unsupportedHardware: 3
                }
            }
        }

        public var missing: Set<Requirement> = []
        public var virtualizationBasedSecurity = VirtualizationBasedSecurity.notConfigured
        public var credentialGuard = CredentialGuard.notConfigured
        public var codeIntegrity = CodeIntegrity.notConfigured
        public var systemGuard = SystemGuard.notConfigured

        public init() {}
    }
}
