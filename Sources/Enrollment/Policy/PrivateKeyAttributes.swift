import XMLStream

/// What a policy says of the key that the client makes (enrollment.md 6.2).
public struct PrivateKeyAttributes: Hashable, Sendable {
    /// Bits.
    public var minimalKeyLength: TextElement?
    public var keySpec: TextElement?
    public var keyUsageProperty: TextElement?
    public var permissions: TextElement?
    public var algorithmOIDReference: TextElement?
    /// cryptoProviders/provider.
    public var cryptoProviders: [TextElement]
    /// Version 5 and later.
    public var attestationFailureBehavior: TextElement?
    /// Seconds; version 5 and later.
    public var operationTimeout: TextElement?

    public init(
        minimalKeyLength: TextElement? = "2048", keySpec: TextElement? = nil, keyUsageProperty: TextElement? = nil,
        permissions: TextElement? = nil, algorithmOIDReference: TextElement? = nil,
        cryptoProviders: [TextElement] = [], attestationFailureBehavior: TextElement? = nil,
        operationTimeout: TextElement? = nil
    ) {
        self.minimalKeyLength = minimalKeyLength
        self.keySpec = keySpec
        self.keyUsageProperty = keyUsageProperty
        self.permissions = permissions
        self.algorithmOIDReference = algorithmOIDReference
        self.cryptoProviders = cryptoProviders
        self.attestationFailureBehavior = attestationFailureBehavior
        self.operationTimeout = operationTimeout
    }

    static let absent = PrivateKeyAttributes(minimalKeyLength: nil)
}

extension PrivateKeyAttributes {
    init(_ element: Element) {
        self.init(
            minimalKeyLength: element.text("minimalKeyLength"), keySpec: element.text("keySpec"),
            keyUsageProperty: element.text("keyUsageProperty"), permissions: element.text("permissions"),
            algorithmOIDReference: element.text("algorithmOIDReference"),
            cryptoProviders: element["cryptoProviders"]?.texts("provider") ?? [],
            attestationFailureBehavior: element.text("AttestationFailureBehavior"),
            operationTimeout: element.text("OperationTimeout"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("privateKeyAttributes")
        writer.leaf("minimalKeyLength", minimalKeyLength)
        writer.leaf("keySpec", keySpec)
        writer.leaf("keyUsageProperty", keyUsageProperty)
        writer.leaf("permissions", permissions)
        writer.leaf("algorithmOIDReference", algorithmOIDReference)
        if !cryptoProviders.isEmpty {
            writer.start("cryptoProviders")
            writer.leaves("provider", cryptoProviders)
            writer.end("cryptoProviders")
        }
        writer.leaf("AttestationFailureBehavior", attestationFailureBehavior)
        writer.leaf("OperationTimeout", operationTimeout)
        writer.end("privateKeyAttributes")
    }
}
