import CSP
import DDF
import DMTree
import Device
import DeviceFile
import ESP
import EnrollmentClient
import HTTPExchange
import Identity
import Notation
import Scenario
import Transport

extension LiveLife {
    /// What a device needs from outside to live on.
    public struct Surroundings: Sendable {
        public var trust: DeviceTrust
        /// Makes the transports; nil: HTTPS with `trust` and the roots of the file.
        public var transports: DeviceTransport.Factory?
        public var clock: any WallClock
        public var keys: KeyPool
        public var limits: LinkLimits
        /// How certificate requests of renewals look.
        public var form: CertificateRequest.Form
        /// The Entra token of the user; nil for a user whom Entra does not know.
        public var userToken: String?

        public init(
            trust: DeviceTrust, clock: any WallClock, keys: KeyPool = KeyPool(ahead: 0),
            limits: LinkLimits = LinkLimits(),
            form: CertificateRequest.Form = .windowsLater, userToken: String? = nil,
            transports: DeviceTransport.Factory? = nil
        ) {
            self.trust = trust
            self.transports = transports
            self.clock = clock
            self.keys = keys
            self.limits = limits
            self.form = form
            self.userToken = userToken
        }
    }

    /// Takes the device of a file up again where it was saved last.
    ///
    /// - Throws: `notEnrolled` for one that has no enrolment; `file`, `identity`, `key` or `transport` for what cannot be
    ///   read.
    public static func open(_ file: DeviceFile, _ surroundings: Surroundings) throws(LiveFault) -> LiveLife {
        let content: DeviceContent
        let saved: DeviceLife<RemoteServer>.Saved?
        do throws(DeviceFileFault) {
            content = try file.content()
            saved = try file.life(of: RemoteServer.self)
        } catch { throw .file(error) }
        guard let enrolment = content.enrolment, let saved else { throw .notEnrolled }
        var life = try make(content.device, enrolment, content, file, surroundings)
        life.life.restore(saved)
        return life
    }

    /// The life of a device that has just been enrolled, before it is saved the first time.
    static func make(
        _ record: DeviceRecord, _ enrolment: EnrolmentRecord, _ content: DeviceContent, _ file: DeviceFile,
        _ surroundings: Surroundings, tree: DeviceTree? = nil
    ) throws(LiveFault) -> LiveLife {
        let device = try Machine.device(record, provider: enrolment.provider)
        let held = LifeKeeper.HeldRecords(keys: content.keys, certificates: content.certificates)
        let identity = try held.identity()
        var trust = surroundings.trust
        trust.roots += content.trust.map(\.der) + content.certificates.filter { $0.store == .root }.map(\.der)
        let transport: DeviceTransport
        do { transport = try DeviceTransport(showing: identity, try surroundings.transports ?? trust.factory()) } catch
        {
            throw (error as? TransportSetupFault).map { .transport($0) }
                ?? .unknownMachine("the transport cannot be made: \(error)")
        }
        let enrolmentIdentity = EnrolmentIdentity(identity)
        let keeper = LifeKeeper(file: file, enrolment: enrolment, held: held)
        let renewal = Renewal(
            device: device, enrolment: enrolment, roots: trust.roots, epoch: record.epoch, surroundings: surroundings,
            transport: transport, identity: enrolmentIdentity, keeper: keeper)
        let clock = surroundings.clock
        let link = ServerLink(
            transport: transport, clock: clock,
            vector: Machine.correlationVector(of: record.deviceID, count: Int(content.counters["MS-CV"] ?? 0)),
            limits: surroundings.limits,
            honoursRetryAfter: RetryAfter.isHonoured(byBuild: device.release.build),
            signer: { message in enrolmentIdentity.signature(of: message, now: clock.now / 1000) },
            renewer: { tree in renewal.run(tree) })
        var generator = SystemRandomNumberGenerator()
        let script = LifeScript.live(
            device,
            LifeScript.LiveCircumstances(
                isJoined: enrolment.kind == .device, user: enrolment.user, userToken: surroundings.userToken,
                epoch: record.epoch, nonceSeed: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            ))
        let life = DeviceLife(script, server: RemoteServer(link), tree: tree ?? device.makeTree(isEnrolled: false))
        return LiveLife(
            life, file: file, link: link, keeper: keeper, clock: clock, epoch: record.epoch * 1000)
    }
}
