import DMTree
import Device
import ESP
import Yams

extension ScenarioBuild {
    static let driftKeys = ["at", "node", "value"]

    /// Programs on the device that change what the server has set.
    mutating func readDrift() throws(ScenarioError) {
        for node in try fields.list("drift") {
            let entry = try Fields(node, path: "drift", keys: Self.driftKeys)
            guard let at = try entry.seconds("at") else { throw Fields.error(node, "drift has no \"at\"") }
            try checkInstant("at", entry)
            let text = try entry.requireText("node")
            let uri: TreeURI
            do throws(MalformedURI) { uri = try TreeURI(text) } catch {
                throw entry.error("node", "drift.node: \(error.reason)", error.hint)
            }
            guard let value = try entry.text("value") else { throw Fields.error(node, "drift has no \"value\"") }
            script.drifts.append(LifeScript.Drift(time: .seconds(at), uri: uri, value: value))
        }
    }
}
