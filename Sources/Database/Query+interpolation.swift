extension Query: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) { self.init(script: text) }
    public init(stringInterpolation parts: StringInterpolation) { self = parts.query }

    /// Collects the parts of a query in the order in which they are written.
    public struct StringInterpolation: StringInterpolationProtocol {
        var query = Query()

        public init(literalCapacity: Int, interpolationCount: Int) {
            query.reserve(literalCapacity + interpolationCount * 24, arguments: interpolationCount)
        }

        public mutating func appendLiteral(_ text: String) { query.append(text) }

        /// A value becomes an argument.
        @inlinable
        public mutating func appendInterpolation<Item: ColumnValue>(_ value: Item) {
            append(value.column, of: Item.columnType)
        }

        /// `nil` becomes NULL, of the type of what is missing.
        @inlinable
        public mutating func appendInterpolation<Item: ColumnValue>(_ value: Item?) {
            append(value?.column ?? .null, of: Item.columnType)
        }

        public mutating func appendInterpolation(_ value: Value) { append(value, of: value.type) }

        /// A fragment stays a fragment.
        public mutating func appendInterpolation(_ fragment: Query) { query += fragment }

        /// The text for the database that is in use.
        public mutating func appendInterpolation(sqlite: Query, postgres: Query) {
            query.append(sqlite: sqlite, postgres: postgres)
        }

        /// A list spreads, for `IN (…)`; an empty one holds nothing, so `IN` is false and `NOT IN` is true.
        public mutating func appendInterpolation<Items: Sequence>(list items: Items) where Items.Element: ColumnValue {
            var isFirst = true
            for item in items {
                if !isFirst { query.append(", ") }
                isFirst = false
                append(item.column, of: Items.Element.columnType)
            }
            if isFirst { query += Items.Element.columnType.nothing }
        }

        @usableFromInline
        mutating func append(_ value: Value, of type: ColumnType?) {
            query.append(Argument(value: value, type: type))
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
    fileprivate var nothing: Query {
        switch self {
        case .integer: "SELECT CAST(NULL AS BIGINT) WHERE 1 = 0"
        case .text: "SELECT CAST(NULL AS TEXT) WHERE 1 = 0"
        case .blob: "\(sqlite: "SELECT NULL WHERE 1 = 0", postgres: "SELECT CAST(NULL AS BYTEA) WHERE 1 = 0")"
        }
    }
}
