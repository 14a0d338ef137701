/// A node or flow of a model, by its id in the file.
///
/// The index is a hint that saves a lookup while a process runs; it says nothing, and two references with one id are equal.
public struct ElementRef: Sendable {
    public let id: String
    let index: Int32

    public init(_ id: String) { self.init(id, index: -1) }

    init(_ id: String, index: Int) {
        self.id = id
        self.index = Int32(truncatingIfNeeded: index)
    }
}

extension ElementRef: Hashable, CustomStringConvertible {
    public static func == (left: ElementRef, right: ElementRef) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
    public var description: String { id }
}
