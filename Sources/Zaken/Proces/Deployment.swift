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

    /// Reads and compiles the first process that the file offers; refused with all its flaws when it cannot run.
    public init(bron: String) throws { try self.init(bron: bron, proces: nil) }

    /// All processes that the file offers, the first one first.
    public static func all(bron: String) throws -> [Deployment] {
        try ProcessDefinition.offered(by: BpmnReading(bron).definitions).map { try Deployment(bron: bron, proces: $0) }
    }

    /// Reads and compiles one process of the file.
    public init(bron: String, proces wanted: String?) throws {
        let reading = try BpmnReading(bron)
        let first = ProcessDefinition.offered(by: reading.definitions).first
        let (definition, flaws) = ProcessDefinition.compile(reading.definitions, process: wanted ?? first)
        let all = reading.diagnostics + flaws
        guard let definition, !all.contains(where: { $0.severity == .error }) else {
            throw DeploymentRefusal.flaws(all)
        }
        self.bron = bron
        proces = definition.key.process
        naam = definition.name ?? definition.key.process
        opmerkingen = all
    }

    /// The process as it would run, under a version.
    public func definition(version: Int = 1) throws -> ProcessDefinition {
        let (definition, flaws) = ProcessDefinition.compile(
            try BpmnReading(bron).definitions, process: proces, version: version)
        guard let definition else { throw DeploymentRefusal.flaws(flaws) }
        return definition
    }

    @discardableResult
    public func run(in act: Act) throws -> DefinitionKey {
        try act.tx.processen.deploy(proces, naam: naam, bron: bron, hash: hash, by: act.actor.description, at: act.now)
    }

    /// Deploys what ships, unless that version is there already; what a process owner drew later stays the newest.
    public func ship(in act: Act) throws {
        let hash = hash
        guard try !act.tx.processen.deployed().contains(where: { $0.key.process == proces && $0.hash == hash }) else {
            return
        }
        try run(in: act)
    }

    var hash: String { Deployment.hash(of: bron) }

    static func hash(of bron: String) -> String { SHA256.hash(data: Data(bron.utf8)).hexadecimal }
}

/// Why a process cannot be deployed.
public enum DeploymentRefusal: Error {
    case flaws([Diagnostic])
    /// There is no such version, or it was withdrawn before.
    case unknownVersion
    /// It is what zaken begin with already: that version.
    case unchanged(Int)
    /// The draft was published or thrown away meanwhile.
    case draftGone
    /// Zaaktypen begin with it, by their names, and there is no other version to begin with.
    case begins([Woorden])
    /// Other processes call it, by their names, and there is no other version to call.
    case called([String])
    /// Example cases that were handed in cannot be read, or are of another process.
    case cases([Diagnostic])
    /// Zaken run on older versions that will call it, and there is no other version to call.
    case awaited([Caller])

    /// A version of a process that calls another.
    public struct Caller: Hashable, Sendable {
        public let naam: String
        public let versie: Int

        public init(naam: String, versie: Int) { (self.naam, self.versie) = (naam, versie) }
    }
}

extension ProcesStore {
    /// All deployed versions, compiled; a version that can no longer be read or compiled is left out and named.
    public func library() throws -> (library: ProcessLibrary, faults: [OnleesbareVersie]) {
        var definitions: [ProcessDefinition] = []
        var faults: [OnleesbareVersie] = []
        let all = try deployed()
        for version in all {
            switch CompiledVersie.of(version) {
            case .success(let definition): definitions.append(definition)
            case .failure(let fault): faults.append(fault)
            }
        }
        let withdrawn = all.filter { $0.ingetrokken != nil }.map(\.key)
        return (ProcessLibrary(definitions, withdrawn: Set(withdrawn)), faults)
    }
}
