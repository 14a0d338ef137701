/// One row of an answer, read by column name.
public struct Row: Sendable {
    let columns: Columns
    let values: [Value]

    /// The value of a column that is never null.
    @inlinable
    public subscript<Item: ColumnValue>(_ name: String) -> Item {
        get throws {
            guard let item = Item(column: try value(name)) else { throw unexpected(name, Item.self) }
            return item
        }
    }

    /// The value of a column that may be null.
    @inlinable
    public subscript<Item: ColumnValue>(_ name: String) -> Item? {
        get throws {
            let value = try value(name)
            if case .null = value { return nil }
            guard let item = Item(column: value) else { throw unexpected(name, Item.self) }
            return item
        }
    }

    /// What the column holds, as it is.
    public func value(_ name: String) throws -> Value {
        guard let index = columns.index(of: name) else {
            throw DatabaseError(kind: .other, code: "column", message: "the answer has no column \(name)")
        }
        return values[index]
    }

    /// The names of the columns, in order.
    public var names: [String] { columns.names }

    @usableFromInline
    func unexpected(_ name: String, _ type: Any.Type) -> DatabaseError {
        DatabaseError(kind: .other, code: "column", message: "column \(name) does not hold a \(type)")
    }
}

/// The names of the columns, shared by all rows of an answer.
final class Columns: Sendable {
    let names: [String]

    init(_ names: [String]) { self.names = names }

    /// The first column of this name; there are few, so that looking is quicker than a table.
    func index(of name: String) -> Int? { names.firstIndex { $0 == name } }
}
