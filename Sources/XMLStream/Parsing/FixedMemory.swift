/// Memory for values without references that is never written again; freed with its last user.
///
/// Unchecked, and safe to share between threads: both properties are constants, nothing writes through the pointer after
/// `init`, nobody else holds it, and `Element` is Sendable.
@usableFromInline
final class FixedMemory<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutablePointer<Element>
    @usableFromInline let count: Int

    /// - Parameter base: Memory from `allocate` whose first `count` elements are initialized. Its owner is this object from
    ///   now on.
    init(owning base: UnsafeMutablePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    deinit { base.deallocate() }

    @inlinable
    subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside of the tape")
        return withExtendedLifetime(self) { base[index] }
    }

    /// Gives the elements of a range for the time of a call.
    @inlinable
    func withElements<Result>(in range: Range<Int>, _ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside of the tape")
        return withExtendedLifetime(self) {
            body(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
        }
    }
}
