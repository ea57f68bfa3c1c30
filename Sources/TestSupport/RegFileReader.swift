import Device
import Foundation

/// Reads what `RegFile` writes, strictly: every line is a whole one, and nothing is guessed.
public enum RegFileReader {
    /// Why a text is no registry file.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        /// From 1.
        public var line: Int
        public var reason: String
        public var description: String { "line \(line): \(reason)" }
    }

    public static func read(_ bytes: [UInt8]) throws(Fault) -> Registry {
        guard bytes.starts(with: [0xFF, 0xFE]), bytes.count % 2 == 0 else {
            throw Fault(line: 1, reason: "no UTF-16 with a mark, or half a character")
        }
        let units = stride(from: 2, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw Fault(line: 1, reason: "half a character")
        }
        return try read(text)
    }

    static func read(_ text: String) throws(Fault) -> Registry {
        var lines = text.components(separatedBy: "\r\n")
        guard lines.popLast() == "" else { throw Fault(line: lines.count + 1, reason: "the last line is cut off") }
        guard lines.first == RegFile.header else { throw Fault(line: 1, reason: "no header") }
        var registry = Registry()
        var path: RegistryPath?
        var index = 1
        while index < lines.count {
            let number = index + 1
            var line = lines[index]
            index += 1
            while line.hasSuffix("\\"), line.contains("=hex"), index < lines.count {
                line = String(line.dropLast()) + lines[index].drop { $0 == " " }
                index += 1
            }
            if line.isEmpty { continue }
            if line.hasPrefix("[") {
                let opening = "[\(Registry.hive)\\"
                guard line.hasPrefix(opening), line.hasSuffix("]") else {
                    throw Fault(line: number, reason: "a key without its bracket or hive")
                }
                let key = RegistryPath(String(line.dropFirst(opening.count).dropLast()))
                registry.create(key)
                path = key
            } else {
                guard let path else { throw Fault(line: number, reason: "a value before the first key") }
                guard let (name, value) = entry(line) else { throw Fault(line: number, reason: "no value: \(line)") }
                registry[path, name] = value
            }
        }
        return registry
    }

    private static func entry(_ line: String) -> (String, RegistryValue)? {
        var rest = line[...]
        let name: String
        if rest.hasPrefix("@") {
            name = ""
            rest.removeFirst()
        } else if let quoted = quoted(&rest) {
            name = quoted
        } else {
            return nil
        }
        guard rest.popFirst() == "=" else { return nil }
        if rest.hasPrefix("\"") {
            guard let text = quoted(&rest), rest.isEmpty else { return nil }
            return (name, .string(text))
        }
        if rest.hasPrefix("dword:") {
            let digits = rest.dropFirst(6)
            guard digits.count == 8, let number = UInt32(digits, radix: 16) else { return nil }
            return (name, .dword(number))
        }
        if rest.hasPrefix("hex:") { return bytes(rest.dropFirst(4)).map { (name, .binary($0)) } }
        guard rest.hasPrefix("hex(1):"), let bytes = bytes(rest.dropFirst(7)), bytes.count % 2 == 0,
            bytes.suffix(2) == [0, 0]
        else { return nil }
        let units = stride(from: 0, to: bytes.count - 2, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return (name, .string(String(decoding: units, as: UTF16.self)))
    }

    /// Takes a text in quotation marks from the front; nil when it does not end.
    private static func quoted(_ rest: inout Substring) -> String? {
        var scalars = rest.unicodeScalars
        guard scalars.popFirst() == "\"" else { return nil }
        var result = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"":
                rest = Substring(scalars)
                return String(result)
            case "\\":
                guard let escaped = scalars.popFirst(), escaped == "\\" || escaped == "\"" else { return nil }
                result.append(escaped)
            default: result.append(scalar)
            }
        }
        return nil
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard part.count == 2, let byte = UInt8(part, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
