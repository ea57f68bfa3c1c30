import Device
import Foundation
import Hashing
import Notation
import Testing

@testable import LifePage

/// The document that a browser gets.
@Suite struct PageDocumentTests {
    private static func timeline(title: String, bodies: Int = 0) -> Timeline {
        let messages = (0..<bodies).map {
            TimelineMessage(n: $0, session: 1, message: $0 + 1, direction: .server, t: 0, bytes: 10)
        }
        return Timeline(
            head: TimelineHead(life: "a", view: .device, title: title),
            steps: [
                TimelineStep(
                    n: 0, t: 0, nodes: [.set(TimelineNode(uri: "./A", value: title, writer: .server))],
                    messages: messages)
            ], ending: nil)
    }

    private func text(_ document: PageDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }

    /// What stands between two texts.
    private func between(_ start: String, _ end: String, in text: String) throws -> String {
        let first = try #require(text.firstRange(of: start))
        let last = try #require(text[first.upperBound...].firstRange(of: end))
        return String(text[first.upperBound..<last.lowerBound])
    }

    private func source(_ text: String) -> String { "'sha256-\(Base64.encode(SHA256.hash(Array(text.utf8))))'" }

    @Test("the live document has no data and no policy of its own; the header's policy names its script and style")
    func live() throws {
        let html = text(.live)
        #expect(!html.contains("id=\"life\"") && !html.contains("Content-Security-Policy"))
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        let policy = PageDocument.contentSecurityPolicy
        #expect(policy.contains("script-src \(source(try between("<script>", "</script>", in: html)));"))
        #expect(policy.contains("style-src \(source(try between("<style>", "</style>", in: html)));"))
        #expect(policy.contains("connect-src 'self'") && policy.contains("frame-ancestors 'none'"))
        #expect(policy.hasPrefix("default-src 'none';"))
        #expect(!policy.contains("unsafe"))
    }

    @Test("a report has its policy in itself, and may ask nobody")
    func report() throws {
        let html = text(try PageDocument(report: Self.timeline(title: "x"), body: { _ in nil }))
        let policy = try between("http-equiv=\"Content-Security-Policy\" content=\"", "\">", in: html)
        #expect(policy.contains("script-src \(source(try between("<script>", "</script>", in: html)));"))
        #expect(policy.contains("require-trusted-types-for 'script'"))
        #expect(!policy.contains("connect-src") && !policy.contains("frame-ancestors") && !policy.contains("\""))
        let meta = try #require(html.firstRange(of: "Content-Security-Policy"))
        #expect(try #require(html.firstRange(of: "<style>")).lowerBound > meta.lowerBound)
    }

    static let hostile = [
        "</script><script>alert(1)</script>", "<!-- <script>", "]]>", "a\u{2028}b\u{2029}c", "\u{202E}gnp.exe\u{202C}",
        "\u{0}\u{1}\u{7F}\u{85}\u{FEFF}", "<!--script-->", "<!--data-->", "\\u003c/script>", "\"}]}", "&lt;b&gt;",
        "\u{FFFF}\u{10FFFF}", "👩‍👩‍👧 \u{0301}", String(repeating: "<", count: 1 << 20),
    ]

    @Test("no text ends the element that holds the life, and every text comes back as it was", arguments: hostile)
    func hostileText(_ hostile: String) throws {
        let document = try PageDocument(report: Self.timeline(title: hostile), body: { _ in nil })
        let data = try ReportData(document)
        #expect(!data.text.contains("<"))
        #expect(!data.text.contains("\u{2028}") && !data.text.contains("\u{2029}"))
        #expect(!data.text.unicodeScalars.contains { $0.value < 0x20 })
        let head = try #require(try data.object()["head"] as? [String: Any])
        #expect((head["title"] as? String).map { Array($0.unicodeScalars) } == Array(hostile.unicodeScalars))
        let html = text(document)
        #expect(html.ranges(of: "<script").count == 2)
        #expect(html.ranges(of: "</script").count == 2)
    }

    @Test("hostile names in a whole life: app, scenario, node, value")
    func hostileLife() throws {
        let name = "</script><img src=x onerror=alert(1)>\u{202E}\u{2028}]]>"
        let life = try RecordedLife(
            yaml: """
                name: "\(name)"
                profile: {showInstallationProgress: true, customErrorMessage: "\(name)"}
                agent: {starts: 10s}
                apps: [{name: "\(name)", exitCode: 1603}]
                server:
                  sends:
                    - at: 10s
                      commands:
                        - {replace: "./Device/Vendor/MSFT/Policy/Config/Browser/Homepages", format: chr, data: "\(name)"}
                        - {add: "./Device/Vendor/MSFT/Policy/Config/%3C%2Fscript%3E", format: chr, data: "x"}
                """)
        let json = try life.json()
        #expect(!json.contains("<") && !json.contains("\u{2028}"))
        #expect(json.contains("\\u003c/script>"))
        let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let apps = try #require((data["head"] as? [String: Any])?["apps"] as? [[String: Any]])
        #expect(apps.contains { $0["name"] as? String == name })
    }

    @Test("lone halves of surrogate pairs cannot be in a Swift text; as escapes in a value they stay text")
    func surrogates() throws {
        let document = try PageDocument(report: Self.timeline(title: #"\ud800 \udfff"#), body: { _ in nil })
        #expect(try ReportData(document).text.contains(#"\\ud800 \\udfff"#))
    }

    @Test("a report that would be too large leaves the XML of messages out, from the first on that has no room")
    func budget() throws {
        let body = String(repeating: "<a b=\"c\">", count: 40_000)
        let document = try PageDocument(report: Self.timeline(title: "x", bodies: 40), body: { _ in body })
        #expect(document.bytes.count <= PageDocument.mostReportBytes + PageDocument.live.bytes.count + 4096)
        let steps = try #require(try ReportData(document).object()["steps"] as? [[String: Any]])
        let xml = (steps[0]["messages"] as? [[String: Any]] ?? []).map { $0["xml"] as? String }
        #expect(xml.count == 40)
        let kept = xml.prefix { $0 == body }.count
        #expect(kept > 10 && kept < 40)
        #expect(xml[kept...].allSatisfy { $0 == nil })
    }

    @Test("the JSON is the contract's: names of keys, nulls where a value is missing")
    func contract() throws {
        let life = try RecordedLife()
        let data = try #require(
            try JSONSerialization.jsonObject(with: Data(try life.json().utf8)) as? [String: Any])
        #expect(Set(data.keys) == ["head", "steps", "ending"])
        let head = try #require(data["head"] as? [String: Any])
        #expect(
            Set(head.keys) == [
                "schemaVersion", "life", "view", "title", "start", "device", "categories", "buttons", "pageStates",
                "apps", "nodes", "facts",
            ])
        #expect(head["start"] is NSNull)
        let steps = try #require(data["steps"] as? [[String: Any]])
        let messages = steps.flatMap { $0["messages"] as? [[String: Any]] ?? [] }
        #expect(
            Set(messages[0].keys) == [
                "n", "session", "message", "direction", "t", "bytes", "sessionID", "messageID", "encoding",
                "headerStatus", "final", "wellFormed", "error", "rows", "xml",
            ])
        let rows = messages.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
        let keys: Set = [
            "id", "name", "depth", "target", "uri", "format", "data", "status", "originalError", "rule", "line",
        ]
        #expect(rows.allSatisfy { Set($0.keys).subtracting(["dataLength"]) == keys })
        let controls = steps.flatMap { $0["events"] as? [[String: Any]] ?? [] }.filter {
            $0["type"] as? String == "controls"
        }
        #expect(controls.allSatisfy { $0["disabled"] is [String] })
        let nodes = try #require(head["nodes"] as? [[String: Any]])
        #expect(nodes.allSatisfy { Set($0.keys).subtracting(["secret"]) == ["uri", "value", "writer", "facts"] })
        let facts = try #require(head["facts"] as? [[String: Any]])
        #expect(
            facts.allSatisfy {
                Set($0.keys) == [
                    "id", "csp", "format", "access", "occurrence", "scope", "default", "allowed", "since", "editions",
                    "type", "notes",
                ]
            })
    }
}
