/// What the comparison of two client messages leaves out, or holds to be equal: a value with a stable id.
///
/// `ComparisonRule.all` is what `espalier replay --list-rules` and docs/replay.md are made from.
public struct ComparisonRule: Hashable, Sendable, Identifiable {
    /// What the rule does to the comparison.
    public enum Effect: String, Hashable, Sendable, CaseIterable {
        /// Two sides that differ so count as equal.
        case masks
        /// Two sides that differ so are a `Difference`.
        case demands
    }

    /// Stable, such as `compare.status-code`.
    public let id: String
    public let effect: Effect
    /// What is masked, or has to be equal, in one plain sentence.
    public let summary: String
    /// Where it comes from, such as "oma-dm.md 7, DM-STAT-03".
    public let reference: String

    init(_ id: String, _ effect: Effect, _ summary: String, reference: String) {
        self.id = id
        self.effect = effect
        self.summary = summary
        self.reference = reference
    }
}

extension ComparisonRule {
    /// Masks first, then what is held to be equal, in the order of a message.
    public static let all: [ComparisonRule] = masks + demands

    static let masks: [ComparisonRule] = [
        numbering, nextNonce, proof, headerStatus, deviceFact, instant, guid, token, childOrder, resultsPlace,
        standardMeta, wording, resultsCmd, redacted, attachment,
    ]

    static let demands: [ComparisonRule] = [
        headerVersion, headerAddress, headerCredentials, headerMeta, final, messageMissing, messageExtra,
        statusMissing, statusExtra, statusCode, statusCommand, statusTarget, statusError, statusChallenge, statusItems,
        statusOrder, resultsMissing, resultsExtra, resultsItemMissing, resultsItemExtra, resultsMeta, resultsData,
        resultsCount, alertMissing, alertExtra, alertData, alertMeta, commandMissing, commandExtra, commandItem,
    ]
}

// MARK: What is masked

extension ComparisonRule {
    static let numbering = ComparisonRule(
        "compare.numbering", .masks,
        "CmdID, MsgID and SessionID of the client's messages: each client counts by itself.",
        reference: "oma-dm.md 1.5")
    static let nextNonce = ComparisonRule(
        "compare.nonce", .masks, "NextNonce of a Chal: a nonce is never the same twice.",
        reference: "oma-dm.md 2.11, DM-AUTH-18")
    static let proof = ComparisonRule(
        "compare.proof", .masks,
        "Data of Cred and the LocName beside it: the secret of the recorded account is not known.",
        reference: "oma-dm.md 2.11")
    static let headerStatus = ComparisonRule(
        "compare.header-status", .masks,
        "200 against 212 in the Status for the SyncHdr: without the secret a server's digest cannot be verified.",
        reference: "oma-dm.md 2.11; enrollment.md 14.5")
    static let deviceFact = ComparisonRule(
        "compare.device-fact", .masks,
        "Values of nodes that tell what the device is (DevInfo, DevDetail, DeviceStatus and the inventories). --learn takes them from the capture.",
        reference: "windows-csp.md 4.7 to 4.9, 4.15")
    static let instant = ComparisonRule(
        "compare.time", .masks, "Two dates or times.", reference: "windows-csp.md 4.8, LocalTime")
    static let guid = ComparisonRule(
        "compare.guid", .masks, "GUIDs, as long as the same stands for the same within one value.",
        reference: "enrollment.md 2")
    static let token = ComparisonRule(
        "compare.token", .masks, "Data of an alert that carries a token.",
        reference: "windows-csp.md 5.4, AADUserToken")
    static let childOrder = ComparisonRule(
        "compare.child-order", .masks, "The order of the child names that a Get of an interior node gives.",
        reference: "oma-dm.md 3.3, Get of an interior node")
    static let resultsPlace = ComparisonRule(
        "compare.results-place", .masks,
        "Where Results and Alerts stand between the Statuses.", reference: "oma-dm.md 7, DM-RES-04")
    static let standardMeta = ComparisonRule(
        "compare.standard-meta", .masks,
        "Format chr or Type text/plain on one side, none on the other: they are the defaults.",
        reference: "oma-dm.md 1.3")
    static let wording = ComparisonRule(
        "compare.wording", .masks,
        "How a value is written: true or 1, leading zeros, white space between the tags of an XML document, the order of attributes, text or CDATA.",
        reference: "windows-csp.md 1.4; oma-dm.md 1.5")
    static let resultsCmd = ComparisonRule(
        "compare.results-cmd", .masks, "A Cmd element in Results: printed in MS-MDM, absent on the wire.",
        reference: "windows-csp.md 5.3")
    static let redacted = ComparisonRule(
        "compare.redacted", .masks, "A recorded value that a redaction has replaced.",
        reference: "docs/captures.md")
    static let attachment = ComparisonRule(
        "compare.address", .masks,
        "With --as-server only: Target and Source of the SyncHdr, and what identifies the live device.",
        reference: "oma-dm.md 1.5")
}

// MARK: What is held to be equal

extension ComparisonRule {
    static let headerVersion = ComparisonRule(
        "compare.header-version", .demands, "VerDTD, VerProto and the namespace of the root are the same.",
        reference: "oma-dm.md 7, DM-HDR-01, DM-HDR-02; enrollment.md 14.6")
    static let headerAddress = ComparisonRule(
        "compare.header-address", .demands, "Target and Source of the SyncHdr are the same.",
        reference: "windows-csp.md 5.1")
    static let headerCredentials = ComparisonRule(
        "compare.header-credentials", .demands, "Both messages carry a Cred of one type, or none.",
        reference: "enrollment.md 14.5")
    static let headerMeta = ComparisonRule(
        "compare.header-meta", .demands, "MaxMsgSize and MaxObjSize of the SyncHdr are the same.",
        reference: "oma-dm.md 8, A13")
    static let final = ComparisonRule(
        "compare.final", .demands, "Both messages end with Final, or neither.", reference: "oma-dm.md 2.2")
    public static let messageMissing = ComparisonRule(
        "compare.message-missing", .demands, "The recorded client sent a message here, ours is silent.",
        reference: "oma-dm.md 2.1")
    public static let messageExtra = ComparisonRule(
        "compare.message-extra", .demands, "Our client sends a message here, the recorded one was silent.",
        reference: "oma-dm.md 2.1")
    static let statusMissing = ComparisonRule(
        "compare.status-missing", .demands, "Each Status of the recorded client has one of ours.",
        reference: "oma-dm.md 7, DM-STAT-01")
    static let statusExtra = ComparisonRule(
        "compare.status-extra", .demands, "Our client answers nothing that the recorded one did not answer.",
        reference: "oma-dm.md 7, DM-STAT-01")
    static let statusCode = ComparisonRule(
        "compare.status-code", .demands, "A command is answered with the same status.",
        reference: "windows-csp.md 5.9")
    static let statusCommand = ComparisonRule(
        "compare.status-command", .demands, "Cmd of a Status is the same.", reference: "oma-dm.md 2.3")
    static let statusTarget = ComparisonRule(
        "compare.status-target", .demands, "TargetRef and SourceRef of a Status are the same.",
        reference: "windows-csp.md 5.3")
    static let statusError = ComparisonRule(
        "compare.status-error", .demands, "msft:originalerror of a Status is the same.",
        reference: "windows-csp.md 3.11")
    static let statusChallenge = ComparisonRule(
        "compare.status-challenge", .demands, "Both Statuses carry a Chal of one type, or none.",
        reference: "oma-dm.md 2.11")
    static let statusItems = ComparisonRule(
        "compare.status-items", .demands, "Items of a Status are the same.", reference: "oma-dm.md 2.3")
    static let statusOrder = ComparisonRule(
        "compare.status-order", .demands, "The Statuses stand in the same order, which is that of the commands.",
        reference: "oma-dm.md 7, DM-STAT-03")
    static let resultsMissing = ComparisonRule(
        "compare.results-missing", .demands, "Each Results of the recorded client has one of ours.",
        reference: "windows-csp.md 5.3")
    static let resultsExtra = ComparisonRule(
        "compare.results-extra", .demands, "Our client sends no Results that the recorded one did not send.",
        reference: "windows-csp.md 5.3")
    static let resultsItemMissing = ComparisonRule(
        "compare.results-item-missing", .demands, "Results hold an Item for each Source that the recorded ones hold.",
        reference: "windows-csp.md 5.9, Results")
    static let resultsItemExtra = ComparisonRule(
        "compare.results-item-extra", .demands, "Results hold no Item that the recorded ones do not hold.",
        reference: "windows-csp.md 5.9, Results")
    static let resultsMeta = ComparisonRule(
        "compare.results-meta", .demands, "Format and Type of a result are the same.",
        reference: "windows-csp.md 5.9, Results")
    static let resultsData = ComparisonRule(
        "compare.results-data", .demands, "The value of a node is the same.", reference: "windows-csp.md 5.9, Results")
    static let resultsCount = ComparisonRule(
        "compare.results-count", .demands, "The Items of one answer stand in the same number of Results.",
        reference: "windows-csp.md 5.3")
    static let alertMissing = ComparisonRule(
        "compare.alert-missing", .demands, "Each Alert of the recorded client, by code and Type, has one of ours.",
        reference: "windows-csp.md 5.4, 5.5")
    static let alertExtra = ComparisonRule(
        "compare.alert-extra", .demands, "Our client sends no Alert that the recorded one did not send.",
        reference: "windows-csp.md 5.4, 5.5")
    static let alertData = ComparisonRule(
        "compare.alert-data", .demands, "Data of an Alert's Item is the same.", reference: "windows-csp.md 5.4, 5.5")
    static let alertMeta = ComparisonRule(
        "compare.alert-meta", .demands, "Format, Mark and Correlator of an Alert are the same.",
        reference: "windows-csp.md 5.4, 5.5")
    static let commandMissing = ComparisonRule(
        "compare.command-missing", .demands, "Each other command of the recorded client has one of ours.",
        reference: "enrollment.md 14.4")
    static let commandExtra = ComparisonRule(
        "compare.command-extra", .demands, "Our client sends no other command that the recorded one did not send.",
        reference: "enrollment.md 14.4")
    static let commandItem = ComparisonRule(
        "compare.command-item", .demands, "The Items of a command of the client are the same.",
        reference: "enrollment.md 14.4")
}
