import DMTree
import Device
import ESP
import Foundation
import LifePage
import Scenario
import Testing

/// The life as the page gets it (docs/page.md).
@Suite struct TimelineRecorderTests {
    @Test("every step of the life is told once, in order, with its events and its time")
    func steps() throws {
        let life = try RecordedLife()
        #expect(life.steps.map(\.n) == Array(life.events.indices))
        #expect(life.steps.map(\.events) == life.events)
        #expect(life.steps.map(\.t) == life.steps.map(\.t).sorted())
        #expect(life.steps.last?.t == Double(life.player.life.now.milliseconds) / 1000)
    }

    @Test("changes applied to the nodes of the head give the stored leaves of the device, at every step")
    func nodes() throws {
        var life = try RecordedLife(
            player: ScenarioPlayer(ScenarioReader.read(BundledScenario.text), keepsMessages: true), most: 0)
        var nodes = Dictionary(uniqueKeysWithValues: life.recorder.head.nodes.map { ($0.uri, $0) })
        let implied = Set(life.player.life.tree.impliedLeaves().map(\.uri.canonical))
        while !life.player.isOver {
            life.play(most: 1)
            for change in life.steps.last?.nodes ?? [] {
                switch change {
                case .set(let node): nodes[node.uri] = node
                case .removed(let uri): nodes = nodes.filter { $0.key != uri && !$0.key.hasPrefix(uri + "/") }
                }
            }
            let stored = life.player.life.tree.storedLeaves
            #expect(stored.allSatisfy { nodes[$0.uri] != nil })
            for leaf in stored where nodes[leaf.uri]?.isSecret == false {
                #expect(nodes[leaf.uri]?.value == leaf.value && nodes[leaf.uri]?.writer == leaf.writer)
            }
            let others = Set(nodes.keys).subtracting(stored.map(\.uri))
            #expect(others.isSubset(of: implied))
        }
    }

    @Test("each fact is given once, before its first use, and its ids have no gaps")
    func facts() throws {
        let life = try RecordedLife()
        var known = life.recorder.head.facts.map(\.id)
        for step in life.steps {
            known += step.facts.map(\.id)
            for case .set(let node) in step.nodes { #expect(node.facts.map(known.contains) ?? true) }
        }
        #expect(known == Array(known.indices))
        let csps = Set((life.recorder.head.facts + life.steps.flatMap(\.facts)).map(\.csp))
        #expect(csps.isSuperset(of: ["DMClient", "EnrollmentStatusTracking", "DevInfo", "Policy"]))
    }

    @Test("facts say what the catalogue says: format, access, default, values in words")
    func factsOfNode() throws {
        let life = try RecordedLife()
        let facts = life.recorder.head.facts + life.steps.flatMap(\.facts)
        let nodes =
            life.recorder.head.nodes
            + life.steps.flatMap(\.nodes).compactMap { change in
                if case .set(let node) = change { node } else { nil }
            }
        let uri = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/TimeOutUntilSyncFailure"
        let node = try #require(nodes.first { $0.uri == uri })
        let fact = try #require(node.facts.map { facts[$0] })
        #expect(fact.csp == "DMClient" && fact.format == "int")
        #expect(fact.access == ["Get", "Replace"])
        #expect(fact.scope.contains("device"))
        #expect(fact.allowed?.isEmpty == false)
    }

    @Test("a node that a server names in other letters than the catalogue takes the place of the unwritten one")
    func spelling() throws {
        let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
        let life = try RecordedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                server:
                  sends:
                    - at: 10s
                      commands:
                        - {replace: "\(account)/configrefresh/ENABLED", format: bool, data: "true"}
                """)
        let changes = life.steps.flatMap(\.nodes)
        let unwritten = "\(account)/ConfigRefresh/Enabled"
        #expect(life.recorder.head.nodes.contains { $0.uri == unwritten })
        let removal = try #require(changes.firstIndex(of: .removed(uri: unwritten)))
        guard case .set(let node) = changes[removal + 1] else {
            Issue.record("nothing took its place")
            return
        }
        #expect(node.uri == "\(account)/configrefresh/ENABLED" && node.value == "true")
    }

    @Test("messages are counted, and each command of the server has its status and the rule that decided it")
    func messages() throws {
        let life = try RecordedLife()
        let messages = life.messages
        #expect(messages.map(\.n) == Array(messages.indices))
        #expect(messages.count == life.player.life.messages.count)
        #expect(messages.allSatisfy { $0.error == nil })
        let decided = life.events.joined().compactMap { event in
            if case .commandAnswered(let outcome) = event.kind { outcome } else { nil }
        }
        let rows = messages.filter { $0.direction == .server }.flatMap(\.rows).filter { $0.rule != nil }
        #expect(rows.count == decided.count)
        for row in rows where row.name != "Alert 1222" {
            #expect(row.status != nil, "\(row.name) \(row.target ?? "")")
            #expect(row.id != nil && row.line != nil)
        }
        #expect(rows.map(\.status) == decided.map { String($0.status) })
        #expect(rows.allSatisfy { $0.uri?.hasPrefix("./Vendor") != true })
    }

    @Test("the numbers of a message are those of its events")
    func numbers() throws {
        let life = try RecordedLife()
        let sent = life.events.joined().compactMap { event -> [Int]? in
            switch event.kind {
            case .messageSent(let session, let message, let bytes): [session, message, bytes, 0]
            case .messageReceived(let session, let message, let bytes): [session, message, bytes, 1]
            default: nil
            }
        }
        let told = life.messages.map { [$0.session, $0.message, $0.bytes, $0.direction == .server ? 1 : 0] }
        #expect(told == sent)
    }

    @Test("a status that came in a later step than its command is an answer; no row is lost")
    func answers() throws {
        let life = try RecordedLife()
        for (index, step) in life.steps.enumerated() {
            let earlier = life.steps[..<index].flatMap(\.messages)
            for answer in step.answers {
                let message = try #require(earlier.first { $0.n == answer.message })
                #expect(answer.row == -1 || message.rows.indices.contains(answer.row))
            }
        }
    }

    @Test("the ending says the outcome and every expectation")
    func ending() throws {
        let life = try RecordedLife()
        let ending = life.recorder.ending(life.player)
        #expect(ending.outcome == .succeeded)
        #expect(ending.expectations.count == life.player.scenario.expectations.count)
        #expect(ending.expectations.allSatisfy { $0.passed && $0.found == nil })
    }

    @Test("a refused command: the error behind it, and a diagnostic that names its message")
    func refusal() throws {
        let life = try RecordedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                server:
                  sends:
                    - at: 10s
                      commands:
                        - {get: ./DevInfo/Man}
                        - {replace: ./Vendor/MSFT/NoSuchThing/At/All, format: chr, data: x}
                """)
        let message = try #require(life.messages.first { $0.rows.contains { $0.target?.contains("NoSuch") == true } })
        let row = try #require(message.rows.first { $0.target?.contains("NoSuch") == true })
        #expect(row.status == "404")
        #expect(row.originalError == "0x86000002")
        #expect(row.uri == "./Device/Vendor/MSFT/NoSuchThing/At/All")
        #expect(row.format == "chr" && row.data == "x")
        let diagnostics = life.steps.flatMap(\.diagnostics)
        let diagnostic = try #require(diagnostics.first { $0.diagnostic.target?.contains("NoSuch") == true })
        #expect(diagnostic.message == message.n)
        #expect(diagnostic.diagnostic.commandID == row.id)
    }

    @Test("long data is cut at 200 characters, and its length is told")
    func longData() throws {
        let life = try RecordedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                server:
                  sends:
                    - at: 10s
                      commands:
                        - {replace: ./Device/Vendor/MSFT/Policy/Config/Browser/Homepages, format: chr, data: "\(String(repeating: "ä", count: 1234))"}
                """)
        let row = try #require(life.messages.flatMap(\.rows).first { $0.target?.hasSuffix("/Homepages") == true })
        #expect(row.data == String(repeating: "ä", count: 200))
        #expect(row.dataLength == 1234)
    }

    @Test("a life that was resumed is told from there")
    func resumed() throws {
        var player = ScenarioPlayer(try ScenarioReader.read(BundledScenario.text))
        for _ in 0..<20 { _ = player.step() }
        let saved = try JSONDecoder().decode(
            SavedScenario.self,
            from: JSONEncoder().encode(player.saved(scenario: BundledScenario.text, switches: [])))
        var resumed = try ScenarioPlayer(saved)
        resumed.keepMessages()
        let life = RecordedLife(player: resumed)
        #expect(life.steps.first?.n == 0)
        #expect(life.messages.first?.n == 0)
        #expect(life.messages.count == life.player.life.messages.count)
        #expect(Set(life.recorder.head.nodes.map(\.uri)).isSuperset(of: player.life.tree.storedLeaves.map(\.uri)))
        #expect(life.recorder.ending(life.player).outcome == .succeeded)
    }

    @Test("the same life gives the same bytes")
    func determinism() throws {
        let (first, second) = (try RecordedLife(), try RecordedLife())
        #expect(try first.json() == second.json())
    }
}
