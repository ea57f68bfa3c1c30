#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The findings that a project knows and accepts, so that only new ones fail its build.
///
/// As a file it is JSON: `{"schemaVersion": 1, "findings": [{"rule": …, "file": …, "fingerprint": …, "reason": …}]}`. An entry
/// accepts one finding; two alike need two entries.
public struct Baseline: Hashable, Sendable, Codable {
    public struct Entry: Hashable, Sendable, Codable {
        public var rule: String
        /// As the user names it, with slashes and without a leading `./`.
        public var file: String
        /// `LintFinding.fingerprint`.
        public var fingerprint: String
        /// Why it is accepted; for people.
        public var reason: String?

        public init(rule: String, file: String, fingerprint: String, reason: String? = nil) {
            self.rule = rule
            self.file = file
            self.fingerprint = fingerprint
            self.reason = reason
        }
    }

    public static let schemaVersion = 1

    private var schemaVersion: Int
    public var entries: [Entry]

    private enum CodingKeys: String, CodingKey {
        case schemaVersion
        case entries = "findings"
    }

    public init(entries: [Entry] = []) {
        schemaVersion = Self.schemaVersion
        self.entries = entries
    }

    /// Accepts everything that a report shows.
    ///
    /// - Parameter known: the baseline so far; its reasons stay with the findings that are still there.
    public init(accepting report: Report, known: Baseline = Baseline()) {
        var reasons = Dictionary(grouping: known.entries, by: \.key)
        self.init()
        for file in report.files {
            for finding in file.findings + file.accepted.map(\.finding) where finding.isAcceptable {
                let key = Key(finding)
                let old = reasons[key]?.popLast()
                entries.append(
                    Entry(rule: key.rule, file: key.file, fingerprint: key.fingerprint, reason: old?.reason))
            }
        }
    }

    fileprivate struct Key: Hashable {
        var rule: String
        var file: String
        var fingerprint: String

        init(rule: String, file: String, fingerprint: String) {
            self.rule = rule
            self.file = Self.normalised(file)
            self.fingerprint = fingerprint
        }

        init(_ finding: LintFinding) {
            self.init(rule: finding.rule, file: finding.file, fingerprint: finding.fingerprint)
        }

        private static func normalised(_ file: String) -> String {
            var file = String(file.map { $0 == "\\" ? "/" : $0 })
            while file.hasPrefix("./") { file.removeFirst(2) }
            return file
        }
    }
}

extension Baseline.Entry {
    fileprivate var key: Baseline.Key { Baseline.Key(rule: rule, file: file, fingerprint: fingerprint) }
}

extension Baseline {
    /// Why a text is no baseline.
    public struct Refusal: Error, Hashable, Sendable {
        /// One sentence.
        public var message: String
    }

    /// Reads the file's text.
    public init(parsing bytes: [UInt8]) throws(Refusal) {
        let parsed: Baseline
        do { parsed = try JSONDecoder().decode(Baseline.self, from: Data(bytes)) } catch let error as DecodingError {
            throw Refusal(message: Self.sentence(error))
        } catch {
            throw Refusal(message: "The baseline is not JSON.")
        }
        guard parsed.schemaVersion == Self.schemaVersion else {
            throw Refusal(
                message:
                    "The baseline has schemaVersion \(parsed.schemaVersion); this espalier reads \(Self.schemaVersion)."
            )
        }
        self = parsed
    }

    private static func sentence(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            let names = path.map { key in key.intValue.map { "\($0)" } ?? key.stringValue }
            return names.isEmpty ? "the top level" : names.joined(separator: "/")
        }
        return switch error {
        case .keyNotFound(let key, let context):
            "The baseline has no \"\(key.stringValue)\" at \(place(context.codingPath))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "The baseline has a value of the wrong type at \(place(context.codingPath))."
        case .dataCorrupted: "The baseline is not JSON."
        @unknown default: "The baseline cannot be read."
        }
    }

    /// The file's text: sorted keys, a line for each, entries in the order of the report.
    public func text() throws -> String { try JSONText.text(self) }
}

extension LintFinding {
    /// False for what could not be read: the run ends with 2 as long as it is so, and has to say why.
    fileprivate var isAcceptable: Bool { !tellsUnreadable }

    /// True for a finding that says that a document, or a part of a capture, could not be read.
    var tellsUnreadable: Bool { ["message", "capture"].contains(ruleGroup) }
}

extension Report {
    /// The report with what a baseline accepts set aside.
    public func accepting(_ baseline: Baseline) -> Report {
        var open = Dictionary(grouping: baseline.entries.reversed(), by: \.key)
        var report = self
        for index in report.files.indices {
            var kept: [LintFinding] = []
            for finding in report.files[index].findings {
                if finding.isAcceptable, let entry = open[Baseline.Key(finding)]?.popLast() {
                    report.files[index].accepted.append(AcceptedFinding(finding, reason: entry.reason))
                } else {
                    kept.append(finding)
                }
            }
            report.files[index].findings = kept
        }
        for entry in baseline.entries {
            if let left = open[entry.key], !left.isEmpty {
                open[entry.key]?.removeLast()
                report.unmatched.append(entry)
            }
        }
        return report
    }
}
