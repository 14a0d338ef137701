/// Why stored JSON is no instance or event: the field, and what should stand there.
public struct SnapshotFault: Error, Hashable, Sendable {
    /// Where it stands: `instance.elements.node`.
    public let field: String
    public let expected: String

    init(_ field: String = "", expected: String) {
        self.field = field
        self.expected = expected
    }

    /// The same, seen from one step further out; a path is only made when something is wrong.
    func inside(_ name: String) -> SnapshotFault {
        SnapshotFault(field.isEmpty ? name : name + "." + field, expected: expected)
    }
}
