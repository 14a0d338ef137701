import Basics
import Dmn
import Foundation

/// Finds the models that a file imports: among the files that were given, and beside it.
struct DmnShelf {
    private let given: [DmnModel]

    /// More files of a folder than this are not looked through.
    private static let most = 500

    init(_ paths: [String]) throws { given = try paths.compactMap { DmnShelf.model(try bytes(of: $0)) } }

    /// The models that those of a file may name; the folder of the file is read only where something is still missing.
    func imports(for model: DmnModel, at path: String) -> [DmnModel] {
        guard !model.missing(from: given).isEmpty else { return given }
        return given + beside(path)
    }

    private func beside(_ path: String) -> [DmnModel] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".dmn") }.sorted().prefix(DmnShelf.most).compactMap { name in
            FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
                .flatMap { DmnShelf.model([UInt8]($0)) }
        }
    }

    private static func model(_ bytes: [UInt8]) -> DmnModel? {
        var ignored: [Diagnostic] = []
        return DmnFile(bytes, diagnostics: &ignored)?.model
    }
}
