/// What a page knows of a life before its first step.
public struct TimelineHead: Encodable, Sendable {
    public var schemaVersion = 1
    public var life: String
    public var title: String

    public init(life: String, title: String) {
        self.life = life
        self.title = title
    }
}
