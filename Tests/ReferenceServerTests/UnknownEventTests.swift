import ProtocolProfile
import SyncML
import Testing

@testable import ReferenceServer

/// What the server answers to client events (oma-dm.md 8, A23).
@Suite struct UnknownEventTests {
    private func codes(_ unknownEvent: Ambiguities.UnknownEvent, _ types: [String]) throws -> [String] {
        var client = Client(nil)
        client.server.unknownEvent = unknownEvent
        let alerts = types.enumerated().map { Alert.event($0.element, "1", id: String(20 + $0.offset)) }
        let answer = try client.open(1, alerts: alerts)
        return answer.commands.compactMap { command in
            guard case .status(let status) = command, status.cmdRef.hasPrefix("2"), status.cmdRef.count == 2 else {
                return nil
            }
            return status.data?.content
        }
    }

    @Test("A23: an event of an unknown type answers 200, or by choice 406; known ones 200 in any case")
    func unknown() throws {
        let types = [
            "org.example.unheard", "com.microsoft.mdm.synctype",
            "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install",
        ]
        #expect(try codes(.accepted, types) == ["200", "200", "200"])
        #expect(try codes(.refused, types) == ["406", "200", "200"])
    }
}
