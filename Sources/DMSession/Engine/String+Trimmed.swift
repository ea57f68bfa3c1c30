extension String {
    /// Without ASCII white space at both ends.
    var trimmedASCII: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        guard let low = firstIndex(where: { !isBlank($0) }), let high = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[low...high])
    }
}
