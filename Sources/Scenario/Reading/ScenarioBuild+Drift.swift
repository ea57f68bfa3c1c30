import DMTree
import Device
import ESP
import Yams

extension ScenarioBuild {
    static let driftKeys = ["at", "node", "document", "setting", "value"]

    /// Programs on the device that change what the server has set.
    mutating func readDrift() throws(ScenarioError) {
        for node in try fields.list("drift") {
            let entry = try Fields(node, path: "drift", keys: Self.driftKeys)
            guard let at = try entry.seconds("at") else { throw Fields.error(node, "drift has no \"at\"") }
            try checkInstant("at", entry)
            if entry["document"] != nil {
                try readSettingDrift(entry, at: .seconds(at))
                continue
            }
            if entry["setting"] != nil { throw entry.error("setting", "drift.setting stands without document") }
            let text = try entry.requireText("node")
            let uri: TreeURI
            do throws(MalformedURI) { uri = try TreeURI(text) } catch {
                throw entry.error("node", "drift.node: \(error.reason)", error.hint)
            }
            guard let value = try entry.text("value") else { throw Fields.error(node, "drift has no \"value\"") }
            script.drifts.append(LifeScript.Drift(time: .seconds(at), uri: uri, value: value))
        }
    }

    /// A value of a document of declared configuration, which is no node.
    private mutating func readSettingDrift(_ entry: Fields, at time: DeviceTime) throws(ScenarioError) {
        guard entry["node"] == nil else {
            throw entry.error("document", "drift has node and document", "write one of them")
        }
        let id = try entry.requireName("document").filter { $0 != "{" && $0 != "}" }.lowercased()
        let setting = try entry.requireText("setting")
        let value = try entry.requireText("value")
        script.settingDrifts.append(
            LifeScript.SettingDrift(time: time, document: id, setting: setting, value: value))
    }
}
