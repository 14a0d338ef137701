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
                flaws.append((name, Diagnostic(.error, "unreadable-document", String(describing: error))))
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
        let path = folder + "/" + name
        guard let form = DocumentForm(fileName: name) else { throw LibraryFault.unknownForm(name) }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard data.count <= Self.largestFile else { throw LibraryFault.tooLarge(name) }
        let hash = LibraryDocument.hash(of: Array(data))
        switch form {
        case .bpmn:
            return LibraryDocument(name: name, text: try BpmnDocument.text(of: Array(data)), form: form, hash: hash)
        case .dmn:
            return LibraryDocument(name: name, text: try DmnDocument.text(of: Array(data)), form: form, hash: hash)
        case .markdown, .html, .plain:
            return LibraryDocument(name: name, text: String(decoding: data, as: UTF8.self), form: form, hash: hash)
        case .docx, .odt, .pdf:
            return LibraryDocument(name: name, text: try converter.text(of: path, form: form), form: form, hash: hash)
        }
    }
}

/// Why a library or one of its documents could not be read.
public enum LibraryFault: Error, Hashable {
    case noFolder(String)
    case unknownForm(String)
    case tooLarge(String)
    case toolFailed(tool: String, status: Int32)
    case toolMissing(String)
    case unreadableModel(String)
}
