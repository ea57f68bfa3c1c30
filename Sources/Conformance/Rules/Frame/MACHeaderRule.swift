import DMSession
import SyncML

extension Rule {
    static let macHeader = Rule(
        "authentication.mac-header", .error, "A malformed x-syncml-hmac header.", requirements: ["DM-MAC-01"],
        reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let value = linted.record?.header(MACHeader.name) else { return [] }
            do throws(MACHeader.Fault) {
                _ = try MACHeader(parsing: value)
                return []
            } catch {
                return [
                    Breach(
                        at: linted.message.header?.origin ?? .none,
                        "the x-syncml-hmac header is malformed: \(error.sentence)",
                        hint: "write algorithm=MD5, username=\"…\", mac=…")
                ]
            }
        })
}

extension MACHeader.Fault {
    fileprivate var sentence: String {
        switch self {
        case .syntax(let offset): "unexpected text at offset \(offset)"
        case .openQuote(let offset): "the quoted-string at offset \(offset) has no end"
        case .repeated(let name): "\(name) stands twice"
        case .usernameMissing: "username is missing"
        case .macMissing: "mac is missing"
        case .algorithm(let name): "the algorithm \"\(name)\" is not MD5"
        }
    }
}
