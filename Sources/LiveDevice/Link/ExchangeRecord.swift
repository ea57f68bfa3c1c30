import Capture
import HTTPExchange

/// One exchange as the capture log keeps it: what went out, what came in or why nothing did, when, and how long it took.
public struct ExchangeRecord: Hashable, Sendable {
    public var request: HTTPRequest
    public var response: HTTPResponse?
    public var fault: ExchangeFault?
    /// Milliseconds from 1970-01-01T00:00:00Z, when the request went out and when the answer was whole.
    public var sent: Int64
    public var received: Int64
    public var timing: ExchangeTiming

    public init(
        request: HTTPRequest, response: HTTPResponse? = nil, fault: ExchangeFault? = nil, sent: Int64, received: Int64,
        timing: ExchangeTiming = ExchangeTiming()
    ) {
        self.request = request
        self.response = response
        self.fault = fault
        self.sent = sent
        self.received = received
        self.timing = timing
    }

    /// The records of a capture: the request, and the response where there is one.
    public var captured: [CaptureRecord] {
        let url = request.url.description
        var records = [
            CaptureRecord(
                direction: .toServer, time: CaptureTime(microseconds: sent * 1000), url: url,
                method: request.method.rawValue, headers: request.headers.captured, body: request.body)
        ]
        if let response {
            records.append(
                CaptureRecord(
                    direction: .toClient, time: CaptureTime(microseconds: received * 1000), url: url,
                    status: response.status, headers: response.headers.captured, body: response.body))
        }
        return records
    }
}

extension HTTPHeaders {
    fileprivate var captured: [HTTPField] { fields.map { HTTPField($0.name, $0.value) } }
}
