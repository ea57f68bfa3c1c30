import Notation

/// SSLCLIENTCERTSEARCHCRITERIA: `Subject=<escaped name>&Stores=My%5CUser`; several values of one are joined by U+F000
/// (enrollment.md 8.2).
struct CertificateSearch {
    private var subjects: [String] = []
    private var stores: [String] = []

    init(_ criteria: String) {
        for field in criteria.split(separator: "&") {
            guard let mark = field.firstIndex(of: "=") else { continue }
            let value = PercentCoding.decode(field[field.index(after: mark)...]) ?? ""
            let values = value.split(separator: "\u{F000}").map(String.init)
            switch field[..<mark] {
            case "Subject": subjects += values
            case "Stores": stores += values
            default: break
            }
        }
    }

    /// What is not named is not looked at. A subject is found when each of its parts is a part of the certificate's; how
    /// exactly Windows compares is not known.
    func finds(_ certificate: InstalledCertificate, subject: String) -> Bool {
        let store = "\(certificate.store.rawValue)\\\(certificate.context.rawValue)".lowercased()
        let parts = Set(Self.parts(subject))
        return (stores.isEmpty || stores.contains { $0.lowercased() == store })
            && (subjects.isEmpty || subjects.contains { parts.isSuperset(of: Self.parts($0)) })
    }

    private static func parts(_ name: String) -> [String] {
        name.split(separator: ",").map { part in
            part.split(separator: "=", maxSplits: 1).map { piece in
                var piece = piece
                while piece.first?.isWhitespace == true { piece.removeFirst() }
                while piece.last?.isWhitespace == true { piece.removeLast() }
                return piece.lowercased()
            }.joined(separator: "=")
        }
    }
}
