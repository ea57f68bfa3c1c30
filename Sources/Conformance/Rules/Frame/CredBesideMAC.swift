import DMSession
import SyncML

extension Rule {
    static let credBesideMAC = Rule(
        "authentication.cred-beside-mac", .error, "A Cred in a message that has the header x-syncml-hmac.",
        requirements: ["DM-MAC-03"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let header = linted.message.header, header.cred != nil,
                linted.record?.header(MACHeader.name) != nil
            else { return [] }
            return [
                Breach(
                    at: header.origin, "the message has an x-syncml-hmac header and a Cred; with MAC there is none",
                    hint: "leave the Cred out")
            ]
        })
}
