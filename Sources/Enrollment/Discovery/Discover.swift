import XMLStream

/// The question of a device where and how to enrol (enrollment.md 4.1).
public struct Discover: Hashable, Sendable {
    /// What the user typed; empty in an enrolment without a user at the screen.
    public var emailAddress: TextElement?
    /// The highest version that the client knows, such as `4.0`.
    public var requestVersion: TextElement?
    /// `CIMClient_Windows` or `WindowsPhone`.
    public var deviceType: TextElement?
    /// Four numbers with dots.
    public var applicationVersion: TextElement?
    /// The number of the SKU, decimal.
    public var osEdition: TextElement?
    /// Only in samples.
    public var osVersion: TextElement?
    /// What the client offers; one to three of `AuthPolicy`.
    public var authPolicies: [TextElement]
    public var unknown: [UnknownElement]

    public init(
        emailAddress: TextElement?, requestVersion: TextElement?, deviceType: TextElement? = "CIMClient_Windows",
        applicationVersion: TextElement?, osEdition: TextElement?, osVersion: TextElement? = nil,
        authPolicies: [TextElement] = ["OnPremise", "Federated"], unknown: [UnknownElement] = []
    ) {
        self.emailAddress = emailAddress
        self.requestVersion = requestVersion
        self.deviceType = deviceType
        self.applicationVersion = applicationVersion
        self.osEdition = osEdition
        self.osVersion = osVersion
        self.authPolicies = authPolicies
        self.unknown = unknown
    }

    /// Those offered that are in the list.
    public var offered: [AuthPolicy] { authPolicies.compactMap { AuthPolicy(rawValue: $0.value) } }
}

extension Discover {
    /// A published sample has the policy as the text of AuthPolicies, without an AuthPolicy.
    init(_ element: Element) {
        let request = element["request"] ?? element
        let policies = request["AuthPolicies"]
        var offered = policies?.texts("AuthPolicy") ?? []
        if offered.isEmpty, let policies, !policies.trimmedText.isEmpty { offered = [policies.textElement] }
        self.init(
            emailAddress: request.text("EmailAddress"), requestVersion: request.text("RequestVersion"),
            deviceType: request.text("DeviceType"), applicationVersion: request.text("ApplicationVersion"),
            osEdition: request.text("OSEdition"), osVersion: request.text("OSVersion"), authPolicies: offered,
            unknown: request.unknown(
                besides: [
                    "EmailAddress", "RequestVersion", "DeviceType", "ApplicationVersion", "OSEdition", "OSVersion",
                    "AuthPolicies",
                ]))
    }

    /// In the captured order; the schema allows any.
    func write(_ writer: inout XMLWriter) {
        writer.start("Discover", namespace: Namespace.discovery)
        writer.start("request")
        writer.attribute("xmlns:xsi", Namespace.instance)
        writer.leaf("EmailAddress", emailAddress)
        writer.leaf("RequestVersion", requestVersion)
        writer.leaf("DeviceType", deviceType)
        writer.leaf("ApplicationVersion", applicationVersion)
        writer.leaf("OSEdition", osEdition)
        writer.leaf("OSVersion", osVersion)
        if !authPolicies.isEmpty {
            writer.start("AuthPolicies")
            writer.leaves("AuthPolicy", authPolicies)
            writer.end("AuthPolicies")
        }
        writer.unknown(unknown)
        writer.end("request")
        writer.end("Discover")
    }
}
