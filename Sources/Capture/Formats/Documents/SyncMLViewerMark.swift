/// What SyncMLViewer writes between and into messages (github.com/okieselbach/SyncMLViewer, MainWindow.xaml.cs).
///
/// The export is the text of its window, whatever the extension: each message formatted anew, comments `<!-- OmaDmSessionStart -->`
/// and `<!-- OmaDmSessionComplete -->` (with a third dash in old versions), on wish a comment with the local time before each message and
/// names of other events. A message longer than the 64 KB of an ETW event gets a comment and an end tag that were never sent.
enum SyncMLViewerMark {
    /// Where the comment begins that says that a message was cut.
    static func index(in body: [UInt8]) -> Int? {
        let tail = max(0, body.count - 4096)
        return body.index(of: "<!-- ignore this line, closing SyncML tag added", from: tail)
    }

    /// True for text that only this tool writes.
    static func isFound(in head: [UInt8]) -> Bool {
        head.index(of: "<!-- OmaDmSession", from: 0) != nil || head.index(of: "<!--- OmaDmSession", from: 0) != nil
            || head.index(of: "closing SyncML tag added to support", from: 0) != nil
            || LogTime.standsInAComment(head)
    }
}
