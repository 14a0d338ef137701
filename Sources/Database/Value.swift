/// What a column can hold. There is no floating point: amounts are cents, rates are text.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}

/// The name of ``Value`` where another `Value` hides it.
public typealias StoredValue = Value

/// The type under which a value travels to the database, also when it is null.
public enum ColumnType: String, Hashable, Sendable {
    case integer, text, blob
}
