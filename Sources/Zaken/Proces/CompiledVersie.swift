public import Basics
import Bpmn
public import Engine

/// A version that was deployed once and cannot be run now, with what is wrong with it; zaken on it stand still.
public struct OnleesbareVersie: Error, Hashable, Sendable {
    public let key: DefinitionKey
    public let opmerkingen: [Diagnostic]
}

/// A deployed version as it runs, or why it cannot; read once for as long as it is asked for, because what is deployed never changes.
enum CompiledVersie {
    typealias Outcome = Result<ProcessDefinition, OnleesbareVersie>

    private struct Source: Hashable {
        let key: DefinitionKey
        let bron: String
    }

    /// A compiled drawing takes some times its text, so this is at most a few hundred megabytes.
    private static let shelf = Shelf<Source, Outcome>(half: 16 << 20)

    static func of(_ version: ProcesStore.Deployed) -> Outcome {
        shelf.made(of: Source(key: version.key, bron: version.bron), weighing: version.bron.utf8.count) {
            compiled(version)
        }
    }

    private static func compiled(_ version: ProcesStore.Deployed) -> Outcome {
        let key = version.key
        let reading: BpmnReading
        do { reading = try BpmnReading(version.bron) } catch {
            return .failure(OnleesbareVersie(key: key, opmerkingen: [Diagnostic(.error, "unreadable", "\(error)")]))
        }
        let (definition, flaws) = ProcessDefinition.compile(
            reading.definitions, process: key.process, version: key.version)
        guard let definition else { return .failure(OnleesbareVersie(key: key, opmerkingen: flaws)) }
        return .success(definition)
    }
}
