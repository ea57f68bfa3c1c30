import Capture

/// The files that `espalier lint` is to look at: names, folders and patterns, as the user wrote them.
enum LintInput {
    /// What is looked into when a folder or `**` is given; a file that is named is looked at whatever it is called.
    static let extensions = ["xml", "syncml", "wbxml", "jsonl", "har"]

    /// Every file that the arguments name, in their order, each once, and those of their folders that end otherwise.
    ///
    /// - Throws: a fault for a folder that cannot be listed, and for a pattern or folder without files.
    static func files(_ arguments: [String]) throws(FileFault) -> (names: [String], skipped: [String]) {
        var seen: Set<String> = []
        var (names, skipped): ([String], [String]) = ([], [])
        for argument in arguments {
            let files = try expanded(argument)
            let isFolder = argument != "-" && Files.isDirectory(argument)
            if files.isEmpty, !isFolder { throw FileFault(path: argument, reason: "no file has a name that fits") }
            guard !isFolder || files.contains(where: hasKnownExtension) else {
                throw FileFault(
                    path: argument,
                    reason:
                        "no files; expected names that end in \(extensions.map { "." + $0 }.joined(separator: ", "))")
            }
            for file in files {
                if isFolder, !hasKnownExtension(file) {
                    skipped.append(file)
                } else if seen.insert(file).inserted {
                    names.append(file)
                }
            }
        }
        return (names, Set(skipped).subtracting(seen).sorted())
    }

    private static func expanded(_ argument: String) throws(FileFault) -> [String] {
        if argument == "-" { return ["-"] }
        if Files.isDirectory(argument) { return try below(argument) }
        let isPattern = argument.contains { "*?[".contains($0) }
        guard isPattern, !Files.exists(argument) else { return [argument] }
        let pattern = FilePattern(argument)
        let folder = pattern.folder.isEmpty ? "." : pattern.folder
        guard Files.isDirectory(folder) else { return [] }
        return try below(folder, depth: pattern.depth)
            .map { pattern.folder.isEmpty ? String($0.dropFirst(2)) : $0 }.filter(pattern.matches)
    }

    private static func hasKnownExtension(_ path: String) -> Bool {
        let lower = path.lowercased()
        return extensions.contains { lower.hasSuffix("." + $0) }
    }

    /// The files below a folder; numbers in names count as numbers, so that `2.xml` stands before `10.xml`.
    ///
    /// - Parameter depth: how many folders below this one are looked into; nil for all.
    private static func below(_ folder: String, depth: Int? = nil) throws(FileFault) -> [String] {
        var result: [String] = []
        for name in Capture.inNaturalOrder(try Files.list(folder)) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if Files.isDirectory(path) {
                if depth != 0, !Files.isLink(path) { result += try below(path, depth: depth.map { $0 - 1 }) }
            } else {
                result.append(path)
            }
        }
        return result
    }
}

/// A pattern of names for shells that do not expand it: `*` and `?` inside a name, `[abc]`, and `**` for any folders.
struct FilePattern {
    /// The part before the first name with a sign in it.
    let folder: String
    /// How many folders below `folder` a name can stand that fits; nil for any number.
    let depth: Int?
    private let parts: [[Character]]

    init(_ text: String) {
        let names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let plain = names.prefix { name in !name.contains { "*?[".contains($0) } }
        folder = plain.count == 1 && plain[0].isEmpty ? "/" : plain.joined(separator: "/")
        depth = names.contains("**") ? nil : names.count - plain.count - 1
        parts = names.map(Array.init)
    }

    func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
        return Self.match(parts[...], names[...])
    }

    private static func match(_ parts: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>) -> Bool {
        guard let part = parts.first else { return names.isEmpty }
        if part == ["*", "*"] {
            return match(parts.dropFirst(), names) || (!names.isEmpty && match(parts, names.dropFirst()))
        }
        guard let name = names.first, match(part[...], name[...]) else { return false }
        return match(parts.dropFirst(), names.dropFirst())
    }

    private static func match(_ part: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
        guard let sign = part.first else { return name.isEmpty }
        switch sign {
        case "*": return match(part.dropFirst(), name) || (!name.isEmpty && match(part, name.dropFirst()))
        case "?": return !name.isEmpty && match(part.dropFirst(), name.dropFirst())
        case "[":
            guard let end = part.firstIndex(of: "]"), let first = name.first else { return false }
            return part[part.index(after: part.startIndex)..<end].contains(first)
                && match(part[part.index(after: end)...], name.dropFirst())
        default: return name.first == sign && match(part.dropFirst(), name.dropFirst())
        }
    }
}
