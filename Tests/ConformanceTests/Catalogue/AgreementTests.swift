import CSP
import Conformance
import DMTree
import Foundation
import SyncML
import TestSupport
import Testing

/// Lint and `apply` read one decision table (windows-csp.md 5.9): what they both tell, they tell alike.
struct AgreementTests {
    private static func requests(_ commands: [Command], isInAtomic: Bool = false) -> [Request] {
        commands.flatMap { command -> [Request] in
            let (verb, items): (Verb, ItemCommand)
            switch command {
            case .atomic(let atomic): return requests(atomic.commands, isInAtomic: true)
            case .sequence(let sequence): return requests(sequence.commands, isInAtomic: isInAtomic)
            case .add(let add): (verb, items) = (.add, add)
            case .replace(let replace): (verb, items) = (.replace, replace)
            case .delete(let delete): (verb, items) = (.delete, delete)
            case .get(let get): (verb, items) = (.get, get)
            case .exec(let exec): (verb, items) = (.exec, exec)
            case .copy, .alert, .status, .results, .unknown: return []
            }
            return items.items.map { item in
                Request(
                    verb: verb, cmdID: items.cmdID ?? "1", target: item.target?.locURI,
                    format: item.meta?.format ?? items.meta?.format, type: item.meta?.type ?? items.meta?.type,
                    data: item.data?.content, isInAtomic: isInAtomic && verb != .get)
            }
        }
    }

    @Test(
        "What the descriptions decide, apply says in the same words, over the corpus",
        .enabled(if: SharedData.isPresent))
    func corpus() throws {
        let ids = Set(Rule.all.map(\.id))
        let linter = Linter()
        var compared = 0
        for row in try SharedData.table("corpus/index.tsv") {
            let file = row["file"] ?? ""
            guard case .message(let message) = DocumentKind(try SharedData.bytes("corpus/\(file)")),
                LintedMessage.Sender(inferredFrom: message) == .server
            else { continue }
            let findings = linter.findings(in: LintedMessage(message, sender: .server), file: file)
            for request in Self.requests(message.commands) {
                guard let target = request.target, !target.isEmpty else { continue }
                var tree = DeviceTree(schema: WindowsSchema(), providers: Providers.all)
                let application = tree.apply(request)
                for advice in application.decision.advice
                where Self.decided.contains(advice.rule) && ids.contains(advice.rule) {
                    let isTold = findings.contains {
                        $0.rule == advice.rule && $0.target == target && $0.message == advice.message
                    }
                    #expect(isTold, "\(file): \(target): \(advice.rule)")
                    compared += 1
                }
                guard application.succeeded else { continue }
                let wrong = findings.filter {
                    $0.target == target && $0.severity == .error && Self.decided.contains($0.rule)
                        && $0.message.contains(request.verb.name)
                }
                #expect(wrong.isEmpty, "\(file): \(target)")
            }
        }
        #expect(compared > 50)
    }

    /// Rows 8, 9, 15 and 17 to 20.
    private static let decided: Set<String> = [
        "node.unknown", "node.not-on-build", "node.not-on-edition", "node.wrong-scope", "node.retired",
        "node.not-registered", "access.verb", "access.permanent", "format.mismatch", "value.not-of-format",
        "value.not-allowed", "value.missing", "tnds.unsupported", "observed", "query.unsupported",
    ]

    @Test("A severity is that of apply in a whole message, and weaker only where the text is not what is sent")
    func severities() throws {
        let address = "./Vendor/MSFT/EnterpriseAssignedAccess"
        let bare = Array(command("Get", 5, address).utf8)
        let whole = try #require([Sent.server(command("Get", 5, address))].records.first).body
        #expect(Self.severity("node.not-registered", bare) == .warning)
        #expect(Self.severity("node.not-registered", whole) == .error)
        let camera = "./Vendor/MSFT/Policy/Config/Camera/AllowCamera"
        for (data, severity) in [
            ("yes", Rule.Severity.error), ("$FLEET_VAR_CAMERA", .note), ("&lt;data&gt;", .note), ("{0}", .note),
        ] {
            let text = command("Replace", 5, camera, data: data, format: "int")
            #expect(Self.severity("value.not-of-format", Array(text.utf8)) == severity, "\(data)")
        }
        #expect(
            Self.severity("node.unknown", Array(command("Get", 5, "./Vendor/MSFT/PolicyManager/My").utf8)) == .warning)
        #expect(Self.severity("node.unknown", Array(command("Get", 5, "./Vendor/MSFT/Polcy/Config").utf8)) == .error)
    }

    private static func severity(_ rule: String, _ bytes: [UInt8]) -> Rule.Severity? {
        Linter().reportedFile(bytes, name: "a.xml").findings.first { $0.rule == rule }?.severity
    }

    @Test(
        "What only the device knows is no finding: 404 before an Add that may have come, 418, a value that may be set")
    func unknowable() {
        let provider = "./Device/Vendor/MSFT/DMClient/Provider/P"
        let body =
            command("Replace", 5, "\(provider)/FirstSyncStatus/CustomErrorText", data: "a", format: "chr")
            + command("Add", 6, "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera", data: "1", format: "int")
            + command("Get", 7, "./Vendor/MSFT/Office/Installation/A/FinalStatus")
            + command("Delete", 8, "./Vendor/MSFT/WiFi/Profile/Staff")
            + command(
                "Exec", 9,
                "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BAAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE%7D/DownloadInstall",
                data: "<MsiInstallJob/>", format: "xml")
        let ids = Set(Linter(rules: Rule.catalogue).reportedFile(Array(body.utf8), name: "a.xml").findings.map(\.rule))
        #expect(ids.filter { $0.hasPrefix("node.") || $0 == "msi.not-added" } == [])
    }
}
