import Capture
import Conformance
import ProtocolProfile
import Testing

struct CaptureLintTests {
    private func rules(_ elements: [CaptureElement]) -> [String] {
        var lint = CaptureLint(Linter(), name: "c.jsonl")
        return (elements.flatMap { lint.add($0) } + lint.finish()).map(\.rule)
    }

    @Test("A fault of the capture is a finding with its place", arguments: CaptureFault.Code.allCases)
    func faults(_ code: CaptureFault.Code) {
        var lint = CaptureLint(Linter(), name: "c.jsonl")
        let fault = CaptureFault(
            code: code, origin: CaptureOrigin(file: "c.jsonl", offset: 17, line: 2), message: "x")
        let findings = lint.add(.fault(fault))
        #expect(findings.map(\.rule) == ["capture.\(code.rawValue)"])
        #expect(findings.allSatisfy { $0.message.contains("byte 17") && $0.severity == .error })
    }

    @Test("Findings of a message come with its record, those of a session with its end, and each names its record")
    func order() {
        var lint = CaptureLint(Linter(), name: "c.jsonl")
        let records = [
            Sent.client(packageOne), Sent.server(onlyHeader(1) + status(2, 1, "2", "Alert") + command("Get", 5, "/A")),
        ].records
        #expect(lint.add(records[0]).isEmpty)
        let first = lint.add(records[1])
        #expect(first.map(\.rule) == ["address.malformed"] && first[0].record == 2)
        let last = lint.finish()
        #expect(last.map(\.rule) == ["session.status-missing", "session.status-missing"])
        #expect(last.allSatisfy { $0.record == 2 && $0.file == "c.jsonl" })
    }

    @Test("A body that is no SyncML is told once, whatever it is")
    func otherBodies() {
        let soap = "http://www.w3.org/2003/05/soap-envelope"
        func record(_ text: String, _ direction: CaptureRecord.Direction = .toServer) -> CaptureElement {
            .record(CaptureRecord(direction: direction, body: Array(text.utf8)))
        }
        #expect(rules([record("<SyncML")]) == ["message.cut-off"])
        #expect(rules([record("<s:Envelope xmlns:s='\(soap)'><s:Body/></s:Envelope>")]) == ["document.soap"])
        #expect(rules([record("<s:Envelope xmlns:s='\(soap)'/>")]) == ["enrollment.malformed"])
        #expect(rules([record("words of another protocol")]) == ["message.ellipsis-or-markdown"])
        #expect(rules([record("")]) == [])
    }

    @Test("One-sided captures have no findings about what the other side left out")
    func oneSided() {
        let server = [Sent.server(onlyHeader(1) + command("Get", 5, "./DevInfo/Man"))].records.map {
            CaptureElement.record($0)
        }
        #expect(rules(server) == [])
        let client = [Sent.client(packageOne)].records.map { CaptureElement.record($0) }
        #expect(rules(client) == [])
    }

    @Test("A refused release that comes again with success is no finding; one that is never answered is")
    func release() {
        let address =
            "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ServerHasFinishedProvisioning"
        let release = command("Replace", 5, address, data: "true", format: "bool")
        func session(_ number: String, _ code: String) -> [Sent] {
            [
                Sent.client(packageOne).with(\.sessionID, number).with(\.msgID, "1"),
                Sent.server(answersToOne + release).with(\.sessionID, number).with(\.msgID, "1"),
                Sent.client(onlyHeader(1) + status(2, 1, "5", "Replace", code)).with(\.sessionID, number)
                    .with(\.msgID, "2"),
                Sent.server(onlyHeader(2)).with(\.sessionID, number).with(\.msgID, "2"),
            ]
        }
        #expect((session("1", "405") + session("2", "200")).brokenRules(LintContext()) == [])
        #expect(
            (session("1", "405") + session("2", "405")).brokenRules(LintContext()) == ["esp.release-unacknowledged"])
    }

    @Test(
        "The standard lets a server refuse an event with 406 and an alert with 415; servers of Windows take all",
        arguments: [
            (1224, "406", true), (1224, "415", false), (1226, "415", true), (1226, "406", false), (1226, "500", true),
            (1201, "406", false),
        ])
    func refusedAlerts(_ code: Int, _ answer: String, _ isStandard: Bool) {
        let item = "<Item><Meta><Type xmlns=\"syncml:metinf\">x</Type></Meta><Data>1</Data></Item>"
        let session = [
            Sent.client(packageOne + alert(5, code, items: item)),
            .server(answersToOne + status(5, 1, "5", "Alert", answer)),
        ]
        #expect(session.brokenRules(LintContext()) == ["session.alert-status"])
        let inStandard = session.brokenRules(LintContext(profile: .oma))
        #expect(inStandard.contains("session.alert-status") == !isStandard)
    }
}
