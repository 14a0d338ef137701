import ArgumentParser
import Basics
import Bpmn
import Engine
import Xml

/// Names all that is wrong with models: line, element and cause.
struct BpmnCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Name all that is wrong with BPMN files; fails when one has an error.")

    @Argument(help: "BPMN files.") var files: [String]

    func run() async throws {
        var errors = 0
        for file in files { errors += try check(file) }
        if errors > 0 { throw ExitCode.failure }
    }

    /// What the rules find, and what keeps a process that is meant to run from running.
    private func faults(of reading: BpmnReading) -> [Diagnostic] {
        let known = reading.check()
        let more = reading.definitions.processes.filter(\.isExecutable).flatMap {
            ProcessDefinition.compile(reading.definitions, process: $0.id.text).diagnostics
        }
        return known + more.filter { !known.contains($0) }
    }

    private func check(_ file: String) throws -> Int {
        let found: [Diagnostic]
        do { found = try faults(of: BpmnReading(bytes(of: file))) } catch let fault as XmlFault {
            found = [fault.diagnostic]
        }
        for diagnostic in found { print("\(file): \(diagnostic)") }
        if found.isEmpty { print("\(file): nothing to say") }
        return found.count { $0.severity == .error }
    }
}
