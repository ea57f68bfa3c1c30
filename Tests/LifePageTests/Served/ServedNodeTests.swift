import LifePage
import Testing

private typealias Course = ServedCourse

/// What a server knows of a device's nodes, exchange by exchange.
@Suite("The nodes that a server knows")
struct ServedNodeTests {
    private let camera = ServedCourse.camera
    private let policy = "./Device/Vendor/MSFT/Policy/Config"

    @Test("A write counts when the device's Status says so, and not before")
    func accepted() throws {
        var course = Course()
        course.begin(Course.command("Replace", 5, "./Vendor/MSFT/Policy/Config/Camera/AllowCamera", "0", format: "int"))
        #expect(course.tree == ["./DevInfo/DevId": "5A0C"])
        let step = course.go(Course.status(1, "5", "Replace", 200))
        #expect(course.tree == ["./DevInfo/DevId": "5A0C", camera: "0"])
        guard case .set(let node) = try #require(step.nodes.first) else { return }
        #expect(node.writer == .server)
        #expect(node.facts == step.facts.first?.id)
        #expect(step.facts.first?.csp == "Policy")
    }

    @Test("A command that the device refused changes nothing, and is told with its status")
    func refused() throws {
        var course = Course()
        course.begin(Course.command("Replace", 5, camera, "7", format: "int"))
        let step = course.go(
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Cmd>Replace</Cmd>"
                + "<Data xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\" msft:originalerror=\"0x86000002\">405</Data></Status>"
        )
        #expect(course.tree[camera] == nil)
        #expect(step.rules == ["served.command-refused"])
        let diagnostic = try #require(step.diagnostics.first)
        #expect(
            diagnostic.diagnostic.message
                == "the device answered 405 Command not allowed (0x86000002) to Replace \(camera)")
        #expect(diagnostic.message == 1)
        #expect(step.answers == [TimelineAnswer(message: 1, row: 1, status: "405", originalError: "0x86000002")])
    }

    @Test("An Atomic that failed changes nothing, and only what broke it is told")
    func atomic() throws {
        var course = Course()
        course.begin(
            "<Atomic><CmdID>4</CmdID>" + Course.command("Replace", 5, camera, "0")
                + Course.command("Replace", 6, "\(policy)/Camera/None", "1") + "</Atomic>")
        let step = course.go(
            Course.status(1, "4", "Atomic", 507) + Course.status(1, "5", "Replace", 216)
                + Course.status(1, "6", "Replace", 404))
        #expect(course.tree[camera] == nil)
        #expect(step.diagnostics.map(\.diagnostic.commandID) == ["4", "6"])
        // A client that rolls back and still says 200 of the child.
        course.begin("<Atomic><CmdID>4</CmdID>" + Course.command("Replace", 5, camera, "0") + "</Atomic>")
        course.go(Course.status(1, "5", "Replace", 200) + Course.status(1, "4", "Atomic", 507))
        #expect(course.tree[camera] == nil)
    }

    @Test("What an Atomic holds counts when both statuses came, in whatever messages")
    func atomicInParts() throws {
        var course = Course()
        course.begin(
            "<Atomic><CmdID>4</CmdID>" + Course.command("Replace", 5, camera, "0")
                + "</Atomic><Sequence><CmdID>6</CmdID>"
                + Course.command("Replace", 7, "\(policy)/Browser/AllowPopups", "1") + "</Sequence>")
        course.go(
            Course.status(1, "5", "Replace", 200) + Course.status(1, "7", "Replace", 200),
            Course.command("Get", 4, "./DevDetail/SwV"))
        #expect(course.tree[camera] == nil)
        #expect(course.tree["\(policy)/Browser/AllowPopups"] == "1")
        course.go(Course.status(1, "4", "Atomic", 200))
        #expect(course.tree[camera] == "0")
    }

    @Test("A Delete that succeeded takes the subtree, one that failed nothing")
    func delete() throws {
        var course = Course()
        let provider = "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/Sidecar"
        course.begin(
            Course.command("Add", 4, provider, format: "node")
                + Course.command("Replace", 5, "\(provider)/InstallationState", "1")
                + Course.command("Replace", 6, camera, "0"))
        course.go(
            Course.status(1, "4", "Add", 200) + Course.status(1, "5", "Replace", 200)
                + Course.status(1, "6", "Replace", 200),
            Course.command("Delete", 4, camera) + Course.command("Delete", 5, provider))
        // The node with a child does not stand by itself.
        #expect(course.tree.keys.sorted() == ["./DevInfo/DevId", "\(provider)/InstallationState", camera])
        course.go(Course.status(2, "4", "Delete", 405) + Course.status(2, "5", "Delete", 200))
        #expect(course.tree.keys.sorted() == ["./DevInfo/DevId", camera])
    }

    @Test("Results tell values; properties and lists of children tell none")
    func results() throws {
        var course = Course()
        course.begin(Course.command("Get", 4, "./DevDetail/SwV"))
        let step = course.go(
            Course.status(1, "4", "Get", 200) + Course.results(1, 4, "./DevDetail/SwV", "10.0.26200.1")
                + Course.results(1, 4, "\(camera)?prop=ACL", "Get=*")
                + Course.results(1, 4, policy, "Camera/Browser", format: "node"))
        #expect(course.tree == ["./DevInfo/DevId": "5A0C", "./DevDetail/SwV": "10.0.26200.1"])
        guard case .set(let node) = try #require(step.nodes.first) else { return }
        #expect(node.writer == .client)
    }

    @Test("A value that was read before it was written is the older one")
    func order() throws {
        var course = Course()
        course.begin(Course.command("Get", 4, camera) + Course.command("Replace", 5, camera, "0"))
        course.go(
            Course.status(1, "4", "Get", 200) + Course.results(1, 4, camera, "1")
                + Course.status(1, "5", "Replace", 200),
            Course.command("Replace", 4, camera, "1") + Course.command("Get", 5, camera))
        #expect(course.tree[camera] == "0")
        course.go(
            Course.status(2, "4", "Replace", 200) + Course.status(2, "5", "Get", 200)
                + Course.results(2, 5, camera, "2"))
        #expect(course.tree[camera] == "2")
    }

    @Test("Accepted for later is no knowledge; a value that comes in pieces counts as a whole")
    func pieces() throws {
        var course = Course()
        let node = "\(policy)/ADMXInstall/Some"
        course.begin(Course.command("Replace", 4, camera, "0") + Course.command("Add", 5, node, "AB", more: true))
        course.go(
            Course.status(1, "4", "Replace", 202) + Course.status(1, "5", "Add", 213),
            Course.command("Add", 6, node, "CD"))
        #expect(course.tree[node] == nil)
        course.go(Course.status(2, "6", "Add", 200))
        #expect(course.tree[node] == "ABCD")
        #expect(course.tree[camera] == nil)
    }

    @Test("A Status with a TargetRef is about that Item, and each Item counts by itself")
    func items() throws {
        var course = Course()
        let other = "\(policy)/Browser/AllowPopups"
        course.begin(
            "<Replace><CmdID>4</CmdID><Item><Target><LocURI>\(camera)</LocURI></Target><Data>0</Data></Item>"
                + "<Item><Target><LocURI>\(other)</LocURI></Target><Data>1</Data></Item></Replace>")
        course.go(
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Replace</Cmd><TargetRef>\(other)</TargetRef>"
                + "<Data>200</Data></Status>"
                + "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Replace</Cmd><TargetRef>\(camera)</TargetRef>"
                + "<Data>405</Data></Status>")
        #expect(course.tree[other] == "1")
        #expect(course.tree[camera] == nil)
    }

    @Test("What a device says that did not prove itself is not believed")
    func stranger() throws {
        var course = Course()
        let first = course.begin("", header: 407)
        #expect(course.tree.isEmpty)
        #expect(first.servedNames == ["sessionStarted", "messageSent", "credentials", "messageReceived"])
        #expect(first.rules.isEmpty)
        let cred = "<Cred><Meta><Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type></Meta><Data>QUJDREVG</Data></Cred>"
        let second = course.go(Course.package1, header: 401, cred: cred)
        #expect(course.tree.isEmpty)
        #expect(second.rules == ["served.credentials"])
        let third = course.go(Course.package1, header: 200, cred: cred)
        #expect(course.tree == ["./DevInfo/DevId": "5A0C"])
        #expect(third.servedNames.last == "sessionEnded")
        #expect(try !course.json.contains("QUJDREVG"))
    }

    @Test("Two spellings of an address are one node, and the case of names does not part them")
    func spelling() throws {
        var course = Course()
        course.begin(Course.command("Replace", 4, camera, "0"))
        course.go(
            Course.status(1, "4", "Replace", 200),
            Course.command("Get", 4, "./vendor/msft/policy/config/camera/allowcamera"))
        course.go(
            Course.status(2, "4", "Get", 200)
                + Course.results(2, 4, "./vendor/msft/policy/config/camera/allowcamera", "1"))
        #expect(course.tree[camera] == "1")
        #expect(course.tree.count == 2)
    }

    @Test("Values of secret nodes are not shown, wherever they stand")
    func secrets() throws {
        var course = Course()
        let node = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/a/PFXCertPassword"
        course.begin(Course.command("Add", 4, node, "pa55word-x9"))
        course.go(Course.status(1, "4", "Add", 200))
        #expect(course.tree[node] == .some(nil))
        #expect(try course.json.contains("\"secret\":true"))
        #expect(try !course.json.contains("pa55word-x9"))
        #expect(course.recorder.body(of: 1)?.contains("pa55word-x9") == false)
    }

    @Test("What the server remembers from before stands in the head, and the page says that the rest is missing")
    func remembered() throws {
        var device = Course.device
        device.nodes = [ServedDevice.Node(uri: "./DevDetail/SwV", value: "10.0.26200.1")]
        device.isToldInPart = true
        var course = Course(device)
        #expect(course.recorder.head.nodes.map(\.uri) == ["./DevDetail/SwV"])
        #expect(course.recorder.head.facts.first?.csp == "DevDetail")
        #expect(course.begin("").rules == ["served.told-in-part"])
        #expect(course.begin("").rules.isEmpty)
    }
}
