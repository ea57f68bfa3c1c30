import Foundation
import TestSupport
import Testing

@testable import Device

/// The file format of regedit, version 5.
struct RegFileTests {
    private static let key = RegistryPath(#"SOFTWARE\Test"#)

    private func registry(_ name: String, _ value: RegistryValue) -> Registry {
        var registry = Registry()
        registry[Self.key, name] = value
        return registry
    }

    private func lines(_ registry: Registry) -> [String] {
        RegFile.text(of: registry).components(separatedBy: "\r\n")
    }

    @Test("Header, an empty line, the key, its values, an empty line; UTF-16 with its mark")
    func shape() {
        let registry = registry("Name", .string("Value"))
        #expect(
            RegFile.text(of: registry)
                == "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Test]\r\n\"Name\"=\"Value\"\r\n\r\n"
        )
        let bytes = RegFile.bytes(of: registry)
        #expect(bytes.prefix(6) == [0xFF, 0xFE, 0x57, 0, 0x69, 0])
        #expect(Data(bytes.dropFirst(2)) == RegFile.text(of: registry).data(using: .utf16LittleEndian))
    }

    @Test(
        "Values as regedit writes them",
        arguments: [
            ("Number", .dword(60), #""Number"=dword:0000003c"#),
            ("All", .dword(0xFFFF_FFFF), #""All"=dword:ffffffff"#),
            ("Time", .binary([0, 0xDE, 0xAD]), #""Time"=hex:00,de,ad"#),
            ("None", .binary([]), #""None"=hex:"#),
            ("Text", .string(""), #""Text"="""#),
            ("", .string("x"), #"@="x""#),
            (#"a"b\c"#, .string(#"C:\d "e""#), #""a\"b\\c"="C:\\d \"e\"""#),
            ("Lines", .string("a\nb"), #""Lines"=hex(1):61,00,0a,00,62,00,00,00"#),
        ] as [(String, RegistryValue, String)])
    func value(name: String, value: RegistryValue, line: String) {
        #expect(lines(registry(name, value))[3] == line)
    }

    @Test("No line of bytes is longer than 80 columns, and each that goes on is as full as it can be")
    func folding() {
        let registry = registry("Blob", .binary(Array(repeating: 0x1F, count: 100)))
        let lines = lines(registry).dropFirst(3).prefix { !$0.isEmpty }
        // `"Blob"=hex:` leaves room for 22 bytes, two blanks for 25.
        #expect(lines.map { $0.components(separatedBy: "1f").count - 1 } == [22, 25, 25, 25, 3])
        #expect(lines.dropLast().allSatisfy { $0.hasSuffix(",\\") && $0.count <= 80 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  1f") })
    }

    @Test("A key that holds only subkeys has no section; one that holds nothing has")
    func sections() {
        var registry = registry("Name", .dword(1))
        registry.create(Self.key.child("Empty"))
        #expect(
            lines(registry).filter { $0.hasPrefix("[") } == [
                #"[HKEY_LOCAL_MACHINE\SOFTWARE\Test]"#, #"[HKEY_LOCAL_MACHINE\SOFTWARE\Test\Empty]"#,
            ])
    }

    @Test("Subkeys stand in the order of their names, whatever the order of writing and the case")
    func order() {
        var one = Registry()
        var other = Registry()
        let names = ["b", "A", "C", "a1"]
        for name in names { one.create(Self.key.child(name)) }
        for name in names.reversed() { other.create(Self.key.child(name)) }
        #expect(RegFile.bytes(of: one) == RegFile.bytes(of: other))
        #expect(one[Self.key]?.subkeys.map(\.name) == ["A", "a1", "b", "C"])
    }

    @Test("Names compare without case and keep their first spelling")
    func names() {
        var registry = registry("Name", .dword(1))
        registry[RegistryPath(#"software\TEST"#), "NAME"] = .dword(2)
        #expect(registry[Self.key]?.values.map(\.name) == ["Name"])
        #expect(registry[Self.key, "name"] == .dword(2))
        registry[Self.key, "nAME"] = nil
        #expect(registry[Self.key, "Name"] == nil)
    }

    @Test("A name cannot open another key or another line")
    func hostileNames() {
        var registry = Registry()
        registry[Self.key.child("a\\b\r\n[x]"), "v\r\n@=\"y\""] = .dword(1)
        #expect(lines(registry).count == 6)
        #expect(registry[Self.key]?.subkeys.map(\.name) == ["a%5Cb%0D%0A[x]"])
    }

    private static let many: Registry = {
        var registry = Registry()
        registry[key, ""] = .string("default")
        registry[key, "text \"\\"] = .string("a\\b\"c\" ö 🦉\u{0}\r\n[x]\r\n@=\"y\"")
        registry[key, "plain ö 🦉"] = .string("]=\"\\")
        registry[key.child("a"), "n"] = .dword(0xDEAD_BEEF)
        registry[key.child("a").child("b]"), "b"] = .binary((0...255).map { UInt8($0) })
        registry.create(key.child("c"))
        return registry
    }()

    @Test("What was written is read back")
    func roundTrip() throws { #expect(try RegFileReader.read(RegFile.bytes(of: Self.many)) == Self.many) }

    @Test("A file that was cut off is refused, or holds the beginning and nothing else")
    func truncation() {
        let bytes = RegFile.bytes(of: Self.many)
        let whole = RegFile.text(of: Self.many)
        for length in 0..<bytes.count {
            guard let registry = try? RegFileReader.read(Array(bytes.prefix(length))) else { continue }
            let text = RegFile.text(of: registry).trimmingCharacters(in: .newlines)
            #expect(whole.hasPrefix(text), "cut after \(length) bytes")
        }
    }

    @Test("The state of a registry goes through JSON unchanged")
    func codable() throws {
        let data = try JSONEncoder().encode(Self.many)
        #expect(try JSONDecoder().decode(Registry.self, from: data) == Self.many)
    }
}
