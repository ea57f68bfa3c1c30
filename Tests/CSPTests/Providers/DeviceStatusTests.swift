import CSP
import DMTree
import Testing

/// DeviceStatus (windows-csp.md 4.9).
@Suite struct DeviceStatusTests {
    private static let root = "./Vendor/MSFT/DeviceStatus"

    @Test(
        "What the virtual desktop says",
        arguments: [
            ("SecureBootState", "1", "int"), ("Compliance/EncryptionCompliance", "false", "bool"),
            ("TPM/SpecificationVersion", "2.0", "chr"), ("TPM/ManufacturerId", "1297303124", "chr"),
            ("TPM/ManufacturerIdTxt", "MSFT", "chr"), ("TPM/ManufacturerVersion", "1.0", "chr"),
            ("OS/Edition", "Enterprise", "chr"), ("OS/Mode", "0", "int"), ("Antivirus/SignatureStatus", "1", "int"),
            ("Antivirus/Status", "0", "int"), ("Antispyware/SignatureStatus", "1", "int"),
            ("Antispyware/Status", "0", "int"), ("Firewall/Status", "0", "int"), ("UAC/Status", "0", "int"),
            ("Battery/Status", "0", "int"), ("Battery/EstimatedChargeRemaining", "0", "int"),
            ("Battery/EstimatedRuntime", "0", "int"), ("DomainName", "", "chr"),
            ("DeviceGuard/VirtualizationBasedSecurityHwReq", "0", "int"),
            ("DeviceGuard/VirtualizationBasedSecurityStatus", "4", "int"),
            ("DeviceGuard/LsaCfgCredGuardStatus", "3", "int"),
            ("DeviceGuard/HypervisorEnforcedCodeIntegrityStatus", "2", "int"),
            ("DeviceGuard/SystemGuardStatus", "2", "int"),
            ("DMA/BootDMAProtectionStatus", "2", "int"), ("NetworkIdentifiers", "00005E005301/02005E100001", "node"),
            ("NetworkIdentifiers/00005E005301/Type", "1", "int"), ("NetworkIdentifiers/02005E100001/Type", "2", "int"),
            ("NetworkIdentifiers/00005E005301/IPAddressV4", "192.0.2.21", "chr"),
            ("NetworkIdentifiers/00005e005301/IPAddressV6", "2001:db8::21", "chr"),
            ("NetworkIdentifiers/00005E005301/IsConnected", "true", "bool"), ("CellularIdentities", "", "node"),
        ])
    func desktop(leaf: String, value: String, format: String) {
        for root in [Self.root, "./Device/Vendor/MSFT/DeviceStatus"] {
            var tree = Devices.provisioned()
            let entry = tree.send(.get, "\(root)/\(leaf)").reading?.entries.first
            #expect(entry?.data == value)
            #expect(entry?.format.rawValue == format)
        }
    }

    private static func get(_ leaf: String, _ change: (inout DeviceFacts) -> Void) -> String? {
        var tree = Devices.provisioned("11-25h2", .enterprise, change)
        return tree.get("\(root)/\(leaf)")
    }

    @Test("The numbers of SecureBootState, OS/Mode, EncryptionCompliance and BootDMAProtectionStatus")
    func states() {
        for (state, code) in [(DeviceFacts.SecureBoot.unsupported, "0"), (.on, "1"), (.off, "2")] {
            #expect(Self.get("SecureBootState") { $0.security.secureBoot = state } == code)
        }
        #expect(Self.get("OS/Mode") { $0.isInSMode = true } == "1")
        #expect(Self.get("Compliance/EncryptionCompliance") { $0.security.isEncrypted = true } == "true")
        #expect(Self.get("DMA/BootDMAProtectionStatus") { $0.security.hasBootDMAProtection = true } == "1")
        #expect(Self.get("DomainName") { $0.domainName = "corp.example.test" } == "corp.example.test")
        #expect(Self.get("UAC/Status") { $0.security.uac = 3 } == "3")
    }

    @Test("The numbers of antivirus, antispyware and firewall")
    func protection() {
        for (index, status) in DeviceFacts.Protection.allCases.enumerated() {
            #expect(Self.get("Antivirus/Status") { $0.security.antivirus.status = status } == String(index))
            #expect(Self.get("Firewall/Status") { $0.security.firewall = status } == String(index))
        }
        for (index, status) in DeviceFacts.Antispyware.Status.allCases.enumerated() {
            #expect(Self.get("Antispyware/Status") { $0.security.antispyware.status = status } == String(index))
        }
        for (index, status) in DeviceFacts.Signatures.allCases.enumerated() {
            #expect(
                Self.get("Antivirus/SignatureStatus") { $0.security.antivirus.signatures = status } == String(index))
            #expect(
                Self.get("Antispyware/SignatureStatus") { $0.security.antispyware.signatures = status } == String(index)
            )
        }
    }

    @Test("The numbers of DeviceGuard: a mask of what is missing, 42 for other")
    func deviceGuard() {
        typealias DeviceGuard = DeviceFacts.DeviceGuard
        func number(_ leaf: String, _ change: (inout DeviceGuard) -> Void) -> String? {
            Self.get("DeviceGuard/\(leaf)") { change(&$0.security.deviceGuard) }
        }
        #expect(number("VirtualizationBasedSecurityHwReq") { $0.missing = [.secureBoot, .hyperV] } == "9")
        #expect(
            number("VirtualizationBasedSecurityHwReq") { $0.missing = Set(DeviceGuard.Requirement.allCases) } == "15")
        #expect(number("VirtualizationBasedSecurityHwReq") { $0.missing = [.dmaProtection, .guestVM] } == "6")
        for (status, code) in zip(DeviceGuard.VirtualizationBasedSecurity.allCases, [0, 1, 2, 3, 4, 5, 42]) {
            #expect(
                number("VirtualizationBasedSecurityStatus") { $0.virtualizationBasedSecurity = status } == String(code))
        }
        for (code, status) in DeviceGuard.CredentialGuard.allCases.enumerated() {
            #expect(number("LsaCfgCredGuardStatus") { $0.credentialGuard = status } == String(code))
        }
        for (code, status) in DeviceGuard.CodeIntegrity.allCases.enumerated() {
            #expect(number("HypervisorEnforcedCodeIntegrityStatus") { $0.codeIntegrity = status } == String(code))
        }
        for (code, status) in DeviceGuard.SystemGuard.allCases.enumerated() {
            #expect(number("SystemGuardStatus") { $0.systemGuard = status } == String(code))
        }
    }

    @Test("Battery: seconds, and -1 on mains power")
    func battery() {
        for leaf in ["EstimatedChargeRemaining", "EstimatedRuntime"] {
            #expect(Self.get("Battery/\(leaf)") { $0.battery = .init(status: 1, remainingSeconds: 7200) } == "7200")
            #expect(Self.get("Battery/\(leaf)") { $0.battery = .init(status: 2) } == "-1")
        }
        #expect(Self.get("Battery/Status") { $0.battery = .init(status: 2) } == "2")
    }

    @Test("Without a TPM the description's default: Not available")
    func noTPM() {
        for leaf in ["SpecificationVersion", "ManufacturerId", "ManufacturerIdTxt", "ManufacturerVersion"] {
            #expect(Self.get("TPM/\(leaf)") { $0.security.tpm = nil } == "Not available")
        }
    }

    @Test("A tree that nobody provisioned answers the defaults of the description")
    func defaults() {
        var tree = Devices.fresh()
        for (leaf, value) in [
            ("OS/Edition", "Not available"), ("Antivirus/SignatureStatus", "1"),
            ("Antivirus/Status", "3"), ("Antispyware/Status", "3"), ("Firewall/Status", "3"), ("Battery/Status", "0"),
        ] {
            #expect(tree.get("\(Self.root)/\(leaf)") == value, "\(leaf)")
        }
        #expect(tree.status(.get, "\(Self.root)/SecureBootState") == 404)
        #expect(tree.status(.get, "\(Self.root)/OS/Mode") == 404, "its default is no int")
    }

    @Test("SIM cards are instances by IMEI")
    func cellular() {
        var tree = Devices.provisioned { facts in
            facts.cellular = .init(identities: [
                .init(
                    imei: "490154203237518", imsi: "001010123456789", iccid: "89001", phoneNumber: "+12025550147",
                    commercializationOperator: "Contoso Mobile", isRoaming: true, isRoamingCompliant: false),
                .init(imei: "490154203237526"),
            ])
        }
        let sims = Self.root + "/CellularIdentities"
        #expect(tree.get(sims) == "490154203237518/490154203237526")
        for (leaf, first, second) in [
            ("IMSI", "001010123456789", ""), ("ICCID", "89001", ""), ("PhoneNumber", "+12025550147", ""),
            ("CommercializationOperator", "Contoso Mobile", ""), ("RoamingStatus", "true", "false"),
            ("RoamingCompliance", "false", "true"),
        ] {
            #expect(tree.get("\(sims)/490154203237518/\(leaf)") == first, "\(leaf)")
            #expect(tree.get("\(sims)/490154203237526/\(leaf)") == second, "\(leaf)")
        }
        let absent = tree.send(.get, "\(sims)/000000000000000/IMSI")
        #expect(absent.status == 404 && absent.error == .nodeNotFound && absent.advised == ["node.absent"])
    }

    @Test("StructData gives each card with its leaves")
    func structData() {
        var tree = Devices.provisioned { $0.networkAdapters = [.init(macAddress: "00005E005301", kind: .unknown)] }
        let entries = tree.send(.get, Self.root + "/NetworkIdentifiers?list=StructData").reading?.entries
        #expect(
            entries?.map { $0.uri.dropFirst(Self.root.count) + "=" + ($0.data ?? "-") } == [
                "/NetworkIdentifiers=-", "/NetworkIdentifiers/00005E005301=-",
                "/NetworkIdentifiers/00005E005301/IPAddressV4=", "/NetworkIdentifiers/00005E005301/IPAddressV6=",
                "/NetworkIdentifiers/00005E005301/IsConnected=true", "/NetworkIdentifiers/00005E005301/Type=0",
            ])
    }

    @Test("Wrong verbs, on leaves, instances and the containers")
    func readOnly() {
        for node in [
            "SecureBootState", "NetworkIdentifiers/00005E005301", "NetworkIdentifiers/00005E005301/IPAddressV4",
            "NetworkIdentifiers/AABBCCDDEEFF", "DomainName", "TPM",
        ] {
            var tree = Devices.provisioned()
            for verb in [Verb.add, .replace] {
                let application = tree.send(verb, "\(Self.root)/\(node)", "1")
                #expect(application.status == 405 && application.error == .commandNotAllowed, "\(verb) \(node)")
            }
            for verb in [Verb.delete, .exec] where node != "NetworkIdentifiers/AABBCCDDEEFF" {
                #expect(tree.status(verb, "\(Self.root)/\(node)") == 405, "\(verb) \(node)")
            }
        }
    }

    @Test("Wrong scope: there is no user's DeviceStatus")
    func wrongScope() {
        var tree = Devices.provisioned()
        let application = tree.send(.get, "./User/Vendor/MSFT/DeviceStatus/SecureBootState")
        #expect(application.status == 404 && application.advised == ["node.wrong-scope"])
        #expect(tree.status(.replace, "./User/Vendor/MSFT/DeviceStatus/SecureBootState", "1") == 405)
    }

    @Test("Builds: DMA and the newer DeviceGuard nodes need 22000")
    func builds() {
        var old = Devices.provisioned("10-22h2")
        #expect(old.status(.get, Self.root + "/DMA/BootDMAProtectionStatus") == 404)
        #expect(old.status(.get, Self.root + "/DeviceGuard/SystemGuardStatus") == 404)
        #expect(old.get(Self.root + "/DeviceGuard/LsaCfgCredGuardStatus") == "3")
    }
}
