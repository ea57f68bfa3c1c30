import DDF
import DMTree
import Notation
import SyncML

extension Rule {
    static let instanceName = Rule(
        "catalogue.instance-name", .warning,
        "A named node whose name is no GUID where the description wants one, or has another length than a certificate's hash.",
        reference: "windows-csp.md 4.1, 4.3, 6.3 DynamicNodeNaming",
        check: .command { linted in
            linted.breaches { review, resolution in
                guard resolution.steps.count <= resolution.uri.segments.count,
                    !PlaceholderText.isInAddress(review.item.target?.locURI ?? "")
                else { return nil }
                for (index, step) in resolution.steps.enumerated() where step.isDynamic {
                    let name = resolution.uri.segments[index]
                    if Self.wantsGUID(step, resolution.uri.keys), !GUID.isGUID(name) {
                        return (
                            "\"\(name)\" stands for \(step.displayName), which is a GUID",
                            "write it as %7BXXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX%7D"
                        )
                    }
                    if step.name.lowercased() == "certhash", name.utf8.count != 40 || !name.allSatisfy(\.isHexDigit) {
                        return (
                            "\"\(name)\" stands for the hash of a certificate, which has 40 hexadecimal digits",
                            "write the SHA-1 thumbprint without blanks or colons"
                        )
                    }
                }
                return nil
            }
        })

    /// By the placeholder's text, and for the product codes of MSI packages.
    private static func wantsGUID(_ step: NodeDescription, _ keys: [String]) -> Bool {
        let title = step.name.lowercased()
        return title.contains("guid") || title == "productid" && keys.contains("enterprisedesktopappmanagement")
    }
}
