import HTTPExchange

extension ExchangeTiming {
    /// Nanoseconds by the name of the phase, as the capture log keeps them.
    var byName: [String: Int64] {
        Dictionary(uniqueKeysWithValues: nanoseconds.map { ($0.key.rawValue, $0.value) })
    }
}
