import CSP
import DDF
import DMSession
import DMTree
import ESP
import Testing

@testable import Device

/// The HTTP frame of a session: enrollment.md 14.2, 14.3.
struct SessionFrameTests {
    private let provider = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"

    private func frame(
        _ trigger: SessionTrigger = .schedule, signedIn: Bool = true, token: String? = nil, alerts: [GenericAlert] = [],
        isFirst: Bool = false, windows: WindowsRelease = .standard, _ change: (inout DeviceTreeBox) -> Void = { _ in }
    ) -> SessionFrame {
        var box = DeviceTreeBox(tree: FreshDevice().makeTree())
        change(&box)
        return SessionFrame(
            trigger: trigger, tree: box.tree, isUserSignedIn: signedIn, userToken: token, alerts: alerts,
            isFirstSession: isFirst, release: windows)
    }

    @Test("enrollment.md 14.2: the request line carries mode and Platform, and the address keeps its query")
    func requestLine() {
        #expect(
            frame().url("https://mdm.example.test/dm")?.description
                == "https://mdm.example.test/dm?mode=Maintenance&Platform=WoA")
        #expect(
            frame(signedIn: false).url("https://mdm.example.test/dm?t=1")?.description
                == "https://mdm.example.test/dm?t=1&mode=Machine&Platform=WoA")
        #expect(frame().url("mdm.example.test") == nil)
    }

    @Test("enrollment.md 14.3: the headers that every message has, without a charset in Content-Type")
    func always() {
        let headers = frame().headers(coding: .xml, vector: "kQ3xv0a9Tk6pWb1s.0.0.0")
        #expect(
            headers.fields.map(\.name) == [
                "User-Agent", "Content-Type", "Accept", "Accept-Charset", "Accept-Encoding", "MS-CV",
            ])
        #expect(headers["User-Agent"] == "MSFT OMA DM Client/1.2.0.1")
        #expect(headers["Content-Type"] == "application/vnd.syncml.dm+xml")
        #expect(
            frame().headers(coding: .wbxml(.v12), vector: "")["content-type"] == "application/vnd.syncml.dm+wbxml")
    }

    @Test("enrollment.md 14.3: client-request-id is EntDMID once it is set; 0 in the first session of Windows 10 alone")
    func clientRequestID() throws {
        #expect(frame().clientRequestID == nil)
        #expect(frame(isFirst: true).clientRequestID == nil)
        let old = try #require(WindowsRelease("10-21h1"))
        #expect(frame(isFirst: true, windows: old).clientRequestID == "0")
        #expect(frame(windows: old).clientRequestID == nil)
        let known = frame(isFirst: true, windows: old) { $0.tree.setLocally("\(provider)/EntDMID", value: "d-000042") }
        #expect(known.headers(coding: .xml, vector: "")["client-request-id"] == "d-000042")
    }

    @Test("enrollment.md 14.3: MDM-GenericAlert names the queued alerts of Mark critical or fatal")
    func genericAlert() {
        let unenroll = "com.microsoft:mdm.unenrollment.userrequest"
        let marked = frame(alerts: [
            GenericAlert(code: 1226, type: unenroll, format: "int", mark: "critical", data: "1"),
            GenericAlert(code: 1226, type: "com.example:other", mark: "informational", data: "1"),
            GenericAlert(code: 1226, type: "com.example:fatal", mark: "fatal", data: "1"),
        ])
        #expect(marked.headers(coding: .xml, vector: "")["MDM-GenericAlert"] == "<\(unenroll)><com.example:fatal>")
        let plain = frame(alerts: [GenericAlert(code: 1226, type: unenroll, format: "int", data: "1")])
        #expect(plain.headers(coding: .xml, vector: "")["MDM-GenericAlert"] == nil)
    }

    @Test("enrollment.md 14.1, 14.3: UserAgentOrigin is sent from SyncApplicationVersion 4.0 on")
    func origin() {
        #expect(frame(.enrollment).headers(coding: .xml, vector: "")["UserAgentOrigin"] == nil)
        let codes: [(SessionTrigger, String)] = [
            (.user, "1"), (.schedule, "2"), (.push, "3"), (.login, "4"), (.enrollment, "5"),
        ]
        for (trigger, code) in codes {
            let frame = frame(trigger) { $0.tree.setLocally("\(provider)/SyncApplicationVersion", value: "4.0") }
            #expect(frame.headers(coding: .xml, vector: "")["UserAgentOrigin"] == code)
        }
    }

    @Test("enrollment.md 14.3: a signed-in Entra user's token is the bearer, and no description shows it")
    func token() {
        let frame = frame(token: "hush")
        #expect(frame.headers(coding: .xml, vector: "")["Authorization"] == "Bearer hush")
        #expect(!"\(frame)".contains("hush"))
        #expect(!"\(frame.headers(coding: .xml, vector: ""))".contains("hush"))
    }

    @Test("enrollment.md 8.2, 8.3: addresses and back-off come from the account; the address list replaces the address")
    func account() {
        let plain = frame()
        #expect(plain.addresses == ["https://mdm.example.test/dm"])
        #expect(plain.retries == .init(attempts: 6, initialBackOff: 30_000, maxBackOff: 120_000))
        let list = frame {
            $0.tree.setLocally(
                "\(provider)/ManagementServerAddressList", value: "<https://a.test/dm><https://b.test/dm>")
        }
        #expect(list.addresses == ["https://a.test/dm", "https://b.test/dm"])
    }

    @Test("enrollment.md 14.3: MS-CV keeps its base and counts")
    func vector() {
        var vector = CorrelationVector(base: "kQ3xv0a9Tk6pWb1s")
        #expect(vector.text == "kQ3xv0a9Tk6pWb1s.0.0.0")
        vector.count += 1
        #expect(vector.text == "kQ3xv0a9Tk6pWb1s.0.0.1")
    }
}

/// A tree that a closure may change.
struct DeviceTreeBox {
    var tree: DeviceTree
}
