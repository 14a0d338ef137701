import CXlsx
public import Foundation

/// Tables as sheets of one workbook (ECMA-376, XLSX), written by libxlsxwriter.
public struct Werkboek: Sendable {
    public let tabellen: [Tabel]

    public init(_ tabellen: [Tabel]) { self.tabellen = tabellen }

    /// A sheet that could not be written.
    public struct Failure: Error {
        public let reason: String
    }

    /// The file. Texts are written as texts and never as formulas; numbers as the numbers that the format has.
    public func data() throws -> Data {
        let path = FileManager.default.temporaryDirectory.appending(path: "ontknoop-\(UUID().uuidString).xlsx")
        defer { remove(path) }
        try write(to: path.path)
        return try Data(contentsOf: path)
    }

    private func write(to path: String) throws {
        guard let workbook = workbook_new(path) else { throw Failure(reason: "no workbook") }
        let bold = workbook_add_format(workbook)
        format_set_bold(bold)
        for tabel in tabellen {
            guard let sheet = workbook_add_worksheet(workbook, nil) else { continue }
            tabel.write(on: sheet, heading: bold)
        }
        let error = workbook_close(workbook)
        guard error == LXW_NO_ERROR else { throw Failure(reason: String(cString: lxw_strerror(error))) }
    }

    private func remove(_ path: URL) {
        do { try FileManager.default.removeItem(at: path) } catch CocoaError.fileNoSuchFile {} catch {
            print("not removed: \(path.lastPathComponent)")
        }
    }
}

extension Tabel {
    /// What fits in a cell (ECMA-376 as spreadsheets keep it).
    private static let longest = 32_000

    fileprivate func write(on sheet: UnsafeMutablePointer<lxw_worksheet>, heading: UnsafeMutablePointer<lxw_format>?) {
        for (column, text) in kop.enumerated() {
            worksheet_write_string(sheet, 0, lxw_col_t(column), text, heading)
        }
        for (index, row) in rijen.enumerated() {
            for (column, cell) in row.enumerated() {
                let (line, place) = (lxw_row_t(index + 1), lxw_col_t(column))
                switch cell {
                case .tekst(let text):
                    worksheet_write_string(sheet, line, place, String(text.prefix(Tabel.longest)), nil)
                case .getal(let number):
                    guard let value = Double(number) else { continue }
                    worksheet_write_number(sheet, line, place, value, nil)
                case .leeg: continue
                }
            }
        }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_set_column(sheet, 0, lxw_col_t(max(0, kop.count - 1)), 18, nil)
    }
}
