import HTTPExchange
import Testing

@Suite("Retries within one poll")
struct ConnectionRetriesTests {
    /// The waits until it gives up.
    private func waits(_ retries: ConnectionRetries) -> [Int64] {
        var retries = retries
        var result: [Int64] = []
        while case .wait(let milliseconds) = retries.failed() { result.append(milliseconds) }
        #expect(retries.failed() == .giveUp, "given up is given up")
        return result
    }

    @Test("enrollment.md 8.2: by default three retries, after 16, 32 and 64 s")
    func defaults() { #expect(waits(ConnectionRetries()) == [16_000, 32_000, 64_000]) }

    @Test("enrollment.md 15: the back-off is min(MAXBACKOFFTIME, INITIALBACKOFFTIME * 2^k)")
    func backOff() {
        let retries = ConnectionRetries(attempts: 6, initialBackOff: 30_000, maxBackOff: 120_000)
        #expect(waits(retries) == [30_000, 60_000, 120_000, 120_000, 120_000, 120_000])
        #expect(waits(ConnectionRetries(attempts: 3, initialBackOff: 9, maxBackOff: 5)) == [5, 5, 5])
        #expect(waits(ConnectionRetries(attempts: 3, initialBackOff: 3, maxBackOff: 7)) == [3, 6, 7])
    }

    @Test("No number that a server sends makes it wait wrongly or for ever")
    func extremes() {
        #expect(waits(ConnectionRetries(attempts: 0)) == [])
        #expect(waits(ConnectionRetries(attempts: -1)) == [])
        #expect(waits(ConnectionRetries(attempts: 2, initialBackOff: 0)) == [0, 0])
        #expect(waits(ConnectionRetries(attempts: 2, initialBackOff: -5, maxBackOff: -5)) == [0, 0])
        let most = waits(ConnectionRetries(attempts: .max, initialBackOff: .max, maxBackOff: .max))
        #expect(most.count == ConnectionRetries.mostRetries)
        #expect(most.allSatisfy { $0 == .max })
        #expect(waits(ConnectionRetries(attempts: 100, initialBackOff: 1, maxBackOff: .max)).last == .max)
    }
}

@Suite("The addresses of a server")
struct AddressListTests {
    @Test("windows-csp.md 3.6: the first address, then down the list, then round; the one that answered is remembered")
    func order() {
        var list = AddressList(provisioned: "<https://a/dm><https://b/dm><https://c/dm>")
        #expect(list.order == ["https://a/dm", "https://b/dm", "https://c/dm"])
        list.answered("https://b/dm")
        #expect(list.order == ["https://b/dm", "https://c/dm", "https://a/dm"])
        list.answered("https://elsewhere/dm")
        #expect(list.working == "https://b/dm")
    }

    @Test("windows-csp.md 3.6: an updated list begins at its head")
    func updated() {
        let list = AddressList(provisioned: "<https://x/dm><https://y/dm>", working: "https://b/dm")
        #expect(list.working == nil)
        #expect(list.order == ["https://x/dm", "https://y/dm"])
        #expect(AddressList(["https://x/dm", "https://y/dm"], working: "https://y/dm").order.first == "https://y/dm")
    }

    @Test(
        "ManagementServerAddressList is read: brackets optional for one address, blanks and half an address passed over",
        arguments: [
            ("https://a/dm", ["https://a/dm"]), ("<https://a/dm>", ["https://a/dm"]),
            (" https://a/dm ", ["https://a/dm"]),
            ("<https://a/dm> <https://b/dm>\n", ["https://a/dm", "https://b/dm"]), ("", []), ("  ", []), ("<>", []),
            ("<", []), (">", [">"]), ("<https://a/dm><https://b", ["https://a/dm"]),
            ("<https://a/dm><", ["https://a/dm"]), ("<<https://a/dm>>", ["https://a/dm"]),
            ("https://a/dm<https://b/dm>", ["https://b/dm"]),
        ])
    func parsing(text: String, addresses: [String]) { #expect(AddressList(provisioned: text).addresses == addresses) }

    @Test("A list that is cut off anywhere has only whole addresses")
    func truncation() {
        let text = "<https://a/dm><https://b/dm>"
        for length in 1..<text.count {
            let found = AddressList(provisioned: String(text.prefix(length))).addresses
            #expect(found == (length < 14 ? [] : ["https://a/dm"]))
        }
    }
}
