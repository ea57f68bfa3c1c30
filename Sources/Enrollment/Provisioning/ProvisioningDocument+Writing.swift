import XMLStream

extension ProvisioningDocument {
    /// The document, without an XML declaration; Windows takes it with one and without (enrollment.md 8).
    ///
    /// - Throws: when there is no memory for the writer.
    public func bytes() throws(XMLError) -> [UInt8] {
        var writer = try XMLWriter()
        writer.start("wap-provisioningdoc")
        if let version { writer.attribute("version", version) }
        for characteristic in characteristics { characteristic.write(&writer) }
        writer.end("wap-provisioningdoc")
        return writer.bytes()
    }
}

extension ProvisioningDocument.Characteristic {
    /// Parms come before characteristics.
    fileprivate func write(_ writer: inout XMLWriter) {
        writer.start("characteristic")
        writer.attribute("type", type)
        for parm in parms {
            writer.start("parm")
            writer.attribute("name", parm.name)
            if let value = parm.value { writer.attribute("value", value) }
            if let datatype = parm.datatype { writer.attribute("datatype", datatype) }
            writer.end("parm")
        }
        for characteristic in characteristics { characteristic.write(&writer) }
        writer.end("characteristic")
    }
}
