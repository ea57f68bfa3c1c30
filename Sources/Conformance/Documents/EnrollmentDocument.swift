import Enrollment

/// A document of the enrolment, told by its root: a SOAP message or a provisioning document.
public enum EnrollmentDocument: Sendable {
    case message(EnrollmentMessage)
    case provisioning(ProvisioningDocument)
    /// Neither could be read.
    case refused(EnrollmentFault, Form)

    public enum Form: Hashable, Sendable {
        case message, provisioning
    }

    /// - Returns: nil for a document of another kind. A message with the one mistake in XML that Windows was seen to
    ///   forgive is read, with a remark (enrollment.md 6.2).
    public init?(_ kind: DocumentKind, _ bytes: [UInt8]) {
        let form: Form
        switch kind {
        case .soap: form = .message
        case .provisioning: form = .provisioning
        case .message, .dataSynchronisation, .deviceDescription, .deviceInformation, .other, .refused: return nil
        }
        do throws(EnrollmentFault) {
            self =
                switch form {
                case .message: .message(try EnrollmentMessage(parsing: bytes, tolerance: .missingBlank))
                case .provisioning: .provisioning(try ProvisioningDocument(parsing: bytes))
                }
        } catch { self = .refused(error, form) }
    }

    public init?(_ bytes: [UInt8]) { self.init(DocumentKind(bytes), bytes) }

    var isReadable: Bool { if case .refused = self { false } else { true } }

    /// The message, when it is one that a device sends.
    var request: EnrollmentMessage? {
        if case .message(let message) = self, message.body.isRequest { message } else { nil }
    }

    var message: EnrollmentMessage? { if case .message(let message) = self { message } else { nil } }
}
