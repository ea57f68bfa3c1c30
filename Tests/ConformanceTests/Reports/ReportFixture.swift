import Capture
import Conformance
import SyncML
import XMLStream

/// Reports made by hand, so that a form is tested against what it is given and not against what the rules find today.
enum ReportFixture {
    static let settings = ReportSettings(toolVersion: "1.2.3")

    static let rules = [
        Rule(
            "header.version-dtd", .error, "VerDTD is not 1.2.", requirements: ["DM-HDR-01"],
            reference: "oma-dm.md 7, DM-HDR-01", check: .reading),
        Rule("header.version-proto", .error, "VerProto is not DM/1.2.", reference: "MS-MDM 2.2.4.2", check: .reading),
        Rule("node.unknown", .error, "No node has this address.", reference: "windows-csp.md 5.9", check: .reading),
        Rule("xml.byte-order-mark", .note, "A byte order mark.", reference: "design.md 8", check: .reading),
    ]

    static let source = """
        <SyncML>
        \t<SyncHdr><VerDTD>1.1</VerDTD></SyncHdr>
        </SyncML>
        """

    static func finding(
        _ rule: String = "header.version-dtd", _ severity: Rule.Severity = .error, file: String = "profiles/wifi.xml",
        line: Int? = 2, column: Int = 11, record: Int? = nil, target: String? = nil, message: String = "VerDTD is 1.1."
    ) -> LintFinding {
        LintFinding(
            rule: rule, severity: severity, file: file,
            position: line.map { XMLPosition(line: $0, column: column, offset: 0) }, record: record, commandID: "3",
            target: target, message: message, hint: "Write 1.2.", reference: "oma-dm.md 7, DM-HDR-01",
            requirements: ["DM-HDR-01"])
    }

    /// Files good, bad, unreadable and binary; a conversation; differences; a baseline with a reason and one that fits nothing.
    static func full() throws -> Report {
        var report = Report(
            files: [
                ReportedFile(
                    name: "profiles/wifi.xml", source: Array(source.utf8),
                    findings: [
                        finding(), finding("node.unknown", .warning, line: nil, target: "./Vendor/MSFT/WiFi/Profil"),
                        finding("xml.byte-order-mark", .note, line: 1, column: 1, message: "A byte order mark."),
                    ]),
                ReportedFile(name: "profiles/good.xml", source: Array("<SyncML/>".utf8), findings: []),
                ReportedFile(
                    name: "profiles/cut off.xml", source: Array("<SyncML><SyncBody>\n".utf8), isReadable: false,
                    findings: [
                        finding(
                            "message.malformed", file: "profiles/cut off.xml", line: 2, column: 1,
                            message: "The document ends inside SyncBody.")
                    ]),
                ReportedFile(
                    name: "session.wbxml", source: [0x03, 0x00, 0x00, 0x6A, 0x00, 0x45],
                    findings: [finding(file: "session.wbxml", line: 1, column: 6)]),
                ReportedFile(
                    name: "capture.jsonl", findings: [finding(file: "capture.jsonl", line: 1, column: 36, record: 2)]),
            ], rules: rules, conversation: try conversation(), differences: differences,
            fidelity: Report.Fidelity(same: 5, all: 6))
        let known = finding("node.unknown", .warning, line: nil, target: "./Vendor/MSFT/WiFi/Profil")
        report = report.accepting(
            Baseline(entries: [
                Baseline.Entry(
                    rule: known.rule, file: "./profiles/wifi.xml", fingerprint: known.fingerprint,
                    reason: "A node of our own client."),
                Baseline.Entry(rule: "node.unknown", file: "gone.xml", fingerprint: "0123456789abcdef"),
            ]))
        return report
    }

    static let differences = [
        ReportedDifference(
            file: "capture.jsonl", record: 2, messageID: "2", commandID: "4", target: "./DevInfo/DevId",
            subject: "data",
            recorded: "A1", ours: "B2", rule: "replay.device-fact", explanation: "The devices are not the same.",
            isExplained: true),
        ReportedDifference(
            file: "capture.jsonl", record: 2, messageID: "2", commandID: "5", target: "./Vendor/MSFT/Policy",
            subject: "status", recorded: "200", ours: "404"),
    ]

    static let serverMessage = """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.1</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID>\
        <MsgID>1</MsgID></SyncHdr><SyncBody><Atomic><CmdID>1</CmdID><Replace><CmdID>2</CmdID><Item><Target>\
        <LocURI>./Vendor/MSFT/Policy/Config/Camera/AllowCamera</LocURI></Target><Data>0</Data></Item></Replace></Atomic>\
        <Get><CmdID>3</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item><Item><Target>\
        <LocURI>./DevInfo/Mod</LocURI></Target></Item></Get><Final/></SyncBody></SyncML>
        """

    static let clientMessage = """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID>\
        <MsgID>2</MsgID></SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>\
        <Data>212</Data></Status><Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>1</CmdRef><Cmd>Atomic</Cmd>\
        <Data>507</Data></Status><Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Replace</Cmd>\
        <Data>404</Data></Status><Status><CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Cmd>Get</Cmd>\
        <TargetRef>./DevInfo/Mod</TargetRef><Data>200</Data></Status><Final/></SyncBody></SyncML>
        """

    static func conversation() throws -> [ReportedMessage] {
        var conversation = Conversation()
        let first = CaptureTime(microseconds: 1_764_255_845_123_456)
        let second = CaptureTime(microseconds: 1_764_255_846_000_000)
        conversation.append(
            try Message(parsing: Array(serverMessage.utf8)), sender: .server, file: "capture.jsonl", record: 2,
            time: first)
        conversation.append(
            try Message(parsing: Array(clientMessage.utf8)), sender: .client, file: "capture.jsonl", record: 3,
            time: second)
        return conversation.messages
    }
}

/// Texts that try to leave the place where they are shown.
enum Hostile {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></system-out><x/>", "&lt;b&gt; &amp; &#60;",
        "</style><script>", "javascript:alert(1)", "\u{1B}[31mred\u{07}\u{0}\u{8}",
        "a\nprofiles/x.xml:1:1: error: forged [x.y]",
        "\u{202E}txt.exe\u{2066}\u{200B}\u{FEFF}", "\r\n\t", "\u{FFFE}\u{FFFF}\u{85}\u{2028}",
        "[here](https://evil.test)",
        "--><!--", "'\"`${x}{0}%s", String(repeating: "ａ", count: 500), "", "../../../etc/passwd", "C:\\x\\y.xml",
    ]

    /// A report with one hostile text in every field that can hold it.
    static func report(_ text: String) -> Report {
        let finding = LintFinding(
            rule: text, severity: .error, file: text, position: XMLPosition(line: 1, column: 3, offset: 2), record: nil,
            commandID: text, target: text, message: text, hint: text, reference: text, requirements: [text])
        var inRecord = finding
        inRecord.record = 1
        let file = ReportedFile(name: text, source: Array(text.utf8), isReadable: false, findings: [finding, inRecord])
        let command = ReportedCommand(
            text, commandID: text, depth: 9, target: text, data: text, status: text, originalError: text)
        let message = ReportedMessage(
            sender: .server, file: text, record: 1, sessionID: text, messageID: text, size: 1, headerStatus: text,
            commands: [command], body: text)
        let difference = ReportedDifference(
            file: text, record: 1, messageID: text, commandID: text, target: text, subject: text, recorded: text,
            ours: text, rule: text, explanation: text)
        return Report(
            files: [file, file], rules: ReportFixture.rules, conversation: [message], differences: [difference],
            fidelity: Report.Fidelity(same: 0, all: 1)
        ).accepting(Baseline(entries: [Baseline.Entry(rule: text, file: text, fingerprint: text, reason: text)]))
    }
}
