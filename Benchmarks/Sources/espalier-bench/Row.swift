/// One line of the table of budgets (design.md section 9).
struct Row {
    /// What a measurement gave.
    enum Outcome {
        /// - ours: what Espalier needed, with its unit.
        /// - limit: what it is compared with, with its unit.
        /// - ratio: the number the budget is about.
        /// - isMet: nil for a row that has no budget.
        case measured(ours: String, limit: String, ratio: String, isMet: Bool?)
        /// The reason, so that nobody takes a missing figure for a good one.
        case notMeasured(String)
    }

    var name: String
    var budget: String
    var outcome: Outcome

    /// The row as cells, in the order of `Table.head`.
    var cells: [String] {
        switch outcome {
        case .measured(let ours, let limit, let ratio, let isMet):
            [name, budget, ours, limit, ratio, isMet.map { $0 ? "yes" : "NO" } ?? "-"]
        case .notMeasured(let reason): [name, budget, "not measured: \(reason)", "", "", "-"]
        }
    }

    var isBroken: Bool {
        if case .measured(_, _, _, false) = outcome { true } else { false }
    }
}

/// The rows as a Markdown table, whose columns also line up for people.
enum Table {
    private static let head = ["what", "budget", "ours", "limit", "ratio", "met"]

    static func text(_ rows: [Row]) -> String {
        let cells = [head] + rows.map(\.cells)
        // A reason runs over the columns to its right, so it does not make its own wider.
        let widths = head.indices.map { column in
            cells.filter { !$0[3].isEmpty }.map { $0[column].count }.max() ?? 0
        }
        var lines = cells.map { row in
            "| "
                + zip(row, widths).map { $0 + String(repeating: " ", count: max($1 - $0.count, 0)) }
                .joined(separator: " | ") + " |"
        }
        lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1)
        return lines.joined(separator: "\n")
    }
}

/// Figures with their units, short enough for a table.
enum Figure {
    static func microseconds(_ nanoseconds: Double) -> String { "\(fixed(nanoseconds / 1_000, 0)) us" }
    static func milliseconds(_ nanoseconds: Double) -> String { "\(fixed(nanoseconds / 1_000_000, 1)) ms" }

    static func rate(bytes: Int, nanoseconds: Double) -> String {
        "\(fixed(Double(bytes) / nanoseconds * 1_000, 0)) MB/s"
    }

    static func ratio(_ value: Double) -> String { fixed(value, 2) }

    static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "?" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((abs(value) * scale).rounded())
        let sign = value < 0 ? "-" : ""
        if digits == 0 { return sign + String(whole) }
        let fraction = String(whole % Int(scale))
        return sign + "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
