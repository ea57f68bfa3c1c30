import Capture
import Testing

struct CaptureRecordTests {
    @Test("A header field is found whatever its case")
    func header() {
        let record = CaptureRecord(
            direction: .toServer, headers: [HTTPField("Content-Type", "application/vnd.syncml.dm+xml")], body: [])
        #expect(record.header("content-type") == "application/vnd.syncml.dm+xml")
        #expect(record.header("accept") == nil)
    }
}
