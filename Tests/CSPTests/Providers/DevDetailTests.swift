import DMTree
import Testing

@testable import CSP

/// DevDetail (windows-csp.md 4.8).
@Suite struct DevDetailTests {
    @Test(
        "DM-TREE-05: DevDetail gives the facts of the device",
        arguments: [
            ("DevTyp", "EMU-1", "chr"), ("OEM", "Contoso Hardware", "chr"), ("FwV", "EMU BIOS 1.0", "chr"),
            ("SwV", "10.0.26200.9278", "chr"), ("HwV", "EMU BIOS 1.0", "chr"),
            ("Ext/Microsoft/Resolution", "1920x1080", "chr"), ("Ext/Microsoft/ProcessorArchitecture", "9", "int"),
            ("Ext/Microsoft/ProcessorType", "8664", "int"),
            ("Ext/Microsoft/OSPlatform", "Windows 10 Enterprise", "chr"),
            ("Ext/Microsoft/DeviceName", "DESKTOP-EMU0001", "chr"),
            ("Ext/Microsoft/DNSComputerName", "DESKTOP-EMU0001", "chr"),
            ("Ext/Microsoft/TotalStorage", "260000", "int"), ("Ext/Microsoft/FreeStorage", "198000", "int"),
            ("Ext/Microsoft/TotalRAM", "8192", "int"), ("Ext/Microsoft/SMBIOSSerialNumber", "EMU-0001-0001", "chr"),
            ("Ext/Microsoft/SMBIOSVersion", "EMU BIOS 1.0", "chr"), ("Ext/Microsoft/SystemSKU", "EMU-1-2026", "chr"),
            ("Ext/WLANMACAddress", "02005E100001", "chr"), ("Ext/WlanIPv4Address", "192.0.2.22", "chr"),
            ("Ext/WlanIPv6Address", "2001:db8::22", "chr"), ("Ext/WlanDnsSuffix", "example.test", "chr"),
            ("Ext/WlanSubnetMask", "255.255.255.0", "chr"),
        ])
    func facts(leaf: String, value: String, format: String) {
        var tree = Devices.provisioned()
        let application = tree.send(.get, "./DevDetail/\(leaf)")
        #expect(application.status == 200)
        #expect(application.reading?.entries.first?.data == value)
        #expect(application.reading?.entries.first?.format.rawValue == format)
    }

    @Test(
        "DM-TREE-08: the limits of addresses are recorded, and are 0",
        arguments: ["MaxDepth", "MaxTotLen", "MaxSegLen"])
    func limits(leaf: String) {
        for windows in ["10-1809", "11-25h2"] {
            var tree = Devices.provisioned(windows)
            #expect(tree.get("./DevDetail/URI/\(leaf)") == "0")
        }
    }

    @Test("DM-LOB-02: LrgObj tells of large objects as the device does; Windows says false (OBS-008)")
    func largeObjects() {
        var tree = Devices.provisioned()
        let entry = tree.send(.get, "./DevDetail/LrgObj").reading?.entries.first
        #expect(entry?.data == "false" && entry?.format == .bool)
        var other = Devices.provisioned { $0.announcesLargeObjects = true }
        #expect(other.get("./DevDetail/LrgObj") == "true")
    }

    @Test(
        "404 for what a desktop without modem lacks",
        arguments: [
            "Ext/Microsoft/MobileID", "Ext/Microsoft/RadioSwV", "Ext/Microsoft/CommercializationOperator",
            "Ext/VoLTEServiceSetting", "Ext/DeviceHardwareData",
        ])
    func absent(leaf: String) {
        var tree = Devices.provisioned()
        let application = tree.send(.get, "./DevDetail/\(leaf)")
        #expect(application.status == 404 && application.error == .nodeNotFound)
        #expect(application.advised == ["node.never-set"])
    }

    @Test("A device with a modem, a hardware report and no screen")
    func cellular() {
        var tree = Devices.provisioned { facts in
            facts.cellular = .init(
                radioVersion: "2.7", isVoLTEOn: true,
                identities: [.init(imei: "1", imsi: "001010123456789", commercializationOperator: "Contoso Mobile")])
            facts.hardwareHash = "T0hB"
            facts.resolution = nil
            facts.systemSKU = nil
            facts.networkAdapters = []
            facts.processor = .arm64
        }
        for (leaf, value) in [
            ("Microsoft/MobileID", "001010123456789"), ("Microsoft/RadioSwV", "2.7"),
            ("Microsoft/CommercializationOperator", "Contoso Mobile"), ("VoLTEServiceSetting", "true"),
            ("DeviceHardwareData", "T0hB"), ("Microsoft/ProcessorArchitecture", "12"), ("Microsoft/ProcessorType", "0"),
        ] {
            #expect(tree.get("./DevDetail/Ext/\(leaf)") == value, "\(leaf)")
        }
        for leaf in ["Microsoft/Resolution", "Microsoft/SystemSKU", "WLANMACAddress", "WlanIPv4Address"] {
            #expect(tree.status(.get, "./DevDetail/Ext/\(leaf)") == 404, "\(leaf)")
        }
    }

    @Test("The Wlan nodes are those of the active connection: a card that is not connected does not count")
    func activeConnection() {
        var tree = Devices.provisioned { facts in
            facts.networkAdapters = [
                .init(macAddress: "AA", kind: .wireless, isConnected: false, ipv4: "192.0.2.1"),
                .init(macAddress: "BB", kind: .wired, ipv4: "192.0.2.2"),
                .init(macAddress: "CC", kind: .wireless, ipv4: "192.0.2.3"),
            ]
        }
        #expect(tree.get("./DevDetail/Ext/WLANMACAddress") == "CC")
        #expect(tree.get("./DevDetail/Ext/WlanIPv4Address") == "192.0.2.3")
        #expect(tree.status(.get, "./DevDetail/Ext/WlanIPv6Address") == 404)
    }

    @Test("LocalTime is the device's clock")
    func localTime() {
        var tree = Devices.provisioned()
        tree.localTime = "2026-03-01T08:00:00Z"
        #expect(tree.get("./DevDetail/Ext/Microsoft/LocalTime") == "2026-03-01T08:00:00Z")
    }

    @Test("Builds: DNSComputerName needs 19041, SMBIOSVersion 19041.1387, SMBIOSSerialNumber 17763")
    func builds() {
        let leaf = "./DevDetail/Ext/Microsoft/DNSComputerName"
        var old = Devices.provisioned("10-1909")
        #expect(old.status(.get, leaf) == 404)
        #expect(old.status(.replace, leaf, "PC-1") == 405)
        var new = Devices.provisioned("10.0.19041.1")
        #expect(new.get(leaf) == "DESKTOP-EMU0001")
        #expect(new.status(.get, "./DevDetail/Ext/Microsoft/SMBIOSVersion") == 404)
        #expect(new.get("./DevDetail/Ext/Microsoft/SMBIOSSerialNumber") == "EMU-0001-0001")
    }

    @Test("Everything else is read-only: no verb but Get, no new node")
    func readOnly() {
        for leaf in ["SwV", "URI/MaxDepth", "LrgObj", "Ext/Microsoft/LocalTime", "Ext/Microsoft/TotalRAM"] {
            var tree = Devices.provisioned()
            for verb in [Verb.add, .replace, .delete, .exec] {
                #expect(tree.send(verb, "./DevDetail/\(leaf)", "1").status == 405, "\(verb) \(leaf)")
            }
        }
        var tree = Devices.provisioned()
        #expect(tree.send(.add, "./DevDetail/Ext/Microsoft/Colour", "1").advised == ["node.unknown"])
        #expect(tree.status(.get, "./DevDetail/Ext/Microsoft/ActiveComputerName") == 404, "the client's own node")
    }
}

/// The computer name: DeviceName and DNSComputerName, until and after the restart (windows-csp.md 4.8).
@Suite struct ComputerNameTests {
    private static let container = "./DevDetail/Ext/Microsoft"
    static let leaves = ["DeviceName", "DNSComputerName"]

    @Test("A new name is accepted, waits, and takes effect at the restart in both nodes", arguments: leaves)
    func restart(leaf: String) {
        var tree = Devices.provisioned()
        #expect(ComputerName.pending(in: tree) == nil)
        let application = tree.send(.replace, "\(Self.container)/\(leaf)", "PC-0815", format: "chr")
        #expect(application.status == 200 && application.advised == ["devdetail.restart-pending"])
        for node in Self.leaves { #expect(tree.get("\(Self.container)/\(node)") == "DESKTOP-EMU0001") }
        #expect(ComputerName.pending(in: tree) == "PC-0815")
        #expect(ComputerName.takeEffect(serialNumber: "S", in: &tree, randomDigit: { 0 }) == "PC-0815")
        for node in Self.leaves { #expect(tree.get("\(Self.container)/\(node)") == "PC-0815") }
        #expect(ComputerName.takeEffect(serialNumber: "S", in: &tree, randomDigit: { 0 }) == nil)
    }

    @Test("With two names waiting DNSComputerName wins; the name it has already does not wait")
    func two() {
        var tree = Devices.provisioned()
        tree.send(.replace, "\(Self.container)/DNSComputerName", "NEW-DNS")
        tree.send(.replace, "\(Self.container)/DeviceName", "NEW-DEVICE")
        #expect(ComputerName.pending(in: tree) == "NEW-DNS")
        tree.send(.replace, "\(Self.container)/DNSComputerName", "DESKTOP-EMU0001")
        #expect(ComputerName.pending(in: tree) == "NEW-DEVICE")
        tree.send(.replace, "\(Self.container)/DeviceName", "DESKTOP-EMU0001")
        #expect(ComputerName.pending(in: tree) == nil)
    }

    @Test(
        "Macros: %SERIAL%, %RAND:n%; with both the random digits count and the serial number does not",
        arguments: [
            ("PC-1", "PC-1"), ("Test%RAND:6%", "Test012345"), ("Foo%SERIAL%", "FooEMU-0001"),
            ("%rand:2%-%serial%", "01-"), ("A%SERIAL%B%RAND:1%", "AB0"), ("%RAND:1%%RAND:1%", "01"),
            ("%SERIAL%%SERIAL%", "EMU-0001EMU-0001"),
        ])
    func macros(template: String, name: String) {
        var tree = Devices.provisioned()
        #expect(tree.status(.replace, "\(Self.container)/DNSComputerName", template) == 200)
        var digit = -1
        let given = ComputerName.takeEffect(serialNumber: "EMU 0001/".replacing(" ", with: "-"), in: &tree) {
            digit += 1
            return digit
        }
        #expect(given == name)
        #expect(tree.get("\(Self.container)/DNSComputerName") == name)
    }

    @Test("A serial number that makes the name too long is cut at 63")
    func longSerial() {
        let name = ComputerName.expand("PC-%SERIAL%", serialNumber: String(repeating: "9", count: 80)) { 0 }
        #expect(name.count == 63)
    }

    @Test(
        "Names that no computer can have: 500, 0x80070057, and nothing waits",
        arguments: [
            "", String(repeating: "a", count: 64), "two words", "a.b", "PC%RAND%", "PC%RAND:0%", "PC%RAND:64%",
            "PC%RAND:x%", "PC%COLOUR%", "100%", "%", "a/b", "a\"b", "\n", "%RAND:60%abcd",
        ])
    func wrongNames(name: String) {
        for leaf in Self.leaves {
            var tree = Devices.provisioned()
            let application = tree.send(.replace, "\(Self.container)/\(leaf)", name, format: "chr")
            #expect(application.status == 500 && application.error == .invalidArgument)
            #expect(application.advised == ["devdetail.computer-name"])
            #expect(ComputerName.pending(in: tree) == nil)
        }
    }

    @Test(
        "63 characters are a name", arguments: [String(repeating: "a", count: 63), "%RAND:63%", "%RAND:62%a", "Ä-1_b"])
    func longest(name: String) {
        var tree = Devices.provisioned()
        #expect(tree.status(.replace, "\(Self.container)/DNSComputerName", name) == 200)
    }

    @Test("Add, Delete and Exec of the names are refused; a wrong Format is passed over, as on every chr node")
    func verbs() {
        for leaf in Self.leaves {
            var tree = Devices.provisioned()
            for verb in [Verb.add, .delete, .exec] {
                #expect(tree.status(verb, "\(Self.container)/\(leaf)", "PC-1") == 405)
            }
            #expect(tree.status(.replace, "\(Self.container)/\(leaf)", "PC-1", format: "int") == 200)
            let bytes = tree.send(.replace, "\(Self.container)/\(leaf)", "PC-1", format: "node")
            #expect(bytes.status == 415 && bytes.error == .invalidDataType)
        }
    }

    @Test("An Atomic that fails takes the waiting name back")
    func atomic() {
        var tree = Devices.provisioned()
        let before = tree
        tree.send(.replace, "\(Self.container)/DNSComputerName", "PC-1", isInAtomic: true)
        #expect(ComputerName.pending(in: tree) == "PC-1")
        tree = before
        #expect(ComputerName.pending(in: tree) == nil)
    }
}
