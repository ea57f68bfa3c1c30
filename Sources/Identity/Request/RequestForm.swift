extension CertificateRequest {
    /// How a request looks: what Windows was observed to send, and the switches beside it (enrollment.md 2.1).
    public struct Form: Hashable, Sendable {
        public var subject: Subject
        public var text: Text
        public var signature: Signature
        /// Extended key usage clientAuth beside the DeviceID.
        public var hasExtendedKeyUsage: Bool

        public init(
            subject: Subject = .observed, text: Text = .printableNUL, signature: Signature = .sha256,
            hasExtendedKeyUsage: Bool = false
        ) {
            self.subject = subject
            self.text = text
            self.signature = signature
            self.hasExtendedKeyUsage = hasExtendedKeyUsage
        }

        /// `csr-subject`: what the common name is.
        public enum Subject: String, Hashable, Sendable, CaseIterable, Codable {
            /// `<first 30 characters of a GUID>!<DeviceID>`, 63 characters.
            case observed
            /// The user principal name; the DeviceID of a device that has none.
            case userPrincipalName = "upn"
            case deviceID = "deviceid"
        }

        /// `csr-string`: the type of the common name.
        public enum Text: String, Hashable, Sendable, CaseIterable, Codable {
            /// A PrintableString with NUL behind it, whatever characters it has.
            case printableNUL = "printable-nul"
            /// A PrintableString, whatever characters it has.
            case printable
            case utf8
        }

        /// `csr-hash`, and for SHA-1 under which identifier.
        public enum Signature: String, Hashable, Sendable, CaseIterable, Codable {
            /// SHA-1 as Windows 10 was seen to send it: 1.3.14.3.2.29.
            case sha1
            /// SHA-1 under sha1WithRSAEncryption.
            case sha1PKCS = "sha1-pkcs"
            case sha256, sha384, sha512

            /// What a policy's hash algorithm asks for (enrollment.md 6.2).
            public init(_ hash: SignatureHash) {
                switch hash {
                case .sha1: self = .sha1
                case .sha256: self = .sha256
                case .sha384: self = .sha384
                case .sha512: self = .sha512
                }
            }

            public var algorithm: SignatureAlgorithm {
                switch self {
                case .sha1: .oldSHA1WithRSA
                case .sha1PKCS: .rsa(.sha1)
                case .sha256: .rsa(.sha256)
                case .sha384: .rsa(.sha384)
                case .sha512: .rsa(.sha512)
                }
            }

            var hash: SignatureHash {
                switch self {
                case .sha1, .sha1PKCS: .sha1
                case .sha256: .sha256
                case .sha384: .sha384
                case .sha512: .sha512
                }
            }
        }

        /// CSR-A: Windows 10 build 19043.
        public static let windows19043 = Form(signature: .sha1)
        /// CSR-B: a later build.
        public static let windowsLater = Form(text: .utf8, hasExtendedKeyUsage: true)
        /// What no strict reader can object to: the DeviceID in a UTF8String, SHA-256, clientAuth.
        public static let clean = Form(subject: .deviceID, text: .utf8, hasExtendedKeyUsage: true)
    }

    /// Whom a request is for.
    public struct Requester: Hashable, Sendable {
        /// A GUID with dashes, in any case, fresh for each request.
        public var guid: String
        /// 32 upper-case hexadecimal digits (enrollment.md 2).
        public var deviceID: String
        public var userPrincipalName: String?

        public init(guid: String, deviceID: String, userPrincipalName: String? = nil) {
            self.guid = guid
            self.deviceID = deviceID
            self.userPrincipalName = userPrincipalName
        }
    }
}

extension CertificateRequest.Form {
    /// The subject of a request. The length of a principal name is not cut to the 64 characters of X.520.
    public func subject(of requester: CertificateRequest.Requester) -> DistinguishedName {
        let name =
            switch subject {
            case .observed: "\(requester.guid.uppercased().prefix(30))!\(requester.deviceID)"
            case .userPrincipalName: requester.userPrincipalName ?? requester.deviceID
            case .deviceID: requester.deviceID
            }
        return switch text {
        case .printableNUL: DistinguishedName(commonName: Array(name.utf8) + [0], form: .printable)
        case .printable: DistinguishedName(commonName: Array(name.utf8), form: .printable)
        case .utf8: DistinguishedName(commonName: Array(name.utf8), form: .utf8)
        }
    }
}
