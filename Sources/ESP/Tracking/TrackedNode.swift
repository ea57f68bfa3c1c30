import Notation

/// The rule by which the page tells whether a node it tracks is finished (windows-csp.md 3.3.1, ESP-514 to ESP-516).
enum TrackedNode: Hashable {
    /// `EnterpriseDesktopAppManagement/MSI/{product}`: Status 70 is done, 30 and 60 are failures with LastError.
    case msi(base: String)
    /// `Office/Installation/{id}`: FinalStatus 70 is done, 60 is a failure.
    case office(base: String)
    /// `ClientCertificateInstall/SCEP/{id}`: Status 1 is done. Anything else never counts, unless U-17 has 16 fail with
    /// ErrorCode.
    case scep(base: String)
    /// `ClientCertificateInstall/PFXCertInstall/{id}`: Status 0 is done. Anything else never counts, unless U-17 has
    /// the Win32 error fail.
    case pfx(base: String)
    /// `EnrollmentStatusTracking/Setup/Apps/Tracking/{provider}/{app}`: 3 is done, 4 is a failure.
    case trackedApp(base: String)
    /// A Store or UWP package, or a network profile: done when the node exists.
    case existing(String)
    /// Any other node, above all a policy: done when it holds a value.
    case holdingValue(String)

    /// What the tree says of the node.
    enum Progress: Hashable {
        case done
        case pending
        /// The code is nil when the tree holds none.
        case failed(HRESULT?)
    }

    /// The rule for an entry of a list.
    init(entry: ExpectedEntry, of list: ExpectedList) {
        switch list {
        case .msiAppPackages, .scepCerts, .pfxCerts: self.init(uri: entry.uri)
        case .modernAppPackages, .networkProfiles: self = .existing(entry.uri)
        case .policies: self = .holdingValue(entry.uri)
        }
    }

    /// The rule for a node that a TrackingUri or a list of apps names.
    init(uri: String) {
        if let base = Self.base(of: uri, after: ["EnterpriseDesktopAppManagement", "MSI"]) {
            self = .msi(base: base)
        } else if let base = Self.base(of: uri, after: ["Office", "Installation"]) {
            self = .office(base: base)
        } else if let base = Self.base(of: uri, after: ["ClientCertificateInstall", "SCEP"]) {
            self = .scep(base: base)
        } else if let base = Self.base(of: uri, after: ["ClientCertificateInstall", "PFXCertInstall"]) {
            self = .pfx(base: base)
        } else if let base = Self.base(of: uri, after: Self.trackedApps, names: 2) {
            self = .trackedApp(base: base)
        } else if Self.base(of: uri, after: ["EnterpriseModernAppManagement"], names: 0) != nil {
            self = .existing(uri)
        } else {
            self = .holdingValue(uri)
        }
    }

    /// - Parameter earlyFailure: whether a certificate that failed says so at once (U-17).
    func progress(in tree: some TrackedTree, earlyFailure: Choices.EarlyFailure = .appsOnly) -> Progress {
        switch self {
        case .msi(let base):
            switch tree.int(base + "/Status") {
            case 70: .done
            case 30, 60: .failed(Self.error(at: base + "/LastError", in: tree))
            case nil, .some: .pending
            }
        case .office(let base):
            switch tree.int(base + "/FinalStatus") {
            case 70: .done
            case 60: .failed(nil)
            case nil, .some: .pending
            }
        case .scep(let base):
            switch (tree.int(base + "/Status"), earlyFailure) {
            case (1, _): .done
            case (16, .allLines): .failed(Self.error(at: base + "/ErrorCode", in: tree))
            case (nil, _), (.some, _): .pending
            }
        case .pfx(let base):
            switch (tree.int(base + "/Status"), earlyFailure) {
            case (0, _): .done
            case (let error?, .allLines): .failed(Int32(exactly: error).map { HRESULT(win32: $0) })
            case (nil, _), (.some, _): .pending
            }
        case .trackedApp(let base): Self.progress(ofAppState: tree.value(base + "/InstallationState"))
        case .existing(let uri): tree.exists(uri) ? .done : .pending
        case .holdingValue(let uri): tree.exists(uri) && tree.value(uri) != nil ? .done : .pending
        }
    }

    /// What the value of an app's InstallationState means.
    static func progress(ofAppState value: String?) -> Progress {
        switch value.flatMap({ Int(ListText.trimmed($0)) }) {
        case 3: .done
        case 4: .failed(nil)
        case nil, .some: .pending
        }
    }

    /// The HRESULT of a LastError node; 0 and what cannot be read are no code.
    static func error(at uri: String, in tree: some TrackedTree) -> HRESULT? {
        guard let code = tree.value(uri).flatMap(HRESULT.init(text:)), code.rawValue != 0 else { return nil }
        return code
    }

    private static let trackedApps = ["EnrollmentStatusTracking", "Setup", "Apps", "Tracking"]

    /// The LocURI up to the `names` segments that follow `path`, in the spelling given; nil when the path is another
    /// one.
    private static func base(of uri: String, after path: [String], names: Int = 1) -> String? {
        let segments = NodeURI.segments(uri)
        // The root is `Device/Vendor/MSFT` or `User/Vendor/MSFT`.
        let depth = 3 + path.count
        guard segments.count >= depth + names,
            zip(segments[3..<depth], path).allSatisfy({ $0.lowercased() == $1.lowercased() })
        else { return nil }
        return "./"
            + segments[..<(depth + names)].enumerated()
            .map { $0.offset < depth ? $0.element : PercentCoding.encode($0.element) }.joined(separator: "/")
    }
}
