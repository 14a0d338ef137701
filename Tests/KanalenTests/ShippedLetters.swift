import Basics
import Kanalen

/// The letters that ship, read once.
enum ShippedLetters {
    static let folder = #filePath.split(separator: "Tests/KanalenTests")[0] + "Content/sjablonen"

    static func read() throws -> LetterTemplates { try LetterTemplates(folder: String(folder)) }
}
