/// Arguments as they go over the wire: binary, so that any text and any bytes pass unharmed.
struct PostgresArguments {
    let types: [UInt32]
    private let bytes: [UInt8]
    private let ranges: [Range<Int>?]

    init(_ arguments: [Argument]) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>?] = []
        for argument in arguments {
            let start = bytes.count
            switch argument.value {
            case .null: break
            case .integer(let number): withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .blob(let blob): bytes.append(contentsOf: blob)
            }
            ranges.append(argument.value == .null ? nil : start..<bytes.count)
        }
        // An argument of no bytes still needs an address to differ from NULL.
        self.bytes = bytes + [0]
        self.ranges = ranges
        types = arguments.map { $0.type.map(\.oid) ?? 0 }
    }

    var count: Int32 { Int32(ranges.count) }

    /// Pointers to values, their lengths, and their formats.
    func withPointers<Answer>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Answer
    ) -> Answer {
        bytes.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            let values = ranges.map { range in range.flatMap { range in start.map { $0 + range.lowerBound } } }
            let lengths = ranges.map { Int32($0?.count ?? 0) }
            return body(values, lengths, Array(repeating: 1, count: ranges.count))
        }
    }
}

extension ColumnType {
    /// PostgreSQL's numbers for `int8`, `text` and `bytea`.
    fileprivate var oid: UInt32 {
        switch self {
        case .integer: 20
        case .text: 25
        case .blob: 17
        }
    }
}
