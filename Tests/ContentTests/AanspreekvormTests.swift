import Foundation
import Testing

@Suite("How the screens speak")
struct AanspreekvormTests {
    /// Everything that staff read: screens, forms, drawings, kinds of zaken.
    private static let folders = ["teksten", "formulieren", "processen", "zaaktypen", "rollen"]

    @Test(arguments: folders)
    func `staff are spoken to as u, and the debtor is the klant`(folder: String) throws {
        let content = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content/\(folder)")
            .standardized
        for file in try FileManager.default.contentsOfDirectory(at: content, includingPropertiesForKeys: nil)
        where ["yaml", "bpmn"].contains(file.pathExtension) && file.lastPathComponent != "en.yaml" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let words = /\b(?:je|jij|jou|jouw|jezelf|jullie|contractant)\b/.ignoresCase()
            let informal = text.matches(of: words).map { match in
                text[text.lineRange(for: match.range)].trimmingCharacters(in: .whitespacesAndNewlines)
            }
            #expect(informal == [], "\(file.lastPathComponent)")
        }
    }
}
