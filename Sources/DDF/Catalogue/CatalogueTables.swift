/// The repeated values of a catalogue, each written once, while it is being written.
struct CatalogueTables {
    private(set) var editions = Table()
    private(set) var skuLists = Table()
    private(set) var mimeTypes = Table()
    private(set) var applicabilities = Table()

    /// Lines with their numbers, in order of first use.
    struct Table {
        private(set) var lines: [String] = []
        private var indices: [String: Int] = [:]

        mutating func index(of line: String) -> Int {
            if let index = indices[line] { return index }
            indices[line] = lines.count
            lines.append(line)
            return lines.count - 1
        }
    }

    mutating func edition(_ name: String) -> Int { editions.index(of: CatalogueText.escape(name)) }

    mutating func mimeType(_ type: String) -> Int { mimeTypes.index(of: CatalogueText.escape(type)) }

    mutating func applicability(_ value: Applicability) -> Int {
        let versions = value.versions.map { version in
            (version.isPlaceholder ? "!" : "") + "\(version.build)" + (version.revision.map { ".\($0)" } ?? "")
        }
        let list = value.editions.map { numbers in
            skuLists.index(of: numbers.map { String($0, radix: 16, uppercase: true) }.joined(separator: ";"))
        }
        return applicabilities.index(
            of: [
                versions.joined(separator: ","), CatalogueText.escape(value.cspVersion ?? ""),
                list.map(String.init) ?? "", value.requiresAzureAD ? "a" : "",
            ].joined(separator: "\t"))
    }
}

extension Applicability {
    /// Reads a line of the table of applicabilities.
    ///
    /// - Parameter skus: gives the list of SKU numbers with an index.
    init?(line: String, skus: (Int) -> [UInt16]?) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        var versions: [WindowsVersion] = []
        for entry in fields[0].split(separator: ",") {
            let isPlaceholder = entry.hasPrefix("!")
            let numbers = (isPlaceholder ? entry.dropFirst() : entry).split(separator: ".").map { Int($0) }
            guard let build = numbers.first ?? nil else { return nil }
            versions.append(
                WindowsVersion(
                    build: build, revision: numbers.count > 1 ? numbers[1] : nil, isPlaceholder: isPlaceholder))
        }
        var editions: [UInt16]?
        if let index = Int(fields[2]) {
            guard let list = skus(index) else { return nil }
            editions = list
        }
        let version = CatalogueText.unescape(String(fields[1]))
        self.init(
            versions: versions, cspVersion: version.isEmpty ? nil : version, editions: editions,
            requiresAzureAD: fields[3] == "a")
    }
}
