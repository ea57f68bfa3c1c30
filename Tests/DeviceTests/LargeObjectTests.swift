import DMTree
import Foundation
import SyncML
import Testing

@testable import Device

/// What the device passes through of the session engine: chunks, written forms, Correlators.
struct LargeObjectTests {
    private static let node = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Contoso/Policy/ContosoPolicies"

    /// An ADMX file of many policies, as long as real ones.
    private static let admx: String = {
        let policies = (1...120).map { number in
            "<policy name=\"P\(number)\" class=\"Machine\" displayName=\"$(string.x)\" key=\"Software\\Policies\\Contoso\" "
                + "valueName=\"P\(number)\"><parentCategory ref=\"Top\"/></policy>"
        }
        return "<policyDefinitions revision=\"1.0\" schemaVersion=\"1.0\"><policyNamespaces><target prefix=\"own\" "
            + "namespace=\"Contoso.Policies\"/></policyNamespaces><categories><category name=\"Top\"/></categories>"
            + "<policies>\(policies.joined())</policies></policyDefinitions>"
    }()

    private static func escaped(_ text: some StringProtocol) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
    }

    private static func message(_ msgID: Int, _ body: String, isFinal: Bool) throws -> Message {
        try Message(
            parsing: Array(
                """
                <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
                <SessionID>1</SessionID><MsgID>\(msgID)</MsgID><Target><LocURI>d</LocURI></Target>\
                <Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>\(body)\(isFinal ? "<Final/>" : "")</SyncBody></SyncML>
                """.utf8))
    }

    private static func chunk(_ data: some StringProtocol, size: Int?, isLast: Bool) -> String {
        "<Replace><CmdID>2</CmdID><Item><Target><LocURI>\(node)</LocURI></Target><Meta>"
            + "<Format xmlns=\"syncml:metinf\">chr</Format>"
            + (size.map { "<Size xmlns=\"syncml:metinf\">\($0)</Size>" } ?? "")
            + "</Meta><Data>\(escaped(data))</Data>\(isLast ? "" : "<MoreData/>")</Item></Replace>"
    }

    @Test("DM-LOB-03, DM-LOB-04, DM-LOB-07: a Replace of an ADMX file in three messages is one Replace of the whole")
    func admxInThreeMessages() throws {
        var applier = Applier(FreshDevice(), tree: FreshDevice().makeTree())
        let empty = "<policyDefinitions/>"
        let added = applier.apply(
            try Self.message(
                1,
                "<Add><CmdID>2</CmdID><Item><Target><LocURI>\(Self.node)</LocURI></Target><Data>\(Self.escaped(empty))</Data></Item></Add>",
                isFinal: true))
        #expect(added.turn.outcomes.map(\.status) == [200])
        let third = Self.admx.count / 3
        let parts = [
            Self.admx.prefix(third), Self.admx.dropFirst(third).prefix(third), Self.admx.dropFirst(2 * third),
        ]
        for (index, part) in parts.enumerated() {
            let isLast = index == 2
            let applied = applier.apply(
                try Self.message(
                    index + 2, Self.chunk(part, size: index == 0 ? Self.admx.utf8.count : nil, isLast: isLast),
                    isFinal: isLast))
            #expect(applied.turn.outcomes.map(\.status) == [isLast ? 200 : 213])
            #expect(applied.turn.diagnostics.map(\.rule) == [])
            #expect(applied.turn.reply?.isFinal == isLast)
            #expect(applier.tree.value(Self.node) == (isLast ? Self.admx : empty))
        }
    }

    @Test("2.9 rule 7: a lost chunk leaves the ADMX file as it was")
    func lostChunk() throws {
        var applier = Applier(FreshDevice(), tree: FreshDevice().makeTree())
        let half = Self.admx.count / 2
        _ = applier.apply(
            try Self.message(
                1, Self.chunk(Self.admx.prefix(half), size: Self.admx.utf8.count, isLast: false), isFinal: false))
        let applied = applier.apply(
            try Self.message(2, Self.chunk(Self.admx.dropFirst(half + 1), size: nil, isLast: true), isFinal: true))
        #expect(applied.turn.outcomes.map(\.status) == [424])
        #expect(applied.turn.diagnostics.map(\.rule) == ["object.size-mismatch"])
        #expect(applier.tree.value(Self.node) == nil)
    }

    @Test("DM-ALRT-06: an alert about a job carries the Correlator of its Exec")
    func correlator() throws {
        var jobs = JobState()
        let product = try TreeURI("./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D")
        jobs.remember(Job(kind: .msiInstall, uri: product, data: "", correlator: "job-17"))
        #expect(jobs.correlator(of: product.child("DownloadInstall").canonical) == "job-17")
        #expect(jobs.correlator(of: product.canonical) == "job-17")
        #expect(jobs.correlator(of: "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BB%7D") == nil)
        #expect(jobs.correlator(of: nil) == nil)
        let saved = try JSONDecoder().decode(JobState.self, from: JSONEncoder().encode(jobs))
        #expect(saved == jobs)
    }
}
