#if Live
import ArgumentParser
import Device
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice
import Notation
import Scenario
import Transport

/// `espalier run --server`: enrols the device of a scenario with a real server, and lives its life with it.
struct RemoteRun {
    var options: RemoteOptions
    var scenario: Scenario
    var keepsMessages: Bool
    var keepsRegistry: Bool
    var isTold: Bool

    /// The player, ready to begin: the device is enrolled.
    func player() async throws -> LifePlayer<RemoteServer> {
        let clock = SystemClock()
        let trust = options.trust.deviceTrust(try options.trust.roots())
        var scenario = scenario
        var generator = SystemRandomNumberGenerator()
        let facts = scenario.script.device.profile
        // No two runs are the same device, or a server would take the second for the first.
        scenario.script.device.profile = facts.having(
            MachineIdentity(adapters: facts.networkAdapters.count, using: &generator))
        let driver = EnrollmentDriver(
            server: options.server.flatMap { ServiceAddress(server: $0) }, user: options.user ?? "",
            password: options.password, trust: trust, wire: wire(scenario), isTold: isTold, clock: clock)
        let enrolled: EnrolledDevice
        do { enrolled = try await driver.enrol(scenario.script.device) } catch let failure as EnrollmentFailure {
            throw EnrollmentText.end(failure)
        }
        let provider = enrolled.provisioned.providerID
        scenario.script.device.providerID = provider
        scenario.script.page.providerID = provider
        scenario.script.agent.providerID = provider
        scenario.script.nonceSeed = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        // Without one the users send the unsigned tokens of the scenario.
        if let token = try options.userToken.map({ try SecretArgument.text($0, "--user-token") }) {
            for index in scenario.script.users.indices { scenario.script.users[index].token = token }
        }
        let link = try link(enrolled, trust, scenario.script.device, clock)
        return LifePlayer(
            scenario, server: RemoteServer(link), keepsMessages: keepsMessages, keepsRegistry: keepsRegistry,
            tree: enrolled.provisioned.tree)
    }

    /// OOBE enrols the device, the desktop its user, unless the options say otherwise.
    private func wire(_ scenario: Scenario) -> EnrollmentOptions {
        var wire = options.wire
        if scenario.script.page.enrollment == .oobe { wire.oobe = true }
        return wire
    }

    private func link(
        _ enrolled: EnrolledDevice, _ trust: DeviceTrust, _ device: FreshDevice, _ clock: SystemClock
    ) throws -> ServerLink {
        var trust = trust
        trust.roots += enrolled.provisioned.certificates.filter { $0.store == .root }.map(\.der)
        do {
            let transport = try DeviceTransport(showing: enrolled.identity, try trust.factory())
            let identity = EnrolmentIdentity(enrolled.identity)
            return ServerLink(
                transport: transport, clock: clock,
                vector: Machine.correlationVector(of: device.profile.deviceID),
                honoursRetryAfter: RetryAfter.isHonoured(byBuild: device.release.build),
                signer: { message in identity.signature(of: message, now: clock.now / 1000) })
        } catch let fault as TransportSetupFault {
            throw LiveStatus.end(.transport(fault))
        }
    }
}
#endif
