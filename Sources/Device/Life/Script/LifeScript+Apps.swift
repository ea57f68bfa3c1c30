import CSP
import ESP
import Notation

extension LifeScript {
    /// How one MSI package behaves.
    public struct Package: Hashable, Sendable {
        /// One try. A retry after a failed installation does not download again, so it takes the rest of its try only.
        public struct Attempt: Hashable, Sendable {
            public var downloadSeconds: Int64
            /// Why the download fails; nil: it does not.
            public var downloadError: HRESULT?
            public var installSeconds: Int64
            /// The exit code of msiexec; 0 is success.
            public var exitCode: Int32

            public init(
                downloadSeconds: Int64 = 5, downloadError: HRESULT? = nil, installSeconds: Int64 = 20,
                exitCode: Int32 = 0
            ) {
                self.downloadSeconds = downloadSeconds
                self.downloadError = downloadError
                self.installSeconds = installSeconds
                self.exitCode = exitCode
            }
        }

        public var name: String
        /// With braces; nil: the product cannot be looked up by one.
        public var upgradeCode: String?
        /// In their order; the last one repeats.
        public var attempts: [Attempt]

        public init(name: String, upgradeCode: String? = nil, attempts: [Attempt] = [Attempt()]) {
            self.name = name
            self.upgradeCode = upgradeCode
            self.attempts = attempts
        }
    }

    /// How one Store or UWP app behaves.
    public struct ModernApp: Hashable, Sendable {
        public struct Attempt: Hashable, Sendable {
            public var seconds: Int64
            /// nil for success.
            public var error: HRESULT?

            public init(seconds: Int64 = 30, error: HRESULT? = nil) {
                self.seconds = seconds
                self.error = error
            }
        }

        public var name: String
        public var package: ModernPackage
        /// Where the inventory shows it; nil: AppStore for an app of the Store, nonStore for one that the server hosts.
        public var source: ModernAppInstall.Source?
        /// In their order; the last one repeats.
        public var attempts: [Attempt]

        public init(
            name: String, package: ModernPackage, source: ModernAppInstall.Source? = nil,
            attempts: [Attempt] = [Attempt()]
        ) {
            self.name = name
            self.package = package
            self.source = source
            self.attempts = attempts
        }
    }

    /// How one installation of Microsoft 365 Apps behaves.
    public struct Office: Hashable, Sendable {
        public struct Attempt: Hashable, Sendable {
            /// Of the deployment tool; the installation starts behind it.
            public var downloadSeconds: Int64
            public var installSeconds: Int64
            /// What Status says at the end (windows-csp.md 4.4); 0 is success.
            public var exitCode: Int32

            public init(downloadSeconds: Int64 = 10, installSeconds: Int64 = 120, exitCode: Int32 = 0) {
                self.downloadSeconds = downloadSeconds
                self.installSeconds = installSeconds
                self.exitCode = exitCode
            }
        }

        public var name: String
        /// In their order; the last one repeats.
        public var attempts: [Attempt]

        public init(name: String, attempts: [Attempt] = [Attempt()]) {
            self.name = name
            self.attempts = attempts
        }
    }
}

extension Array {
    /// The element at a position; behind the end the last one repeats.
    func repeatingLast(_ index: Int) -> Element? { isEmpty ? nil : self[Swift.min(Swift.max(0, index), count - 1)] }
}
