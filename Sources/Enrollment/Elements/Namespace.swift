/// Namespaces and constants of the enrolment (enrollment.md 4, 6, 7).
public enum Namespace {
    /// SOAP 1.2, which Windows speaks.
    public static let soap = "http://www.w3.org/2003/05/soap-envelope"
    /// SOAP 1.1, which one published sample has by mistake.
    public static let soap11 = "http://schemas.xmlsoap.org/soap/envelope/"
    public static let addressing = "http://www.w3.org/2005/08/addressing"
    public static let diagnostics = "http://schemas.microsoft.com/2004/09/ServiceModel/Diagnostics"
    public static let discovery = "http://schemas.microsoft.com/windows/management/2012/01/enrollment"
    public static let policy = "http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy"
    public static let enrollment = "http://schemas.microsoft.com/windows/pki/2009/01/enrollment"
    public static let trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
    public static let security =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
    public static let utility =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
    public static let authorization = "http://schemas.xmlsoap.org/ws/2006/12/authorization"
    public static let signature = "http://www.w3.org/2000/09/xmldsig#"
    public static let instance = "http://www.w3.org/2001/XMLSchema-instance"
    public static let schema = "http://www.w3.org/2001/XMLSchema"
}
