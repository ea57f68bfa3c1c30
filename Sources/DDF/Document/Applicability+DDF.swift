import XMLStream

extension Applicability {
    /// Reads `MSFT:Applicability`, the element the cursor stands on, and moves behind it.
    init(reading cursor: inout XMLCursor, reader: inout DDFNodeReader) {
        self.init()
        let position = cursor.position
        var isEmpty = true
        cursor.enter()
        while let id = cursor.nextChild() {
            isEmpty = false
            let position = cursor.position
            let name = cursor.name.local
            let element = reader.elements[id]
            let text = cursor.readTrimmedText()
            switch element {
            case .osBuildVersion: readVersions(text, position, &reader)
            case .cspVersion: cspVersion = text.isEmpty ? nil : text
            case .editionAllowList: readEditions(text, position, &reader)
            case .requiresAzureAD: requiresAzureAD = true
            default: reader.faults.append(DDFFault(rule: .unknownElement, position: position, found: name))
            }
            if text.isEmpty, element != .requiresAzureAD {
                reader.faults.append(DDFFault(rule: .emptyApplicability, position: position, found: name))
            }
        }
        if isEmpty {
            reader.faults.append(DDFFault(rule: .emptyApplicability, position: position, found: "Applicability"))
        }
    }

    private mutating func readVersions(_ text: String, _ position: XMLPosition, _ reader: inout DDFNodeReader) {
        var isStandard = true
        for entry in text.split(separator: ",") {
            let entry = String(entry).trimmed
            // One file writes `10.19041.789` for `10.0.19041.789`.
            if let version = WindowsVersion(entry) ?? WindowsVersion(withoutMinor: entry) {
                versions.append(version)
                isStandard = isStandard && version.description == entry
            } else {
                isStandard = false
            }
        }
        if !isStandard { reader.faults.append(DDFFault(rule: .versionSpelling, position: position, found: text)) }
    }

    private mutating func readEditions(_ text: String, _ position: XMLPosition, _ reader: inout DDFNodeReader) {
        var numbers: [UInt16] = []
        for entry in text.split(separator: ";") {
            if entry == "0x88*" {
                numbers.append(Self.holographicForBusiness)
            } else if entry.hasPrefix("0x"), let number = UInt16(entry.dropFirst(2), radix: 16) {
                numbers.append(number)
            } else {
                reader.faults.append(DDFFault(rule: .unknownEdition, position: position, found: String(entry)))
            }
        }
        editions = text.isEmpty ? nil : numbers
    }
}

extension WindowsVersion {
    /// Parses `10.19041.789`, a slip of one file for `10.0.19041.789`.
    fileprivate init?(withoutMinor text: String) {
        let parts = text.split(separator: ".").map { Int($0) }
        guard parts.count == 3, parts[0] == 10, let build = parts[1], let revision = parts[2], build > 10000
        else { return nil }
        self.init(build: build, revision: revision)
    }
}
