import LifePage
import Testing

@Suite("Head of a timeline")
struct TimelineHeadTests {
    @Test("a head names its life") func life() {
        #expect(TimelineHead(life: "a", view: .device, title: "b").life == "a")
    }
}
