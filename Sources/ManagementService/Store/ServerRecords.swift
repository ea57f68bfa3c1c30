import Capture

/// What the services read and write, within one transaction.
protocol ServerRecords {
    func user(_ name: String) throws(StoreFault) -> StoredUser?
    /// In alphabetical order.
    func userNames() throws(StoreFault) -> [String]
    /// Takes the place of all users there are.
    func setUsers(_ users: [StoredUser]) throws(StoreFault)

    func device(_ id: String) throws(StoreFault) -> ManagedDevice?
    /// In the order in which they enrolled.
    func devices() throws(StoreFault) -> [ManagedDevice]
    func save(_ device: ManagedDevice) throws(StoreFault)
    /// How many enrolled devices a user has beside one.
    func deviceCount(ofUser user: String, besides id: String) throws(StoreFault) -> Int

    func certificate(_ thumbprint: String) throws(StoreFault) -> IssuedCertificate?
    func add(_ certificate: IssuedCertificate) throws(StoreFault)
    /// Sets the state of all of a device's certificates that have another one, besides one of them.
    func setCertificates(
        of device: String, besides thumbprint: String?, to state: IssuedCertificate.State
    ) throws(StoreFault)

    /// The user of a login token that still counts.
    func user(ofToken digest: String, now: CaptureTime) throws(StoreFault) -> String?
    func addToken(_ digest: String, user: String, expires: CaptureTime) throws(StoreFault)
    func removeToken(_ digest: String) throws(StoreFault)

    /// Those that are not answered yet, or all, in order.
    func queue(of device: String, all: Bool) throws(StoreFault) -> [QueueEntry]
    /// Gives the id.
    func enqueue(_ command: String, for device: String, now: CaptureTime) throws(StoreFault) -> Int64
    func update(_ entry: QueueEntry) throws(StoreFault)

    func nodes(of device: String) throws(StoreFault) -> [KnownNode]
    func save(_ nodes: [KnownNode], of device: String, atMost limit: Int) throws(StoreFault)

    /// Gives the number of the record; nil when none is kept.
    func capture(_ record: CaptureRecord, of device: String?, atMost limit: Int) throws(StoreFault) -> Int64?
    /// In order of time.
    func captures(of device: String?) throws(StoreFault) -> [CaptureRecord]
    /// Requests with their answers, the oldest first. An answer whose request was dropped is left out.
    func exchanges(
        of device: String, since time: CaptureTime, after number: Int64, atMost limit: Int
    ) throws(StoreFault) -> [CapturedExchange]
    /// The number of the oldest record.
    func oldestCapture() throws(StoreFault) -> Int64?

    func value(_ key: String) throws(StoreFault) -> [UInt8]?
    func setValue(_ key: String, _ value: [UInt8]) throws(StoreFault)
}
