public import Basics

/// What reading an open-items file once from front to back told; with it, the file can be taken in.
public struct OpenItemsPlan: Hashable, Sendable {
    public let format: CsvFormat
    public let decimals: DecimalStyle
    /// For each column of the file, what it means.
    public let columns: [OpenItemColumn?]
    /// Headings that are not used.
    public let unknown: [String]
    /// Lines below the heading.
    public let lines: Int
    public let notes: [Diagnostic]
}

/// Open items of a creditor as a CSV file (docs/formats/openstaande-posten.md).
public struct OpenItemsFile {
    public let file: ImportFile
    private let bounds: CsvBounds

    public init(_ file: ImportFile, bounds: CsvBounds = .init()) {
        self.file = file
        self.bounds = bounds
    }

    /// Reads the whole file without taking anything in; throws when it must be refused.
    public func check() throws(FileFault) -> OpenItemsPlan {
        let format = try CsvFormat(of: file)
        let reader = try CsvReader(file, format, bounds: bounds)
        guard let heading = try reader.record() else { throw FileFault("csv-empty", "the file has no heading") }
        let columns = heading.fields.map { OpenItemColumn(heading: $0) }
        try OpenItemsFile.requireColumns(columns)
        var tally = Tally(columns: columns)
        while let record = try reader.record() { try tally.take(record) }
        let unknown = zip(heading.fields, columns).filter { $0.1 == nil }.map(\.0)
        return OpenItemsPlan(
            format: format, decimals: tally.style(delimiter: format.delimiter), columns: columns, unknown: unknown,
            lines: tally.lines, notes: tally.notes)
    }

    /// Reads the file again and hands out each line, as an open item or as a rejection, in order.
    public func read(by plan: OpenItemsPlan, each: (Result<OpenItem, RejectedLine>) throws -> Void) throws {
        let reader = try CsvReader(file, plan.format, bounds: bounds)
        _ = try reader.record()
        while let record = try reader.record() {
            try each(OpenItemLine(record, plan).result)
        }
    }

    private static func requireColumns(_ columns: [OpenItemColumn?]) throws(FileFault) {
        let found = columns.compactMap(\.self)
        if let twice = found.first(where: { column in found.count { $0 == column } > 1 }) {
            throw FileFault("csv-column-twice", "two columns mean the same", line: 1, element: twice.rawValue)
        }
        var missing = OpenItemColumn.required.filter { !found.contains($0) }.map(\.rawValue)
        if !found.contains(.bedrag), !found.contains(.openstaand) { missing.append(OpenItemColumn.bedrag.rawValue) }
        guard let first = missing.first else { return }
        throw missing.count == 1
            ? FileFault("csv-column-missing", "a column is missing", line: 1, element: first)
            : FileFault("csv-columns-missing", "columns are missing", line: 1, element: missing.joined(separator: ", "))
    }
}

/// What the first reading gathers.
private struct Tally {
    let width: Int
    let amounts: [Int]
    var lines = 0
    var dutch = 0
    var english = 0
    var notes: [Diagnostic] = []

    init(columns: [OpenItemColumn?]) {
        width = columns.count
        amounts = columns.indices.filter { columns[$0] == .bedrag || columns[$0] == .openstaand }
    }

    mutating func take(_ record: CsvRecord) throws(FileFault) {
        lines += 1
        for index in amounts where index < record.fields.count {
            switch DecimalStyle.shown(by: record.fields[index]) {
            case .dutch: dutch += 1
            case .english: english += 1
            case nil: break
            }
        }
        guard !record.isTerminated else { return }
        if record.fields.count < width {
            throw FileFault("csv-cut-off", "the last line stops half way; the file is cut off", line: record.line)
        }
        notes.append(
            Diagnostic(.warning, "csv-no-last-line-break", "the last line has no line break", line: record.line))
    }

    func style(delimiter: UInt8) -> DecimalStyle {
        if dutch == english { return delimiter == UInt8(ascii: ",") ? .english : .dutch }
        return dutch > english ? .dutch : .english
    }
}
