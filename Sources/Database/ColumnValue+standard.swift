extension String: ColumnValue {
    @inlinable
    public init?(column: Value) {
        guard case .text(let text) = column else { return nil }
        self = text
    }

    @inlinable
    public var column: Value { .text(self) }
}

extension Int64: ColumnValue {
    @inlinable
    public static var columnType: ColumnType { .integer }

    @inlinable
    public init?(column: Value) {
        guard case .integer(let number) = column else { return nil }
        self = number
    }

    @inlinable
    public var column: Value { .integer(self) }
}

extension Int: ColumnValue {
    @inlinable
    public static var columnType: ColumnType { .integer }

    @inlinable
    public init?(column: Value) {
        guard case .integer(let number) = column else { return nil }
        self.init(exactly: number)
    }

    @inlinable
    public var column: Value { .integer(Int64(self)) }
}

extension Bool: ColumnValue {
    @inlinable
    public static var columnType: ColumnType { .integer }

    @inlinable
    public init?(column: Value) {
        switch column {
        case .integer(0): self = false
        case .integer(1): self = true
        case .null, .integer, .text, .blob: return nil
        }
    }

    @inlinable
    public var column: Value { .integer(self ? 1 : 0) }
}

extension [UInt8]: ColumnValue {
    @inlinable
    public static var columnType: ColumnType { .blob }

    @inlinable
    public init?(column: Value) {
        guard case .blob(let bytes) = column else { return nil }
        self = bytes
    }

    @inlinable
    public var column: Value { .blob(self) }
}
