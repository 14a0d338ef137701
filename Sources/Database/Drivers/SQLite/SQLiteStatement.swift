import CSQLite

/// A prepared statement of SQLite.
final class SQLiteStatement {
    let pointer: OpaquePointer
    private lazy var columns = Columns(
        (0..<sqlite3_column_count(pointer)).map { String(cString: sqlite3_column_name(pointer, $0)) })

    /// Whether it leaves the file as it is.
    let isReading: Bool

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        isReading = sqlite3_stmt_readonly(pointer) != 0
    }

    deinit { sqlite3_finalize(pointer) }

    func bind(_ arguments: [Argument], or failure: (Int32) -> DatabaseError) throws {
        for (index, argument) in zip(1..., arguments) {
            let code = bind(argument.value, at: Int32(index))
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    /// The row that the last step came to.
    func row() -> Row {
        let values = (0..<Int32(columns.names.count)).map(value)
        return Row(columns: columns, values: values)
    }

    private func bind(_ value: Value, at index: Int32) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(pointer, index)
        case .integer(let number): sqlite3_bind_int64(pointer, index, number)
        case .text(let text): bind(text, at: index)
        case .blob(let bytes): bind(bytes, at: index)
        }
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            let start = UnsafeRawPointer(utf8.baseAddress).map { $0.assumingMemoryBound(to: CChar.self) }
            guard let start else { return sqlite3_bind_text(pointer, index, "", 0, transient) }
            return sqlite3_bind_text(pointer, index, start, Int32(utf8.count), transient)
        }
    }

    private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(pointer, index, 0)
            : sqlite3_bind_blob(pointer, index, bytes, Int32(bytes.count), transient)
    }

    private func value(_ index: Int32) -> Value {
        switch sqlite3_column_type(pointer, index) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, index))
        case SQLITE_NULL: .null
        case SQLITE_BLOB: .blob(bytes(sqlite3_column_blob(pointer, index), index))
        default: .text(String(decoding: bytes(sqlite3_column_text(pointer, index), index), as: UTF8.self))
        }
    }

    private func bytes(_ start: UnsafeRawPointer?, _ index: Int32) -> [UInt8] {
        guard let start else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index))))
    }
}

/// SQLite copies what is bound with this in the place of a destructor.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
