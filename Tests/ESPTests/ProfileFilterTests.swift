import Testing

@testable import ESP

/// ESP-104 and the language of assignment filters.
struct ProfileFilterTests {
    private static let device: ProfileSubject.Device = {
        var device = ProfileSubject.Device(build: 26200, revision: 9278)
        device.model = "Surface Book 3"
        device.manufacturer = "Contoso"
        device.operatingSystemSKU = "Enterprise"
        return device
    }()

    @Test(
        "Every operator, for a device that has the property",
        arguments: [
            (#"device.model -eq "Surface Book 3""#, true), (#"device.model -eq "surface book 3""#, true),
            (#"device.model -eq "Surface""#, false), (#"device.model -ne "Surface""#, true),
            (#"device.model -startsWith "surface""#, true), (#"device.model -startsWith "Book""#, false),
            (#"device.model -contains "BOOK""#, true), (#"device.model -notContains "book""#, false),
            (#"device.model -in ["x", "Surface Book 3"]"#, true), (#"device.model -in ["x"]"#, false),
            (#"device.model -notIn ["x","y"]"#, true), (#"device.model -notIn ["surface book 3"]"#, false),
            (#"device.model -eq $null"#, false), (#"device.model -ne null"#, true),
            (#"DEVICE.Model EQ "Surface Book 3""#, true), (#"device.manufacturer startswith "Con""#, true),
            (#"device.osVersion -startsWith "10.0.26200""#, true), (#"device.osVersion -eq "10.0.26200.9278""#, true),
            (#"device.operatingSystemSKU -in ["Enterprise","EnterpriseS"]"#, true),
            (#"device.deviceOwnership -eq "Corporate""#, true), (#"device.deviceOwnership -ne "Corporate""#, false),
        ])
    func operators(rule: String, expected: Bool) throws {
        #expect(try FilterRule(parsing: rule).matches(Self.device) == expected)
        #expect(try FilterRule(parsing: " ( \(rule) ) ").matches(Self.device) == expected)
    }

    @Test(
        "An absent property equals $null, differs from every text and starts with none",
        arguments: [
            ("-eq $null", true), ("-ne $null", false), (#"-eq "x""#, false), (#"-ne "x""#, true),
            (#"-startsWith "x""#, false), (#"-contains "x""#, false), (#"-notContains "x""#, true),
            (#"-in ["x"]"#, false), (#"-notIn ["x"]"#, true),
        ])
    func absent(comparison: String, expected: Bool) throws {
        let rule = try FilterRule(parsing: "(device.enrollmentProfileName \(comparison))")
        #expect(rule.matches(Self.device) == expected)
    }

    private static let yes = #"(device.model -eq "Surface Book 3")"#
    private static let no = #"(device.model -eq "x")"#

    @Test(
        "and binds stronger than or; parentheses bind strongest",
        arguments: [
            ("\(yes) and \(yes)", true), ("\(yes) and \(no)", false), ("\(no) or \(yes)", true),
            ("\(no) or \(no)", false),
            ("\(yes) or \(no) and \(no)", true), ("(\(yes) or \(no)) and \(no)", false),
            ("\(no) and \(no) or \(yes)", true), ("\(no) -and (\(no) -or \(yes))", false), ("((\(yes)))", true),
        ])
    func connectives(rule: String, expected: Bool) throws {
        #expect(try FilterRule(parsing: rule).matches(Self.device) == expected)
    }

    @Test(
        "A rule that cannot be read is refused with the column",
        arguments: [
            ("", 1), ("(", 2), ("device.model", 13), (#"device.model -eq"#, 17), (#"device.model -eq "x"#, 20),
            (#"device.model -like "x""#, 14), (#"device.model "x""#, 14), (#"(device.model -eq "x""#, 22),
            (#"(device.model -eq "x"))"#, 23), (#"(device.model -eq "x") xor (device.model -eq "y")"#, 24),
            (#"device.model -eq “x”"#, 18), (#"device.model -eq 'x'"#, 18), (#"device.model -in "x""#, 18),
            (#"device.model -in []"#, 19), (#"device.model -in ["x" "y"]"#, 23), (#"device.model -eq ["x"]"#, 18),
            (#"device.model -contains $null"#, 24), (#"device.model -gt "x""#, 14),
            (#"device.deviceOwnership -startsWith "C""#, 24), (#"device.osVersion -ge 10.0.1"#, 18), ("and", 4),
        ])
    func refused(rule: String, column: Int) {
        let error = #expect(throws: FilterRuleError.self) { try FilterRule(parsing: rule) }
        #expect(error?.column == column)
        #expect(error?.description.hasPrefix("column \(column): ") == true)
    }

    @Test("64 parentheses are read, 65 are refused, and a bomb of a million does not crash")
    func depth() throws {
        func nested(_ count: Int) -> String {
            String(repeating: "(", count: count) + #"device.model -eq "x""# + String(repeating: ")", count: count)
        }
        #expect(throws: Never.self) { try FilterRule(parsing: nested(64)) }
        for count in [65, 1_000_000] {
            let error = #expect(throws: FilterRuleError.self) { try FilterRule(parsing: nested(count)) }
            #expect(error?.fault == .tooDeep(allowed: 64))
        }
    }

    // MARK: ESP-104

    private func obstacle(_ rule: String, build: Int = 26200, revision: Int? = nil) throws -> AssignmentFilter.Obstacle?
    {
        let filter = AssignmentFilter(id: "f", displayName: "F", rule: try FilterRule(parsing: rule))
        return filter.obstacle(build: build, revision: revision)
    }

    @Test(
        "ESP-104: the six properties are allowed",
        arguments: [
            "model", "manufacturer", "osVersion", "operatingSystemSKU", "deviceOwnership", "enrollmentProfileName",
        ])
    func allowed(property: String) throws {
        #expect(try obstacle(#"(device.\#(property) -eq "x")"#) == nil)
    }

    @Test(
        "ESP-104: any other property makes the filter not selectable",
        arguments: [
            #"device.deviceName -startsWith "P""#, #"device.deviceCategory -eq "x""#,
            #"device.cpuArchitecture -eq "x64""#,
            #"device.deviceTrustType -in ["Azure AD joined"]"#, #"device.isRooted -eq "True""#,
            #"device.operatingSystemVersion -gt 10.0.22000.1000"#, #"app.osVersion -eq "1""#,
        ])
    func otherProperties(rule: String) throws {
        let name = String(rule.prefix { $0 != " " })
        #expect(try obstacle(#"(device.osVersion -contains "1") and (\#(rule))"#) == .property(name))
    }

    @Test(
        "ESP-104: model and manufacturer need Windows 11 22H2 or 23H2 with KB5035942, or a later release",
        arguments: [
            (17763, nil as Int?, false), (19045, nil, false), (22000, nil, false), (22621, 3373, false),
            (22621, 3374, true), (22621, nil, true), (22631, 3373, false), (22631, 3374, true), (26100, 1, true),
            (26200, 1, true),
        ])
    func builds(build: Int, revision: Int?, isKnown: Bool) throws {
        for property in [FilterProperty.model, .manufacturer] {
            let found = try obstacle(#"(device.\#(property.rawValue) -eq "x")"#, build: build, revision: revision)
            #expect(found == (isKnown ? nil : .tooOld(property)))
        }
        for property in ["osVersion", "operatingSystemSKU", "deviceOwnership", "enrollmentProfileName"] {
            #expect(try obstacle(#"(device.\#(property) -eq "x")"#, build: build, revision: revision) == nil)
        }
    }

    @Test("A filter for another platform is not selectable for an ESP profile")
    func platform() throws {
        let rule = try FilterRule(parsing: #"device.model -eq "x""#)
        let filters = ["windows10AndLater", "iOS", nil].map {
            AssignmentFilter(id: "f", displayName: "F", platform: $0, rule: rule)
        }
        #expect(filters.map { $0.obstacle(build: 26200, revision: nil) } == [nil, .platform("iOS"), nil])
    }

    // MARK: files

    @Test("Filters are read from a list; a fault in one leaves the others")
    func file() throws {
        let entries = try AssignmentFilter.readEach(
            json: #"""
                {"value":[{"id":"f","displayName":"F","platform":"windows10AndLater","rule":"device.model -eq \"x\"",
                  "roleScopeTags":["0"],"assignmentFilterManagementType":"devices","odd":1},
                 {"id":"g","rule":"device.model"},{"rule":"device.model -eq \"x\""}]}
                """#)
        guard case .filter(let filter, let findings) = entries[0], case .refused(let rule) = entries[1],
            case .refused(let id) = entries[2]
        else {
            Issue.record("\(entries)")
            return
        }
        #expect(filter.id == "f" && filter.displayName == "F" && filter.platform == "windows10AndLater")
        #expect(filter.rule.comparisons.count == 1)
        #expect(findings.map(\.property) == ["value[0].odd"])
        #expect(rule.property == "value[1].rule" && rule.position.line == 3)
        #expect(rule.description.contains("column 13"))
        #expect(id.code == .missing && id.property == "value[2].id")
    }
}
