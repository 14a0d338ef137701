import Basics

/// One record of a CSV file: its fields and the line it begins on.
public struct CsvRecord: Hashable, Sendable {
    public let fields: [String]
    /// Counted from 1.
    public let line: Int
    /// Whether the record ended in a line break, and not in the end of the file.
    public let isTerminated: Bool
}

/// How much of a CSV file is taken in before it is refused.
public struct CsvBounds: Hashable, Sendable {
    public var field = 64 << 10
    public var columns = 512
    public var records = 20_000_000

    public init() {}
}

/// Reads a CSV file record by record in bounded memory (RFC 4180, with `;` and tabs, and line breaks within quotes).
public final class CsvReader {
    private let next: ByteSource
    private let format: CsvFormat
    private let bounds: CsvBounds
    private var piece: [UInt8] = []
    private var position = 0
    private var line = 1
    private var isAtEnd = false
    private var read = 0

    public init(_ file: ImportFile, _ format: CsvFormat, bounds: CsvBounds = .init()) throws(FileFault) {
        next = try file.open()
        self.format = format
        self.bounds = bounds
        if format.hasByteOrderMark { for _ in 0..<3 { _ = try take() } }
    }

    /// The next record that is not blank; `nil` at the end of the file.
    public func record() throws(FileFault) -> CsvRecord? {
        while let record = try rawRecord() {
            if record.fields.count == 1, record.fields[0].allSatisfy(\.isWhitespace) { continue }
            read += 1
            guard read <= bounds.records else { throw FileFault("csv-out-of-bounds", "too many lines", line: line) }
            return record
        }
        return nil
    }

    private func rawRecord() throws(FileFault) -> CsvRecord? {
        guard try peek() != nil else { return nil }
        let start = line
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard fields.count <= bounds.columns else {
                throw FileFault("csv-out-of-bounds", "more than \(bounds.columns) columns", line: start)
            }
            guard let mark = try take() else { return CsvRecord(fields: fields, line: start, isTerminated: false) }
            if mark == format.delimiter { continue }
            if mark == 13, try peek() == 10 { _ = try take() }
            line += 1
            return CsvRecord(fields: fields, line: start, isTerminated: true)
        }
    }

    /// The bytes up to a delimiter, a line break or the end, quotes undone.
    private func field() throws(FileFault) -> String {
        var bytes: [UInt8] = []
        if try peek() == UInt8(ascii: "\"") { try quoted(into: &bytes) }
        while let byte = try peek(), !ends(byte) { try appendRun(to: &bytes) }
        return text(bytes)
    }

    private func ends(_ byte: UInt8) -> Bool { byte == format.delimiter || byte == 10 || byte == 13 }

    /// All bytes of this piece up to the end of the field.
    private func appendRun(to bytes: inout [UInt8]) throws(FileFault) {
        let end = piece[position...].firstIndex(where: ends) ?? piece.endIndex
        bytes += piece[position..<end]
        position = end
        guard bytes.count <= bounds.field else {
            throw FileFault("csv-out-of-bounds", "a field is longer than \(bounds.field) bytes", line: line)
        }
    }

    private func quoted(into bytes: inout [UInt8]) throws(FileFault) {
        let start = line
        _ = try take()
        while let byte = try take() {
            if byte == UInt8(ascii: "\"") {
                guard try peek() == byte else { return }
                _ = try take()
            }
            if byte == 10 { line += 1 }
            try append(byte, to: &bytes)
        }
        throw FileFault("csv-open-quote", "a quote is never closed; the file may be cut off", line: start)
    }

    private func append(_ byte: UInt8, to bytes: inout [UInt8]) throws(FileFault) {
        bytes.append(byte)
        guard bytes.count <= bounds.field else {
            throw FileFault("csv-out-of-bounds", "a field is longer than \(bounds.field) bytes", line: line)
        }
    }

    private func text(_ bytes: [UInt8]) -> String {
        switch format.encoding {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .windows1252: Windows1252.text(bytes)
        }
    }

    private func peek() throws(FileFault) -> UInt8? {
        while position == piece.count, !isAtEnd {
            guard let more = try FileFault.wrapping(next) else {
                isAtEnd = true
                break
            }
            (piece, position) = (more, 0)
        }
        return position < piece.count ? piece[position] : nil
    }

    private func take() throws(FileFault) -> UInt8? {
        let byte = try peek()
        if byte != nil { position += 1 }
        return byte
    }
}
