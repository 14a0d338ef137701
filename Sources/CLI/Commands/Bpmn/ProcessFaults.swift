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
        return reading.definitions.processes.filter(\.isExecutable).reduce(into: reading.check()) { found, process in
            let (definition, more) = ProcessDefinition.compile(reading.definitions, process: process.id.text)
            found += more.filter { !found.contains($0) }
            if let definition { found += faults(of: definition) }
        }
    }

    private func faults(of definition: ProcessDefinition) -> [Diagnostic] {
        let report = definition.soundness(limit: most)
        let unseen = Diagnostic(
            .warning, "too-many-states", "has more than \(most) states; what lies beyond was not looked at",
            element: definition.key.process)
        let missed = playbook?.misses(of: definition) ?? []
        return missed + report.diagnostics(of: definition) + (report.isComplete ? [] : [unseen])
    }
}
