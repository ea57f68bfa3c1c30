import Enrollment
import Scenario
import Yams

/// Reads the settings of a server from YAML (docs/serve.md); places and hints as in scenario files.
public struct SettingsReader {
    static let keys = [
        "name", "provider", "address", "authentication", "users", "federated", "entra", "certificateRoots",
        "enrollment",
        "poll", "session", "profiles", "profile", "devices", "limits",
    ]

    /// Gives the text of a file that the settings name; nil when it cannot be read.
    private let file: (String) -> String?
    private var settings = ServerSettings()

    /// - Throws: `ScenarioError` with line and column for anything that is no setting; an unknown key names the nearest.
    public static func read(
        _ text: String, file: @escaping (String) -> String? = { _ in nil }
    ) throws(ScenarioError) -> ServerSettings {
        var reader = SettingsReader(file: file)
        try reader.read(
            Fields(ScenarioReader.document(text, of: "the settings"), path: "the settings", keys: keys))
        return reader.settings
    }

    private init(file: @escaping (String) -> String?) { self.file = file }

    private mutating func read(_ fields: Fields) throws(ScenarioError) {
        if let name = try fields.name("name") { settings.name = name }
        if let provider = try fields.name("provider") { settings.providerID = provider }
        settings.address = try fields.name("address")
        if fields["authentication"] != nil {
            settings.authPolicies = []
            for node in try fields.list("authentication") {
                settings.authPolicies.append(try Fields.choice(node, "authentication", AuthPolicy.self))
            }
            guard !settings.authPolicies.isEmpty else {
                throw fields.error(
                    "authentication", "authentication is empty", "write onPremise, federated or certificate")
            }
        }
        for node in try fields.list("users") { try readUser(node) }
        try readFederation(fields)
        try readEntra(fields)
        for node in try fields.list("certificateRoots") {
            settings.certificateRoots.append(try pem(node, "certificateRoots"))
        }
        try readEnrollment(fields)
        try readPoll(fields)
        try readSession(fields)
        try readLimits(fields)
        try readPlans(fields)
    }

    private mutating func readUser(_ node: Node) throws(ScenarioError) {
        let user = try Fields(node, path: "user", keys: ["name", "password", "refuse"])
        let name = try user.requireName("name")
        guard settings.user(name) == nil else { throw user.error("name", "\(name) stands twice among the users") }
        var refusal: ServerSettings.Refusal?
        if let text = try user.name("refuse") {
            if let error = DeviceEnrollmentServiceError.ErrorType(text) {
                refusal = .error(error)
            } else if let kind = SOAPFault.Kind(text) {
                refusal = .kind(kind)
            } else {
                let known =
                    DeviceEnrollmentServiceError.ErrorType.allCases.map(\.rawValue)
                    + SOAPFault.Kind.allCases.map(\.rawValue)
                throw user.error(
                    "refuse", "\"\(text)\" is no fault of the enrolment",
                    "the faults are \(known.joined(separator: ", "))")
            }
        }
        settings.users.append(
            ServerSettings.User(name: name, password: try user.text("password"), refusal: refusal))
    }

    /// A user that a setting names has to be there.
    private func knownUser(_ name: String, _ key: String, _ fields: Fields) throws(ScenarioError) -> String {
        guard let user = settings.user(name) else {
            throw fields.error(key, "\"\(name)\" is none of the users", "add it to users")
        }
        return user.name
    }

    private mutating func readFederation(_ fields: Fields) throws(ScenarioError) {
        guard let node = fields["federated"] else { return }
        let federated = try Fields(node, path: "federated", keys: ["automatic", "tokens"])
        if let name = try federated.name("automatic") {
            settings.federation.automaticUser = try knownUser(name, "automatic", federated)
        }
        for node in try federated.list("tokens") {
            let entry = try Fields(node, path: "federated.tokens", keys: ["token", "user"])
            let token = try entry.requireName("token")
            settings.federation.tokens[token] = try knownUser(try entry.requireName("user"), "user", entry)
        }
    }

    private mutating func readEntra(_ fields: Fields) throws(ScenarioError) {
        guard let node = fields["entra"] else { return }
        let entra = try Fields(node, path: "entra", keys: ["key", "kid", "issuer", "audiences"])
        var audiences: [String] = []
        for node in try entra.list("audiences") { audiences.append(try Fields.text(node, "entra.audiences")) }
        guard !audiences.isEmpty else { throw entra.error("audiences", "entra has no \"audiences\"") }
        settings.entra = ServerSettings.Entra(
            publicKey: try pem(try entra.require("key"), "entra.key"), keyID: try entra.requireName("kid"),
            issuer: try entra.requireName("issuer"), audiences: audiences)
    }

    /// A PEM text in place, or the file that holds it.
    private func pem(_ node: Node, _ path: String) throws(ScenarioError) -> String {
        let text = try Fields.text(node, path)
        if text.contains("-----BEGIN ") { return text }
        guard let content = file(text) else {
            throw Fields.error(
                node, "\(path): \(text) cannot be read", "write a PEM text, or the path of a file with one")
        }
        guard content.contains("-----BEGIN ") else {
            throw Fields.error(node, "\(path): \(text) is no PEM file")
        }
        return content
    }

    private mutating func readEnrollment(_ fields: Fields) throws(ScenarioError) {
        guard let node = fields["enrollment"] else { return }
        let section = try Fields(
            node, path: "enrollment",
            keys: [
                "version", "keyLength", "validity", "backdated", "renewPeriodDays", "retryIntervalDays", "recovery",
                "devicesPerUser", "maintenance",
            ])
        var rules = ServerSettings.EnrollmentRules()
        if let version = try section.name("version") {
            guard DiscoverResponse.versions.contains(version) else {
                throw section.error(
                    "version", "\"\(version)\" is no version of the enrolment",
                    "write one of \(DiscoverResponse.versions.joined(separator: ", "))")
            }
            rules.version = version
        }
        if let bits = try section.int("keyLength", in: 1024...4096) { rules.keyLength = bits }
        if let seconds = try section.seconds("validity") {
            guard seconds > 0 else {
                throw section.error("validity", "enrollment.validity has to be at least one second")
            }
            rules.validitySeconds = seconds
        }
        if let seconds = try section.seconds("backdated") { rules.backdatedSeconds = seconds }
        if let days = try section.int("renewPeriodDays", in: 1...1000) { rules.renewPeriodDays = days }
        if let days = try section.int("retryIntervalDays", in: 1...1000) { rules.retryIntervalDays = days }
        guard rules.retryIntervalDays <= rules.renewPeriodDays else {
            throw section.error(
                "retryIntervalDays", "enrollment.retryIntervalDays is longer than renewPeriodDays (enrollment.md 10.1)")
        }
        if let isOn = try section.bool("recovery") { rules.allowsRecovery = isOn }
        if let count = try section.int("devicesPerUser", in: 0...1_000_000) { rules.devicesPerUser = count }
        if let isOn = try section.bool("maintenance") { rules.isInMaintenance = isOn }
        settings.enrollment = rules
    }

    private mutating func readPoll(_ fields: Fields) throws(ScenarioError) {
        guard let node = fields["poll"] else { return }
        let section = try Fields(node, path: "poll", keys: ["first", "second", "remaining", "onLogin"])
        func pair(_ key: String) throws(ScenarioError) -> (interval: Int, count: Int)? {
            guard let node = section[key] else { return nil }
            let pair = try Fields(node, path: "poll.\(key)", keys: ["interval", "count"])
            return (
                try pair.int("interval", in: 0...525_600) ?? 0, try pair.int("count", in: 0...1_000_000) ?? 0
            )
        }
        if let first = try pair("first") { (settings.poll.firstInterval, settings.poll.firstCount) = first }
        if let second = try pair("second") { (settings.poll.secondInterval, settings.poll.secondCount) = second }
        if let rest = try pair("remaining") { (settings.poll.remainingInterval, settings.poll.remainingCount) = rest }
        if let isOn = try section.bool("onLogin") { settings.poll.onLogin = isOn }
    }

    private mutating func readSession(_ fields: Fields) throws(ScenarioError) {
        guard let node = fields["session"] else { return }
        let section = try Fields(node, path: "session", keys: ["type", "lasts", "mutual", "certificate", "speed"])
        if let way = try section.choice("type", ServerSettings.SessionRules.Way.self) { settings.session.way = way }
        if let extent = try section.choice("lasts", ServerSettings.SessionRules.Extent.self) {
            settings.session.extent = extent
        }
        if let isMutual = try section.bool("mutual") { settings.session.isMutual = isMutual }
        if let speed = try section.int("speed", in: 1...10_000) { settings.session.speed = speed }
        if let accepts = try section.bool("certificate") { settings.session.acceptsCertificate = accepts }
    }

    private mutating func readLimits(_ fields: Fields) throws(ScenarioError) {
        guard let node = fields["limits"] else { return }
        let section = try Fields(
            node, path: "limits", keys: ["messagesPerSession", "captureRecords", "attemptsPerCommand"])
        if let count = try section.int("messagesPerSession", in: 1...1_000_000) {
            settings.limits.messagesPerSession = count
        }
        if let count = try section.int("captureRecords", in: 0...10_000_000) { settings.limits.captureRecords = count }
        if let count = try section.int("attemptsPerCommand", in: 1...1_000) {
            settings.limits.attemptsPerCommand = count
        }
    }

    private mutating func readPlans(_ fields: Fields) throws(ScenarioError) {
        for node in try fields.list("profiles") {
            let plan = try Fields(node, path: "profiles", keys: ["name", "scenario"])
            let name = try plan.requireName("name")
            guard !settings.plans.contains(where: { $0.name == name }) else {
                throw plan.error("name", "\"\(name)\" stands twice among the profiles")
            }
            settings.plans.append(
                ServerSettings.Plan(name: name, scenario: try ScenarioReader.read(try plan.require("scenario"))))
        }
        settings.defaultPlan = try fields.name("profile")
        if let name = settings.defaultPlan { try checkPlan(name, "profile", fields) }
        for node in try fields.list("devices") {
            let device = try Fields(node, path: "devices", keys: ["id", "profile"])
            let name = try device.requireName("profile")
            try checkPlan(name, "profile", device)
            settings.planOfDevice[try device.requireName("id").uppercased()] = name
        }
    }

    private func checkPlan(_ name: String, _ key: String, _ fields: Fields) throws(ScenarioError) {
        guard !settings.plans.contains(where: { $0.name == name }) else { return }
        throw fields.error(
            key, "\"\(name)\" is none of the profiles",
            settings.plans.isEmpty
                ? "add it to profiles" : "the profiles are \(settings.plans.map(\.name).joined(separator: ", "))")
    }
}
