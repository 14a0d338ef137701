import Basics
import Bpmn
import Crypto
import Foundation

/// The styles and scripts of `Content/web`, held in memory under one hash of all their contents.
public struct WebFiles: Sendable {
    struct File: Sendable {
        let bytes: Data
        let type: String
    }

    /// Changes when any file changes, so that browsers may keep what they have for a year.
    let hash: String
    private let files: [String: File]

    public init(directory: String) throws {
        var files = try WebFiles.read("scripts", of: directory, ending: ".js", type: "text/javascript; charset=utf-8")
        files["ontknoop.css"] = try WebFiles.stylesheet(directory)
        files["mark.svg"] = File(bytes: Data(WebFiles.mark.utf8), type: "image/svg+xml")
        self.files = files
        hash = WebFiles.hash(files)
    }

    var prefix: String { "/web/\(hash)" }

    func file(_ path: String) -> File? { files[path] }

    /// One stylesheet: tokens and base first, print last, the components and the drawing of processes between them by name.
    private static func stylesheet(_ directory: String) throws -> File {
        var parts = try read("styles", of: directory, ending: ".css", type: "text/css; charset=utf-8")
        parts["styles/bpmn.css"] = File(bytes: Data(DrawingStyle.text.utf8), type: "text/css; charset=utf-8")
        let order = parts.keys.sorted { (rank($0), $0) < (rank($1), $1) }
        let text = order.compactMap { parts[$0]?.bytes }.reduce(Data(), +)
        return File(bytes: text, type: "text/css; charset=utf-8")
    }

    private static func rank(_ path: String) -> Int {
        switch path {
        case "styles/tokens.css": 0
        case "styles/base.css": 1
        case "styles/print.css": 3
        default: 2
        }
    }

    private static func read(_ folder: String, of directory: String, ending: String, type: String) throws
        -> [String: File]
    {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(directory)/\(folder)")
        return try names.filter { $0.hasSuffix(ending) }.reduce(into: [:]) { files, name in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(folder)/\(name)"))
            files["\(folder)/\(name)"] = File(bytes: bytes, type: type)
        }
    }

    private static func hash(_ files: [String: File]) -> String {
        var digest = SHA256()
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            digest.update(data: Data(path.utf8))
            digest.update(data: file.bytes)
        }
        return digest.finalize().prefix(8).hexadecimal
    }

    private static let mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M3 17c4 0 4-10 9-10s3 10 9 10M3 7c6 0 5 10 9 \
        10" fill="none" stroke="#0b7d78" stroke-width="2.6" stroke-linecap="round"/></svg>
        """
}
