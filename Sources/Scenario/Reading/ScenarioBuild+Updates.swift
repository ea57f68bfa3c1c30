import CSP
import Device
import ESP
import Yams

/// Updates for a server to approve, and archives of diagnostic data.
extension ScenarioBuild {
    mutating func readUpdates(_ node: Node) throws(ScenarioError) {
        let fields = try Fields(
            node, path: "jobs.updates", keys: ["scan", "rollback", "rollbackFails", "items"])
        if let seconds = try fields.seconds("scan") { script.jobs.updates.scanSeconds = seconds }
        if let seconds = try fields.seconds("rollback") { script.jobs.updates.rollbackSeconds = seconds }
        script.jobs.updates.rollbackError = try Self.failure(fields, "rollbackFails")
        for (index, node) in try fields.list("items").enumerated() {
            let item = try Fields(
                node, path: "jobs.updates.items \(index + 1)",
                keys: [
                    "id", "type", "revision", "feature", "download", "downloadFails", "duration", "fails", "status",
                    "restart",
                ])
            script.jobs.updates.items.append(try update(item))
        }
    }

    private enum UpdateType: String, CaseIterable {
        case none, security, critical

        var number: Int {
            switch self {
            case .none: 0
            case .security: 1
            case .critical: 2
            }
        }
    }

    private func update(_ item: Fields) throws(ScenarioError) -> LifeScript.Update {
        let id = try item.requireName("id")
        if script.jobs.updates.items.contains(where: { UpdateInventory.isSame($0.offer.id, id) }) {
            throw item.error("id", "another update has the id \(id)")
        }
        var update = LifeScript.Update(
            offer: UpdateInventory.Offer(
                id: id, type: try item.choice("type", UpdateType.self)?.number ?? 1,
                revision: try item.int("revision", in: 0...Int(Int32.max)) ?? 1))
        update.isFeatureUpdate = try item.bool("feature") ?? false
        if let seconds = try item.seconds("download") { update.downloadSeconds = seconds }
        if let seconds = try item.seconds("duration") { update.installSeconds = seconds }
        update.downloadError = try Self.failure(item, "downloadFails")
        update.installError = try Self.failure(item)
        update.failureStatus = try item.int("status", in: 0...Int(Int32.max))
        update.restarts = try item.bool("restart") ?? false
        if update.downloadError != nil, let key = ["duration", "fails", "restart"].first(where: { item[$0] != nil }) {
            throw item.error(
                key, "\(item.path) has \(key) beside downloadFails, and nothing is installed after a failed download",
                "take one of them out")
        }
        if item["status"] != nil, update.downloadError == nil, update.installError == nil {
            throw item.error("status", "\(item.path).status says why an update failed, and this one does not fail")
        }
        return update
    }

    mutating func readArchive(_ node: Node) throws(ScenarioError) {
        let fields = try Fields(node, path: "jobs.archive", keys: ["duration", "fails", "directives"])
        if let seconds = try fields.seconds("duration") { script.jobs.archive.seconds = seconds }
        script.jobs.archive.error = try Self.failure(fields)
        for node in try fields.list("directives") {
            let directive = try Fields(node, path: "jobs.archive.directives", keys: ["text", "fails"])
            let text = try directive.requireName("text")
            guard let error = try Self.failure(directive) else {
                throw Fields.error(node, "jobs.archive.directives has no \"fails\"", "write fails: 0x80070002")
            }
            script.jobs.archive.directiveErrors[text] = error
        }
    }
}
