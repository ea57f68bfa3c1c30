import HTTPExchange
import Synchronization

@testable import LiveDevice

/// A clock that a test moves: a wait is over at once, and is remembered.
final class TestClock: WallClock {
    private let state = Mutex<(now: Int64, waits: [Int64])>((1_764_000_000_000, []))

    var now: Int64 { state.withLock { $0.now } }
    var waits: [Int64] { state.withLock { $0.waits } }

    func wait(milliseconds: Int64) -> Bool {
        state.withLock { state in
            state.now += milliseconds
            state.waits.append(milliseconds)
        }
        return true
    }
}

/// Answers in order, and keeps what was asked.
final class ScriptedServer: Sendable {
    enum Answer: Sendable {
        case response(HTTPResponse)
        case fault(ExchangeFault.Code)
    }

    private let state: Mutex<(answers: [Answer], requests: [HTTPRequest])>

    init(_ answers: [Answer]) { state = Mutex((answers, [])) }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    var transport: InMemoryTransport {
        InMemoryTransport { request async throws(ExchangeFault) -> HTTPResponse in
            let answer = self.state.withLock { state in
                state.requests.append(request)
                return state.answers.isEmpty ? nil : state.answers.removeFirst()
            }
            switch answer {
            case .response(let response)?: return response
            case .fault(let code)?: throw ExchangeFault(code, in: .connecting, message: "scripted")
            case nil: throw ExchangeFault(.connectionLost, in: .waiting, message: "the script is over")
            }
        }
    }

    static func message(_ text: String = "<SyncML/>", status: Int = 200, _ headers: HTTPHeaders = [:]) -> Answer {
        var headers = headers
        if headers["Content-Type"] == nil { headers.append("Content-Type", "application/vnd.syncml.dm+xml") }
        return .response(HTTPResponse(status, headers: headers, body: Array(text.utf8)))
    }
}
