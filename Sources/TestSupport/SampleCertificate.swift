/// Certificates made for the samples, with keys that were thrown away: an own root, and what it issued for one request.
public enum SampleCertificate {
    /// The root, CN=Orchard Root CA, ten years.
    public static let root = SampleCertificate.Node(
        "41D54B6951F066A401649D6E6A43D1BF0F37B367",
        """
        MIIBijCCAS+gAwIBAgIUL5fBN3ayfWr6uUURNH8JjKCnW6cwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPT3JjaGFyZCBSb290IENB\
        MB4XDTI2MTEyNzE2NDE1OVoXDTM2MTEyNDE2NDE1OVowGjEYMBYGA1UEAwwPT3JjaGFyZCBSb290IENBMFkwEwYHKoZIzj0CAQYI\
        KoZIzj0DAQcDQgAEjxCijnlPxIJH14ZuoNCeBVA6WbVtuoqdBQWf0+k93UpZ5XSgWdWygmCcRUgZuC7hb9mQmRgGLHyN3c4PV4WE\
        56NTMFEwHQYDVR0OBBYEFNhRq9nqFh9V2KLiBwEYcevc1lAVMB8GA1UdIwQYMBaAFNhRq9nqFh9V2KLiBwEYcevc1lAVMA8GA1Ud\
        EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAJ54WJyC43fAvqeiE/pLN7nyAaV/Gg4wuVMUGVrgtLR1AiEA+c7HKzeNQL0M\
        0V+/A4eshqDpmQ+0F10lC3Yh15oJTbY=
        """)
    /// Issued for `request`, one year, client authentication.
    public static let device = SampleCertificate.Node(
        "1B1E1368AB17480B254F799A16B4312BDECAA4DF",
        """
        MIIBdDCCARmgAwIBAgIBAjAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9PcmNoYXJkIFJvb3QgQ0EwHhcNMjYxMTI3MTY0MjAwWhcN\
        MjcxMTI3MTY0MjAwWjATMREwDwYDVQQDDAg1QTBDNzFFOTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEIe8mayyS9XW/aMZPzu\
        zGqOvzztAQXGG9OuBKIWieTe7jhhMdK07hpc7oSZz4kqzeXpJ6Ixf3dDgUgi/cn9O6+jVzBVMBMGA1UdJQQMMAoGCCsGAQUFBwMC\
        MB0GA1UdDgQWBBS3x1yi87lWtLCyu5IhgUmbJwrCDDAfBgNVHSMEGDAWgBTYUavZ6hYfVdii4gcBGHHr3NZQFTAKBggqhkjOPQQD\
        AgNJADBGAiEA0x+XSsgD7gkEf7AXlSmJOOlAq/yjCGXVywAS8dwEaJcCIQDI3BnjCUmMmuFkDGfupLyLSxT5ygEsYovvluHnXNHb\
        Jg==
        """)
    /// The same for 30 days.
    public static let shortLived = SampleCertificate.Node(
        "B9728B1C59C8283B9D9BA7B1CE5B06A8B8D03F13",
        """
        MIIBczCCARmgAwIBAgIBAzAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9PcmNoYXJkIFJvb3QgQ0EwHhcNMjYxMTI3MTY0MjAwWhcN\
        MjYxMjI3MTY0MjAwWjATMREwDwYDVQQDDAg1QTBDNzFFOTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEIe8mayyS9XW/aMZPzu\
        zGqOvzztAQXGG9OuBKIWieTe7jhhMdK07hpc7oSZz4kqzeXpJ6Ixf3dDgUgi/cn9O6+jVzBVMBMGA1UdJQQMMAoGCCsGAQUFBwMC\
        MB0GA1UdDgQWBBS3x1yi87lWtLCyu5IhgUmbJwrCDDAfBgNVHSMEGDAWgBTYUavZ6hYfVdii4gcBGHHr3NZQFTAKBggqhkjOPQQD\
        AgNIADBFAiEA+Q1NquYEVThKzCpzdElxAOAwsbdXQoLTkGApE4jjQlECIH7Emr3RniKERPqM3R1FSRkwhIkteCkCYpgs2VmnUUaw
        """)
    /// The same for one year, for servers only.
    public static let forServers = SampleCertificate.Node(
        "DF6797CB3524C05380BC198BA0CA1213C5AD9BA7",
        """
        MIIBdDCCARmgAwIBAgIBBDAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9PcmNoYXJkIFJvb3QgQ0EwHhcNMjYxMTI3MTY0MjAwWhcN\
        MjcxMTI3MTY0MjAwWjATMREwDwYDVQQDDAg1QTBDNzFFOTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEIe8mayyS9XW/aMZPzu\
        zGqOvzztAQXGG9OuBKIWieTe7jhhMdK07hpc7oSZz4kqzeXpJ6Ixf3dDgUgi/cn9O6+jVzBVMBMGA1UdJQQMMAoGCCsGAQUFBwMB\
        MB0GA1UdDgQWBBS3x1yi87lWtLCyu5IhgUmbJwrCDDAfBgNVHSMEGDAWgBTYUavZ6hYfVdii4gcBGHHr3NZQFTAKBggqhkjOPQQD\
        AgNJADBGAiEAiEB+DBkDatkwY10rVM0Af1HHqPitwMJ8XLUNR3AnLkUCIQDCsxS4A7StYV6QUKOQYUMIuP+pwW/MTcBSAQaYM2aS\
        xw==
        """)
    /// The PKCS#10 of the device.
    public static let request = """
        MIHOMHUCAQAwEzERMA8GA1UEAwwINUEwQzcxRTkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARCHvJmsskvV1v2jGT87sxqjr88\
        7QEFxhvTrgSiFonk3u44YTHStO4aXO6Emc+JKs3l6SeiMX93Q4FIIv3J/TuvoAAwCgYIKoZIzj0EAwIDSQAwRgIhAOKvgxvm140l\
        mKWTmGgCSEkbVFzhd3WE54aoASZLaj6QAiEAp9dpbhluiskwMUfmRYCvIM3eKOromzZPhsOY6Z9Di7k=
        """

    public struct Node: Sendable {
        public let thumbprint: String
        public let base64: String

        public init(_ thumbprint: String, _ base64: String) {
            self.thumbprint = thumbprint
            self.base64 = base64
        }

        /// The node of a provisioning document.
        public var characteristic: String {
            "<characteristic type=\"\(thumbprint)\"><parm name=\"EncodedCertificate\" value=\"\(base64)\"/></characteristic>"
        }
    }
}
