import Device
import ESP
import Testing

/// esp-behaviour.md 3.4: the tables that readers have.
struct NumberTableTests {
    @Test(
        "Numbers and words",
        arguments: [
            (.trackedApp, 1, "not installed"), (.trackedApp, 2, "downloading or installing"),
            (.trackedApp, 3, "installed"), (.trackedApp, 4, "failed"),
            (.provider, 1, "NotInstalled"), (.provider, 2, "NotRequired"), (.provider, 3, "Completed"),
            (.provider, 4, "Error"),
            (.expectedEntry, 0, "not processed"), (.expectedEntry, 1, "processed"),
            (.package, 0, "none"), (.package, 10, "initialized"), (.package, 20, "download in progress"),
            (.package, 25, "pending download retry"), (.package, 30, "download failed"),
            (.package, 40, "download completed"), (.package, 48, "pending user session"),
            (.package, 50, "enforcement in progress"), (.package, 55, "pending enforcement retry"),
            (.package, 60, "enforcement failed"), (.package, 70, "success"),
            (.domainJoin, 0, "not configured"), (.domainJoin, 1, "waiting for blob"), (.domainJoin, 2, "processed"),
            (.domainJoin, 3, "timed out"),
            (.enforcement, 1000, "succeeded"), (.enforcement, 3000, "requirements not met"),
            (.enforcement, 5000, "failed"),
            (.compliance, 0, "unknown"), (.compliance, 1, "compliant"), (.compliance, 3, "conflict"),
            (.compliance, 4, "error"),
            (.desiredState, 0, "none"), (.desiredState, 1, "absent"), (.desiredState, 2, "present"),
            (.desiredState, 3, "unknown"), (.desiredState, 4, "available"),
            (.intent, 1, "available"), (.intent, 3, "required"), (.intent, 4, "uninstall"),
        ] as [(NumberTable, Int, String)])
    func word(table: NumberTable, number: Int, word: String) { #expect(table.word(number) == word) }

    @Test("ESP-603: an app's 2 is not a provider's 2")
    func notTheProviders() { #expect(NumberTable.trackedApp.word(2) != NumberTable.provider.word(2)) }

    @Test("Every enforcement state that the agent can record has a word", arguments: EnforcementState.allCases)
    func enforcement(state: EnforcementState) { #expect(NumberTable.enforcement.word(state.rawValue) != nil) }

    @Test("A number that no table has gets no word", arguments: NumberTable.allCases)
    func unknown(table: NumberTable) { #expect(table.word(-7) == nil) }
}
