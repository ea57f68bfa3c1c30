import _StringProcessing

/// A regular expression of a device description, made ready for use.
///
/// The patterns come from several dialects (.NET, XSD, one of ECMAScript); what they have in common with Swift's is nearly all
/// of it. A pattern that Swift cannot read makes no check.
struct ValuePattern {
    private let regex: Regex<AnyRegexOutput>?
    /// True for `/…/`, as ECMAScript writes patterns: the slashes do not belong to the pattern.
    let isInSlashes: Bool

    init(_ written: String) {
        isInSlashes = written.count > 2 && written.hasPrefix("/^") && written.hasSuffix("$/")
        var pattern = isInSlashes ? String(written.dropFirst().dropLast()) : written
        // A brace that cannot be a repetition is a character in .NET and XSD: `{[0-9A-Fa-f]{8}…`.
        if pattern.hasPrefix("{") { pattern = "\\" + pattern }
        regex = try? Regex(pattern)
    }

    var compiles: Bool { regex != nil }

    /// Whether the pattern matches the whole value; true when the pattern does not compile.
    func matches(_ value: String) -> Bool {
        guard let regex else { return true }
        return (try? regex.wholeMatch(in: value)) != nil
    }
}
