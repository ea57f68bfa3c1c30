#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Measures the budgets of design.md section 9 and prints them as a table.
@main
struct EspalierBench {
    static func main() {
        let options: Options
        do throws(Options.Wrong) {
            options = try Options(Array(CommandLine.arguments.dropFirst()))
        } catch {
            print("espalier-bench: \(error.argument) is not understood\n\n\(Options.help)")
            exit(64)
        }
        if options.isHelp {
            print(Options.help)
            return
        }
        #if DEBUG
        print("espalier-bench: this is a debug build; its figures mean nothing. Use script/bench.\n")
        #endif
        func wants(_ group: String) -> Bool { options.group == nil || options.group == group }
        var rows: [Row] = []
        if wants("parse") { rows += ParseRows.rows(options) }
        if wants("wbxml") { rows += WBXMLRow.rows(options) }
        if wants("go") { rows.append(GoRow.row(options)) }
        if wants("exchange") { rows += ExchangeRows.rows(options) }
        if wants("life") { rows += LifeRows.rows(options) }
        if wants("tool") { rows += ToolRows.rows(options) }
        if wants("capture") { rows += CaptureRows.rows(options) }
        if wants("lint") { rows += LintRow.rows(options) }
        if options.group == nil { rows += elsewhere }
        if wants("write") { rows += WriteRows.rows(options) }
        print(Table.text(rows))
        if rows.contains(where: \.isBroken) { exit(1) }
    }

    /// Budgets that are not measured here.
    private static let elsewhere = [
        Row(
            name: "clean clone to the end of script/run", budget: "<= 4 min",
            outcome: .notMeasured("by hand: git clone, then time script/run"))
    ]
}
