import DMSession
import DMTree
import ProtocolProfile
import SyncML
import Testing

/// The alerts of the client (oma-dm.md 2.5, 2.6; windows-csp.md 5.4, 5.5).
struct ClientAlertTests {
    private static let policy = Conversation.policy
    private static let length = "\(policy)/DeviceLock/MinDevicePasswordLength"
    private static let office = "./Device/Vendor/MSFT/Office/Installation/A/Install"
    private static let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D/DownloadInstall"

    private func packageOne(_ alerts: [GenericAlert], _ profile: ProtocolProfile) -> [Alert] {
        var conversation = Conversation(opened: false, profile: profile) { $0.alerts = alerts }
        return conversation.session.open(tree: conversation.tree).commands.compactMap { command in
            guard case .alert(let alert) = command, alert.data?.content != "1201" else { return nil }
            return alert
        }
    }

    @Test("5.4, 5.5: every alert of Windows by its type, with code, Format and Mark")
    func types() {
        let expected: [AlertType: (String, Int, String?, String?)] = [
            .loginStatus: ("com.microsoft/MDM/LoginStatus", 1224, nil, nil),
            .userToken: ("com.microsoft/MDM/AADUserToken", 1224, nil, nil),
            .syncType: ("com.microsoft.mdm.synctype", 1224, nil, nil),
            .devicePreparation: ("com.microsoft/MDM/DevicePrepSync", 1224, nil, nil),
            .bootstrapSync: ("com.microsoft/MDM/BootstrapSync", 1224, nil, nil),
            .domainJoinSync: ("com.microsoft/MDM/OdjSync", 1224, nil, nil),
            .devicePreparationResult: ("com.microsoft.mdm.deviceprepresult", 1224, nil, nil),
            .declaredConfiguration: ("com.microsoft.mdm.declaredconfigurationdocuments", 1224, nil, nil),
            .requestPending: ("Reversed-Domain-Name:com.microsoft.mdm.requestpending", 1224, nil, nil),
            .packageInstalled: (
                "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install", 1224, "int", "informational"
            ),
            .unenrollment: ("com.microsoft:mdm.unenrollment.userrequest", 1226, "int", "critical"),
            .hostedInstallResult: (
                "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseHostedAppInstall.result", 1226, "int", nil
            ),
            .appUninstallResult: (
                "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result", 1226, "int", nil
            ),
            .healthAttestationResult: ("com.microsoft.mdm:HealthAttestation.Result", 1226, nil, nil),
        ]
        #expect(expected.count == AlertType.allCases.count)
        for type in AlertType.allCases {
            let alert = GenericAlert(type, source: "./A", data: "1")
            let (name, code, format, mark) = expected[type] ?? ("", 0, nil, nil)
            #expect(alert == GenericAlert(code: code, type: name, source: "./A", format: format, mark: mark, data: "1"))
        }
    }

    @Test("A12, DM-ALRT-04, DM-ALRT-05: Windows writes its types bare; in the profile oma with prefix and Format")
    func prefix() {
        let alerts = [
            GenericAlert(.loginStatus, data: "user"), GenericAlert(.packageInstalled, source: "./A", data: "0"),
        ]
        #expect(
            packageOne(alerts, .windows).map { $0.items.first?.meta } == [
                Meta(type: "com.microsoft/MDM/LoginStatus"),
                Meta(
                    format: "int", type: "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install",
                    mark: "informational"),
            ])
        let standard = packageOne(alerts, .oma)
        #expect(
            standard.map { $0.items.first?.meta } == [
                Meta(format: "chr", type: "Reversed-Domain-Name: com.microsoft/MDM/LoginStatus"),
                Meta(
                    format: "int", type: "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install",
                    mark: "informational"),
            ])
        #expect(standard.allSatisfy { $0.items.first?.data != nil })
    }

    @Test("DM-WIN-09: the unenrolment by the user is Alert 1226 in package 1")
    func unenrolment() {
        let alert = packageOne([GenericAlert(.unenrollment, data: "1")], .windows).first
        #expect(alert?.data?.content == "1226")
        #expect(alert?.items.first?.meta?.type == "com.microsoft:mdm.unenrollment.userrequest")
        #expect(alert?.items.first?.data?.content == "1")
    }

    @Test("DM-ALRT-06: an Exec's Correlator stays with its job and comes back in the alert; Windows has none")
    func correlator() throws {
        let exec =
            "<Exec><CmdID>2</CmdID><Correlator>job-17</Correlator>"
            + "\(item("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/A/Install/Enroll"))</Exec>"
        for profile in [ProtocolProfile.windows, .oma] {
            let expected: String? = profile == .oma ? "job-17" : nil
            var conversation = Conversation(providers: [Correlating()], profile: profile)
            conversation.tree.setLocally("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/A/Install", value: nil)
            let turn = try conversation.send(exec)
            #expect(turn.statuses == ["2 Exec 202"])
            guard case .startJob(let job)? = turn.effects.first, case .raiseAlert(let alert)? = turn.effects.last else {
                Issue.record("\(turn.effects)")
                continue
            }
            #expect(job.correlator == expected)
            #expect(alert.correlator == expected)
            #expect(packageOne([alert], profile).first?.correlator == expected)
        }
        // An alert keeps its Correlator, but Windows would not write it.
        let alert = GenericAlert(.healthAttestationResult, data: "3", correlator: "job-17")
        #expect(packageOne([alert], .windows).first?.correlator == nil)
    }

    @Test(
        "5.4, 3.6: the keep-alive is a message of its own; the answer that was held back follows the server's answer to it"
    )
    func keepAlive() throws {
        var conversation = Conversation()
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"))
        let held = try #require(turn.reply)
        let first = conversation.session.keepAlive(holding: held, tree: conversation.tree)
        let pending = try #require(first)
        #expect(pending.header?.msgID == "2")
        #expect(
            pending.commands == [
                .alert(
                    Alert(
                        cmdID: "2", data: ItemData("1224"),
                        items: [
                            Item(
                                meta: Meta(type: "Reversed-Domain-Name:com.microsoft.mdm.requestpending"),
                                data: ItemData("1"))
                        ]))
            ])
        // A second one, because the answer is still not ready.
        let second = try conversation.send(syncHdrStatus() + status(2, "2", "Alert", "200"), msgID: "2")
        #expect(second.diagnostics == [])
        let stillHeld = try #require(second.reply)
        let third = conversation.session.keepAlive(holding: stillHeld, tree: conversation.tree)
        let again = try #require(third)
        #expect(again.header?.msgID == "3")
        let answer = try conversation.send(syncHdrStatus() + status(2, "2", "Alert", "200"), msgID: "3")
        #expect(answer.end == nil)
        #expect(answer.reply?.header?.msgID == "4")
        #expect(answer.statuses == ["2 Get 200"])
        #expect(answer.statusElements.first?.msgRef == "1")
        #expect(answer.results.count == 1)
        #expect(answer.reply?.isFinal == true)
        #expect(try conversation.send("", msgID: "4").end == .completed)
        let late = conversation.session.keepAlive(holding: held, tree: conversation.tree)
        #expect(late == nil)
    }

    @Test(
        "DM-SESS-23, DM-SESS-29: the device gives up: Alert 1223 with Final, nothing runs, the server's answer is not looked at"
    )
    func abort() throws {
        for profile in [ProtocolProfile.windows, .oma] {
            var conversation = Conversation(profile: profile)
            _ = try conversation.send(command("Get", "2", "./DevInfo/Man"))
            conversation.session.abort()
            let turn = try conversation.send(command("Replace", "2", Self.length, "8"), msgID: "2")
            #expect(turn.reply?.commands.map(\.name) == ["Status", "Alert"])
            #expect(turn.alertCodes == ["1223"])
            #expect(turn.reply?.isFinal == true)
            #expect(turn.end == .abortedByClient)
            #expect(turn.outcomes == [])
            #expect(conversation.tree.value(Self.length) == nil)
            let answer = try conversation.send(
                syncHdrStatus() + status(2, "2", "Alert", "200") + command("Replace", "3", Self.length, "8"), msgID: "3"
            )
            #expect(answer.reply == nil)
            #expect(answer.rules == ["session.commands-after-end"])
            #expect(answer.received.count == 2)
            #expect(conversation.tree.value(Self.length) == nil)
        }
        var unopened = Conversation(opened: false)
        unopened.session.abort()
        #expect(unopened.session.end == .abortedByClient)
    }

    @Test("DM-SESS-25: Alert 1223 of the server is not answered, in both profiles")
    func abortedByServer() throws {
        for profile in [ProtocolProfile.windows, .oma] {
            var conversation = Conversation(profile: profile)
            let turn = try conversation.send(
                command("Get", "2", "./DevInfo/Man") + "<Alert><CmdID>3</CmdID><Data>1223</Data></Alert>")
            #expect(turn.reply == nil)
            #expect(turn.end == .abortedByServer)
        }
    }

    @Test("DM-SESS-26: a session that broke off leaves the next one clean")
    func brokenOff() throws {
        var conversation = Conversation()
        _ = try conversation.send(command("Replace", "2", Self.length, "8"), isFinal: false)
        var next = Conversation(opened: false)
        next.tree = conversation.tree
        let message = next.session.open(tree: next.tree)
        #expect(message.header?.msgID == "1")
        #expect(try next.send(command("Get", "2", Self.length)).results.first?.items.first?.data?.content == "8")
    }

    /// Starts a job and raises an alert for every Exec.
    private struct Correlating: Provider {
        let name = "ClientCertificateInstall"

        func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
            Execution(
                status: 202,
                effects: [
                    .startJob(Job(kind: .scepEnroll, uri: node.uri, data: "")),
                    .raiseAlert(GenericAlert(.healthAttestationResult, data: "3")),
                ])
        }
    }
}
