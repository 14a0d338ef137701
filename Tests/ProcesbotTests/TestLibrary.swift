import Basics
import Foundation
import Testing

@testable import Procesbot

/// The small library of the tests, read with the tables that ship.
enum TestLibrary {
    static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let day = Day(number: 20_777)

    static func content() throws -> AdviserContent { try AdviserContent(folder: root + "/Content/adviseur") }

    static func adviser(_ folder: String = here + "/Bibliotheek") throws -> Adviser {
        let content = try content()
        return try Adviser(LibraryFolder().library(at: folder, words: content.words), content)
    }

    static func adviser(of documents: [(name: String, text: String)]) throws -> Adviser {
        let content = try content()
        let read = documents.map { LibraryDocument(name: $0.name, text: $0.text) }
        return try Adviser(Library(read, words: content.words), content)
    }

    /// The six work instructions that ship.
    static let instructions = root + "/Content/bibliotheek"
}
