import ProtocolProfile
import SyncML

extension Ambiguities {
    /// The forms in which our messages are written: A1, A2 and A17.
    public var writing: WritingOptions {
        var options = WritingOptions.standard
        options.statusOrder =
            switch statusOrder {
            case .dtd: .dtd
            case .msmdm: .msmdm
            }
        options.referenceContent =
            switch referenceContent {
            case .text: .text
            case .locURI: .locURI
            }
        options.alertOrder =
            switch alertOrder {
            case .dataFirst: .dataFirst
            case .correlatorFirst: .correlatorFirst
            }
        return options
    }
}
