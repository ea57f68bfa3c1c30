import DMTree
import SyncML

extension Rule {
    static let spelling = Rule(
        "catalogue.spelling", .note,
        "A message that addresses one CSP as `./Vendor/MSFT/…` and as `./Device/Vendor/MSFT/…`. Both name the same node.",
        reference: "windows-csp.md 1.1",
        check: .message { linted in
            guard linted.sender == .server else { return [] }
            var first: [String: (spelling: TreeURI.Spelling, text: String)] = [:]
            for command in linted.message.allCommands {
                for item in command.itemCommand?.items ?? [] {
                    guard let target = item.target?.locURI, !target.isEmpty,
                        let uri = try? linted.context.schema.resolve(locURI: target).uri, uri.scope == .device,
                        uri.keys.count > uri.structuralCount
                    else { continue }
                    let csp = uri.keys[uri.structuralCount]
                    guard let known = first[csp] else {
                        first[csp] = (uri.spelling, uri.text)
                        continue
                    }
                    guard known.spelling != uri.spelling else { continue }
                    return [
                        Breach(
                            at: item.origin, commandID: command.cmdID, target: target,
                            "the message writes both \(known.text) and \(uri.text): two spellings of one tree",
                            hint: "keep to one; a comparison of the Results by text goes wrong otherwise")
                    ]
                }
            }
            return []
        })
}
