import CTwin
import XMLStream

@main
struct EspalierBench {
    static func main() {
        let m = SampleMessage.mixed(commands: 200)
        print(m.count, SampleMessage.replaces(500).count)
        var sink = 0
        let t = Stopwatch.interleaved(rounds: 2000, [
            { m.withUnsafeBytes { sink += Int(ctwin_parse($0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)) } },
            { sink += (try? XMLTape(parsing: m))?.names.count ?? 0 },
        ])
        print(t, t[0] / t[1], sink)
    }
}
