/// A file of the page, as it stands in Resources.
struct PageSource: Sendable {
    var name: String
    var text: String
}
