import Foundation

/// Where the content of the project is, from any machine that has its sources.
enum Content {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appending(path: "Content")
    static let sources = root.appending(path: "Sources/Web")

    /// All files under a folder with this ending, by path within it.
    static func files(in folder: URL, ending: String) throws -> [String: String] {
        let base = folder.resolvingSymlinksInPath()
        let all = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return try all.filter { $0.hasSuffix(ending) }.reduce(into: [:]) { files, path in
            files[path] = try String(contentsOf: base.appending(path: path), encoding: .utf8)
        }
    }
}
