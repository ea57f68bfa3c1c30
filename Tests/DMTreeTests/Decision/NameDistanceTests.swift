import DMTree
import Testing

struct NameDistanceTests {
    @Test(
        "the name that was meant",
        arguments: [
            ("DevcieLock", "DeviceLock"), ("devicelok", "DeviceLock"), ("DeviceLocks", "DeviceLock"),
            ("Updat", "Update"), ("UPDATE", "Update"), ("Browsre", "Browser"),
        ])
    func nearest(word: String, name: String) {
        #expect(NameDistance.nearest(to: word, among: ["Browser", "Update", "DeviceLock", "{DeviceLoc}"]) == name)
    }

    @Test("nothing near: no name is better than a wrong one", arguments: ["Zebra", "", "Up", "Dev"])
    func nothing(word: String) {
        #expect(NameDistance.nearest(to: word, among: ["Browser", "Update", "DeviceLock"]) == nil)
    }

    @Test("the nearer of two wins, the first of equals; a placeholder is no name")
    func order() {
        #expect(NameDistance.nearest(to: "abcdef", among: ["abcxyf", "abcdxf"]) == "abcdxf")
        #expect(NameDistance.nearest(to: "abcdef", among: ["abcdeg", "abcdeh"]) == "abcdeg")
        #expect(NameDistance.nearest(to: "abc", among: ["{abc}"]) == nil)
        #expect(NameDistance.nearest(to: "abc", among: []) == nil)
    }

    @Test("a name of a million letters takes no time", .timeLimit(.minutes(1)))
    func long() {
        #expect(
            NameDistance.nearest(to: String(repeating: "x", count: 1_000_000), among: ["Browser", "Update"]) == nil)
    }
}
