import SwiftASN1

/// The object identifiers that requests, certificates and signed messages of an enrolment carry.
enum ObjectIdentifiers {
    static let rsaEncryption: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 1]
    static let ecPublicKey: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 2, 1]

    static let commonName: ASN1ObjectIdentifier = [2, 5, 4, 3]

    static let extensionRequest: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 14]
    /// The DeviceID and NUL, in every request of Windows (enrollment.md 2.1).
    static let deviceID: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 311, 66, 1, 0]

    static let subjectKeyIdentifier: ASN1ObjectIdentifier = [2, 5, 29, 14]
    static let basicConstraints: ASN1ObjectIdentifier = [2, 5, 29, 19]
    static let extendedKeyUsage: ASN1ObjectIdentifier = [2, 5, 29, 37]
    static let clientAuthentication: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 3, 2]
    static let serverAuthentication: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 3, 1]
    static let anyUsage: ASN1ObjectIdentifier = [2, 5, 29, 37, 0]

    static let data: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 1]
    static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
    static let contentType: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 3]
    static let messageDigest: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 4]
    static let signingTime: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 5]
    /// signingCertificateV2 of RFC 5035.
    static let signingCertificate: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 47]
}
