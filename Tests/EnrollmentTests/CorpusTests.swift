import Enrollment
import TestSupport
import Testing

/// The published documents of the enrolment: each is read as what it is, or refused with a reason.
@Suite(.enabled(if: SharedData.isPresent)) struct CorpusTests {
    @Test("Every soap and wap file of the corpus is what the golden file says")
    func corpus() throws {
        var text = "file\tkind\n"
        for row in try SharedData.table("corpus/index.tsv") {
            guard let file = row["file"], let kind = row["kind"], kind == "soap" || kind == "wap" else { continue }
            let bytes = try SharedData.bytes("corpus/\(file)")
            text += "\(file)\t\(kind == "soap" ? Self.message(bytes) : Self.document(bytes))\n"
        }
        #expect(try GoldenFile("corpus.tsv").difference(from: text) == nil)
    }

    private static func message(_ bytes: [UInt8]) -> String {
        do throws(EnrollmentFault) {
            let message = try EnrollmentMessage(parsing: bytes)
            let kind =
                switch message.body {
                case .discover: "Discover"
                case .discoverResponse: "DiscoverResponse"
                case .getPolicies: "GetPolicies"
                case .getPoliciesResponse: "GetPoliciesResponse"
                case .requestSecurityToken(let request): "RequestSecurityToken, \(request.context.count) context items"
                case .requestSecurityTokenResponse: "RequestSecurityTokenResponseCollection"
                case .fault(let fault): "Fault \(fault.hresult)"
                case .unknown(let element): "unknown \(element.name)"
                case .empty: "empty"
                }
            return message.remarks.list.isEmpty ? kind : "\(kind), \(message.remarks.list.map { "\($0.code)" })"
        } catch { return "refused \(error.code.rawValue) at \(error)" }
    }

    private static func document(_ bytes: [UInt8]) -> String {
        do throws(EnrollmentFault) {
            let document = try ProvisioningDocument(parsing: bytes)
            let types = document.characteristics.map(\.type).joined(separator: " ")
            return "\(document.isEnrollment ? "enrolment" : "other"): \(types)"
        } catch { return "refused \(error.code.rawValue) at \(error)" }
    }
}
