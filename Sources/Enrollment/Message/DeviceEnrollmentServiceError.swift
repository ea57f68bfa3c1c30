import Notation
import XMLStream

/// The detail of a fault (enrollment.md 9.1): says more than the subcode, and wins over it.
public struct DeviceEnrollmentServiceError: Hashable, Sendable {
    public var errorType: TextElement?
    public var message: TextElement?
    public var traceID: TextElement?
    public var place: Place

    public init(
        errorType: TextElement? = nil, message: TextElement? = nil, traceID: TextElement? = nil, place: Place = Place()
    ) {
        self.errorType = errorType
        self.message = message
        self.traceID = traceID
        self.place = place
    }

    /// The values of ErrorType.
    public enum ErrorType: String, Hashable, Sendable, CaseIterable {
        case deviceCapReached = "DeviceCapReached"
        case deviceNotSupported = "DeviceNotSupported"
        case notSupported = "NotSupported"
        case notEligibleToRenew = "NotEligibleToRenew"
        case inMaintenance = "InMaintenance"
        case userLicense = "UserLicense"
        case invalidEnrollmentData = "InvalidEnrollmentData"
        /// Shows Reason/Text, from Windows 10 20H2 on.
        case customServerError = "CustomServerError"

        /// The case of letters is not looked at.
        public init?(_ name: String) {
            guard let type = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
                return nil
            }
            self = type
        }

        public var hresult: HRESULT {
            switch self {
            case .deviceCapReached: HRESULT(0x8018_0013)
            case .deviceNotSupported: HRESULT(0x8018_0014)
            case .notSupported: HRESULT(0x8018_0015)
            case .notEligibleToRenew: HRESULT(0x8018_0016)
            case .inMaintenance: HRESULT(0x8018_0017)
            case .userLicense: HRESULT(0x8018_0018)
            case .invalidEnrollmentData: HRESULT(0x8018_0019)
            case .customServerError: HRESULT(0x8018_0032)
            }
        }
    }

    public var error: ErrorType? { errorType.flatMap { ErrorType($0.value) } }
}

extension DeviceEnrollmentServiceError {
    init(_ element: Element) {
        self.init(
            errorType: element.text("ErrorType"), message: element.text("Message"), traceID: element.text("TraceId"),
            place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("DeviceEnrollmentServiceError", namespace: Namespace.enrollment)
        writer.leaf("ErrorType", errorType)
        writer.leaf("Message", message)
        writer.leaf("TraceId", traceID)
        writer.end("DeviceEnrollmentServiceError")
    }
}
