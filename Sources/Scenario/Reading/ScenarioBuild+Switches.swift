import DMTree
import Device
import ESP
import Notation
import ProtocolProfile
import Yams

/// Known issues and open questions of the page as switches.
extension ScenarioBuild {
    mutating func readQuirks() throws(ScenarioError) {
        for (key, value) in try pairs("quirks", "ESP-301: off") {
            let id = key.string ?? "this"
            let isOn: Bool
            switch value.string?.lowercased() {
            case "on", "true", "yes": isOn = true
            case "off", "false", "no": isOn = false
            default: throw Fields.error(value, "quirk \(id) has to be on or off")
            }
            do throws(Quirks.Refusal) { try script.page.quirks.set(id, to: isOn) } catch {
                throw Fields.error(
                    key, "there is no quirk \"\(id)\"",
                    NameDistance.nearest(to: id, among: Quirks.ID.allCases.map(\.rawValue))
                        .map { "did you mean \($0)?" } ?? "quirks are ESP-301 to ESP-326")
            }
        }
    }

    mutating func readChoices() throws(ScenarioError) {
        for (key, value) in try pairs("choices", "U-11: absent") {
            let id = key.string ?? "this"
            do throws(OptionRefusal) { try script.choose(id, value.string ?? "") } catch {
                switch error {
                case .unknown:
                    throw Fields.error(
                        key, "there is no open question \"\(id)\"",
                        NameDistance.nearest(to: id, among: LifeScript.questions).map { "did you mean \($0)?" }
                            ?? "they are U-01 to U-22 of docs/esp.md and A1 to A35 of docs/conformance.md")
                case .noOption(let option, let question, let options):
                    throw Fields.error(
                        value, "\"\(option)\" is no answer to \(question)",
                        "write one of \(options.joined(separator: ", "))")
                }
            }
        }
    }

    /// The dialect of OMA-DM that the client speaks.
    mutating func readProtocol() throws(ScenarioError) {
        guard let node = fields["protocol"] else { return }
        guard let name = ProtocolProfile.Name(rawValue: node.string ?? "") else {
            throw Fields.error(
                node, "\"\(node.string ?? "this")\" is no protocol profile",
                "write \(ProtocolProfile.Name.allCases.map(\.rawValue).joined(separator: " or "))")
        }
        script.device.protocolProfile = script.device.protocolProfile.renamed(name)
    }

    private func pairs(_ section: String, _ example: String) throws(ScenarioError) -> [(key: Node, value: Node)] {
        guard let node = fields[section] else { return [] }
        guard case .mapping(let mapping) = node else {
            throw Fields.error(node, "\(section) has to be a list such as \(example)")
        }
        return mapping.map { ($0.key, $0.value) }
    }
}
