import Foundation

extension ToolConverter {
    /// The text of a PDF, page for page with a form feed between; a page without letters is read from its picture.
    func pdf(_ path: String) throws -> String {
        let text = try run("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"])
        var pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init)
        if pages.last?.allSatisfy(\.isWhitespace) == true { pages.removeLast() }
        let bare = pages.indices.filter { pages[$0].count(where: \.isLetter) < Self.fewLetters }
        try setTablesApart(in: &pages, of: path)
        guard bare.count <= Self.mostScans else { throw LibraryFault.tooLarge("tesseract") }
        for page in bare { pages[page] = try scanned(path, page: page + 1) }
        return pages.joined(separator: "\u{0C}")
    }

    /// Rows keep their cells where columns stand so close that only the places of words tell them.
    private func setTablesApart(in pages: inout [String], of path: String) throws {
        let words = PdfWord.pages(of: try run("pdftotext", ["-bbox", "-enc", "UTF-8", path, "-"]))
        for (page, words) in words.enumerated() where pages.indices.contains(page) {
            let tables = PdfTable.all(on: words)
            if !tables.isEmpty { pages[page] = PdfTable.setApart(tables, in: pages[page]) }
        }
    }

    private static let fewLetters = 12
    private static let mostScans = 300

    private func scanned(_ path: String, page: Int) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "ontknoop-" + UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { Self.forget(folder) }
        let picture = folder.appendingPathComponent("p").path
        // Bounded in pixels, so that a page of a kilometre does not fill the memory.
        _ = try run(
            "pdftoppm",
            [
                "-f", String(page), "-l", String(page), "-gray", "-png", "-singlefile", "-scale-to", "2600", path,
                picture,
            ])
        return try run("tesseract", [picture + ".png", "-", "-l", "nld", "--psm", "3"])
    }

    private static func forget(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch {
            // What stays behind is in the folder for temporary files, which the system empties.
            return
        }
    }
}
