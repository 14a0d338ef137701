import Basics
import Foundation

/// Reads the documents of a folder and of the folders in it.
public struct LibraryFolder {
    private let converter: any DocumentConverter
    private static let largestFile = 50_000_000

    public init(converter: any DocumentConverter = ToolConverter()) { self.converter = converter }

    /// The library of a folder; a file that cannot be read becomes a diagnostic and the others are read on.
    public func library(at path: String, words: WordTable = WordTable()) throws -> Library {
        var documents: [LibraryDocument] = []
        var flaws: [(String, Diagnostic)] = []
        for name in try names(in: path) {
            do { documents.append(try document(named: name, in: path)) } catch {
                flaws.append(
                    (name, Diagnostic(.error, "unreadable-document", Phrase(quoting: String(describing: error)))))
            }
        }
        var library = Library(documents, words: words)
        library.diagnostics = flaws.map { (document: $0.0, diagnostic: $0.1) }
        return library
    }

    private func names(in path: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { throw LibraryFault.noFolder(path) }
        let all = try FileManager.default.subpathsOfDirectory(atPath: path)
        return all.filter { name in
            DocumentForm(fileName: name) != nil && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted()
    }

    /// Reads one document.
    public func document(named name: String, in folder: String) throws -> LibraryDocument {
        try document(named: name, at: folder + "/" + name, fileName: name)
    }

    /// Reads the file at a path, whose name for people tells its form.
    public func document(named name: String, at path: String, fileName: String) throws -> LibraryDocument {
        guard let form = DocumentForm(fileName: fileName) else { throw LibraryFault.unknownForm(fileName) }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard data.count <= Self.largestFile else { throw LibraryFault.tooLarge(name) }
        try FileCheck.check(data, form, named: fileName)
        return LibraryDocument(
            name: name, text: try text(of: data, at: path, form), form: form,
            hash: LibraryDocument.hash(of: Array(data))
        ).knowing(file: Array(data))
    }

    private func text(of data: Data, at path: String, _ form: DocumentForm) throws -> String {
        switch form {
        case .bpmn: try Self.model { try BpmnDocument.text(of: Array(data)) }
        case .dmn: try Self.model { try DmnDocument.text(of: Array(data)) }
        case .markdown, .html, .plain: try Self.plain(data)
        case .docx, .odt, .pdf: try converter.text(of: path, form: form)
        }
    }

    /// A text is UTF-8 without control characters; anything else is some other file under a text's name.
    private static func plain(_ data: Data) throws -> String {
        guard let text = String(validating: data, as: UTF8.self), !text.utf8.contains(0) else {
            throw LibraryFault.notText
        }
        return text
    }

    private static func model(_ read: () throws -> String) throws -> String {
        do { return try read() } catch { throw LibraryFault.unreadableModel(String(describing: error)) }
    }
}

/// Why a library or one of its documents could not be read.
public enum LibraryFault: Error, Hashable {
    case noFolder(String)
    case unknownForm(String)
    case tooLarge(String)
    case toolFailed(tool: String, status: Int32)
    case toolMissing(String)
    case toolTooSlow(String)
    case notText
    /// The file is of another kind than its name says.
    case otherForm(String)
    case damaged(String)
    /// The file holds nothing at all.
    case emptyFile(String)
    case unreadableModel(String)
}
