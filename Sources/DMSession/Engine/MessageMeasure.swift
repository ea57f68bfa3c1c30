import SyncML

/// How long pieces of a message of ours are as bytes of XML, to keep to the server's MaxMsgSize (oma-dm.md 2.2).
struct MessageMeasure: Sendable {
    private let declaresMSFT: Bool
    private let options: WritingOptions
    /// Bytes of the message without any command, Final included.
    let empty: Int
    /// Bytes of a body without any command.
    private let frame: Int

    init(header: SyncHdr, declaresMSFT: Bool, options: WritingOptions) {
        self.declaresMSFT = declaresMSFT
        self.options = options
        empty = Self.size(of: Message(header: header, isFinal: true), declaresMSFT, options)
        frame = Self.size(of: Message(isFinal: true), declaresMSFT, options)
    }

    /// Bytes that a command adds. One without a CmdID is measured with one of five digits.
    func size(of command: Command) -> Int {
        let numbered = command.cmdID == nil ? command.withCmdID("00000") : command
        return Self.size(of: Message(commands: [numbered], isFinal: true), declaresMSFT, options) - frame
    }

    private static func size(of message: Message, _ declaresMSFT: Bool, _ options: WritingOptions) -> Int {
        // Writing fails only without memory; then nothing fits.
        (try? message.serialized(declaresMSFT: declaresMSFT, options: options).count) ?? Int(Int32.max)
    }
}
