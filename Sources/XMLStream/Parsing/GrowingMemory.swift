/// Memory for values without references that only ever grows at its end.
///
/// An array would check at each append whether it is shared. The callbacks of a parse append some ten thousand times to memory
/// that nobody else can know, and each call through C hides that from the optimizer.
struct GrowingMemory<Element: BitwiseCopyable & Sendable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside of the memory in use")
            return base[index]
        }
        @inline(__always) set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside of the memory in use")
            base[index] = newValue
        }
    }

    /// Changes an element where it is.
    @inline(__always)
    mutating func update(at index: Int, _ change: (inout Element) -> Void) {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside of the memory in use")
        change(&base[index])
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func append(contentsOf elements: UnsafePointer<Element>, count added: Int) {
        if added > capacity &- count { grow(by: added) }
        (base + count).initialize(from: elements, count: added)
        count &+= added
    }

    @inline(__always)
    mutating func removeLast() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return base[count]
    }

    /// Gives the elements away and starts anew with the same memory.
    mutating func drain(_ body: (UnsafeBufferPointer<Element>) -> Void) {
        body(UnsafeBufferPointer(start: base, count: count))
        count = 0
    }

    /// Ends the growth; the memory itself is handed on.
    consuming func finish() -> FixedMemory<Element> {
        let fixed = FixedMemory(owning: base, count: count)
        discard self
        return fixed
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        let larger = max(capacity * 2, count + added)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        moved.moveInitialize(from: base, count: count)
        base.deallocate()
        (base, capacity) = (moved, larger)
    }
}
