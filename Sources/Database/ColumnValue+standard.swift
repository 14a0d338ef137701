extension String: ColumnValue {
    public init?(column: Value) {
        guard case .text(let text) = column else { return nil }
        self = text
    }

    public var column: Value { .text(self) }
}

extension Int64: ColumnValue {
    public static var columnType: ColumnType { .integer }

    public init?(column: Value) {
        guard case .integer(let number) = column else { return nil }
        self = number
    }

    public var column: Value { .integer(self) }
}

extension Int: ColumnValue {
    public static var columnType: ColumnType { .integer }

    public init?(column: Value) {
        guard case .integer(let number) = column else { return nil }
        self.init(exactly: number)
    }

    public var column: Value { .integer(Int64(self)) }
}

extension Bool: ColumnValue {
    public static var columnType: ColumnType { .integer }

    public init?(column: Value) {
        switch column {
        case .integer(0): self = false
        case .integer(1): self = true
        case .null, .integer, .text, .blob: return nil
        }
    }

    public var column: Value { .integer(self ? 1 : 0) }
}

extension [UInt8]: ColumnValue {
    public static var columnType: ColumnType { .blob }

    public init?(column: Value) {
        guard case .blob(let bytes) = column else { return nil }
        self = bytes
    }

    public var column: Value { .blob(self) }
}
