import DMTree
import Device
import ESP
import Notation
import ProtocolProfile

/// What is set beside a scenario: a known issue, an open question, the dialect of OMA-DM, as `--quirk`, `--choice` and
/// `--protocol` do.
public enum ScenarioSwitch: Hashable, Sendable, Codable {
    case quirk(id: String, isOn: Bool)
    case choice(id: String, option: String)
    case protocolProfile(ProtocolProfile.Name)

    /// - Throws: `ScenarioError` without a place, for an id or an option that does not exist.
    public func apply(to scenario: inout Scenario) throws(ScenarioError) {
        switch self {
        case .quirk(let id, let isOn):
            do throws(Quirks.Refusal) { try scenario.script.page.quirks.set(id, to: isOn) } catch {
                throw Self.unknown("quirk", id, among: Quirks.ID.allCases.map(\.rawValue))
            }
        case .choice(let id, let option):
            do throws(OptionRefusal) { try scenario.script.choose(id, option) } catch {
                switch error {
                case .unknown: throw Self.unknown("open question", id, among: LifeScript.questions)
                case .noOption(_, _, let options):
                    throw ScenarioError(
                        line: 1, column: 1, message: "\"\(option)\" is no answer to \(id)",
                        hint: "write one of \(options.joined(separator: ", "))")
                }
            }
        case .protocolProfile(let name):
            scenario.script.device.protocolProfile = scenario.script.device.protocolProfile.renamed(name)
        }
    }

    private static func unknown(_ what: String, _ id: String, among ids: [String]) -> ScenarioError {
        ScenarioError(
            line: 1, column: 1, message: "there is no \(what) \"\(id)\"",
            hint: NameDistance.nearest(to: id, among: ids).map { "did you mean \($0)?" }
                ?? "they are \(ids.first ?? "") to \(ids.last ?? "")")
    }
}
