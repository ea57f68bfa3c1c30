/// One entry of the tape. 16 bytes, no references, so a message of 200 commands is one small array.
///
/// The fields mean different things for each kind; `XMLCursor` reads them.
@usableFromInline
struct XMLEvent: BitwiseCopyable, Sendable {
    @usableFromInline
    enum Kind: UInt8, Sendable {
        /// `offset` is the place of `<`, `first` the byte after the tag, `second` the index of the matching end event.
        case start
        /// Follows its start event. `first` and `second` are the range of the value in the tape's text.
        case attribute
        /// `first` and `second` are the range in the tape's text. Neighbouring pieces of text are one event. `offset` is the
        /// place of the first piece in a recorded tape, and 0 in a parsed one.
        case text
        /// `offset` is the place of `<` of the end tag (of the tag itself when it is empty), `first` the byte after it,
        /// `second` the index of the matching start event.
        case end
    }

    /// The kind in the lowest two bits, the flag in the third, the name above: no document within the limits has 2^29
    /// names.
    @usableFromInline var bits: UInt32
    @usableFromInline var offset: UInt32
    @usableFromInline var first: UInt32
    @usableFromInline var second: UInt32

    @inlinable
    init(kind: Kind, flag: Bool, name: Int, offset: Int, first: Int, second: Int) {
        bits = UInt32(truncatingIfNeeded: name << 3) | (flag ? 4 : 0) | UInt32(kind.rawValue)
        self.offset = UInt32(truncatingIfNeeded: offset)
        self.first = UInt32(truncatingIfNeeded: first)
        self.second = UInt32(truncatingIfNeeded: second)
    }

    @inlinable var kind: Kind {
        switch bits & 3 {
        case 0: .start
        case 1: .attribute
        case 2: .text
        default: .end
        }
    }

    /// For a start event true when the tag is empty (`<Final/>`), for a text event when any part was a CDATA section.
    @inlinable var flag: Bool {
        get { bits & 4 != 0 }
        set { bits = newValue ? bits | 4 : bits & ~4 }
    }

    @inlinable var name: Int { Int(bits >> 3) }
}
