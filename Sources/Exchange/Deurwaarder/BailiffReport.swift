import Basics

/// One status that a bailiff reports: of which zaak, which step, and the facts that go with it.
public struct BailiffReport: Hashable, Sendable {
    /// What the creditor knows the zaak by.
    public let reference: String
    /// A word of the exchange (`gesommeerd`) or a step of CORA (`B.1.1`).
    public let status: String
    /// Everything else that was told, by name.
    public let facts: [String: String]
    /// Where it stood in the file, from 1.
    public let line: Int

    public init(reference: String, status: String, facts: [String: String], line: Int) {
        self.reference = reference
        self.status = status
        self.facts = facts
        self.line = line
    }

    /// More than any bailiff reports at once.
    public static let most = 10_000

    /// Reads a file: JSON when it begins as such, else CSV with a heading.
    public static func read(_ bytes: [UInt8]) throws(FileFault) -> [BailiffReport] {
        let first = bytes.first { !" \n\r\t".utf8.contains($0) }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try read(json: bytes) }
        return try read(csv: bytes)
    }

    private static func read(json bytes: [UInt8]) throws(FileFault) -> [BailiffReport] {
        let document: JSON
        do { document = try JSON(parsing: bytes) } catch {
            throw FileFault("bailiff-json", "the file is not JSON")
        }
        let rows = document.elements ?? document["statussen"].elements ?? [document]
        guard rows.count <= most else { throw FileFault("bailiff-too-many", "more than \(most) lines") }
        var reports: [BailiffReport] = []
        for (index, row) in rows.enumerated() {
            guard let fields = row.fields else {
                throw FileFault("bailiff-json", "a line is no object", line: index + 1)
            }
            reports.append(try report(fields.mapValues(\.plain), line: index + 1))
        }
        return reports
    }

    private static func read(csv bytes: [UInt8]) throws(FileFault) -> [BailiffReport] {
        let file = ImportFile(bytes)
        let reader = try CsvReader(file, CsvFormat(of: file))
        guard let heading = try reader.record() else { throw FileFault("csv-empty", "the file is empty") }
        let names = heading.fields.map { $0.trimmed }
        guard Set(names).count == names.count else { throw FileFault("csv-column-twice", "two columns mean the same") }
        var reports: [BailiffReport] = []
        while let record = try reader.record() {
            guard reports.count < most else { throw FileFault("bailiff-too-many", "more than \(most) lines") }
            let fields = Dictionary(zip(names, record.fields.map(\.trimmed))) { first, _ in first }
            reports.append(try report(fields, line: record.line))
        }
        return reports
    }

    private static func report(_ fields: [String: String], line: Int) throws(FileFault) -> BailiffReport {
        guard let reference = fields["kenmerk"], !reference.isEmpty, let status = fields["status"], !status.isEmpty
        else { throw FileFault("csv-column-missing", "kenmerk and status are needed", line: line) }
        let rest = fields.filter { !["kenmerk", "status"].contains($0.key) && !$0.value.isEmpty }
        return BailiffReport(reference: reference, status: status, facts: rest, line: line)
    }
}

extension JSON {
    /// A value as a form would carry it: yes and no as `ja` and `nee`.
    fileprivate var plain: String {
        switch self {
        case .string(let text): text
        case .bool(let yes): yes ? "ja" : "nee"
        case .number, .array, .object: canonical
        case .null: ""
        }
    }
}
