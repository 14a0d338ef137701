import Foundation
import Procesbot
public import Zaken

/// The sources that ship: work instructions, and the processes and tables themselves.
public struct ShippedLibrary: Sendable {
    let files: [SourceFile]

    /// Reads the folders of the content folder that hold sources.
    public init(content: String) throws {
        files = try ["bibliotheek", "processen", "beslissingen"].flatMap { folder -> [SourceFile] in
            let path = content + "/" + folder
            guard FileManager.default.fileExists(atPath: path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
                .filter { name in [".md", ".bpmn", ".dmn"].contains { name.hasSuffix($0) } && name != "README.md" }
                .map {
                    try SourceFile.read(
                        "\(path)/\($0)", named: $0, as: folder == "bibliotheek" ? $0 : "\(folder)/\($0)")
                }
        }
    }

    /// Adds each file that the library has never had; what people put in its place stays in place.
    public func run(in act: Act) throws {
        for file in files where !file.document.passages.isEmpty {
            let known = try act.tx.bronnen.find(naam: file.document.name)
            let versions = try known.map { try act.tx.bronnen.versions(of: $0.id) } ?? []
            guard !versions.contains(where: { $0.hash == file.document.hash }) else { continue }
            guard versions.first.map({ $0.door == ShippedLibrary.source }) ?? true else { continue }
            try Bron.Filing(naam: file.document.name, file: file, door: ShippedLibrary.source).run(in: act)
        }
    }

    static let source = "content"
}
