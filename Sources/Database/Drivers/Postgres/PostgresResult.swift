import CPostgres

/// The server's answer to one command.
final class PostgresResult {
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: Int32 { PQntuples(pointer) }
    /// How many rows a command changed.
    var changes: Int { status == PGRES_TUPLES_OK ? Int(rowCount) : Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
    var columnCount: Int32 { PQnfields(pointer) }

    func columns() -> Columns {
        Columns((0..<columnCount).map { String(cString: PQfname(pointer, $0)) })
    }

    func each(_ body: (Row) throws -> Void) throws {
        let columns = columns()
        let types = (0..<columnCount).map { PQftype(pointer, $0) }
        for index in 0..<rowCount {
            let values = types.indices.map { value(index, Int32($0), types[$0]) }
            try body(Row(columns: columns, values: values))
        }
    }

    /// A field of the server's account of an error.
    func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, Int32(letter.value)).map { String(cString: $0) }
    }

    private func value(_ row: Int32, _ column: Int32, _ type: UInt32) -> Value {
        if PQgetisnull(pointer, row, column) == 1 { return .null }
        let start = UnsafeRawPointer(PQgetvalue(pointer, row, column))
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(pointer, row, column)))
        let text = { String(decoding: bytes, as: UTF8.self) }
        switch type {
        case 16: return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case 17: return .blob(unhexed(bytes))
        case 20, 21, 23, 26, 1700:
            let digits = text()
            return Int64(digits).map(Value.integer) ?? .text(digits)
        default: return .text(text())
        }
    }

    /// Reads `\x4f6e…`.
    private func unhexed(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let digits = bytes.dropFirst(2).map { $0 <= UInt8(ascii: "9") ? $0 - 48 : $0 - 87 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
