import Testing

@testable import ESP

/// What Graph exports hold (esp-behaviour.md 1.1 and 1.3).
struct ProfileDocumentTests {
    private static let shown = #""showInstallationProgress":true"#

    private func document(_ json: String) throws -> ProfileDocument { try ProfileDocument(json: json) }

    private func profile(_ members: String) throws -> EnrollmentStatusPageProfile.Reading {
        try EnrollmentStatusPageProfile.read(json: "{\(Self.shown),\(members)}")
    }

    @Test(
        "1.1: one object, an array and a list under value are read alike",
        arguments: [
            (#"{"displayName":"A",\#(shown)}"#, ""), (#"[{"displayName":"A",\#(shown)}]"#, "[0]."),
            (
                #"{"@odata.context":"c","value":[{"displayName":"A",\#(shown)}]}"#, "value[0]."
            ),
        ])
    func shapes(json: String, path: String) throws {
        let readings = try EnrollmentStatusPageProfile.readAll(json: json)
        #expect(readings.map(\.profile.name) == ["A"])
        #expect(try EnrollmentStatusPageProfile.read(json: json).profile.name == "A")
        let refused = json.replacing(Self.shown, with: #""showInstallationProgress":0"#)
        #expect(profileRefusal(refused)?.property == path + "showInstallationProgress")
    }

    @Test("1.1: several profiles of one file come in its order")
    func several() throws {
        let json = #"{"value":[{"id":"b",\#(Self.shown)},{"id":"a",\#(Self.shown)}]}"#
        #expect(try EnrollmentStatusPageProfile.readAll(json: json).map(\.profile.id) == ["b", "a"])
        #expect(try EnrollmentStatusPageProfile.readAll(json: #"{"value":[]}"#).isEmpty)
    }

    @Test("1.1: enrolment configurations of another kind are passed over by name")
    func otherConfigurations() throws {
        let limit =
            ##"{"@odata.type":"#microsoft.graph.deviceEnrollmentLimitConfiguration","displayName":"L","limit":5}"##
        let entries = try document(#"{"value":[\#(limit),{\#(Self.shown)}]}"#).entries
        #expect(entries.first == .other(type: "#microsoft.graph.deviceEnrollmentLimitConfiguration", name: "L"))
        #expect(entries.count == 2)
        #expect(profileRefusal(limit)?.code == .noProfile)
    }

    @Test("A fault in one profile does not keep the others from being read")
    func faultInOne() throws {
        let json = #"[{"displayName":"bad","showInstallationProgress":1},{"displayName":"good",\#(Self.shown)}]"#
        let entries = try document(json).entries
        guard case .refused(let error, "bad")? = entries.first, case .profile(let reading)? = entries.last else {
            Issue.record("\(entries)")
            return
        }
        #expect(error.property == "[0].showInstallationProgress")
        #expect(error.position == TextPosition(line: 1, column: 50))
        #expect(reading.profile.name == "good")
        #expect(throws: ProfileError.self) { try EnrollmentStatusPageProfile.readAll(json: json) }
    }

    @Test("An export that goes on at another address is an error: profiles may be missing")
    func nextLink() throws {
        let json = #"{"@odata.nextLink":"https://x","value":[{\#(Self.shown)}]}"#
        let findings = try document(json).findings
        #expect(findings.map(\.code) == [.listGoesOn] && findings.first?.severity == .error)
    }

    @Test("Nothing is lost: housekeeping is kept, and what is not understood, with its JSON")
    func nothingIsLost() throws {
        let reading = try profile(
            """
            "description":"d","version":3,"createdDateTime":"c","lastModifiedDateTime":"m","roleScopeTagIds":["0","7"],
            "future":{"deep":[1, null]}
            """)
        let profile = reading.profile
        #expect(profile.description == "d" && profile.version == 3)
        #expect(profile.createdDateTime == "c" && profile.lastModifiedDateTime == "m")
        #expect(profile.roleScopeTagIds == ["0", "7"])
        #expect(reading.unknownProperties == ["future": #"{"deep":[1, null]}"#])
        #expect(reading.findings.map(\.position) == [TextPosition(line: 2, column: 10)])
    }

    @Test("1.1: the older shape takes name and assignments from the deployment profile round it")
    func deploymentProfile() throws {
        let reading = try EnrollmentStatusPageProfile.read(
            json: ##"""
                {"@odata.type":"#microsoft.graph.azureADWindowsAutopilotDeploymentProfile","id":"7","displayName":"AP",
                 "language":"os-default","deviceNameTemplate":"","strange":1,
                 "enrollmentStatusScreenSettings":{"hideInstallationProgress":false,"odd":2},
                 "assignments":[{"target":{"@odata.type":"#microsoft.graph.groupAssignmentTarget","groupId":"g"}}]}
                """##)
        #expect(reading.profile.id == "7" && reading.profile.name == "AP")
        #expect(reading.profile.assignments == [ProfileAssignment(.group("g"))])
        #expect(
            reading.findings.filter { $0.code == .unknownProperty }.map(\.property)
                == ["enrollmentStatusScreenSettings.odd", "strange"])
        #expect(reading.unknownProperties == ["enrollmentStatusScreenSettings.odd": "2", "strange": "1"])
    }

    @Test(
        "The default profile is known by its type, or by the end of its id, as tenants export it",
        arguments: [
            (#""deviceEnrollmentConfigurationType":"defaultWindows10EnrollmentCompletionPageConfiguration""#, true),
            (#""id":"x_DefaultWindows10EnrollmentCompletionPageConfiguration""#, true),
            (
                #""id":"x_DefaultWindows10EnrollmentCompletionPageConfiguration","deviceEnrollmentConfigurationType":"#
                    + #""windows10EnrollmentCompletionPageConfiguration""#, true
            ),
            (#""id":"x_Windows10EnrollmentCompletionPageConfiguration""#, false), (#""priority":0"#, false),
        ])
    func defaultProfile(members: String, isDefault: Bool) throws {
        #expect(try profile(members).profile.isDefault == isDefault)
    }

    // MARK: assignments

    private func assignments(_ target: String) throws -> EnrollmentStatusPageProfile.Reading {
        try profile(#""priority":1,"assignments":[{"id":"a","target":{\#(target)}}]"#)
    }

    @Test(
        "1.3: the four targets of Graph",
        arguments: [
            (
                ##""@odata.type":"#microsoft.graph.groupAssignmentTarget","groupId":"g""##,
                ProfileAssignment.Target.group("g")
            ),
            (
                ##""@odata.type":"#microsoft.graph.exclusionGroupAssignmentTarget","groupId":"g""##,
                .exclusionGroup("g")
            ), (##""@odata.type":"#microsoft.graph.allDevicesAssignmentTarget""##, .allDevices),
            (##""@odata.type":"microsoft.graph.allLicensedUsersAssignmentTarget""##, .allUsers),
        ])
    func targets(target: String, expected: ProfileAssignment.Target) throws {
        let reading = try assignments(target)
        #expect(reading.profile.assignments == [ProfileAssignment(expected)])
        #expect(reading.findings.isEmpty)
    }

    @Test(
        "1.3: filters by id and mode; none, null and a GUID of zeros are no filter",
        arguments: [
            (#""f""#, "include", ProfileAssignment.Filter(id: "f", mode: .include) as ProfileAssignment.Filter?),
            (#""f""#, "exclude", ProfileAssignment.Filter(id: "f", mode: .exclude)), (#""f""#, "none", nil),
            ("null", "none", nil), (#""00000000-0000-0000-0000-000000000000""#, "none", nil),
        ])
    func filters(id: String, mode: String, expected: ProfileAssignment.Filter?) throws {
        let reading = try assignments(
            ##""@odata.type":"#microsoft.graph.allDevicesAssignmentTarget","##
                + #""deviceAndAppManagementAssignmentFilterId":\#(id),"deviceAndAppManagementAssignmentFilterType":"\#(mode)""#
        )
        #expect(reading.profile.assignments.map(\.filter) == [expected])
    }

    @Test("A target of another kind is left out and reported; members that are not known are reported with their way")
    func oddTarget() throws {
        let type = "#microsoft.graph.configurationManagerCollectionAssignmentTarget"
        let reading = try assignments(#""@odata.type":"\#(type)","collectionId":"c","odd":1"#)
        #expect(reading.profile.assignments.isEmpty)
        #expect(reading.findings.map(\.code) == [.unknownTarget(type), .unknownProperty])
        #expect(reading.findings.last?.property == "assignments[0].target.odd")
    }

    @Test(
        "Assignments with a fault are refused with the way to it",
        arguments: [
            (#"{}"#, "assignments[0].target"), (#"{"target":3}"#, "assignments[0].target"),
            (#"{"target":{}}"#, "assignments[0].target.@odata.type"),
            (
                ##"{"target":{"@odata.type":"#microsoft.graph.groupAssignmentTarget"}}"##,
                "assignments[0].target.groupId"
            ),
            (
                ##"{"target":{"@odata.type":"x.allDevicesAssignmentTarget","##
                    + #""deviceAndAppManagementAssignmentFilterType":"include"}}"#,
                "assignments[0].target.deviceAndAppManagementAssignmentFilterId"
            ),
            (
                ##"{"target":{"@odata.type":"x.allDevicesAssignmentTarget","##
                    + #""deviceAndAppManagementAssignmentFilterId":"f"}}"#,
                "assignments[0].target.deviceAndAppManagementAssignmentFilterType"
            ),
            (
                ##"{"target":{"@odata.type":"x.allDevicesAssignmentTarget","##
                    + #""deviceAndAppManagementAssignmentFilterType":"only"}}"#,
                "assignments[0].target.deviceAndAppManagementAssignmentFilterType"
            ),
        ])
    func brokenAssignments(assignment: String, property: String) {
        #expect(profileRefusal(#"{\#(Self.shown),"assignments":[\#(assignment)]}"#)?.property == property)
    }

    @Test("ESP-101: assignments of the default profile are reported, because it reaches everybody anyway")
    func assignedDefault() throws {
        let reading = try profile(
            #""id":"x_DefaultWindows10EnrollmentCompletionPageConfiguration","#
                + ##""assignments":[{"target":{"@odata.type":"#microsoft.graph.allDevicesAssignmentTarget"}}]"##)
        #expect(reading.findings.map(\.code) == [.defaultIsAssigned])
    }
}
