import Capture

/// What those see who watch the server without taking part: devices, and what went over the wire with them.
extension ManagementServer {
    /// In the order in which they enrolled.
    public func enrolledDevices() async throws(StoreFault) -> [EnrolledDevice] {
        try await store.write { records throws(StoreFault) in try records.devices().map { EnrolledDevice($0) } }
    }

    /// - Parameter id: DeviceID.
    /// - Returns: nil when no such device ever enrolled.
    public func enrolledDevice(_ id: String) async throws(StoreFault) -> EnrolledDevice? {
        try await store.write { records throws(StoreFault) in try records.device(id).map { EnrolledDevice($0) } }
    }

    /// The exchanges with a device since its newest enrolment, as far as they are kept (`ServiceLimits.captureRecords`).
    ///
    /// - Parameters:
    ///   - number: of the newest exchange that is known already; 0 for none.
    ///   - limit: so many at most, the oldest first.
    public func exchanges(
        with device: EnrolledDevice, after number: Int64 = 0, atMost limit: Int
    ) async throws(StoreFault) -> ExchangeList {
        try await store.write { records throws(StoreFault) in
            ExchangeList(
                exchanges: try records.exchanges(
                    of: device.id, since: device.enrolledAt, after: number, atMost: limit),
                oldest: try records.oldestCapture())
        }
    }

    /// What a device told of its nodes before an instant, and not since.
    public func nodes(toldBy device: EnrolledDevice, before time: CaptureTime) async throws(StoreFault) -> [ToldNode] {
        try await store.write { records throws(StoreFault) in
            try records.nodes(of: device.id).filter { $0.time >= device.enrolledAt && $0.time < time }.map {
                ToldNode(uri: $0.uri, value: $0.value)
            }
        }
    }
}
