/// Why stored JSON is no instance or event: the field, and what should stand there.
public struct SnapshotFault: Error, Hashable, Sendable {
    public let field: String
    public let expected: String

    init(_ field: String, expected: String) {
        self.field = field
        self.expected = expected
    }
}
