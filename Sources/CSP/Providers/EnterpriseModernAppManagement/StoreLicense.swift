import DMTree
import Notation
import XMLStream

/// AppLicenses/StoreLicenses/{LicenseID}: licences of Store apps (windows-csp.md 4.2).
enum StoreLicense {
    /// Until something is known of a licence, its kind is unknown.
    static func read(_ node: NodeReference, stored: String?) -> String? {
        guard stored == nil else { return nil }
        switch node.key(3) {
        case "licensecategory", "licenseusage": return "Unknown"
        case "requesterid": return ""
        default: return nil
        }
    }

    /// nil for a node that is none of the two commands. The licence itself cannot be read, so what the nodes say
    /// follows from how it came: a blob of the server's is an enterprise licence for offline use, one of the Store is
    /// for retail and online (our choice).
    static func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        let license = node.uri.prefix(node.uri.segments.count - 1)
        switch node.key(3) {
        case "addlicense":
            do throws(DocumentFault) { try checkLicense(data ?? "") } catch { return refused(error) }
            set("Enterprise", "Offline", license, in: &tree)
        case "getlicensefromstore":
            do throws(DocumentFault) { if let data, !data.isEmpty { try checkDocument(data) } } catch {
                return refused(error)
            }
            set("Retail", "Online", license, in: &tree)
        default: return nil
        }
        return Execution(status: 200)
    }

    private static func set(_ category: String, _ usage: String, _ license: TreeURI, in tree: inout DeviceTree) {
        tree.setLocally(license.child("LicenseCategory"), value: category)
        tree.setLocally(license.child("LicenseUsage"), value: usage)
    }

    private static func checkLicense(_ text: String) throws(DocumentFault) {
        let cursor = try XMLCursor(document: text, root: "License")
        guard let content = cursor.attribute("Content") else {
            throw DocumentFault(message: "the License has no Content")
        }
        guard let license = Base64.decode(content), !license.isEmpty else {
            throw DocumentFault(message: "the Content of the License is no Base64")
        }
    }

    /// What GetLicenseFromStore wants is not documented; XML it has to be.
    private static func checkDocument(_ text: String) throws(DocumentFault) {
        do throws(XMLError) { _ = try XMLTape(parsing: Array(text.utf8)) } catch {
            throw DocumentFault(isMalformed: true, message: "the document is not well-formed XML: \(error)")
        }
    }

    private static func refused(_ fault: DocumentFault) -> Execution {
        .refused(
            fault, rule: "modern.license", hint: "send <License Content=\"{Base64 of the licence}\"/>",
            reference: "windows-csp.md 4.2")
    }
}
