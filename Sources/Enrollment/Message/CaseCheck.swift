import XMLStream

/// Finds names that differ from those of the schemas in the case of letters only (ENR-13). Each name is told once.
enum CaseCheck {
    /// The names of each namespace; those of Microsoft's are taken without a slash at the end, which samples have.
    private static let names: [String: [String]] = [
        Namespace.soap: [
            "Envelope", "Header", "Body", "Fault", "Code", "Subcode", "Value", "Reason", "Text", "Node", "Role",
            "Detail",
        ],
        Namespace.addressing: ["Action", "MessageID", "RelatesTo", "ReplyTo", "Address", "To", "From", "FaultTo"],
        Namespace.discovery: [
            "Discover", "request", "EmailAddress", "RequestVersion", "DeviceType", "ApplicationVersion", "OSEdition",
            "OSVersion", "AuthPolicies", "AuthPolicy", "DiscoverResponse", "DiscoverResult", "EnrollmentVersion",
            "EnrollmentPolicyServiceUrl", "EnrollmentServiceUrl", "AuthenticationServiceUrl",
        ],
        Namespace.policy: [
            "GetPolicies", "client", "lastUpdate", "preferredLanguage", "TPMManufacturer", "TPMFirmwareVersion",
            "requestFilter", "GetPoliciesResponse", "response", "policyID", "policies", "policy", "attributes",
            "policySchema", "privateKeyAttributes", "minimalKeyLength", "hashAlgorithmOIDReference", "oIDs", "oID",
            "value", "group", "oIDReferenceID", "defaultName", "cAs",
        ],
        Namespace.trust: [
            "RequestSecurityToken", "TokenType", "RequestType", "RequestSecurityTokenResponseCollection",
            "RequestSecurityTokenResponse", "RequestedSecurityToken",
        ],
        Namespace.security: ["Security", "UsernameToken", "Username", "Password", "BinarySecurityToken"],
        Namespace.enrollment: [
            "DispositionMessage", "RequestID", "DeviceEnrollmentServiceError", "ErrorType", "Message", "TraceId",
        ],
        Namespace.authorization: ["AdditionalContext", "ContextItem", "Value"],
    ]

    private static let byLowerCase = names.mapValues { names in
        Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    static func remarks(_ root: Element) -> [EnrollmentRemark] {
        var found: [String: EnrollmentRemark] = [:]
        visit(root, &found)
        return Array(found.values)
    }

    private static func visit(_ element: Element, _ found: inout [String: EnrollmentRemark]) {
        var namespace = element.namespace ?? ""
        if namespace != Namespace.soap11, namespace.hasSuffix("/") { namespace.removeLast() }
        if namespace == Namespace.soap11 { namespace = Namespace.soap }
        if let expected = byLowerCase[namespace]?[element.name.lowercased()], expected != element.name,
            found[element.name] == nil, let position = element.place.position
        {
            found[element.name] = EnrollmentRemark(
                .nameCase(found: element.name, expected: expected), at: position)
        }
        for child in element.children { visit(child, &found) }
    }
}
