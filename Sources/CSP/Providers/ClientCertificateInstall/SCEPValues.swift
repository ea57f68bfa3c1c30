import DMTree
import Notation

/// What the values of a SCEP request look like (windows-csp.md 4.3). The descriptions list no allowed values for them,
/// so Windows stores whatever comes; what no authority can work with is told.
enum SCEPValues {
    static func advice(on change: Change) -> [Advice] {
        guard change.node.key(2) == "install", let leaf = change.node.key(3), let value = change.value else {
            return []
        }
        let fault: (message: String, hint: String)?
        switch leaf {
        case "challenge":
            let isMissing = Base64.decode(value)?.isEmpty ?? true
            fault = isMissing ? ("the Challenge is not Base64", "encode the challenge in Base64") : nil
        case "cathumbprint":
            fault =
                StoredCertificate.isThumbprint(value)
                ? nil
                : (
                    "CAThumbprint is no SHA-1 of a certificate, so no authority can match it",
                    "send the forty hexadecimal digits of the authority's certificate"
                )
        case "ekumapping":
            let wrong = items(of: value).first { !isObjectIdentifier($0) }
            fault = wrong.map {
                ("EKUMapping has the item \"\($0)\", which is no object identifier", "join object identifiers by +")
            }
        case "hashalgorithm":
            let wrong = items(of: value).first { !families.contains($0.uppercased()) }
            fault = wrong.map {
                (
                    "HashAlgorithm has the item \"\($0)\", which is no family of algorithms",
                    "join SHA-1, SHA-2, SHA-3 by +"
                )
            }
        case "subjectalternativenames":
            let wrong = value.split(separator: ";").first { !isAlternativeName($0) }
            fault = wrong.map {
                (
                    "SubjectAlternativeNames has the item \"\($0)\" without a format",
                    "write format+name;format+name, as in 3+www.example.test"
                )
            }
        default: fault = nil
        }
        guard let fault else { return [] }
        return [
            Advice(
                rule: "scep.value", severity: .warning, message: fault.message, hint: fault.hint,
                reference: "windows-csp.md 4.3")
        ]
    }

    private static let families: Set<String> = ["SHA-1", "SHA-2", "SHA-3"]

    private static func items(of value: String) -> [String] {
        value.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    }

    private static func isObjectIdentifier(_ text: String) -> Bool {
        let arcs = text.split(separator: ".", omittingEmptySubsequences: false)
        return arcs.count > 1 && arcs.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }

    /// A name behind the number of its format.
    private static func isAlternativeName(_ item: Substring) -> Bool {
        guard let plus = item.firstIndex(of: "+") else { return false }
        return Int(item[..<plus]) != nil && item.index(after: plus) < item.endIndex
    }
}
