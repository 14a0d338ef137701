import Bpmn
import Foundation

/// Models that others made, where they lie beside the project.
enum Corpus {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["ONTKNOOP_CORPORA"] { return URL(fileURLWithPath: path) }
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appending(path: "../shared/corpora").standardizedFileURL
    }()

    static let missing = "the models of the interchange working group are not beside the project"

    static var miwg: [String] { names(in: "bpmn-miwg") }

    static func names(in sub: String) -> [String] {
        let all = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: sub).path)
        return (all ?? []).filter { $0.hasSuffix(".bpmn") }.sorted()
    }

    static func bytes(_ name: String, in sub: String = "bpmn-miwg") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: sub).appending(path: name)))
    }
}
