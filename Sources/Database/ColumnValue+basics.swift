public import Basics

extension Day: ColumnValue {}

extension Moment: ColumnValue {}

extension Money: ColumnValue {
    public static var columnType: ColumnType { .integer }

    public init?(column: Value) {
        guard case .integer(let cents) = column else { return nil }
        self.init(cents: cents)
    }

    public var column: Value { .integer(cents) }
}

extension Identifier: ColumnValue {
    public init?(column: Value) {
        guard case .text(let text) = column else { return nil }
        self.init(text)
    }

    public var column: Value { .text(text) }
}
