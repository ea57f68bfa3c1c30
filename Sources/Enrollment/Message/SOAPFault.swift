import Notation
import XMLStream

/// A SOAP fault with the detail of MS-MDE2 (enrollment.md 9.1). HTTP may carry it with status 200 or 500.
public struct SOAPFault: Hashable, Sendable {
    /// Code/Value, such as `s:Receiver`, or the `faultcode` of SOAP 1.1.
    public var code: TextElement?
    /// The values of Subcode, the outermost first; most faults have one.
    public var subcodes: [TextElement]
    public var reasons: [Reason]
    public var node: TextElement?
    public var role: TextElement?
    public var detail: DeviceEnrollmentServiceError?
    public var place: Place

    /// Reason/Text in one language.
    public struct Reason: Hashable, Sendable {
        public var text: String
        /// `xml:lang`.
        public var language: String?

        public init(_ text: String, language: String? = nil) {
            self.text = text
            self.language = language
        }
    }

    public init(
        code: TextElement? = nil, subcodes: [TextElement] = [], reasons: [Reason] = [], node: TextElement? = nil,
        role: TextElement? = nil, detail: DeviceEnrollmentServiceError? = nil, place: Place = Place()
    ) {
        self.code = code
        self.subcodes = subcodes
        self.reasons = reasons
        self.node = node
        self.role = role
        self.detail = detail
        self.place = place
    }

    /// The kinds of fault that a subcode names.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case messageFormat = "MessageFormat"
        case authentication = "Authentication"
        case authorization = "Authorization"
        case certificateRequest = "CertificateRequest"
        case enrollmentServer = "EnrollmentServer"
        case internalServiceFault = "InternalServiceFault"
        case invalidSecurity = "InvalidSecurity"

        /// From a qualified name; the case of letters is not looked at.
        public init?(_ name: String) {
            let local = name.split(separator: ":").last.map { $0.lowercased() }
            guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == local }) else { return nil }
            self = kind
        }

        public var hresult: HRESULT {
            switch self {
            case .messageFormat: HRESULT(0x8018_0001)
            case .authentication: HRESULT(0x8018_0002)
            case .authorization: HRESULT(0x8018_0003)
            case .certificateRequest: HRESULT(0x8018_0004)
            case .enrollmentServer: HRESULT(0x8018_0005)
            case .internalServiceFault: HRESULT(0x8018_0006)
            case .invalidSecurity: HRESULT(0x8018_0007)
            }
        }
    }

    /// The first subcode that is in the list.
    public var kind: Kind? { subcodes.lazy.compactMap { Kind($0.value) }.first }

    /// What Windows shows: the detail's ErrorType where it is known, else the subcode, else 0x80180008.
    public var hresult: HRESULT { detail?.error?.hresult ?? kind?.hresult ?? HRESULT(0x8018_0008) }
}

extension SOAPFault {
    init(_ element: Element) {
        var subcodes: [TextElement] = []
        var next = element["Code"]?["Subcode"]
        while let subcode = next {
            if let value = subcode.text("Value") { subcodes.append(value) }
            next = subcode["Subcode"]
        }
        let detail = element["Detail"]?["DeviceEnrollmentServiceError"]
        self.init(
            code: element["Code"]?.text("Value") ?? element.text("faultcode"), subcodes: subcodes,
            reasons: (element["Reason"]?.all("Text") ?? element.all("faultstring")).map {
                Reason($0.trimmedText, language: $0.attribute("lang"))
            },
            node: element.text("Node"), role: element.text("Role"),
            detail: detail.map { DeviceEnrollmentServiceError($0) }, place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("s:Fault")
        if code != nil || !subcodes.isEmpty {
            writer.start("s:Code")
            writer.leaf("s:Value", code)
            for subcode in subcodes {
                writer.start("s:Subcode")
                writer.leaf("s:Value", subcode)
            }
            for _ in subcodes { writer.end("s:Subcode") }
            writer.end("s:Code")
        }
        if !reasons.isEmpty {
            writer.start("s:Reason")
            for reason in reasons {
                writer.start("s:Text")
                if let language = reason.language { writer.attribute("xml:lang", language) }
                writer.text(reason.text)
                writer.end("s:Text")
            }
            writer.end("s:Reason")
        }
        writer.leaf("s:Node", node)
        writer.leaf("s:Role", role)
        if let detail {
            writer.start("s:Detail")
            detail.write(&writer)
            writer.end("s:Detail")
        }
        writer.end("s:Fault")
    }
}
