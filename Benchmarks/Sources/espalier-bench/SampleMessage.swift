/// Messages to measure with, made here: no recorded traffic is needed, and every run measures the same bytes.
enum SampleMessage {
    /// Policies with their areas; the numbers are what a server would set.
    private static let policies: [(path: String, format: String, data: String)] = [
        ("DeviceLock/MinDevicePasswordLength", "int", "8"),
        ("DeviceLock/DevicePasswordEnabled", "int", "0"),
        ("Browser/AllowPasswordManager", "int", "0"),
        ("Update/ActiveHoursStart", "int", "8"),
        ("Update/DeferQualityUpdatesPeriodInDays", "int", "7"),
        ("Experience/AllowCortana", "int", "0"),
        ("System/AllowTelemetry", "int", "1"),
        ("Defender/ExcludedPaths", "chr", "C:\\Build|C:\\Source &amp; Tools|D:\\Cache"),
        ("RemoteDesktopServices/AllowUsersToConnectRemotely", "chr", "&lt;enabled/&gt;"),
        ("Bitlocker/EncryptionMethod", "int", "6"),
        ("Start/StartLayout", "chr", "&lt;enabled/&gt;&lt;data id=\"Layout\" value=\"1\"/&gt;"),
        ("Wifi/AllowInternetSharing", "int", "0"),
    ]

    /// A message as a management server sends it, indented by two: of ten commands seven are Replace, two Add and one Get.
    static func mixed(commands: Int) -> [UInt8] {
        var body = ""
        for index in 0..<commands {
            let policy = policies[index % policies.count]
            let scope = index.isMultiple(of: 5) ? "./User" : "./Device"
            let verb =
                switch index % 10 {
                case 3, 7: "Add"
                case 9: "Get"
                default: "Replace"
                }
            body += command(
                verb, id: index + 2, uri: "\(scope)/Vendor/MSFT/Policy/Config/\(policy.path)", format: policy.format,
                data: verb == "Get" ? nil : policy.data)
        }
        return message(body)
    }

    /// A message of Replace commands alone, without white space between the tags.
    static func replaces(_ count: Int) -> [UInt8] {
        var body = ""
        for index in 0..<count {
            let policy = policies[index % policies.count]
            let uri = "./Device/Vendor/MSFT/Policy/Config/\(policy.path)"
            // Not every server sends a type; seven of twelve bring the message to 126 kB.
            let type = index % 12 < 7 ? "<Type xmlns=\"syncml:metinf\">text/plain</Type>" : ""
            body +=
                "<Replace><CmdID>\(index + 2)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target>"
                + "<Meta><Format xmlns=\"syncml:metinf\">\(policy.format)</Format>\(type)</Meta>"
                + "<Data>\(policy.data)</Data></Item></Replace>"
        }
        return message(body)
    }

    private static func command(_ verb: String, id: Int, uri: String, format: String, data: String?) -> String {
        var text = """
            <\(verb)>
              <CmdID>\(id)</CmdID>
              <Item>
                <Target>
                  <LocURI>\(uri)</LocURI>
                </Target>

            """
        if let data {
            text += """
                    <Meta>
                      <Format xmlns="syncml:metinf">\(format)</Format>
                      <Type xmlns="syncml:metinf">text/plain</Type>
                    </Meta>
                    <Data>\(data)</Data>

                """
        }
        text += """
              </Item>
            </\(verb)>

            """
        return text
    }

    private static func message(_ body: String) -> [UInt8] {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <SyncML xmlns="SYNCML:SYNCML1.2">
            <SyncHdr>
              <VerDTD>1.2</VerDTD>
              <VerProto>DM/1.2</VerProto>
              <SessionID>1</SessionID>
              <MsgID>2</MsgID>
              <Target>
                <LocURI>urn:uuid:5A3A3D47-8C1B-5E9A-A7B7-0F6F0C6F3D10</LocURI>
              </Target>
              <Source>
                <LocURI>https://mdm.example.com/ManagementServer/MDM.svc</LocURI>
              </Source>
            </SyncHdr>
            <SyncBody>
            <Status>
              <CmdID>1</CmdID>
              <MsgRef>1</MsgRef>
              <CmdRef>0</CmdRef>
              <Cmd>SyncHdr</Cmd>
              <Data>200</Data>
            </Status>
            \(body)<Final/>
            </SyncBody>
            </SyncML>
            """
        return Array(text.utf8)
    }
}
