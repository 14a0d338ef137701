public import Basics

extension JSON: ColumnValue {
    /// Reads the text of a column; `nil` when it is not JSON.
    public init?(column: StoredValue) {
        guard case .text(let text) = column else { return nil }
        do {
            try self.init(parsing: text)
        } catch {
            return nil
        }
    }

    public var column: StoredValue { .text(canonical) }
}
