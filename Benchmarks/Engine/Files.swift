import Basics
import Bpmn
import Engine
import Foundation
import Xml

/// Reading models: the largest of a folder, and files that were made to do harm.
struct Files {
    let folder: String?

    func run() throws {
        if let folder { try readLargest(in: folder) }
        for (name, text) in Files.hostile { time(name, [UInt8](text.utf8)) }
        for (name, text) in Files.hostile where name.hasPrefix("nested") {
            time(
                name + ", as a model",
                [UInt8](("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">" + text).utf8))
        }
    }

    private func readLargest(in folder: String) throws {
        let names = FileManager.default.subpaths(atPath: folder)?.filter { $0.hasSuffix(".bpmn") } ?? []
        let files = names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }.map { [UInt8]($0) }
        guard let largest = files.max(by: { $0.count < $1.count }) else { return print("no models in \(folder)") }
        let times = try (0..<20).map { _ in
            try seconds {
                let definitions = try BpmnReading(largest).definitions
                _ = ProcessDefinition.compileAll(definitions)
            }
        }.sorted()
        tell("largest model of \(files.count), \(largest.count / 1_024) kB, read and checked", times[10])
        let all = try seconds { for file in files { _ = try BpmnReading(file).definitions } }
        tell("all \(files.count) models read", all)
    }

    private func time(_ name: String, _ bytes: [UInt8]) {
        var outcome = "read"
        let took = seconds {
            do {
                let reading = try BpmnReading(bytes)
                if reading.diagnostics.contains(where: { $0.severity == .error }) { outcome = "read with errors" }
            } catch { outcome = "refused" }
        }
        tell("\(name), \(bytes.count / 1_024) kB: \(outcome)", took)
    }

    private func tell(_ name: String, _ seconds: Double) { print("| \(name) | \(brief(seconds * 1_000)) ms |") }

    private static var hostile: [(String, String)] {
        let entities = (1...20).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 20) + "\">" }
        let attributes = (0..<100).map { "a\($0)=\"" + String(repeating: "x", count: 1 << 20) + "\"" }
        return [
            (
                "entities in entities",
                "<!DOCTYPE d [<!ENTITY e0 \"x\">\(entities.joined())]><definitions>&e20;</definitions>"
            ),
            (
                "an entity of a file",
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>"
            ),
            ("nested 100,000 deep", String(repeating: "<process>", count: 100_000)),
            ("100 MB of attributes", "<definitions \(attributes.joined(separator: " "))/>"),
            (
                "a million attributes",
                "<definitions " + (0..<1_000_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
            ),
            (
                "a million elements",
                "<definitions>" + String(repeating: "<process/>", count: 1_000_000) + "</definitions>"
            ),
        ]
    }
}
