import DDF
import Testing

/// windows-csp.md 5.9 rows 18 and 19: which texts a node takes.
struct ValueCheckTests {
    @Test(
        "5.9 row 18, oma-dm.md 1.4: texts of each format",
        arguments: [
            (NodeFormat.int, ["0", "-1", "-2147483648", "4294967295", " 7\n", "+5"]),
            (.bool, ["true", "FALSE", "1", "0"]),
            (.b64, ["", "aGVsbG8=", "aGVs\r\nbG8="]), (.date, ["20010711", "2001-07-11", "2024-02-29"]),
            (.time, ["163817", "16:38:17", "16:38", "2001-07-11T16:38:17Z", "20010711T163817Z", "16:38:17.5+01:00"]),
            (.float, ["1.5", "-1E3", "INF", "NaN", "7"]), (.chr, ["", "anything"]), (.xml, ["<a"]), (.null, ["", "x"]),
            (.bin, ["\u{1}"]),
        ])
    func ofFormat(format: NodeFormat, values: [String]) {
        for value in values { #expect(format.check(value) == nil, "\(value)") }
    }

    @Test(
        "5.9 row 18: texts that are not of the format",
        arguments: [
            (NodeFormat.int, ["", "abc", "1.5", "0x1", "4294967296", "-2147483649", "1 2"]),
            (.bool, ["", "yes", "2", "True."]), (.b64, ["a", "aGVsbG8", "=aGV", "aGVsb*8="]),
            (.date, ["2001-13-01", "2023-02-29", "1-1-1", "010711"]),
            (.time, ["25:00:00", "16:61:00", "1638", "16-38", "2001-02-30T10:00:00", "16:38:17+1"]),
            (.float, ["", "1,5", "0x1p3", "one"]),
        ])
    func notOfFormat(format: NodeFormat, values: [String]) {
        for value in values {
            let fault = format.check(value)
            #expect(fault?.kind == .notOfFormat, "\(value)")
            #expect(fault?.sentence == "\"\(value)\" is no \(format.rawValue).")
        }
    }

    @Test("5.9 row 19: enumerations compare numbers as numbers, truth values by meaning, texts without case")
    func enumerations() {
        let numbers = AllowedValues(.enumeration(["0x0", "1", "65535"]))
        #expect(numbers.check("0", format: .int) == nil)
        #expect(numbers.check("65535", format: .int) == nil)
        #expect(
            numbers.check("2", format: .int)
                == ValueFault(
                    kind: .notListed, sentence: "\"2\" is not one of the allowed values.",
                    hint: "Allowed are 0x0, 1, 65535."))
        let truth = AllowedValues(.enumeration(["False", "True"]))
        for value in ["false", "TRUE", "0", "1"] { #expect(truth.check(value, format: .bool) == nil) }
        // ForceAadToken is a bool with five enumerators (pitfall 12).
        let token = AllowedValues(.enumeration(["0", "1", "2", "4", "8"]))
        #expect(token.check("4", format: .bool) == nil)
        #expect(token.check("3", format: .bool)?.kind == .notListed)
        let texts = AllowedValues(.enumeration(["Pptp", "Ikev2"]))
        #expect(texts.check("IKEv2", format: .chr) == nil)
        #expect(texts.check("Ikev3", format: .chr)?.kind == .notListed)
        #expect(AllowedValues(.enumeration(["AQ==", "AA=="])).check("aa==", format: .b64)?.kind == .notListed)
    }

    @Test("5.9 row 19: flags are any sum of the listed bits")
    func flags() {
        let flags = AllowedValues(.flags(["0x1", "0x4", "0x60", "0x80000000"]))
        for value in ["0", "1", "5", "96", "101", "2147483649", "-2147483648"] {
            #expect(flags.check(value, format: .int) == nil, "\(value)")
        }
        // 0x20 is half of a flag that has two bits.
        for value in ["2", "7", "32", "x"] {
            #expect(flags.check(value, format: .int)?.kind == .unknownFlags, "\(value)")
        }
    }

    @Test("5.9 row 19: ranges include their ends, and the hint tells the unit that the name tells")
    func ranges() {
        let range = AllowedValues(.range([1...99, 200...200]))
        for value in ["1", "99", "200"] { #expect(range.check(value, format: .int) == nil) }
        for value in ["0", "100", "201", "-5"] { #expect(range.check(value, format: .int)?.kind == .outOfRange) }
        let fault = range.check("100", format: .int, nodeName: "TimeOutUntilSyncFailureInMinutes")
        #expect(fault?.hint == "Allowed is 1 to 99 or 200 minutes.")
        // `[(-1)-4294967295]` on a chr node (ActiveSync Schedule).
        let signed = AllowedValues(.range([-1...4_294_967_295]))
        #expect(signed.check("-1", format: .chr) == nil)
        #expect(signed.check("soon", format: .chr)?.kind == .outOfRange)
    }

    @Test(
        "5.9 row 19: a pattern has to match the whole value",
        arguments: [
            (#"^[^|/]*$"#, "Contoso VPN", "a/b"),
            (
                #"{[0-9A-Fa-f]{8}\-[0-9A-Fa-f]{4}\-[0-9A-Fa-f]{4}\-[0-9A-Fa-f]{4}\-[0-9A-Fa-f]{12}\}"#,
                "{0f8fad5b-d9cb-469f-a165-70867728950e}", "0f8fad5b-d9cb-469f-a165-70867728950e"
            ),
            (#"/^https?:\/\/[a-z.]+$/"#, "https://contoso.com", "ftp://contoso.com"),
            (#"^([^;]+(?i)(\.appx|\.msix))$"#, "a.MSIX", "a.exe"), (#"\d+"#, "123", "123x"),
            (#"^(\d+\.)?(\d+\.)?(\*|\d+)$"#, "1.2.*", "1.2.3.4"),
        ])
    func patterns(pattern: String, good: String, bad: String) {
        let allowed = AllowedValues(.regularExpression([pattern]))
        #expect(allowed.check(good, format: .chr) == nil)
        #expect(allowed.check(bad, format: .chr)?.kind == .noMatch)
        #expect(allowed.check(bad, format: .chr)?.hint.contains(pattern) == true)
    }

    @Test("a pattern that does not compile makes no check")
    func brokenPattern() {
        #expect(AllowedValues(.regularExpression(["(["])).check("x", format: .chr) == nil)
        #expect(AllowedValues(.regularExpression([])).check("x", format: .chr) == nil)
    }

    @Test("5.9 row 19: each item of a list; the empty list and a trailing delimiter are fine")
    func lists() {
        let list = AllowedValues(.enumeration(["CdRomDevices", "WpdDevices"]), listDelimiter: "\u{F000}")
        for value in ["", "WpdDevices", "CdRomDevices\u{F000}WpdDevices", "CdRomDevices\u{F000}"] {
            #expect(list.check(value, format: .chr) == nil)
        }
        let fault = list.check("CdRomDevices\u{F000}Printers", format: .chr)
        #expect(fault?.sentence == "\"Printers\" is not one of the allowed values.")
        #expect(fault?.hint == "Allowed are CdRomDevices, WpdDevices. Items are separated by U+F000.")
    }

    @Test("ADMX payloads and documents are not checked")
    func unchecked() {
        for kind in [AllowedValues.Kind.none, .admx, .xsd, .json, .sddl] {
            #expect(AllowedValues(kind).check("anything", format: .chr) == nil)
        }
    }

    @Test(
        "units come from the words of a name",
        arguments: [
            ("AccountLockoutDurationInMinutes", ValueUnit.minutes), ("DeferQualityUpdatesPeriodInDays", .days),
            ("DOMinRAMAllowedToPeer", nil), ("DOMonthlyUploadDataCap", nil), ("BatteryThresholdPercentage", .percent),
            ("MaxFileSizeMB", .megabytes), ("Timeout", nil), ("KeepAliveSeconds", .seconds), ("DelayMS", .milliseconds),
            ("IntervalForScheduledRetriesHours_2", .hours),
        ] as [(String, ValueUnit?)])
    func units(name: String, unit: ValueUnit?) {
        #expect(ValueUnit(nodeName: name) == unit)
    }
}
