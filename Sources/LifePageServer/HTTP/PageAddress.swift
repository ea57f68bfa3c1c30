import Notation

/// What stands at an address of the page's server (docs/page.md).
enum PageAddress: Hashable, Sendable {
    case document
    case devices
    case events(device: String)
    case message(device: String, number: Int)
    case actions(device: String)
    case nothing

    /// - Parameter path: without its query.
    init(path: some StringProtocol) {
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
            .map { PercentCoding.decode(Substring($0)) ?? String($0) }
        switch (path.first, parts.count, parts.first) {
        case ("/", 1, ""): self = .document
        case ("/", 1, "devices"): self = .devices
        case ("/", 3, "devices") where parts[2] == "events": self = .events(device: parts[1])
        case ("/", 3, "devices") where parts[2] == "actions": self = .actions(device: parts[1])
        case ("/", 4, "devices") where parts[2] == "messages":
            // As we write numbers, and no other way.
            guard let number = Int(parts[3]), String(number) == parts[3], number >= 0 else {
                self = .nothing
                return
            }
            self = .message(device: parts[1], number: number)
        default: self = .nothing
        }
    }

    /// The one method that it takes; nil for nothing.
    var method: String? {
        switch self {
        case .document, .devices, .events, .message: "GET"
        case .actions: "POST"
        case .nothing: nil
        }
    }

    /// Whether refusals are read by the page, and not by a person.
    var isData: Bool {
        switch self {
        case .document, .nothing: false
        case .devices, .events, .message, .actions: true
        }
    }
}
