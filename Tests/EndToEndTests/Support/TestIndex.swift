import Foundation
import TestSupport

/// Every test of the project with its name, read from the sources: documents that name tests are held against it.
struct TestIndex: Sendable {
    struct Entry: Hashable, Sendable {
        /// `Suite.function`.
        var function: String
        /// The text in `@Test("…")`, with what joins its lines left out.
        var name: String
    }

    let entries: [Entry]

    static let all = TestIndex()

    private init() {
        let folder = Repository.root.appendingPathComponent("Tests")
        var entries: [Entry] = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "swift" {
            entries += Self.entries(of: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
        }
        self.entries = entries.sorted { $0.function < $1.function }
    }

    private static func entries(of text: String) -> [Entry] {
        var entries: [Entry] = []
        var suite = ""
        var test: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.firstMatch(of: /^(?:@Suite(?:\(.*\))? )?(?:struct|extension|enum) (\w+)/) {
                suite = String(match.1)
            }
            if let start = line.firstRange(of: "@Test") {
                test = String(line[start.upperBound...])
            } else if test != nil {
                test? += "\n" + line
            }
            guard let written = test, let match = line.firstMatch(of: /func (\w+)\(/) else { continue }
            if let name = written.firstMatch(of: /^\(\s*"((?:[^"\\]|\\.)*)"/) {
                entries.append(Entry(function: "\(suite).\(match.1)", name: String(name.1)))
            }
            test = nil
        }
        return entries
    }

    /// The tests whose name has this id as a word of its own.
    func functions(naming id: String) -> [String] {
        entries.filter { entry in
            entry.name.ranges(of: id).contains { range in
                let after = range.upperBound < entry.name.endIndex ? entry.name[range.upperBound] : " "
                let before =
                    range.lowerBound > entry.name.startIndex
                    ? entry.name[entry.name.index(before: range.lowerBound)] : " "
                return !after.isNumber && !after.isLetter && !before.isLetter && !before.isNumber && before != "-"
            }
        }.map(\.function)
    }
}
