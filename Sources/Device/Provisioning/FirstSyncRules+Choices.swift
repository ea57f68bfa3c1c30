import CSP
import ESP

extension FirstSyncRules {
    /// What the switches U-03 and U-08 say.
    public init(_ choices: Choices) {
        let shortest =
            switch choices.timeoutRange {
            case .from1: 1
            case .from60: 60
            }
        self.init(frozenStatus: choices.frozenWrite.status, shortestTimeout: shortest)
    }
}
