import Capture
import DeviceFile
import Foundation
import Scenario
import TestSupport

/// A device file as an enrolled device leaves it, made without a server: the bundled life, 40 steps old.
struct SampleDevice {
    let folder: TemporaryFolder
    var path: String { folder.url.appendingPathComponent("my.device").path }

    /// What must never stand in a report: of a message and of a key.
    static let secrets = ["very-secret-token-77", "Sr7-secret-01", "cl-secret-77"]

    private static let request = """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID><MsgID>1</MsgID>\
        <Target><LocURI>https://mdm.example.test/dm</LocURI></Target><Source><LocURI>7F3A0000000000000000000000000001</LocURI></Source>\
        </SyncHdr><SyncBody><Alert><CmdID>2</CmdID><Data>1201</Data></Alert><Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta>\
        <Type xmlns="syncml:metinf">com.microsoft/MDM/LoginStatus</Type></Meta><Data>user</Data></Item></Alert><Replace><CmdID>4</CmdID>\
        <Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>7F3A0000000000000000000000000001</Data></Item>\
        <Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso</Data></Item>\
        <Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>Virtual</Data></Item>\
        <Item><Source><LocURI>./DevInfo/DmV</LocURI></Source><Data>1.3</Data></Item>\
        <Item><Source><LocURI>./DevInfo/Lang</LocURI></Source><Data>en-US</Data></Item></Replace><Final/></SyncBody></SyncML>
        """
    private static let response = """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID><MsgID>1</MsgID>\
        <Target><LocURI>7F3A0000000000000000000000000001</LocURI></Target><Source><LocURI>https://mdm.example.test/dm</LocURI></Source>\
        </SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>\
        <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>\
        <Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>\
        <Status><CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Replace</Cmd><Data>200</Data></Status>\
        <Final/></SyncBody></SyncML>
        """

    init(lives: Bool = true, isEnrolled: Bool = true) throws {
        folder = try TemporaryFolder()
        let device = DeviceRecord(
            deviceID: "7F3A0000000000000000000000000001", hardwareID: String(repeating: "ab", count: 32),
            macAddresses: ["00-15-5D-00-00-01"], name: "DESKTOP-28FGAI6", windows: "11-25h2", edition: "enterprise",
            scenario: BundledScenario.text, epoch: 1_795_800_000,
            created: CaptureTime(microseconds: 1_795_800_000_000_000))
        var change = DeviceChange()
        if lives {
            var player = ScenarioPlayer(try ScenarioReader.read(BundledScenario.text))
            for _ in 0..<40 { _ = player.step() }
            change.life = try SavedLife(player.life.saved)
        }
        if isEnrolled {
            change.enrolment = EnrolmentRecord(
                number: 1, kind: .device, provider: "MS DM Server", user: "ada@example.test",
                discoveryURL: "https://mdm.example.test/discovery", policyURL: "https://mdm.example.test/policy",
                enrolmentURL: "https://mdm.example.test/enrol", enrolled: device.created)
            change.keys = [
                KeyRecord(id: "../K1", pkcs8: SecretBytes(Array(Self.secrets[0].utf8)), created: device.created)
            ]
            let root = try TestCertificate()
            change.certificates = [
                CertificateRecord(
                    store: .my, location: .system, thumbprint: root.thumbprint, der: root.der, keyID: "../K1")
            ]
            change.trust = [TrustedRoot(thumbprint: "CD", der: [1, 2])]
            let start = CaptureTime(microseconds: 1_795_800_060_000_000)
            let sent = CaptureRecord(
                direction: .toServer, time: start, url: "https://mdm.example.test/dm?mode=Maintenance", method: "POST",
                headers: [
                    HTTPField("Content-Type", "application/vnd.syncml.dm+xml; charset=utf-8"),
                    HTTPField("Authorization", "Bearer \(Self.secrets[0])"),
                    HTTPField("Content-Length", String(Self.request.utf8.count)),
                ], body: Array(Self.request.utf8))
            let received = CaptureRecord(
                direction: .toClient, time: start, url: sent.url, status: 200,
                headers: [HTTPField("Content-Type", "application/vnd.syncml.dm+xml; charset=utf-8")],
                body: Array(Self.response.utf8))
            change.sessions = [
                (
                    SessionRecord(
                        enrolment: 1, number: 7, trigger: "push", started: start, ended: start, messages: 2,
                        outcome: .completed), [LoggedMessage(sent), LoggedMessage(received)]
                ),
                (
                    SessionRecord(
                        enrolment: 1, number: 8, trigger: "schedule", started: start, ended: start, messages: 0,
                        outcome: .broken(reason: "connecting: nobody listens")), []
                ),
            ]
        }
        try DeviceFile.create(path, device: device, with: change).close()
    }
}
