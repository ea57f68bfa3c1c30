/// The files of a run as SARIF lists them: each once, however often it was named.
struct SARIFArtifacts {
    private(set) var descriptions: [JSONValue] = []
    private var index: [ArtifactURI: Int] = [:]

    init(_ report: Report) {
        for file in report.files {
            let uri = ArtifactURI(file.name)
            guard index[uri] == nil else { continue }
            index[uri] = descriptions.count
            var description: [String: JSONValue] = [
                "location": ["uri": .string(uri.text)], "roles": ["analysisTarget"],
            ]
            // What redaction left is not as long as the file.
            if !file.source.isEmpty, !report.isRedacted { description["length"] = .integer(file.source.count) }
            descriptions.append(.object(description))
        }
    }

    func location(of file: String) -> JSONValue {
        let uri = ArtifactURI(file)
        var location: [String: JSONValue] = ["uri": .string(uri.text)]
        if let index = index[uri] { location["index"] = .integer(index) }
        return .object(location)
    }
}
