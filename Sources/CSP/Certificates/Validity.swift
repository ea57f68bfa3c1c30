import SwiftASN1

/// The first and last instants of a certificate (RFC 5280 section 4.1.2.5), each as a UTCTime, which knows the years
/// 1950 to 2049, or a GeneralizedTime.
struct Validity: DERParseable {
    let notBefore: GeneralizedTime
    let notAfter: GeneralizedTime

    init(derEncoded node: ASN1Node) throws {
        (notBefore, notAfter) = try DER.sequence(node, identifier: .sequence) { nodes in
            (try Self.time(nodes.next()), try Self.time(nodes.next()))
        }
    }

    private static func time(_ node: ASN1Node?) throws -> GeneralizedTime {
        guard let node else { throw ASN1Error.invalidASN1Object(reason: "the validity lacks an instant") }
        guard node.identifier == .utcTime else { return try GeneralizedTime(derEncoded: node) }
        let time = try UTCTime(derEncoded: node)
        return try GeneralizedTime(
            year: time.year, month: time.month, day: time.day, hours: time.hours, minutes: time.minutes,
            seconds: time.seconds, fractionalSeconds: 0)
    }
}
