import Conformance
import SyncML
import Testing

struct SenderTests {
    private func sender(_ sent: Sent) throws -> LintedMessage.Sender {
        .init(inferredFrom: try Message(parsing: [sent].records[0].body))
    }

    @Test("The header tells who wrote a message")
    func header() throws {
        #expect(try sender(.client(onlyHeader(1))) == .client)
        #expect(try sender(.server(onlyHeader(1))) == .server)
    }

    @Test("Commands of one side only win over a header whose addresses are swapped, as in published samples")
    func commands() throws {
        let swapped = Sent.client(packageOne).with(\.target, "urn:uuid:device").with(\.source, "https://mdm.example/dm")
        #expect(try sender(swapped) == .client)
        let asking = Sent.server(command("Get", 1, "./DevInfo/Man")).with(\.target, "https://mdm.example/dm")
            .with(\.source, "urn:uuid:device")
        #expect(try sender(asking) == .server)
    }

    @Test("A fragment is a server's")
    func fragment() throws {
        let message = try Message(parsing: Array(command("Get", 1, "./DevInfo/Man").utf8))
        #expect(LintedMessage.Sender(inferredFrom: message) == .server)
    }
}
