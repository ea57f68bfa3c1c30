import DMTree
import SyncML

/// Finds the management server that a message means when nobody said: the only id it names under DMClient/Provider
/// (design.md section 6).
public enum ProviderDetection {
    /// The single provider id named in any target; nil when there is none or more than one.
    public static func providerID(in messages: [Message]) -> String? {
        var found: [String: String] = [:]
        for message in messages { collect(message.commands, &found) }
        return found.count == 1 ? found.values.first : nil
    }

    private static func collect(_ commands: [Command], _ found: inout [String: String]) {
        for command in commands {
            switch command {
            case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
                .exec(let command):
                for item in command.items {
                    guard let target = item.target, let uri = try? TreeURI(target.locURI) else { continue }
                    let index = uri.structuralCount
                    guard uri.keys.count > index + 2, uri.keys[index] == "dmclient", uri.keys[index + 1] == "provider"
                    else { continue }
                    found[uri.keys[index + 2]] = uri.segments[index + 2]
                }
            case .atomic(let container), .sequence(let container): collect(container.commands, &found)
            case .alert, .status, .results, .unknown: break
            }
        }
    }
}
