import DDF
import DMTree
import Notation
import Testing

/// windows-csp.md 5.9 rows 16 to 20: what is written.
struct ValueRowTests {
    private static let fss = "\(Devices.account)/FirstSyncStatus"
    private static let policy = Devices.policy

    private func check(
        _ sent: Sent, _ status: Int, _ error: HRESULT?, _ row: DecisionRow, _ hint: String,
        on tree: DeviceTree = Devices.enrolled()
    ) {
        var tree = tree
        let before = tree.content
        let answer = tree.apply(sent.verb, sent.target, sent.data, format: sent.format)
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.error == error)
        #expect(answer.row == row)
        #expect(hint.isEmpty || answer.text.contains(hint), "\(answer.text)")
        #expect(tree.content == before)
    }

    @Test(
        "5.9 row 16: latched and frozen nodes are 405 with 0x86000011",
        arguments: [
            ([("ServerHasFinishedProvisioning", "true")], "ServerHasFinishedProvisioning", "false", "enrol again"),
            ([("ServerHasFinishedProvisioning", "true")], "ExpectedPolicies", "./X", "lists first"),
            ([("ServerHasFinishedProvisioning", "1")], "ExpectedMSIAppPackages", "", "lists first"),
            ([("ServerHasFinishedProvisioning", "true")], "TimeOutUntilSyncFailure", "90", "lists first"),
            ([("IsSyncDone", "true")], "IsSyncDone", "true", "read it"),
            ([("IsSyncDone", "true")], "IsSyncDone", "false", "read it"),
            ([("WasDeviceSuccessfullyProvisioned", "0")], "WasDeviceSuccessfullyProvisioned", "1", "stays"),
            ([("WasDeviceSuccessfullyProvisioned", "1")], "WasDeviceSuccessfullyProvisioned", "1", "stays"),
            // Before the rows about formats and values.
            ([("IsSyncDone", "true")], "IsSyncDone", "no truth value", "read it"),
        ])
    func row16(writes: [(String, String)], leaf: String, value: String, hint: String) {
        var tree = Devices.enrolled()
        for (leaf, value) in writes { #expect(tree.apply(.replace, "\(Self.fss)/\(leaf)", value).status == 200) }
        check(Sent(.replace, "\(Self.fss)/\(leaf)", value), 405, .commandNotAllowed, .latched, hint, on: tree)
    }

    @Test(
        "3.3.3: what stays writable after ServerHasFinishedProvisioning",
        arguments: [
            ("ServerHasFinishedProvisioning", "true"), ("BlockInStatusPage", "7"), ("CustomErrorText", "Sorry"),
            ("AllowCollectLogsButton", "true"), ("SkipUserStatusPage", "true"), ("SkipDeviceStatusPage", "true"),
            ("IsSyncDone", "true"), ("WasDeviceSuccessfullyProvisioned", "0"),
        ])
    func notFrozen(leaf: String, value: String) {
        var tree = Devices.enrolled()
        tree.apply(.replace, "\(Self.fss)/ServerHasFinishedProvisioning", "true")
        #expect(tree.apply(.replace, "\(Self.fss)/\(leaf)", value).status == 200)
    }

    @Test(
        "5.9 row 17: a Meta Format that is not the node's is 415, and the hint says which it is",
        arguments: [
            (Sent(.replace, "\(policy)/DeviceLock/MinDevicePasswordLength", "8", format: "chr"), ">int<"),
            (Sent(.replace, "\(policy)/DeviceLock/MinDevicePasswordLength", "8", format: "bool"), ">int<"),
            (Sent(.replace, "\(fss)/IsSyncDone", "true", format: "chr"), ">bool<"),
            (Sent(.replace, "\(fss)/ExpectedPolicies", "x", format: "b64"), ">chr<"),
            (Sent(.replace, "\(fss)/ExpectedPolicies", "x", format: "node"), ">chr<"),
            (Sent(.add, "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server", format: "chr"), ">node<"),
        ])
    func row17(sent: Sent, hint: String) {
        check(sent, 415, .invalidDataType, .formatMismatch, hint)
    }

    @Test(
        "5.9 row 17: formats that are taken",
        arguments: [
            // Any text format on chr, whatever the case of the letters; absent is the node's.
            Sent(.replace, "\(fss)/ExpectedPolicies", "./X", format: "int"),
            Sent(.replace, "\(fss)/ExpectedPolicies", "./X", format: "string"),
            Sent(.replace, "\(fss)/ExpectedPolicies", "./X", format: "xml"),
            Sent(.replace, "\(fss)/ExpectedPolicies", "./X", format: "CHR"),
            Sent(.replace, "\(fss)/ExpectedPolicies", "./X"),
            Sent(.replace, "\(policy)/DeviceLock/MinDevicePasswordLength", "8", format: "INT"),
            Sent(.add, "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"),
            Sent(.add, "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server", format: "node"),
            // ForceAadToken is declared bool and holds flags (3.10).
            Sent(.replace, "\(Devices.account)/ForceAadToken", "1", format: "int"),
            Sent(.replace, "\(Devices.account)/ForceAadToken", "true", format: "bool"),
            Sent(.replace, "\(Devices.account)/ForceAadToken", "9", format: "int"),
            // Exec is not checked.
            Sent(.exec, "./Device/Vendor/MSFT/Reboot/RebootNow", "x", format: "int"),
        ])
    func row17Taken(sent: Sent) {
        var tree = Devices.enrolled()
        let answer = tree.apply(sent.verb, sent.target, sent.data, format: sent.format)
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test("5.9 row 17: bin and b64 stand for each other, xml takes any text")
    func row17Binary() {
        var tree = DeviceTree.probing([
            .leaf("Bin", .bin, .all), .leaf("B64", .b64, .all), .leaf("Xml", .xml, .all),
        ])
        for name in ["Bin", "B64"] {
            for format in ["bin", "b64"] {
                #expect(tree.apply(.replace, "./Vendor/MSFT/Probe/\(name)", "AAAA", format: format).status == 200)
            }
            check(
                Sent(.replace, "./Vendor/MSFT/Probe/\(name)", "AAAA", format: "chr"), 415, .invalidDataType,
                .formatMismatch, name.lowercased(), on: tree)
        }
        #expect(tree.apply(.replace, "./Vendor/MSFT/Probe/Xml", "<a/>", format: "chr").status == 200)
    }

    @Test(
        "5.9 row 18: text that is not of the format is 415",
        arguments: [
            (Sent(.replace, "\(policy)/DeviceLock/MinDevicePasswordLength", "eight"), "decimal integer"),
            (Sent(.replace, "\(policy)/DeviceLock/MinDevicePasswordLength", ""), "decimal integer"),
            (Sent(.add, "\(policy)/DeviceLock/MinDevicePasswordLength", "8.5"), "decimal integer"),
            (Sent(.replace, "\(fss)/IsSyncDone", "yes"), "true or false"),
            (Sent(.replace, "\(fss)/SkipUserStatusPage", "2"), "true or false"),
            (Sent(.replace, "\(Devices.account)/ForceAadToken", "maybe", format: "bool"), "integer"),
        ])
    func row18(sent: Sent, hint: String) {
        check(sent, 415, .invalidDataType, .notOfFormat, hint)
    }

    @Test("5.9 row 18: bool in any case, and as 1 and 0", arguments: ["true", "FALSE", "1", "0", "False"])
    func row18Bool(value: String) {
        var tree = Devices.enrolled()
        #expect(tree.apply(.replace, "\(Self.fss)/SkipUserStatusPage", value, format: "bool").status == 200)
        #expect(tree.get("\(Self.fss)/SkipUserStatusPage") == value)
    }

    @Test(
        "5.9 row 19: outside of range, enumeration, flags or pattern is 500 with 0x80070057; the hint gives what is allowed",
        arguments: [
            (Sent(.replace, "\(fss)/TimeOutUntilSyncFailure", "0"), "1 to 1440"),
            (Sent(.replace, "\(fss)/TimeOutUntilSyncFailure", "1441"), "1 to 1440"),
            (Sent(.replace, "\(fss)/BlockInStatusPage", "8"), "0x0, 0x1, 0x2, 0x4"),
            (Sent(.replace, "\(fss)/WasDeviceSuccessfullyProvisioned", "3"), "0, 1, 2"),
            (Sent(.replace, "\(policy)/Update/DeferQualityUpdatesPeriodInDays", "31"), "0 to 30 days"),
            (Sent(.add, "\(policy)/DeviceLock/MinDevicePasswordLength", "3"), "4 to 16"),
            (Sent(.replace, "\(Devices.account)/SyncApplicationVersion", "three"), "pattern"),
        ])
    func row19(sent: Sent, hint: String) {
        check(sent, 500, .invalidArgument, .valueNotAllowed, hint)
    }

    @Test("5.9 row 19: the old value is kept, and each item of a list is checked")
    func row19OldValue() {
        var tree = Devices.enrolled()
        tree.apply(.replace, "\(Self.fss)/TimeOutUntilSyncFailure", "90")
        #expect(tree.apply(.replace, "\(Self.fss)/TimeOutUntilSyncFailure", "0").status == 500)
        #expect(tree.get("\(Self.fss)/TimeOutUntilSyncFailure") == "90")
        let list = DeviceTree.probing([
            .leaf("List", .chr, .all) {
                $0.allowedValues = AllowedValues(.enumeration(["a", "b"]), listDelimiter: "\u{F000}")
            }
        ])
        var taken = list
        #expect(taken.apply(.replace, "./Vendor/MSFT/Probe/List", "a\u{F000}b").status == 200)
        check(
            Sent(.replace, "./Vendor/MSFT/Probe/List", "a\u{F000}c"), 500, .invalidArgument, .valueNotAllowed, "U+F000",
            on: list)
    }

    @Test("5.9 row 19: EnrollmentStatusTracking has no AllowedValues, so any number is stored, with a warning")
    func row19WithoutAllowedValues() {
        var tree = Devices.enrolled()
        let node =
            "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/Sidecar/InstallationState"
        let answer = tree.apply(.add, node, "9", format: "int")
        #expect(answer.status == 200)
        #expect(answer.decision.advice.map(\.severity) == [.warning])
        #expect(tree.get(node) == "9")
    }

    @Test("5.9 row 20: Add without Data makes a node without value")
    func row20Add() {
        var tree = Devices.enrolled()
        let node = "\(Self.policy)/DeviceLock/MinDevicePasswordLength"
        #expect(tree.apply(.add, node).status == 200)
        #expect(tree.apply(.add, node).status == 418)
        #expect(tree.apply(.get, node).status == 200)
    }

    @Test("5.9 row 20: Replace without Data is empty text on chr and 415 on the others")
    func row20Replace() {
        var tree = Devices.enrolled()
        tree.apply(.replace, "\(Self.fss)/ExpectedPolicies", "./X")
        #expect(tree.apply(.replace, "\(Self.fss)/ExpectedPolicies").status == 200)
        #expect(tree.get("\(Self.fss)/ExpectedPolicies") == "")
        for leaf in ["IsSyncDone", "TimeOutUntilSyncFailure"] {
            check(Sent(.replace, "\(Self.fss)/\(leaf)"), 415, .invalidDataType, .noData, "<Data>", on: tree)
        }
        var probe = DeviceTree.probing([.leaf("Xml", .xml, .all), .leaf("Bin", .bin, .all), .leaf("B64", .b64, .all)])
        #expect(probe.apply(.replace, "./Vendor/MSFT/Probe/Xml").status == 200)
        #expect(probe.get("./Vendor/MSFT/Probe/Xml") == "")
        for leaf in ["Bin", "B64"] {
            check(Sent(.replace, "./Vendor/MSFT/Probe/\(leaf)"), 415, .invalidDataType, .noData, "", on: probe)
        }
    }
}
