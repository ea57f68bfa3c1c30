/// A registry as a file that `regedit` and `reg import` read: "Windows Registry Editor Version 5.00".
public enum RegFile {
    /// The first line.
    public static let header = "Windows Registry Editor Version 5.00"

    /// The file: UTF-16, little-endian, with its mark.
    public static func bytes(of registry: Registry) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text(of: registry).utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        return bytes
    }

    /// The file's text, lines ended by CR LF.
    ///
    /// A key that holds nothing but subkeys has no section of its own: its subkeys bring it.
    public static func text(of registry: Registry) -> String {
        var lines = [header, ""]
        append(registry.root, [], to: &lines)
        return lines.map { $0 + "\r\n" }.joined()
    }

    private static func append(_ key: RegistryKey, _ parents: [String], to lines: inout [String]) {
        let path = parents + [key.name]
        if path.count > 1, !key.values.isEmpty || key.subkeys.isEmpty {
            lines.append("[\(path.joined(separator: "\\"))]")
            for entry in key.values { lines.append(line(entry)) }
            lines.append("")
        }
        for subkey in key.subkeys { append(subkey, path, to: &lines) }
    }

    private static func line(_ entry: RegistryKey.Entry) -> String {
        let name = entry.name.isEmpty ? "@" : "\"\(escaped(entry.name))\""
        switch entry.value {
        case .string(let text) where text.unicodeScalars.contains { $0.value < 0x20 }:
            // Between quotation marks a line break would end the value. Type 1 is the same string as bytes.
            let bytes = (Array(text.utf16) + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            return folded("\(name)=hex(1):", bytes)
        case .string(let text): return "\(name)=\"\(escaped(text))\""
        case .dword(let number): return "\(name)=dword:\(digits(number, count: 8))"
        case .binary(let bytes): return folded("\(name)=hex:", bytes)
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "\"" { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Where regedit folds: no line is longer, the backslash at its end included.
    private static let columns = 80

    /// Bytes behind a prefix. Each line holds at least one, however long the prefix.
    private static func folded(_ prefix: String, _ bytes: [UInt8]) -> String {
        var lines: [String] = []
        var line = prefix
        var isFresh = true
        for (index, byte) in bytes.enumerated() {
            let part = digits(UInt32(byte), count: 2) + (index < bytes.count - 1 ? "," : "")
            // A byte and its comma take three columns; the backslash one.
            if !isFresh, line.unicodeScalars.count + 3 + 1 > columns {
                lines.append(line + "\\")
                line = "  "
            }
            line += part
            isFresh = false
        }
        return (lines + [line]).joined(separator: "\r\n")
    }

    private static func digits(_ number: UInt32, count: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
