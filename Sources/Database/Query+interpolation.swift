extension Query: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) { segments = [.text(text)] }
    public init(stringInterpolation parts: StringInterpolation) { segments = parts.segments }

    /// Collects the parts of a query in the order in which they are written.
    public struct StringInterpolation: StringInterpolationProtocol {
        var segments: [Segment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { segments.append(.text(text)) }
        }

        /// A value becomes an argument.
        public mutating func appendInterpolation<Item: ColumnValue>(_ value: Item) {
            segments.append(.argument(Argument(value: value.column, type: Item.columnType)))
        }

        /// `nil` becomes NULL, of the type of what is missing.
        public mutating func appendInterpolation<Item: ColumnValue>(_ value: Item?) {
            segments.append(.argument(Argument(value: value?.column ?? .null, type: Item.columnType)))
        }

        public mutating func appendInterpolation(_ value: Value) {
            segments.append(.argument(Argument(value: value, type: value.type)))
        }

        /// A fragment stays a fragment.
        public mutating func appendInterpolation(_ fragment: Query) { segments += fragment.segments }

        /// The text for the database that is in use.
        public mutating func appendInterpolation(sqlite: Query, postgres: Query) {
            segments.append(.perDialect(sqlite: sqlite, postgres: postgres))
        }

        /// A list spreads, for `IN (…)`; an empty one holds nothing, so `IN` is false and `NOT IN` is true.
        public mutating func appendInterpolation<Items: Sequence>(list items: Items) where Items.Element: ColumnValue {
            let arguments = items.map {
                Query(segments: [.argument(Argument(value: $0.column, type: Items.Element.columnType))])
            }
            segments +=
                arguments.isEmpty ? Items.Element.columnType.nothing : arguments.joined(separator: ", ").segments
        }
    }
}

extension Value {
    fileprivate var type: ColumnType? {
        switch self {
        case .null: nil
        case .integer: .integer
        case .text: .text
        case .blob: .blob
        }
    }
}

extension ColumnType {
    /// A list without members, of a type that can be compared with the column.
    fileprivate var nothing: [Query.Segment] {
        switch self {
        case .integer: [.text("SELECT CAST(NULL AS BIGINT) WHERE 1 = 0")]
        case .text: [.text("SELECT CAST(NULL AS TEXT) WHERE 1 = 0")]
        case .blob: [.perDialect(sqlite: "SELECT NULL WHERE 1 = 0", postgres: "SELECT CAST(NULL AS BYTEA) WHERE 1 = 0")]
        }
    }
}
