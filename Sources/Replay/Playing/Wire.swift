import SyncML

/// A message of ours as the other side reads it.
enum Wire {
    /// Written and read back, so that what is compared is what would be on the wire, with its places.
    ///
    /// - Returns: the message itself when it cannot be written, which only a lack of memory brings about.
    static func asSent(_ message: Message, declaresMSFT: Bool = false, writing: WritingOptions) -> Message {
        guard let bytes = try? message.serialized(declaresMSFT: declaresMSFT, options: writing),
            let read = try? Message(parsing: bytes)
        else { return message }
        return read
    }
}
