import DDF
import DMTree
import SyncML

extension Rule {
    static let rebootNote = Rule(
        "catalogue.reboot", .note, "A write or Exec that takes effect with a restart.",
        reference: "windows-csp.md 6.3 RebootBehavior",
        check: .command { linted in
            guard linted.isChange else { return [] }
            return linted.breaches { _, resolution in
                guard let node = resolution.node, let behavior = node.facts.rebootBehavior else { return nil }
                switch behavior {
                case .automatic:
                    return (
                        "\(node.displayName) makes Windows restart by itself",
                        "during the Enrollment Status Page a restart loses the user's sign-in; send it when that does no harm"
                    )
                case .serverInitiated:
                    return (
                        "\(node.displayName) takes effect after a restart, which the server has to ask for",
                        "send an Exec of ./Device/Vendor/MSFT/Reboot/RebootNow, or a schedule, when all is set"
                    )
                }
            }
        })
}
