import XMLStream

extension ProvisioningDocument {
    /// Reads a document. Elements that are neither characteristic nor parm are passed over.
    ///
    /// - Parameter limits: of the XML parser; they keep the nesting in bounds.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .enrollment) throws(EnrollmentFault) {
        let tape: XMLTape
        do throws(XMLError) { tape = try XMLTape(parsing: bytes, limits: limits) } catch {
            throw EnrollmentFault(error)
        }
        var cursor = XMLCursor(tape)
        guard cursor.name.local == "wap-provisioningdoc" else {
            throw .wrongRoot(cursor.name.local, expected: "wap-provisioningdoc", at: cursor.position)
        }
        let version = cursor.given("version")
        self.init(version: version, characteristics: try Self.content(&cursor).characteristics)
        remarks.list = tape.remarks.map { EnrollmentRemark(.xml($0.code), at: $0.position) }
    }

    /// The children of the element that the cursor stands on; moves behind it.
    private static func content(
        _ cursor: inout XMLCursor
    ) throws(EnrollmentFault) -> (parms: [Parm], characteristics: [Characteristic]) {
        var parms: [Parm] = []
        var characteristics: [Characteristic] = []
        cursor.enter()
        while let child = cursor.nextChild() {
            let position = cursor.position
            switch cursor.tape.names[child].local {
            case "characteristic":
                guard let type = cursor.given("type") else {
                    throw .attributeMissing("type", of: "characteristic", at: position)
                }
                let content = try content(&cursor)
                characteristics.append(
                    Characteristic(
                        type, parms: content.parms, characteristics: content.characteristics, place: Place(position)))
            case "parm":
                guard let name = cursor.given("name") else {
                    throw .attributeMissing("name", of: "parm", at: position)
                }
                parms.append(
                    Parm(name, cursor.given("value"), datatype: cursor.given("datatype"), place: Place(position)))
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
