import Notation

/// An event log record of the page, for tools that read them (ESP-605).
public enum PageEvent: Hashable, Sendable {
    case subcategoryStarted(Subcategory)
    case subcategorySucceeded(Subcategory)
    /// The code is there only when the log alone knows it, as after a reboot that did not happen (esp-behaviour.md
    /// 4.6).
    case subcategoryFailed(Subcategory, SubcategoryState, HRESULT?)
    case providersTimedOut
    case pageExiting
    /// The result page of pre-provisioning (S11, S12).
    case whiteGloveSucceeded
    case whiteGloveFailed
    /// A device policy of the reboot catalogue was applied (ESP-325).
    case rebootRequired(uri: String)

    /// The id of the record: Shell-Core operational 62407, or 2800 of the management log.
    public var id: Int {
        switch self {
        case .subcategoryStarted, .subcategorySucceeded, .subcategoryFailed, .providersTimedOut, .pageExiting,
            .whiteGloveSucceeded, .whiteGloveFailed:
            62407
        case .rebootRequired: 2800
        }
    }

    /// The record's name; nil for one that has only an id.
    public var name: String? {
        switch self {
        case .subcategoryStarted: "CommercialOOBE_BootstrapStatusCategory_SubcategoryProcessing_Started"
        case .subcategorySucceeded: "CommercialOOBE_BootstrapStatusCategory_SubcategoryProcessing_Success"
        case .subcategoryFailed: "CommercialOOBE_BootstrapStatusCategory_SubcategoryProcessing_Failed"
        case .providersTimedOut: "CommercialOOBE_ESPDevicePreparation_PolicyProvidersInstallation_TimedOut"
        case .pageExiting: "CommercialOOBE_ESPProgress_Page_Exiting"
        case .whiteGloveSucceeded: "CommercialOOBE_ESPProgress_WhiteGlove_Success"
        case .whiteGloveFailed: "CommercialOOBE_ESPProgress_WhiteGlove_Failed"
        case .rebootRequired: nil
        }
    }

    /// What the record says beside its name.
    public var message: String {
        switch self {
        case .subcategoryStarted(let subcategory): "\(subcategory.id): \(SubcategoryState.inProgress.rawValue)"
        case .subcategorySucceeded(let subcategory): "\(subcategory.id): \(SubcategoryState.succeeded.rawValue)"
        case .subcategoryFailed(let subcategory, let state, let code):
            "\(subcategory.id): \(state.rawValue)" + (code.map { " \($0)" } ?? "")
        case .providersTimedOut: "errorCode: \(HRESULT.timeout.rawValue)"
        case .pageExiting, .whiteGloveSucceeded, .whiteGloveFailed: ""
        case .rebootRequired(let uri): uri
        }
    }
}
