import ArgumentParser
import DMTree
import ESP

/// The files of `espalier esp profile`, read, with everything that is to be said of them.
struct ProfileIntake {
    /// A file, and why it could not be used.
    struct File {
        let name: String
        let fault: ProfileError?
    }

    /// A profile with the place that it came from.
    struct Source {
        let file: String
        let position: TextPosition
        let profile: EnrollmentStatusPageProfile
    }

    private(set) var files: [File] = []
    private(set) var sources: [Source] = []
    private(set) var filters: [AssignmentFilter] = []
    private(set) var findings: [ShownFinding] = []

    /// A file is no JSON, or holds nothing of what it should.
    var isMalformed: Bool { files.contains { $0.fault != nil } }

    mutating func readProfiles(_ file: String) throws {
        guard let text = try text(file) else { return }
        do throws(ProfileError) {
            let document = try ProfileDocument(json: text)
            files.append(File(name: file, fault: nil))
            findings += document.findings.map { ShownFinding($0, file: file, profile: nil) }
            for entry in document.entries { take(entry, file) }
        } catch {
            files.append(File(name: file, fault: error))
            findings.append(ShownFinding(error, file: file, profile: nil))
        }
    }

    private mutating func take(_ entry: ProfileDocument.Entry, _ file: String) {
        switch entry {
        case .profile(let reading):
            sources.append(Source(file: file, position: reading.position, profile: reading.profile))
            findings += reading.findings.map { ShownFinding($0, file: file, profile: reading.profile.name) }
        case .refused(let error, let name): findings.append(ShownFinding(error, file: file, profile: name))
        case .other(let type, let name):
            findings.append(
                ShownFinding(
                    rule: "profile.other-configuration", severity: .note, file: file, profile: name,
                    message: "\(type) is no Enrollment Status Page profile and is passed over",
                    reference: "esp-behaviour.md 1.1"))
        }
    }

    mutating func readFilters(_ file: String) throws {
        guard let text = try text(file) else { return }
        do throws(ProfileError) {
            let entries = try AssignmentFilter.readEach(json: text)
            files.append(File(name: file, fault: nil))
            for entry in entries {
                switch entry {
                case .filter(let filter, let findings):
                    filters.append(filter)
                    self.findings += findings.map { ShownFinding($0, file: file, profile: filter.displayName) }
                case .refused(let error): findings.append(ShownFinding(error, file: file, profile: nil))
                }
            }
        } catch {
            files.append(File(name: file, fault: error))
            findings.append(ShownFinding(error, file: file, profile: nil))
        }
    }

    /// The profile of a device; nil when a fault in the files would make the answer a guess.
    mutating func resolve(for subject: ProfileSubject) -> ProfileResolution? {
        let profiles = sources.map(\.profile)
        let named = Dictionary(sources.map { ($0.profile.name, $0) }) { _, last in last }
        findings += ProfileSet.conflicts(in: profiles).map { conflict in
            ShownFinding(conflict, source: conflict.laterProfile.flatMap { named[$0] })
        }
        guard !findings.contains(where: { $0.severity == .error && $0.rule != "profile.list-goes-on" }) else {
            return nil
        }
        do throws(ProfileSet.Refusal) {
            let resolution = try ProfileSet(profiles).resolve(for: subject, filters: filters)
            findings += resolution.findings.map { ShownFinding($0) }
            return resolution
        } catch {
            return nil
        }
    }

    /// Where each profile came from. The default that ships came from nowhere.
    var sourcesByProfile: [EnrollmentStatusPageProfile: Source] {
        Dictionary(sources.map { ($0.profile, $0) }) { first, _ in first }
    }

    /// The text of a file; nil when it is none, which is recorded.
    private mutating func text(_ file: String) throws -> String? {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try Files.read(file) } catch {
            Terminal.printError("\(file): \(error.reason)")
            throw ExitCode(2)
        }
        if let text = Self.decoded(bytes) { return text }
        let fault = ProfileError(code: .notText, position: TextPosition(line: 1, column: 1))
        files.append(File(name: file, fault: fault))
        findings.append(ShownFinding(fault, file: file, profile: nil))
        return nil
    }

    /// UTF-8, or UTF-16 with a byte order mark, as Windows PowerShell writes files.
    private static func decoded(_ bytes: [UInt8]) -> String? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return String(validating: bytes, as: UTF8.self) }
        guard bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return String(validating: units, as: UTF16.self)
    }
}
