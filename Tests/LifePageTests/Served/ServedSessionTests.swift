import Capture
import Device
import Foundation
import LifePage
import Testing

private typealias Course = ServedCourse

/// Sessions, enrolments and apps as a server sees them.
@Suite("The sessions that a server sees")
struct ServedSessionTests {
    private func goodbye(_ mark: String = "") -> String {
        Course.package1
            + "<Alert><CmdID>4</CmdID><Data>1226</Data><Item><Meta><Type xmlns=\"syncml:metinf\">"
            + "com.microsoft:mdm.unenrollment.userrequest</Type></Meta><Data>1</Data></Item></Alert>"
    }

    private func triggers(_ steps: [TimelineStep]) -> [SessionTrigger?] {
        steps.flatMap(\.served).compactMap { event -> SessionTrigger?? in
            if case .sessionStarted(_, let trigger) = event.kind { .some(trigger) } else { nil }
        }
    }

    @Test("A session ends when the server's message holds no command besides Status")
    func end() throws {
        var course = Course()
        let first = course.begin(Course.command("Get", 4, "./DevDetail/SwV"))
        #expect(first.servedNames == ["sessionStarted", "messageSent", "messageReceived"])
        let second = course.go(Course.status(1, "4", "Get", 404))
        #expect(second.servedNames == ["messageSent", "commandAnswered", "messageReceived", "sessionEnded"])
        #expect(second.diagnostics.first?.diagnostic.severity == .note)
        #expect(course.begin("").messages.map(\.session) == [2, 2])
        #expect(course.steps.flatMap(\.messages).map(\.n) == Array(0..<6))
        #expect(course.steps.flatMap(\.messages).map(\.message) == [1, 1, 2, 2, 1, 1])
        #expect(course.steps.map(\.n) == [0, 1, 2])
        #expect(course.steps.map(\.t) == [10, 20, 30])
    }

    @Test(
        "What the user typed as a password is not shown, and what was typed in the open is",
        arguments: ["4711", "pear-quince"])
    func typed(_ answer: String) throws {
        for options in ["ET=T", "ET=P"] {
            var course = Course()
            course.begin(
                "<Alert><CmdID>4</CmdID><Data>1102</Data><Item><Data>\(options)</Data></Item>"
                    + "<Item><Data>Which?</Data></Item></Alert>")
            course.go(
                Course.status(1, "4", "Alert", 200).replacing(
                    "</Status>", with: "<Item><Data>\(answer)</Data></Item></Status>"))
            let body = try #require(course.recorder.body(of: 2))
            #expect(body.contains(answer) == (options == "ET=T"))
            #expect(try course.json.contains(answer) == false)
        }
    }

    @Test("The trigger is what alerts and UserAgentOrigin tell, and null where they tell nothing")
    func triggers() throws {
        var course = Course()
        course.begin("")
        course.begin("")
        for origin in 1...7 { course.begin("", origin: origin) }
        course.begin("", client: goodbye())
        #expect(
            triggers(course.steps) == [
                .enrollment, nil, .user, .schedule, .push, .login, .enrollment, nil, nil, .unenrollment,
            ])
        #expect(try course.json.contains("\"trigger\":null"))
    }

    @Test("A session that broke is told with the reason, and one that the device left is told when the next begins")
    func broken() throws {
        var course = Course()
        course.begin(Course.command("Get", 4, "./DevDetail/SwV"))
        let left = course.begin("")
        #expect(left.servedNames.prefix(2) == ["sessionBroken", "sessionStarted"])
        #expect(left.rules == ["served.session-broken"])
        let step = course.take(
            ServedExchange(
                .session, at: course.later(), request: Course.message(7, 1, Course.package1), status: 503,
                response: Array("The plan lets the server fail now.\n".utf8)))
        #expect(step.messages.map(\.direction) == [.client])
        #expect(step.servedNames == ["sessionStarted", "messageSent", "sessionBroken"])
        #expect(
            step.diagnostics.first?.diagnostic.message
                == "session 3 ended before its time: the server answered with HTTP 503: The plan lets the server fail now."
        )
    }

    @Test("A device that says goodbye has left management")
    func leaving() throws {
        var course = Course()
        let step = course.begin("", client: goodbye())
        #expect(step.servedNames.suffix(2) == ["sessionEnded", "unenrolled"])
        guard case .sessionEnded(_, let reason) = step.served[step.served.count - 2].kind else { return }
        #expect(reason == "unenrolled")
    }

    @Test("Apps are known as far as their tracking and Status nodes were read")
    func apps() throws {
        var course = Course()
        let app =
            "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/Apps/Tracking/Sidecar/Win32App_a_1/InstallationState"
        let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D/Status"
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/one/Status"
        course.begin(Course.command("Get", 4, app))
        let step = course.go(
            Course.status(1, "4", "Get", 200) + Course.results(1, 4, app, "2") + Course.results(1, 4, msi, "70")
                + Course.results(1, 4, scep, "1") + Course.results(1, 4, app, "many"))
        #expect(
            step.served.map(\.kind).filter { kind in
                switch kind {
                case .app, .package, .certificate: true
                default: false
                }
            } == [
                .app(id: "Win32App_a_1", state: 2),
                .package(
                    uri: "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D", name: "{A}", status: 70),
                .certificate(uri: "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/one", status: 1),
            ])
    }

    @Test("What is about a certificate is no session: a fault is told, and nothing of the request is shown")
    func certificate() throws {
        var course = Course()
        let step = course.take(
            ServedExchange(
                .certificate, at: course.later(), request: Array("pa55".utf8), status: 500, response: Array("x".utf8)))
        #expect(step.messages.isEmpty)
        #expect(step.rules == ["served.certificate-refused"])
        #expect(try !course.json.contains("pa55"))
    }

    @Test("The head says that a server watches, and since when")
    func head() throws {
        let head = Course().recorder.head
        #expect(head.view == .server)
        #expect(head.start == "2026-11-18T11:06:40.000000Z")
        #expect(head.device.windows == "11-25h2")
        #expect(head.device.edition == "enterprise")
        #expect(head.apps.isEmpty)
    }

    @Test("Events have names of DeviceEvent, so that the page reads both alike; three are the server's own")
    func names() throws {
        var course = Course()
        course.begin(Course.command("Get", 4, "./DevDetail/SwV"), header: 407)
        course.go(Course.package1, Course.command("Get", 4, "./DevDetail/SwV"))
        course.go(Course.status(2, "4", "Get", 200))
        let names = Set(course.steps.flatMap(\.servedNames))
        #expect(names.isSubset(of: Set(DeviceEvent.names)))
        let json = try JSONSerialization.jsonObject(with: Data(try TimelineJSON.bytes(course.steps[2])))
        let events = try #require((json as? [String: Any])?["events"] as? [[String: Any]])
        let answer = try #require(events.first { $0["type"] as? String == "commandAnswered" })
        #expect(
            Set(answer.keys) == ["t", "type", "command", "commandID", "target", "status", "originalError", "rule"])
    }

    @Test("A request or answer that is cut off at any byte is told, and harms nothing")
    func truncation() throws {
        let request = Course.message(1, 1, Course.package1)
        let response = Course.message(
            1, 1, Course.status(1, "0", "SyncHdr", 200) + Course.command("Replace", 4, Course.camera, "0"))
        for length in stride(from: 0, to: max(request.count, response.count), by: 7) {
            var course = Course()
            course.take(
                ServedExchange(
                    .session, at: course.later(), request: Array(request.prefix(length)), response: response))
            course.take(
                ServedExchange(
                    .session, at: course.later(), request: request, response: Array(response.prefix(length))))
            course.take(
                ServedExchange(
                    .certificate, at: course.later(), request: Array(request.prefix(length)),
                    response: Array(response.prefix(length))))
            #expect(course.steps.map(\.n) == [0, 1, 2])
            #expect(course.tree.keys.allSatisfy { $0 == "./DevInfo/DevId" })
        }
    }

    @Test("A capture record becomes an exchange by its media type, and others become none")
    func records() throws {
        func exchange(_ type: String, origin: String? = nil) -> ServedExchange? {
            let headers = [HTTPField("content-type", type)] + (origin.map { [HTTPField("UserAgentOrigin", $0)] } ?? [])
            return ServedExchange(
                CaptureRecord(
                    direction: .toServer, time: Course.enrolledAt, method: "POST", headers: headers, body: [1]),
                CaptureRecord(direction: .toClient, time: Course.enrolledAt, status: 202, body: [2]))
        }
        let session = try #require(exchange("application/vnd.syncml.dm+wbxml; charset=x", origin: "3,5"))
        #expect(session.purpose == .session)
        #expect(session.origin == 3)
        #expect(session.status == 202)
        #expect(exchange("application/soap+xml; charset=utf-8")?.purpose == .certificate)
        #expect(exchange("text/html") == nil)
    }
}
