import Foundation
import SyncML
import TestSupport
import Testing

@testable import Device

/// Published messages with ADMX files and ADMX-backed policies (windows-csp.md 4.6): what the documentation prints is taken.
struct PolicyCorpusTests {
    /// The statuses of published messages, applied one after the other in one session.
    private func statuses(_ files: [String]) throws -> [[Int]] {
        let device = FreshDevice()
        var applier = Applier(device, tree: device.makeTree())
        return try files.map { file in
            let text = String(
                decoding: try SharedData.bytes("corpus/mljlynch__windows-itpro-docs/" + file), as: UTF8.self)
            // Blanks before the XML declaration are the document's own; the placeholder of the CmdID is not.
            let bytes = Array(text.replacing("$CmdID$", with: "2").utf8)
            return applier.apply(try Message(parsing: bytes)).turn.outcomes.map(\.status)
        }
    }

    private static let ingestion = "379-win32-and-centennial-app-policy-configuration-fence2.xml"
    private static let use = "381-win32-and-centennial-app-policy-configuration-fence6.xml"

    @Test(
        "4.6: the published ingestion, then the published use of it, stray blank and raw elements included",
        .enabled(if: SharedData.isPresent))
    func ingestion() throws {
        #expect(try statuses([Self.ingestion, Self.use]) == [[200], [200]])
        #expect(try statuses([Self.use]) == [[404]])
        #expect(try statuses([Self.ingestion, Self.ingestion]) == [[200], [418]])
    }

    @Test(
        "4.6: published values of ADMX-backed policies, as CDATA with blanks and as raw elements",
        .enabled(if: SharedData.isPresent),
        arguments: [
            "163-enable-admx-backed-policies-in-mdm-fence4.xml", "309-policy-csp-deviceinstallation-fence1.xml",
            "311-policy-csp-deviceinstallation-fence5.xml",
        ])
    func values(file: String) throws { #expect(try statuses([file]) == [[200]]) }
}
