/// The tags that decoding and encoding treat in a way of their own.
extension WBXMLTag {
    static let syncML = WBXMLTag(page: 0, token: 0x2D)
    static let syncBody = WBXMLTag(page: 0, token: 0x2B)
    static let item = WBXMLTag(page: 0, token: 0x14)
    static let data = WBXMLTag(page: 0, token: 0x0F)
    static let meta = WBXMLTag(page: 0, token: 0x1A)
    static let format = WBXMLTag(page: 1, token: 0x07)
    static let type = WBXMLTag(page: 1, token: 0x13)
    static let nextNonce = WBXMLTag(page: 1, token: 0x10)
    static let metInf = WBXMLTag(page: 1, token: 0x0E)
    /// The value of a node in a TNDS object.
    static let value = WBXMLTag(page: 2, token: 0x36)
}
