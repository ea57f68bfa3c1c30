import Conformance
import ProtocolProfile
import SyncML

private let policy = "./Vendor/MSFT/Policy/Config/Camera/AllowCamera"
private let provider = "./Device/Vendor/MSFT/DMClient/Provider/P"
private func atomic(_ inner: String) -> String { "<Atomic><CmdID>9</CmdID>\(inner)</Atomic>" }

extension RuleSample {
    static let commands: [RuleSample] = [
        RuleSample(
            "address.malformed", fail: command("Get", 5, "/DevInfo/Man"), pass: command("Get", 5, "DevInfo/Man")),
        RuleSample("address.malformed", fail: command("Get", 5, "./DevInfo/"), pass: command("Get", 5, "./DevInfo")),
        RuleSample("address.malformed", fail: command("Get", 5, "./DevInfo/../Man"), pass: command("Get", 5, ".")),
        RuleSample(
            "command.unsupported",
            fail:
                "<Copy><CmdID>5</CmdID><Item><Target><LocURI>./A</LocURI></Target><Source><LocURI>./B</LocURI></Source></Item></Copy>",
            pass: command("Get", 5, "./DevInfo/Man")),
        RuleSample("command.unsupported", fail: alert(5, 1100), pass: onlyHeader(1) + alert(5, 1222)),
        RuleSample("command.unsupported", fail: alert(5, 1300), pass: onlyHeader(1) + alert(5, 1225)),
        RuleSample(
            "atomic.nested", fail: atomic("<Atomic><CmdID>5</CmdID>\(command("Delete", 6, policy))</Atomic>"),
            pass: atomic(command("Delete", 6, policy))),
        RuleSample(
            "atomic.get", fail: atomic(command("Get", 5, policy)),
            pass: atomic(command("Delete", 5, policy)) + command("Get", 6, policy)),
        RuleSample(
            "atomic.exec", fail: atomic(command("Exec", 5, "./Vendor/MSFT/Reboot/RebootNow")),
            pass: command("Exec", 5, "./Vendor/MSFT/Reboot/RebootNow")),
        RuleSample(
            "atomic.add-then-replace",
            fail: atomic(
                command("Add", 5, policy, data: "1", format: "int")
                    + command("Replace", 6, policy, data: "1", format: "int")),
            pass: atomic(command("Add", 5, policy, data: "1", format: "int"))),
        RuleSample(
            "command.exec-items",
            fail: command("Exec", 5, "./Vendor/MSFT/Reboot/RebootNow").replacing(
                "</Exec>",
                with: "<Item><Target><LocURI>./Vendor/MSFT/Reboot/RebootNow</LocURI></Target></Item></Exec>"),
            pass: command("Exec", 5, "./Vendor/MSFT/Reboot/RebootNow")),
        RuleSample(
            "user-context.missing", fail: command("Get", 5, "./User/Vendor/MSFT/Policy"),
            pass: command("Get", 5, "./Device/Vendor/MSFT/Policy"), context: LintContext(login: .none)),
        RuleSample(
            "item.data-missing", fail: command("Replace", 5, policy, format: "int"),
            pass: command("Replace", 5, policy, data: "1", format: "int"), companions: ["value.missing"]),
        RuleSample(
            "item.format-missing", fail: command("Replace", 5, policy, data: "1"),
            pass: command("Replace", 5, policy, data: "1", format: "int")),
        RuleSample(
            "item.binary-format",
            fail: command(
                "Replace", 5,
                "./Vendor/MSFT/RootCATrustedCertificates/Root/0123456789ABCDEF0123456789ABCDEF01234567/EncodedCertificate",
                data: "AA==",
                format: "bin"),
            pass: command(
                "Replace", 5,
                "./Vendor/MSFT/RootCATrustedCertificates/Root/0123456789ABCDEF0123456789ABCDEF01234567/EncodedCertificate",
                data: "AA==",
                format: "b64")),
        RuleSample(
            "item.node-format", fail: command("Add", 5, provider), pass: command("Add", 5, provider, format: "node")),
        RuleSample(
            "object.in-container",
            fail: [
                .server(
                    atomic(
                        command("Add", 5, policy, data: "1", format: "int").replacing(
                            "</Item>", with: "<MoreData/></Item>"))
                ).open
            ], pass: [.server(atomic(command("Add", 5, policy, data: "1", format: "int")))],
            companions: ["object.size-missing"]),
        RuleSample(
            "object.misplaced",
            fail: [.server(command("Get", 5, policy).replacing("</Item>", with: "<MoreData/></Item>")).open],
            pass: [.server(command("Get", 5, policy))], companions: ["object.size-missing"]),
    ]
}
