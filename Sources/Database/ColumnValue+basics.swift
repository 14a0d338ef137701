public import Basics

extension Day: ColumnValue {}

extension Moment: ColumnValue {}

extension Money: ColumnValue {
    @inlinable
    public static var columnType: ColumnType { .integer }

    @inlinable
    public init?(column: Value) {
        guard case .integer(let cents) = column else { return nil }
        self.init(cents: cents)
    }

    @inlinable
    public var column: Value { .integer(cents) }
}

extension Identifier: ColumnValue {
    @inlinable
    public init?(column: Value) {
        guard case .text(let text) = column else { return nil }
        self.init(text)
    }

    @inlinable
    public var column: Value { .text(text) }
}
