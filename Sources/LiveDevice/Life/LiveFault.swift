import DeviceFile
import EnrollmentClient
import Identity
import Transport

/// Why a live device could not do what it was asked for: one type for whoever shows it.
public enum LiveFault: Error, Sendable {
    /// The server refused, broke the protocol or was not reached.
    case enrollment(EnrollmentFailure)
    case file(DeviceFileFault)
    /// A key, certificate or root of the user or of the file.
    case identity(IdentityFault)
    case key(KeyFault)
    case transport(TransportSetupFault)
    /// The device file names a Windows, profile or scenario that this Espalier does not know.
    case unknownMachine(String)
    /// The device is not enrolled.
    case notEnrolled
}

extension LiveFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .enrollment(let failure): "\(failure)"
        case .file(let fault): "\(fault)"
        case .identity(let fault): "\(fault)"
        case .key(let fault): "\(fault)"
        case .transport(let fault): "\(fault)"
        case .unknownMachine(let what): what
        case .notEnrolled: "the device is not enrolled"
        }
    }

    /// What to do, or empty.
    public var hint: String {
        switch self {
        case .enrollment(let failure): failure.hint
        case .file(let fault): fault.hint
        case .identity(let fault): fault.hint
        case .key(let fault): fault.hint
        case .transport(let fault): fault.hint
        case .unknownMachine: "use the Espalier that made the file"
        case .notEnrolled: "espalier enroll enrols it"
        }
    }
}
