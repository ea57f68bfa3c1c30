import ESP
import Foundation
import TestSupport
import Testing

/// docs/esp.md is the table of the reference's ids, and the tests carry those ids in their names. Both are held against
/// the reference and against the sources.
@Suite struct EspDocumentTests {
    /// Every id of esp-behaviour.md.
    private static let ids: [String] = {
        let numbers = [
            1...11, 101...107, 120...122, 201...210, 301...326, 401...415, 511...518, 521...528, 531...538, 601...606,
            701...707,
        ]
        let plain = numbers.joined().map { "ESP-" + String(repeating: "0", count: 3 - "\($0)".count) + "\($0)" }
        return (plain + ["ESP-006b", "ESP-401b"]).sorted()
    }()

    private static func rows(of heading: String) throws -> [[String]] {
        let text = try String(
            contentsOf: Repository.root.appendingPathComponent("docs/esp.md"), encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") })
        return section.split(separator: "\n").filter { $0.hasPrefix("| ") }
            .map { line in
                line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            }
            .filter { !["id", "timer", "section", "question"].contains($0[0]) }
    }

    /// What stands in backquotes.
    private static func code(_ cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }

    /// Text of the files with this extension below a folder, by path.
    private static func files(_ type: String, in folder: String) throws -> [URL: String] {
        let folder = Repository.root.appendingPathComponent(folder)
        var result: [URL: String] = [:]
        guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            return [:]
        }
        for case let file as URL in files where file.pathExtension == type {
            result[file] = try String(contentsOf: file, encoding: .utf8)
        }
        return result
    }

    /// Scenario files, wherever they stand.
    private static func scenarios() throws -> [URL: String] {
        try files("yaml", in: "Tests").merging(files("yaml", in: "SyncML-samples")) { first, _ in first }
    }

    /// Functions as `Suite.function`.
    private static func functions() throws -> Set<String> {
        let suite = try Regex("^(?:@Suite(?:\\(.*\\))? )?(?:struct|extension) (\\w+)")
        let function = try Regex("^    (?:private )?func (\\w+)\\(")
        var result: Set<String> = []
        for text in try files("swift", in: "Tests").values {
            var name = ""
            for line in text.split(separator: "\n") {
                if let match = try suite.firstMatch(in: line) {
                    name = String(match.output[1].substring ?? "")
                } else if let match = try function.firstMatch(in: line), let found = match.output[1].substring {
                    result.insert("\(name).\(found)")
                }
            }
        }
        return result
    }

    @Test("docs/esp.md has every id of the reference once, in order, with what we do, a test and the evidence")
    func complete() throws {
        let rows = try Self.rows(of: "By id")
        #expect(rows.map { $0[0] } == Self.ids)
        for row in rows {
            #expect(row.count == 4 && row.allSatisfy { !$0.isEmpty }, "\(row)")
            #expect(!Self.code(row[2]).isEmpty, "\(row[0]) names no test")
        }
    }

    @Test("The ids are those of the reference", .enabled(if: SharedData.isPresent))
    func reference() throws {
        let file = try #require(SharedData.folder).appendingPathComponent("reference/esp-behaviour.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let found = Set(text.matches(of: try Regex("ESP-[0-9]{3}b?\\b")).map { String(text[$0.range]) })
        #expect(found.sorted() == Self.ids)
    }

    @Test(
        "Every test that docs/esp.md names exists",
        arguments: ["By id", "Open questions", "Timers", "Variants of section 7"])
    func testsExist(heading: String) throws {
        let functions = try Self.functions()
        let scenarios = Set(try Self.scenarios().keys.map(\.lastPathComponent))
        let column = heading == "Open questions" ? 4 : 2
        for row in try Self.rows(of: heading) {
            let names = Self.code(row[column])
            #expect(!names.isEmpty, "\(row[0])")
            for name in names {
                #expect(functions.contains(name) || scenarios.contains(name), "\(row[0]) names \(name)")
            }
        }
    }

    @Test("Every open question stands in docs/esp.md with its options, the default first")
    func choices() throws {
        let rows = try Self.rows(of: "Open questions")
        #expect(rows.map { $0[0] } == Choices.ID.allCases.map(\.rawValue))
        for (row, id) in zip(rows, Choices.ID.allCases) { #expect(Self.code(row[2]) == id.options, "\(row[0])") }
    }

    @Test("Every quirk stands in docs/esp.md with its default", arguments: Quirks.catalogue)
    func quirks(quirk: Quirks.Quirk) throws {
        let row = try #require(try Self.rows(of: "By id").first { $0[0] == quirk.id.rawValue })
        let word =
            switch quirk.defaultState {
            case .on: "default on. "
            case .off: "default off. "
            case .onForHybridJoin: "default on for hybrid. "
            }
        #expect(row[1].hasPrefix(word))
    }

    @Test("Every id stands in the name of a test, or in a scenario")
    func named() throws {
        let display = try Regex("@Test\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
        var names = try Self.scenarios().values.joined(separator: "\n")
        for text in try Self.files("swift", in: "Tests").values {
            for match in text.matches(of: display) { names += "\n" + (match.output[1].substring ?? "") }
        }
        let unnamed = try Self.ids.filter { id in
            // ESP-401 does not stand in ESP-401b.
            try Regex("\(id)(?![0-9b])").firstMatch(in: names) == nil
        }
        #expect(unnamed == [])
    }
}
