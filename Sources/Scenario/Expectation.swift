import ESP

/// One `expect:` line of a scenario.
public struct Expectation: Hashable, Sendable {
    /// When it has to hold.
    public enum Moment: Hashable, Sendable {
        /// At this instant, one second more or less: one status poll (esp-behaviour.md 8).
        case at(DeviceTime)
        /// At some instant up to this one.
        case by(DeviceTime)
        /// When the life is over.
        case end
    }

    /// What has to hold.
    public enum Claim: Hashable, Sendable {
        case outcome(String)
        /// A state of the page by its name in the reference, such as `S5`.
        case page(PageState)
        case category(Category, CategoryState)
        /// A line's state, text or token.
        case line(Subcategory, state: SubcategoryState?, text: String?)
        case node(uri: String, value: String?)
        case button(PageButton, isOffered: Bool)
        /// An app by name or id.
        case app(String, TrackedAppState)
        case error(code: HResult?, text: String?)
        case signIn(prompt: Bool)
        case setting(name: String, value: String)
        case duration(TrackedLine, seconds: Int64, tolerance: Int64)
        /// The status that the client gave to a scripted command.
        case status(scripted: Int, Int)
        /// No event of this app before the moment.
        case appUntouched(String)
    }

    public var moment: Moment
    public var claim: Claim
    /// The line of the scenario file.
    public var line: Int
    /// The expectation as the file words it.
    public var text: String

    public init(moment: Moment, claim: Claim, line: Int, text: String) {
        self.moment = moment
        self.claim = claim
        self.line = line
        self.text = text
    }
}
