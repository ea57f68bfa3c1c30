import XMLStream

/// An OMA Client Provisioning document, as enrolment brings one: `wap-provisioningdoc` with nested `characteristic`
/// elements that hold `parm` elements (enrollment.md 8). Any number of characteristics may have the same type.
public struct ProvisioningDocument: Hashable, Sendable {
    /// `version`; nil when it is not stated. 1.1 is right.
    public var version: String?
    public var characteristics: [Characteristic]
    /// What the XML parser tolerated. A document compares without them.
    public var remarks: EnrollmentMessage.Remarks

    public init(version: String? = "1.1", characteristics: [Characteristic]) {
        self.version = version
        self.characteristics = characteristics
        remarks = EnrollmentMessage.Remarks()
    }

    /// The top-level characteristics of a type, in document order.
    public func characteristics(_ type: String) -> [Characteristic] { characteristics.filter { $0.type == type } }
}

extension ProvisioningDocument {
    /// `characteristic`: a node with parms and further characteristics. The order of each kind is kept, and that between
    /// the two is not: a document is applied by types (enrollment.md 8.4).
    public struct Characteristic: Hashable, Sendable {
        public var type: String
        public var parms: [Parm]
        public var characteristics: [Characteristic]
        public var place: Place

        public init(
            _ type: String, parms: [Parm] = [], characteristics: [Characteristic] = [], place: Place = Place()
        ) {
            self.type = type
            self.parms = parms
            self.characteristics = characteristics
            self.place = place
        }

        /// The first parm of a name; names are compared with case.
        public func parm(_ name: String) -> Parm? { parms.first { $0.name == name } }

        /// The characteristics of a type, in document order; types are compared with case.
        public func characteristics(_ type: String) -> [Characteristic] { characteristics.filter { $0.type == type } }
    }

    /// `parm`: a leaf.
    public struct Parm: Hashable, Sendable {
        public var name: String
        /// nil without the attribute: a flag that says something by being there.
        public var value: String?
        /// `string`, `integer` or `boolean`; nil when it is not stated.
        public var datatype: String?
        public var place: Place

        public init(_ name: String, _ value: String? = nil, datatype: String? = nil, place: Place = Place()) {
            self.name = name
            self.value = value
            self.datatype = datatype
            self.place = place
        }
    }

    public typealias Place = Enrollment.Place
}

extension ProvisioningDocument.Parm: CustomStringConvertible {
    private static let secrets: Set<String> = ["AAUTHSECRET", "AAUTHDATA"]

    /// Without the secrets of an account.
    public var description: String {
        guard let value else { return name }
        return Self.secrets.contains(name.uppercased()) ? "\(name)=(secret)" : "\(name)=\(value)"
    }
}
