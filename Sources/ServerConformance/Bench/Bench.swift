import CSP
import DDF
import Device
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice

/// What experiments are made with: the way to the server, who enrols, keys and devices drawn fresh, the clock.
public struct Bench: Sendable {
    /// The server, and who may enrol there.
    public struct Subject: Sendable {
        /// The discovery service.
        public var server: ServiceAddress
        public var user: String
        public var password: Secret

        public init(server: ServiceAddress, user: String, password: Secret) {
            self.server = server
            self.user = user
            self.password = password
        }
    }

    /// Bounds of each experiment, and of the normal run.
    public struct Limits: Hashable, Sendable {
        public var requests = 60
        public var seconds: Int64 = 120
        /// Sessions of the normal run.
        public var sessions = 2
        /// Requests of the normal run.
        public var runRequests = 300

        public init() {}
    }

    public let subject: Subject
    public let release: WindowsRelease
    public let clock: any WallClock
    public let limits: Limits
    /// Roots that the tester trusts, DER.
    public let roots: [[UInt8]]
    public let journal: Journal
    let makeTransport: DeviceTransport.Factory
    let makeKey: @Sendable () async throws -> KeyPair
    private let budget: Budget
    /// Whether the rules of lint look at what goes over the wire now.
    private let isLinted: Bool

    /// - Parameters:
    ///   - makeTransport: makes a transport that shows a certificate in TLS, or none.
    ///   - makeKey: makes an RSA key of 2048 bits.
    public init(
        _ subject: Subject, release: WindowsRelease = .standard, clock: any WallClock = SystemClock(),
        limits: Limits = Limits(), roots: [[UInt8]] = [], makeTransport: @escaping DeviceTransport.Factory,
        makeKey: @escaping @Sendable () async throws -> KeyPair = { try KeyPair() }
    ) {
        self.subject = subject
        self.release = release
        self.clock = clock
        self.limits = limits
        self.roots = roots
        journal = Journal()
        self.makeTransport = makeTransport
        self.makeKey = makeKey
        budget = Budget(requests: limits.runRequests, seconds: 600, clock: clock)
        isLinted = true
    }

    private init(_ bench: Bench, isLinted: Bool) {
        subject = bench.subject
        release = bench.release
        clock = bench.clock
        limits = bench.limits
        roots = bench.roots
        journal = bench.journal
        makeTransport = bench.makeTransport
        makeKey = bench.makeKey
        budget = Budget(requests: bench.limits.requests, seconds: bench.limits.seconds, clock: bench.clock)
        self.isLinted = isLinted
    }

    /// The bench for one experiment, with a budget of its own.
    ///
    /// - Parameter isLinted: false for one that breaks the protocol.
    func forExperiment(isLinted: Bool) -> Bench { Bench(self, isLinted: isLinted) }

    func transport(showing identity: HeldIdentity? = nil) throws -> JournalledTransport {
        JournalledTransport(
            transport: try makeTransport(identity), journal: journal, budget: budget, clock: clock, isLinted: isLinted)
    }

    /// The factory of a life's transport, which goes through the journal.
    var factory: DeviceTransport.Factory { { [self] identity in try transport(showing: identity) } }

    /// Another machine of the same make.
    func drawMachine() -> (identity: MachineIdentity, device: FreshDevice) {
        var generator = SystemRandomNumberGenerator()
        let facts = DeviceProfile(release: release)
        let identity = MachineIdentity(adapters: facts.networkAdapters.count, using: &generator)
        return (
            identity,
            FreshDevice(
                release: release, providerID: "MS DM Server", phase: .desktop, profile: facts.having(identity))
        )
    }
}
