import Capture

/// A request and the answer to it, as they were written to the captures.
public struct CapturedExchange: Sendable {
    /// Goes up from exchange to exchange, over all devices, and is never used again.
    public var number: Int64
    /// The DeviceID, where the request tells it.
    public var device: String?
    public var request: CaptureRecord
    public var response: CaptureRecord

    public init(number: Int64, device: String?, request: CaptureRecord, response: CaptureRecord) {
        self.number = number
        self.device = device
        self.request = request
        self.response = response
    }
}

/// Told of each exchange that was captured, when its records are written and before the client gets its answer; so it must
/// not take long. The exchanges of two connections may be told in another order than they were written: `number` says.
public typealias ExchangeObserver = @Sendable (CapturedExchange) -> Void

/// Some of the exchanges that the captures hold.
public struct ExchangeList: Sendable {
    /// In the order in which they were.
    public var exchanges: [CapturedExchange]
    /// The number of the oldest record that is kept, of any device; what came before was dropped for what is newer. nil when
    /// there is none.
    public var oldest: Int64?
}
