import ESP
import Notation

/// One `expect:` line of a scenario.
public struct Expectation: Hashable, Sendable {
    /// When it has to hold.
    public enum Moment: Hashable, Sendable {
        /// At this instant, one second more or less: one status poll (esp-behaviour.md 8).
        case at(DeviceTime)
        /// At some instant up to this one.
        case by(DeviceTime)
        /// For the first time at this instant, one second more or less.
        case from(DeviceTime)
        /// At no instant of the life.
        case never
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
        /// A node's value; nil for a node that is not there or has none.
        case node(uri: String, value: String?)
        /// The names below a node, in their order.
        case children(uri: String, names: [String])
        case button(PageButton, isOffered: Bool)
        /// An app by name or id.
        case app(String, TrackedAppState)
        case error(code: HRESULT?, text: String?)
        case signIn(prompt: Bool)
        case setting(name: String, value: String)
        case duration(PhaseScope, TrackedLine, seconds: Int64, tolerance: Int64)
        /// The status that the client gave to a scripted command.
        case status(scripted: Int, Int)
        /// What the client returned to a scripted Get, or the user to a question.
        case result(scripted: Int, [String])
        /// An app that has not been touched up to the moment.
        case appUntouched(String)
        /// An event of the stream by name; `text` stands in one of its fields. `count` is how often, nil for at least
        /// once.
        case event(name: String, text: String?, count: Int?)
    }

    public var moment: Moment
    /// What lies before does not count; nil: everything counts.
    public var after: DeviceTime?
    public var claim: Claim
    /// The line of the scenario file.
    public var line: Int
    /// The expectation as the file words it.
    public var text: String
    /// The ids of the requirements that it shows, such as `ESP-301`; for readers and for those who count them.
    public var shows: [String]

    public init(
        moment: Moment, after: DeviceTime? = nil, claim: Claim, line: Int, text: String,
        shows: [String] = []
    ) {
        self.moment = moment
        self.after = after
        self.claim = claim
        self.line = line
        self.text = text
        self.shows = shows
    }
}
