import Enrollment

/// Documents of enrollment.md 17, whole.
enum Samples {
    static func envelope(_ body: String, header: String = "") -> String {
        """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing" \
        xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" \
        xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Header>\(header)</s:Header><s:Body>\(body)</s:Body>\
        </s:Envelope>
        """
    }

    static let discoverResponse = """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
         <s:Header>
          <a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/DiscoverResponse</a:Action>
          <a:RelatesTo>urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c001</a:RelatesTo>
         </s:Header>
         <s:Body>
          <DiscoverResponse xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment">
           <DiscoverResult>
            <AuthPolicy>OnPremise</AuthPolicy>
            <EnrollmentVersion>5.0</EnrollmentVersion>
            <EnrollmentPolicyServiceUrl>https://mdm.example.test/EnrollmentServer/Policy.svc</EnrollmentPolicyServiceUrl>
            <EnrollmentServiceUrl>https://mdm.example.test/EnrollmentServer/Enrollment.svc</EnrollmentServiceUrl>
           </DiscoverResult>
          </DiscoverResponse>
         </s:Body>
        </s:Envelope>
        """

    static let getPolicies = envelope(
        """
        <GetPolicies xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy">
         <client><lastUpdate xsi:nil="true"/><preferredLanguage xsi:nil="true"/></client>
         <requestFilter xsi:nil="true"/>
        </GetPolicies>
        """,
        header: """
            <a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPolicies</a:Action>
            <a:MessageID>urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c002</a:MessageID>
            <a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
            <a:To s:mustUnderstand="1">https://mdm.example.test/EnrollmentServer/Policy.svc</a:To>
            <wsse:Security s:mustUnderstand="1">
             <wsse:UsernameToken u:Id="uuid-cc1ccc1f-2fba-4bcf-b063-ffc0cac77917-4">
              <wsse:Username>ada@example.test</wsse:Username>
              <wsse:Password wsse:Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">pa55</wsse:Password>
             </wsse:UsernameToken>
            </wsse:Security>
            """)

    static let getPoliciesResponse = envelope(
        """
        <GetPoliciesResponse xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy">
         <response>
          <policyID>pol-1</policyID>
          <policies><policy>
           <policyOIDReference>0</policyOIDReference><cAs xsi:nil="true"/>
           <attributes>
            <policySchema>3</policySchema>
            <certificateValidity><validityPeriodSeconds>31536000</validityPeriodSeconds><renewalPeriodSeconds>3628800</renewalPeriodSeconds></certificateValidity>
            <privateKeyAttributes><minimalKeyLength>2048</minimalKeyLength></privateKeyAttributes>
            <hashAlgorithmOIDReference>1</hashAlgorithmOIDReference>
           </attributes>
          </policy></policies>
         </response>
         <cAs xsi:nil="true"/>
         <oIDs><oID><value>2.16.840.1.101.3.4.2.1</value><group>1</group><oIDReferenceID>1</oIDReferenceID><defaultName>sha256</defaultName></oID></oIDs>
        </GetPoliciesResponse>
        """)

    static let refusal = envelope(
        """
        <s:Fault>
         <s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:Authorization</s:Value></s:Subcode></s:Code>
         <s:Reason><s:Text xml:lang="en-us">Device cap reached</s:Text></s:Reason>
         <s:Detail><DeviceEnrollmentServiceError xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollment">
          <ErrorType>DeviceCapReached</ErrorType><Message>Device cap reached</Message><TraceId>7b1e</TraceId>
         </DeviceEnrollmentServiceError></s:Detail>
        </s:Fault>
        """)

    static let all = [discoverResponse, getPolicies, getPoliciesResponse, refusal]

    static func read(_ text: String) throws(EnrollmentFault) -> EnrollmentMessage {
        try EnrollmentMessage(parsing: Array(text.utf8))
    }

    /// The request of enrollment.md 17.3 with each item of 7.1, MAC twice.
    static let request: EnrollmentMessage = {
        var context = ContextItem.Name.allCases.map { ContextItem($0, "value of \($0.rawValue) <&>") }
        context.insert(ContextItem(.mac, "02-00-5E-10-00-02"), at: 7)
        let body = EnrollmentMessage.Body.requestSecurityToken(
            RequestSecurityToken(.issue, BinarySecurityToken(.pkcs10, octets: [0x30, 0x03, 1, 2, 3]), context: context))
        let security = Security(usernameToken: UsernameToken(username: "ada@example.test", password: " p<a>55 "))
        return EnrollmentMessage(
            header: .request(
                body, messageID: "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c003",
                to: "https://mdm.example.test/EnrollmentServer/Enrollment.svc", security: security),
            body: body)
    }()
}
