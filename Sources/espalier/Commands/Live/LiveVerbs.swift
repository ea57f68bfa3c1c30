import ArgumentParser

/// The verbs that need sockets, keys or a device file.
enum LiveVerbs {
    #if Live
    static let all: [any ParsableCommand.Type] = [ServeCommand.self]
    #else
    static let all: [any ParsableCommand.Type] = []
    #endif
}
