import CSP
import DMTree
import Testing

/// DevInfo (windows-csp.md 4.7).
@Suite struct DevInfoTests {
    private static let values = [
        ("DevId", "5A0C71E94D3B4F6E9B1D20A7C8E3F415"), ("Man", "Contoso Hardware"), ("Mod", "EMU-1"), ("DmV", "1.3"),
        ("Lang", "en-US"),
    ]

    @Test("DM-TREE-05: DevInfo is there, with the five leaves of package 1", arguments: values)
    func leaves(leaf: String, value: String) {
        var tree = Devices.provisioned()
        let application = tree.send(.get, "./DevInfo/\(leaf)")
        #expect(application.status == 200)
        #expect(application.reading?.entries.first?.data == value)
        #expect(application.reading?.entries.first?.format == .chr)
    }

    @Test("A Get of the object gives its children")
    func children() {
        var tree = Devices.provisioned()
        #expect(tree.get("./DevInfo") == "DevId/Man/Mod/DmV/Lang/Ext")
        #expect(tree.get("./DevInfo/Ext") == "ICCID")
    }

    @Test("DevID answers as DevId does, and is echoed as it was written")
    func otherSpelling() {
        var tree = Devices.provisioned()
        let entry = tree.send(.get, "./DevInfo/DevID").reading?.entries.first
        #expect(entry?.data == "5A0C71E94D3B4F6E9B1D20A7C8E3F415")
        #expect(entry?.uri == "./DevInfo/DevID")
    }

    @Test("A maker and a model that nobody named are Unknown")
    func unknown() {
        var tree = Devices.provisioned { facts in
            facts.manufacturer = ""
            facts.model = ""
        }
        #expect(tree.get("./DevInfo/Man") == "Unknown")
        #expect(tree.get("./DevInfo/Mod") == "Unknown")
    }

    @Test("ICCID is that of the first adapter, and 404 without one")
    func iccid() {
        var without = Devices.provisioned()
        let refused = without.send(.get, "./DevInfo/Ext/ICCID")
        #expect(refused.status == 404 && refused.error == .nodeNotFound && refused.advised == ["node.never-set"])
        var with = Devices.provisioned { facts in
            facts.cellular = .init(identities: [
                .init(imei: "490154203237518", iccid: "8900100000000000000"), .init(imei: "2", iccid: "3"),
            ])
        }
        #expect(with.get("./DevInfo/Ext/ICCID") == "8900100000000000000")
    }

    @Test("Everything but Get is refused, whether the leaf has a value or not")
    func readOnly() {
        for leaf in Self.values.map(\.0) + ["Ext/ICCID"] {
            var tree = Devices.provisioned()
            for verb in [Verb.add, .replace, .delete, .exec] {
                let application = tree.send(verb, "./DevInfo/\(leaf)", "x", format: "chr")
                #expect(application.status == 405 && application.error == .commandNotAllowed, "\(verb) \(leaf)")
            }
        }
        var tree = Devices.provisioned()
        #expect(tree.get("./DevInfo/Man") == "Contoso Hardware")
    }

    @Test("Outside of its place it is unknown")
    func wrongPlace() {
        var tree = Devices.provisioned()
        for uri in ["./Device/Vendor/MSFT/DevInfo/DevId", "./User/Vendor/MSFT/DevInfo/DevId", "./DevInfo/Serial"] {
            let application = tree.send(.get, uri)
            #expect(application.status == 404 && application.advised == ["node.unknown"], "\(uri)")
        }
    }
}
