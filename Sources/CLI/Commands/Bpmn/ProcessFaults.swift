import ArgumentParser
import Basics
import Bpmn
import Engine
import Xml
import Zaken

/// All that is wrong with files of processes: what the rules find, what keeps them from running, and how their flow goes wrong.
struct ProcessFaults {
    /// The most states of a process that are looked at.
    let most: Int
    /// What the house offers, where a process is to run there.
    var playbook: Playbook?

    /// Prints what is wrong with each file; throws when one has an error.
    func tell(of files: [String]) throws {
        var errors = 0
        for file in files {
            let found: [Diagnostic]
            do { found = try faults(in: try bytes(of: file)) } catch let fault as XmlFault {
                found = [fault.diagnostic]
            }
            for diagnostic in found { print("\(file): \(diagnostic)") }
            if found.isEmpty { print("\(file): nothing to say") }
            errors += found.count { $0.severity == .error }
        }
        if errors > 0 { throw ExitCode.failure }
    }

    private func faults(in bytes: [UInt8]) throws -> [Diagnostic] {
        let reading = try BpmnReading(bytes)
        let offered = ProcessDefinition.offered(by: reading.definitions)
        return offered.reduce(into: reading.check() + several(offered, in: reading.definitions)) { found, process in
            let (definition, more) = ProcessDefinition.compile(reading.definitions, process: process)
            found += more.filter { !found.contains($0) }
            if let definition { found += faults(of: definition, beside: Set(offered)) }
        }
    }

    /// Tells of a file with more than one process which those are.
    private func several(_ offered: [String], in definitions: Definitions) -> [Diagnostic] {
        guard offered.count > 1 else { return [] }
        let names = offered.map {
            definitions.name(ofProcess: $0) == $0 ? $0 : "\(definitions.name(ofProcess: $0)) (\($0))"
        }
        let count = offered.count
        return [
            Diagnostic(
                .note, "several-processes", "the file has \(count) processes: \(names.joined(separator: ", "))")
        ]
    }

    private func faults(of definition: ProcessDefinition, beside others: Set<String>) -> [Diagnostic] {
        let report = definition.soundness(limit: most)
        let unseen = Diagnostic(
            .warning, "too-many-states", "has more than \(most) states; what lies beyond was not looked at",
            element: definition.key.process)
        let missed = playbook?.misses(of: definition, beside: others) ?? []
        return missed + report.diagnostics(of: definition) + (report.isComplete ? [] : [unseen])
    }
}
