import SyncML

/// How long pieces of a message of ours are as bytes that travel, to keep to the server's MaxMsgSize (oma-dm.md 2.2, 5.5).
///
/// The sum of the pieces is never less than the message: a command that turns to another code page in WBXML is measured
/// with the way back.
struct MessageMeasure: Sendable {
    let coding: MessageCoding
    private let declaresMSFT: Bool
    private let options: WritingOptions
    /// Bytes of the message without any command, Final included.
    let empty: Int
    /// Bytes of a body without any command.
    private let frame: Int

    init(header: SyncHdr, declaresMSFT: Bool, options: WritingOptions, coding: MessageCoding) {
        self.coding = coding
        self.declaresMSFT = declaresMSFT
        self.options = options
        empty = Message(header: header, isFinal: true).travelSize(coding, declaresMSFT, options)
        frame = Message(isFinal: true).travelSize(coding, declaresMSFT, options)
    }

    /// Bytes that a command adds. One without a CmdID is measured with one of five digits.
    func size(of command: Command) -> Int {
        let numbered = command.cmdID == nil ? command.withCmdID("00000") : command
        return Message(commands: [numbered], isFinal: true).travelSize(coding, declaresMSFT, options) - frame
    }
}

extension Message {
    /// The message as it travels.
    ///
    /// - Parameters:
    ///   - declaresMSFT: whether SyncBody declares the `msft` namespace, which WBXML cannot say.
    ///   - options: the forms of the XML; WBXML has one.
    /// - Throws: `XMLError` with code `outOfMemory`, or `WBXMLEncodingError` for commands without a root.
    public func travelling(_ coding: MessageCoding, declaresMSFT: Bool, options: WritingOptions) throws -> [UInt8] {
        switch coding {
        case .xml: try serialized(declaresMSFT: declaresMSFT, options: options)
        case .wbxml(let version): try wbxml(version: version)
        }
    }

    fileprivate func travelSize(_ coding: MessageCoding, _ declaresMSFT: Bool, _ options: WritingOptions) -> Int {
        // Writing fails only without memory; then nothing fits.
        (try? travelling(coding, declaresMSFT: declaresMSFT, options: options).count) ?? Int(Int32.max)
    }
}
