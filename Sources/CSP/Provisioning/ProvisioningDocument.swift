import XMLStream

/// An OMA Client Provisioning document, as enrolment brings one: `wap-provisioningdoc` with nested `characteristic`
/// elements that hold `parm` elements (enrollment.md 8). Any number of characteristics may have the same type.
public struct ProvisioningDocument: Hashable, Sendable {
    public struct Characteristic: Hashable, Sendable {
        public var type: String
        public var parms: [Parm]
        public var characteristics: [Characteristic]
        public var place: Place

        /// The first parm of a name; names are compared with case.
        public func parm(_ name: String) -> Parm? { parms.first { $0.name == name } }

        /// The characteristics of a type, in document order; types are compared with case.
        public func characteristics(_ type: String) -> [Characteristic] { characteristics.filter { $0.type == type } }
    }

    public struct Parm: Hashable, Sendable {
        public var name: String
        /// nil without the attribute: a flag that says something by being there.
        public var value: String?
        /// `string`, `integer` or `boolean`; nil when it is not stated.
        public var datatype: String?
        public var place: Place
    }

    /// Line and column, from 1. All places are equal, so that a document compares by its content.
    public struct Place: Sendable, Hashable {
        public var position: XMLPosition

        public static func == (left: Place, right: Place) -> Bool { true }
        public func hash(into hasher: inout Hasher) {}
    }

    /// `version`; nil when it is not stated. 1.1 is right.
    public var version: String?
    public var characteristics: [Characteristic]

    /// The top-level characteristics of a type, in document order.
    public func characteristics(_ type: String) -> [Characteristic] { characteristics.filter { $0.type == type } }
}

extension ProvisioningDocument {
    /// Reads a document. Elements that are neither characteristic nor parm are passed over.
    ///
    /// - Parameter limits: of the XML parser; they keep the nesting in bounds.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .standard) throws(ProvisioningFault) {
        let tape: XMLTape
        do throws(XMLError) { tape = try XMLTape(parsing: bytes, limits: limits) } catch {
            throw ProvisioningFault(
                rule: "w7.malformed", position: error.position,
                message: "the document is not well-formed XML: \(error)",
                hint: "send a wap-provisioningdoc element", reference: "enrollment.md 8")
        }
        var cursor = XMLCursor(tape)
        guard cursor.name.local == "wap-provisioningdoc" else {
            throw ProvisioningFault(
                rule: "w7.malformed", position: cursor.position,
                message: "the root is \(cursor.name.local), not wap-provisioningdoc",
                hint: "send a wap-provisioningdoc element", reference: "enrollment.md 8")
        }
        version = cursor.given("version")
        characteristics = try Self.content(&cursor).characteristics
    }

    /// The children of the element that the cursor stands on; moves behind it.
    private static func content(
        _ cursor: inout XMLCursor
    ) throws(ProvisioningFault) -> (parms: [Parm], characteristics: [Characteristic]) {
        var parms: [Parm] = []
        var characteristics: [Characteristic] = []
        cursor.enter()
        while let child = cursor.nextChild() {
            let place = Place(position: cursor.position)
            switch cursor.tape.names[child].local {
            case "characteristic":
                guard let type = cursor.given("type") else { throw .attributeMissing("type", "characteristic", place) }
                let content = try content(&cursor)
                characteristics.append(
                    Characteristic(
                        type: type, parms: content.parms, characteristics: content.characteristics, place: place))
            case "parm":
                guard let name = cursor.given("name") else { throw .attributeMissing("name", "parm", place) }
                parms.append(
                    Parm(name: name, value: cursor.given("value"), datatype: cursor.given("datatype"), place: place))
                cursor.skipElement()
            default: cursor.skipElement()
            }
        }
        return (parms, characteristics)
    }
}

extension XMLCursor {
    /// The value of an attribute as written; nil when it is missing.
    fileprivate func given(_ name: String) -> String? { attributes.first { $0.name.local == name }?.value }
}

extension ProvisioningFault {
    fileprivate static func attributeMissing(
        _ attribute: String, _ element: String, _ place: ProvisioningDocument.Place
    ) -> ProvisioningFault {
        ProvisioningFault(
            rule: "w7.malformed", position: place.position, message: "a \(element) has no \(attribute)",
            hint: "give every \(element) its \(attribute)", reference: "enrollment.md 8")
    }
}
