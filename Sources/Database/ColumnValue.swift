/// A value of the domain that fits in one column.
///
/// An enum with `String` raw values conforms in one line: `extension Status: ColumnValue {}`.
public protocol ColumnValue: Sendable {
    /// The type of column that holds it.
    static var columnType: ColumnType { get }
    /// Reads it back; `nil` when the column holds something else.
    init?(column: Value)
    /// What is stored.
    var column: Value { get }
}

extension ColumnValue {
    @inlinable
    public static var columnType: ColumnType { .text }
}

extension ColumnValue where Self: RawRepresentable, RawValue == String {
    @inlinable
    public init?(column: Value) {
        guard case .text(let text) = column else { return nil }
        self.init(rawValue: text)
    }

    @inlinable
    public var column: Value { .text(rawValue) }
}

extension ColumnValue where Self: LosslessStringConvertible {
    @inlinable
    public init?(column: Value) {
        guard case .text(let text) = column else { return nil }
        self.init(text)
    }

    @inlinable
    public var column: Value { .text(description) }
}
