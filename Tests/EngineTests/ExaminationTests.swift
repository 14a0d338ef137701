import Basics
import Engine
import Foundation
import Testing

/// A small model with what the standard prescribes for it, step by step, read from `Models/*.txt`.
///
/// A line of a model that begins with `@` stands for nodes (`@user a b`, `@start`, `@end`, `@xor`, `@and`, `@or`, `@empty`), one with `~` for
/// flows from each to the next, the last with the condition behind `?`. Below `---` each line is an act and, behind `->`, the innermost
/// nodes that are active then, or the end; behind `!` the node that has an incident, behind `|` variables.
struct Examination: Sendable, CustomTestStringConvertible {
    let title: String
    let model: String
    let runs: [[String]]

    var testDescription: String { title }

    static func all() throws -> [Examination] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Models")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let found = try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).components(separatedBy: "=== ").dropFirst().map(
                Examination.init)
        }
        if found.isEmpty { throw NoModels(folder: folder.path) }
        return found
    }

    private struct NoModels: Error { let folder: String }

    private init(_ text: String) {
        let parts = text.components(separatedBy: "\n---\n")
        let lines = parts[0].split(separator: "\n").map(String.init)
        title = lines.first ?? ""
        model = lines.dropFirst().map(Examination.written).joined(separator: "\n")
        runs = parts.dropFirst().map { $0.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") } }
    }

    private static let nodes = [
        "@user": "userTask", "@start": "startEvent", "@end": "endEvent", "@xor": "exclusiveGateway",
        "@and": "parallelGateway", "@or": "inclusiveGateway", "@empty": "scriptTask", "@service": "serviceTask",
    ]

    private static func written(_ line: String) -> String {
        let line = line.trimmingCharacters(in: .whitespaces)
        if line.hasPrefix("~") { return flows(line) }
        let words = line.split(separator: " ")
        guard let first = words.first, let element = nodes[String(first)] else { return line }
        return words.dropFirst().map { "<\(element) id=\"\($0)\"/>" }.joined()
    }

    private static func flows(_ line: String) -> String {
        let parts = line.dropFirst().split(separator: "?", maxSplits: 1)
        let ids = parts[0].split(separator: " ")
        let condition = parts.dropFirst().first.map {
            "<conditionExpression>\($0.trimmingCharacters(in: .whitespaces).xmlText)</conditionExpression>"
        }
        return zip(ids, ids.dropFirst()).enumerated().map { index, ends in
            let inside = index == ids.count - 2 ? condition ?? "" : ""
            return
                "<sequenceFlow id=\"\(ends.0)-\(ends.1)\" sourceRef=\"\(ends.0)\" targetRef=\"\(ends.1)\">\(inside)</sequenceFlow>"
        }.joined()
    }
}

extension String {
    fileprivate var xmlText: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// One line of a run: an act, and how things stand after it.
struct ExaminedStep {
    let act: [String]
    let variables: [String: JSON]
    let standing: String
    let incident: String?
    let facts: [String: JSON]

    init(_ line: String) throws {
        let sides = line.components(separatedBy: "->")
        let given = sides[0].trimmingCharacters(in: .whitespaces)
        let brace = given.firstIndex(of: "{") ?? given.endIndex
        act = given[..<brace].split(separator: " ").map(String.init)
        variables = try ExaminedStep.fields(given[brace...])
        var rest = sides.count > 1 ? sides[1] : ""
        facts = try ExaminedStep.fields(rest.components(separatedBy: "|").dropFirst().joined()[...])
        rest = rest.components(separatedBy: "|")[0]
        let ends = rest.components(separatedBy: "!")
        standing = ends[0].split(separator: " ").sorted().joined(separator: " ")
        incident = ends.count > 1 ? ends[1].trimmingCharacters(in: .whitespaces) : nil
    }

    private static func fields(_ text: Substring) throws -> [String: JSON] {
        let text = text.trimmingCharacters(in: .whitespaces)
        return text.isEmpty ? [:] : try JSON(parsing: text).fields ?? [:]
    }
}

extension Drive {
    /// Takes one step of an examination.
    mutating func take(_ step: ExaminedStep) throws {
        let (act, given) = (step.act, step.variables)
        switch act[0] {
        case "start": try start(given)
        case "start@message": try start(given, at: .message(act[1]))
        case "start@signal": try start(given, at: .signal(act[1]))
        case "start@timer": try start(given, at: .timer(act[1]))
        case "start@node": try start(given, at: .node(act[1]))
        case "complete": try complete(act[1], given)
        case "first":
            try self(
                .completeTask(try #require(instance.openTasks.first { $0.node.id == act[1] }?.id), variables: given))
        case "last":
            try self(
                .completeTask(try #require(instance.openTasks.last { $0.node.id == act[1] }?.id), variables: given))
        case "serve": try serve(act[1], given)
        case "error": try self(.throwError(try id(act[1]), code: act[2], message: nil))
        case "escalate": try self(.escalate(try id(act[1]), code: act[2]))
        case "signal": try self(.broadcastSignal(act[1], variables: given))
        case "message":
            try self(.deliverMessage(act[1], key: act.count > 2 ? act[2] : nil, variables: given))
        case "timer": try fire()
        case "set": try self(.setVariables(given))
        case "begin": try self(.begin(try id(act[2]), activity: act[1]))
        case "finish": try self(.finish(try id(act[1])))
        case "choose": try self(.choose(try id(act[2]), flows: [act[1]]))
        case "resolve": try self(.resolveIncident(try #require(instance.incidents.first?.id), variables: given))
        default: Issue.record("no such act: \(act[0])")
        }
    }

    /// The innermost nodes that are active, or the end.
    var standing: String {
        switch instance.status {
        case .notStarted: return "not started"
        case .running:
            let names = instance.activeElements.filter { $0.children == 0 }.map(\.node.id)
            return names.sorted().joined(separator: " ")
        case .ended(.completed): return "done"
        case .ended(.terminated): return "terminated"
        case .ended(.cancelled): return "cancelled"
        case .ended(.error(let code)): return "error:\(code)"
        }
    }
}

/// Models of the common executable class and beyond, each with the outcome that BPMN 2.0.2 prescribes.
@Suite struct ExaminationTests {
    @Test(arguments: try Examination.all())
    func `a model does what the standard prescribes`(examination: Examination) throws {
        #expect(!examination.runs.isEmpty)
        for run in examination.runs {
            var drive = try Drive(examination.model)
            for line in run {
                let step = try ExaminedStep(line)
                do { try drive.take(step) } catch { Issue.record("\(line): \(error)") }
                let known = drive.last
                #expect(drive.standing == step.standing, "\(line)\n\(drive.story.suffix(1_500))")
                #expect(drive.instance.incidents.first?.node.id == step.incident, "\(line)")
                for (name, value) in step.facts { #expect(known[name] ?? .null == value, "\(line): \(name)") }
            }
        }
    }
}

extension Drive {
    /// The last value of each variable of the process, also when it has ended.
    fileprivate var last: [String: JSON] {
        events.reduce(into: [:]) { known, event in
            if case .variablesSet(let variables, let scope) = event, scope.number == 1 { known.merge(variables) { $1 } }
        }
    }
}
