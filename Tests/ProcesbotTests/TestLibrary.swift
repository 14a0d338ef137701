import Basics
import Foundation
import Synchronization
import Testing

@testable import Procesbot

/// The small library of the tests, read with the tables that ship.
enum TestLibrary {
    static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let day = Day(number: 20_777)

    /// Read once: the tables are the same for every test.
    private static let tables = Result { try AdviserContent(folder: root + "/Content/adviseur") }
    /// Advisers by the folder of their library; nothing that a test does changes one.
    private static let advisers = Mutex<[String: Adviser]>([:])

    static func content() throws -> AdviserContent { try tables.get() }

    static func adviser(_ folder: String = here + "/Bibliotheek") throws -> Adviser {
        if let known = advisers.withLock({ $0[folder] }) { return known }
        let content = try content()
        let adviser = try Adviser(LibraryFolder().library(at: folder, words: content.words), content)
        advisers.withLock { $0[folder] = adviser }
        return adviser
    }

    static func adviser(of documents: [(name: String, text: String)]) throws -> Adviser {
        let content = try content()
        let read = documents.map { LibraryDocument(name: $0.name, text: $0.text) }
        return try Adviser(Library(read, words: content.words), content)
    }

    /// The six work instructions that ship.
    static let instructions = root + "/Content/bibliotheek"
}
