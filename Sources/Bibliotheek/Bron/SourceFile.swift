import Foundation
public import Procesbot

/// A file on its way into the library, with what was read from it.
public struct SourceFile: Sendable {
    public let name: String
    public let bytes: [UInt8]
    public let document: LibraryDocument
    let vorm: Bronversie.Vorm

    /// The largest file that the library takes.
    public static let largest = 50_000_000

    /// Reads a file under the name that it has with people; tools that take the text out of it may take some seconds.
    public static func read(_ path: String, named name: String, as source: String) throws -> SourceFile {
        do {
            let document = try LibraryFolder().document(named: source, at: path, fileName: name)
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            return SourceFile(name: name, bytes: bytes, document: document, vorm: vorm(of: name))
        } catch let fault as LibraryFault {
            throw BronRefusal.unreadable(fault)
        }
    }

    private static func vorm(of name: String) -> Bronversie.Vorm {
        switch DocumentForm(fileName: name) {
        case .plain, .pdf: .plat
        case .markdown, .html, .docx, .odt, .bpmn, .dmn, nil: .opmaak
        }
    }
}
