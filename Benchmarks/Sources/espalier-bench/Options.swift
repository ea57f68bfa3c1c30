/// What was asked for on the command line.
struct Options {
    /// How often each body runs and counts; a tenth of it warms up.
    var rounds = 1_000
    /// The group of rows that is wanted; nil for all.
    var group: String?
    /// The release build of the tool.
    var tool: String?
    var isHelp = false

    static let groups = ["parse", "wbxml", "go", "exchange", "life", "tool", "capture", "lint", "write"]

    static let help = """
        espalier-bench [--rounds N] [--only GROUP] [--tool FILE]

        Prints the budgets of design.md section 9 as a table. Every figure is a median, both sides of a ratio come from this run
        and take turns. Exit status 1 when a measured budget is broken.

          --rounds N   how often each body runs and counts (default 1000)
          --only GROUP the rows of one group: parse, wbxml, go, exchange, life, tool, capture, lint or write
          --tool FILE  the release build of espalier (default: .build-core/release/espalier, or
                       $ESPALIER_SCRATCH-core/release/espalier)
        """

    struct Wrong: Error { var argument: String }

    init(_ arguments: [String]) throws(Wrong) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--help", "-h": isHelp = true
            case "--tool":
                guard let value = rest.popFirst() else { throw Wrong(argument: argument) }
                tool = value
            case "--only":
                guard let value = rest.popFirst(), Self.groups.contains(value) else { throw Wrong(argument: argument) }
                group = value
            case "--rounds":
                guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else {
                    throw Wrong(argument: argument)
                }
                rounds = value
            default: throw Wrong(argument: argument)
            }
        }
    }
}
