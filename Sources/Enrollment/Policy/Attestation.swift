import XMLStream

/// What a policy says of attestation, from version 6 on; it overrides the two values of the key (enrollment.md 6.2).
public struct Attestation: Hashable, Sendable {
    /// `FailOnError`, `IgnoreOnError` or `RetryOnError`.
    public var failureBehavior: TextElement?
    /// Seconds.
    public var operationTimeout: TextElement?
    /// azureAttestation.
    public var nonce: TextElement?
    public var relyingPartyID: TextElement?
    public var endpointURI: TextElement?

    public init(
        failureBehavior: TextElement? = nil, operationTimeout: TextElement? = nil, nonce: TextElement? = nil,
        relyingPartyID: TextElement? = nil, endpointURI: TextElement? = nil
    ) {
        self.failureBehavior = failureBehavior
        self.operationTimeout = operationTimeout
        self.nonce = nonce
        self.relyingPartyID = relyingPartyID
        self.endpointURI = endpointURI
    }
}

extension Attestation {
    init(_ element: Element) {
        let azure = element["azureAttestation"]
        self.init(
            failureBehavior: element.text("attestationFailureBehavior"),
            operationTimeout: element.text("operationTimeout"), nonce: azure?.text("nonce"),
            relyingPartyID: azure?.text("relyingPartyId"), endpointURI: azure?.text("endpointUri"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("attestation")
        writer.leaf("attestationFailureBehavior", failureBehavior)
        writer.leaf("operationTimeout", operationTimeout)
        writer.group(
            "azureAttestation", ("nonce", nonce), ("relyingPartyId", relyingPartyID), ("endpointUri", endpointURI))
        writer.end("attestation")
    }
}
