public import Basics
import Bpmn
import Crypto
public import Engine
import Foundation
import Journal

/// A BPMN file as the next version of its process.
public struct Deployment: Sendable {
    public let bron: String
    public let proces: String
    public let naam: String
    /// What the file says that is worth knowing, although it can run.
    public let opmerkingen: [Diagnostic]

    /// Reads and compiles the file; refused with all its flaws when it cannot run.
    public init(bron: String) throws {
        let reading = try BpmnReading(bron)
        let (definition, flaws) = ProcessDefinition.compile(reading.definitions)
        let all = reading.diagnostics + flaws
        guard let definition, !all.contains(where: { $0.severity == .error }) else {
            throw DeploymentRefusal.flaws(all)
        }
        self.bron = bron
        proces = definition.key.process
        naam = definition.name ?? definition.key.process
        opmerkingen = all
    }

    @discardableResult
    public func run(in act: Act) throws -> DefinitionKey {
        try act.tx.processen.deploy(proces, naam: naam, bron: bron, hash: hash, by: act.actor.description, at: act.now)
    }

    private var hash: String {
        SHA256.hash(data: Data(bron.utf8)).map { String(format: "%02x", $0) }.joined()
    }
}

/// Why a process cannot be deployed.
public enum DeploymentRefusal: Error {
    case flaws([Diagnostic])
}

extension ProcesStore {
    /// All deployed versions, compiled; a version that no longer compiles is left out and named.
    public func library() throws -> (library: ProcessLibrary, faults: [DefinitionKey]) {
        var definitions: [ProcessDefinition] = []
        var faults: [DefinitionKey] = []
        for version in try deployed() {
            let reading = try BpmnReading(version.bron)
            let (definition, _) = ProcessDefinition.compile(
                reading.definitions, process: version.key.process, version: version.key.version)
            if let definition { definitions.append(definition) } else { faults.append(version.key) }
        }
        return (ProcessLibrary(definitions), faults)
    }
}
