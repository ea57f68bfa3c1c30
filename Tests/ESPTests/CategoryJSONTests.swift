import Testing

@testable import ESP

/// esp-behaviour.md 3.5 and U-15.
struct CategoryJSONTests {
    private func entry(_ state: CategoryState) -> CategoryBoard.Entry {
        var entry = CategoryBoard()[.deviceSetup]
        entry.state = state
        return entry
    }

    @Test("ESP-604: the flat form has names without prefix and one string for each")
    func flat() {
        var entry = entry(.failed)
        for (index, line) in entry.lines.enumerated() {
            switch line.kind {
            case .apps:
                entry.lines[index].state = .failed
                entry.lines[index].text = .hex(.notDetected)
            case .certificates:
                entry.lines[index].state = .succeeded
                entry.lines[index].text = .noSetupNeeded
            case .rebootCoalescing: entry.lines[index].state = .failedFromPreviousSubcategory
            default: break
            }
        }
        #expect(
            entry.json(.legacyFlat) == """
                {"categorySucceeded":false,\
                "SecurityPoliciesSubcategory":"Security policies (Waiting for the previous step)",\
                "CertificatesSubcategory":"Certificates (No setup needed)",\
                "NetworkConnectionsSubcategory":"Network connections (Waiting for the previous step)",\
                "AppsSubcategory":"Apps (0x87d1041c)",\
                "RebootCoalescing":"failedFromPreviousSubcategory",\
                "SendResultsToMdmServer":"notStarted",\
                "SaveWhiteGloveSuccessResult":"notStarted",\
                "categoryStatusText":"Error"}
                """)
    }

    @Test(
        "ESP-604: categorySucceeded appears only when the category is final",
        arguments: [
            (.notStarted, nil), (.inProgress, nil), (.rebootRequiredAndTryAgain, nil), (.succeeded, true),
            (.failed, false), (.cancelled, false), (.failedFromPreviousCategory, false),
        ] as [(CategoryState, Bool?)])
    func succeeded(state: CategoryState, value: Bool?) {
        let json = entry(state).json(.legacyFlat)
        #expect(json.contains("categorySucceeded") == (value != nil))
        if let value { #expect(json.hasPrefix("{\"categorySucceeded\":\(value),")) }
        #expect(!json.contains("categoryState"))
    }

    @Test(
        "U-15: the prefixed form has the state of the category and never categorySucceeded",
        arguments: CategoryState.allCases)
    func prefixed(state: CategoryState) {
        let entry = entry(state)
        #expect(entry.json(.prefixed).hasPrefix("{\"categoryState\":\"\(state.rawValue)\","))
        #expect(!entry.json(.prefixed).contains("categorySucceeded"))
        #expect(entry.json == entry.json(.prefixed))
    }

    @Test("ESP-604: a silent step has its state as a plain word for its text")
    func silent() {
        var entry = entry(.inProgress)
        for index in entry.lines.indices where entry.lines[index].kind == .rebootCoalescing {
            entry.lines[index].state = .succeeded
        }
        #expect(
            entry.json(.prefixed).contains(
                #""DeviceSetup.RebootCoalescing":{"subcategoryState":"succeeded","subcategoryStatusText":"succeeded"}"#)
        )
    }
}
