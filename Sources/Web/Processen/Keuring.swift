import Basics
import Bpmn
import Engine
import Foundation
import Synchronization
import Zaken

/// What can be told of a version of a process before any zaak runs on it: its flow, and its example cases.
struct Keuring: Sendable {
    let soundness: SoundnessReport
    let scenarios: [Scenario.Result]
    /// The file that a person handed in from which they come; nothing for those that ship.
    var file: String? = nil
    /// The names of the steps of all processes, which a case may run through.
    let names: [String: String]
}

/// Examines processes; how a published version flows is looked at once.
final class Keurmeester: Sendable {
    private let known = Mutex<[DefinitionKey: SoundnessReport]>([:])
    private let played = Mutex<[Played: [Scenario.Result]]>([:])
    private let folder: String

    /// `content` is the folder with the example cases in `processen/scenarios`.
    init(content: String) { folder = content + "/processen/scenarios" }

    /// `names` calls the steps of all processes; `own` are the example cases that take the place of those that ship.
    func examine(
        _ definition: ProcessDefinition, isPublished: Bool, own: Ontwerp.Voorbeelden.Bestand?, with playbook: Playbook,
        names: [String: String]
    ) throws -> Keuring {
        let library = playbook.processen.preferring(definition)
        let test = Scenariotest(
            processen: library, beslissingen: playbook.beslissingen, diensten: playbook.diensten.names)
        let report = isPublished ? soundness(of: definition) : definition.soundness(limit: Keurmeester.states)
        let key = Played(
            process: definition.key, others: playbook.processen.newestKeys, decisions: playbook.beslissingen.stand,
            own: own?.bron)
        if isPublished, let results = played.withLock({ $0[key] }) {
            return Keuring(soundness: report, scenarios: results, file: own?.naam, names: names)
        }
        let cases = try own.map { try Scenariobestand(yaml: $0.bron, zaaktypen: playbook.zaaktypen).scenarios }
        let results = try (cases ?? scenarios(with: playbook.zaaktypen)).map(test.run)
            .filter { $0.processes.contains(definition.key.process) }
        if isPublished { played.withLock { $0[key] = results } }
        return Keuring(soundness: report, scenarios: results, file: own?.naam, names: names)
    }

    /// The example cases of all processes that go otherwise with a table than with the one in force, and are red by it; `own` takes the
    /// place of those that ship, by process.
    func red(
        with file: Beslissingsbestand, own: [String: Ontwerp.Voorbeelden.Bestand], _ playbook: Playbook
    ) throws -> [Scenario.Result] {
        func test(_ decisions: Beslissingen) -> Scenariotest {
            Scenariotest(processen: playbook.processen, beslissingen: decisions, diensten: playbook.diensten.names)
        }
        let (now, then) = (test(playbook.beslissingen), test(playbook.beslissingen.preferring(file)))
        let handed = try own.values.flatMap {
            try Scenariobestand(yaml: $0.bron, zaaktypen: playbook.zaaktypen).scenarios
        }
        let shipped = try scenarios(with: playbook.zaaktypen).filter { own[$0.process] == nil }
        return (shipped + handed).compactMap { scenario in
            let result = then.run(scenario)
            return result.passed || result.problems == now.run(scenario).problems ? nil : result
        }
    }

    /// What the outcome of the example cases hangs on: the versions of all that they run through.
    private struct Played: Hashable {
        let process: DefinitionKey
        let others: [DefinitionKey]
        let decisions: [String]
        let own: String?
    }

    /// Enough for the processes that ship, and quick.
    private static let states = 3_000

    private func soundness(of definition: ProcessDefinition) -> SoundnessReport {
        if let report = known.withLock({ $0[definition.key] }) { return report }
        let report = definition.soundness(limit: Keurmeester.states)
        known.withLock { $0[definition.key] = report }
        return report
    }

    private func scenarios(with zaaktypen: [String: Zaaktype]) throws -> [Scenario] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".yaml") }
            .flatMap { name in
                let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                return try Scenariobestand(yaml: text, zaaktypen: zaaktypen).scenarios
            }
    }
}

extension Desk {
    /// The example cases that would be red by a table that is not in force yet, with the names of the steps in them; nothing where none is.
    func reds(with file: Beslissingsbestand, _ words: Words) async throws -> ScenariosPart? {
        let playbook = office.playbook
        let own = try await office.read { tx in
            try playbook.processen.newestKeys.reduce(into: [String: Ontwerp.Voorbeelden.Bestand]()) { own, key in
                own[key.process] = try tx.voorbeelden.holding(for: key)?.file
            }
        }
        let red = try keurmeester.red(with: file, own: own, playbook)
        return ScenariosPart(red: red, ElementNames(try await stepNames(words), words), words)
    }

    /// What the steps of the newest processes are called, by id, also those to which the drawing gives no name.
    func stepNames(_ words: Words) async throws -> [String: String] {
        let (keys, drawings) = (office.playbook.processen.newestKeys, drawings)
        let all = try await office.read { tx in
            try keys.compactMap { try drawings.definitions(of: $0, in: tx.processen) }
        }
        return all.reduce(into: [:]) { names, one in names.merge(ElementNames(one, words).steps) { first, _ in first } }
    }
}
