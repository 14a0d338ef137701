import Basics
import Bpmn
import Database
import Engine
import Journal
import Zaken

/// A version of a process as a page shows it.
struct ProcesLook: Sendable {
    let shown: ProcesStore.Deployed
    let versions: [ProcesStore.Deployed]
    let definitions: Definitions
    /// How many zaken run on each version.
    let running: [Int: Int]
    let colleagues: Colleagues
    /// Why each version was published, where a person said so.
    let reasons: [Int: String]
    /// The zaken that are stuck in it, and how many.
    let stuck: [Storing]
    let stuckCount: Int
    /// The example cases that were handed in and hold for the version that is shown, and for the one to come.
    let voorbeelden: Voorbeeldbestand?
    private let nieuwste: Voorbeeldbestand?

    /// Nothing when there is no such process or version.
    init?(_ process: String, version wanted: Int?, in tx: Transaction, drawings: Drawings) throws {
        versions = try tx.processen.deployed(process)
        let newest = versions.first { $0.ingetrokken == nil } ?? versions.first
        let found = versions.first { $0.key.version == wanted } ?? (wanted == nil ? newest : nil)
        guard let found, let definitions = try drawings.definitions(of: found.key, in: tx.processen) else {
            return nil
        }
        shown = found
        voorbeelden = try tx.voorbeelden.holding(for: found.key)
        nieuwste = try tx.voorbeelden.holding(for: versions[0].key)
        self.definitions = definitions
        running = try tx.processen.running(on: process)
        colleagues = Colleagues(all: try tx.gebruikers.all())
        let told = try tx.journal.entries(of: Subject(kind: "proces", id: process), limit: 1_000)
        reasons = told.filter { $0.kind == "proces_gepubliceerd" }.reduce(into: [:]) { reasons, entry in
            guard let version = entry.content["versie"].integer else { return }
            reasons[version] = entry.content["reden"].text
        }
        stuckCount = try tx.storingen.counts()[process] ?? 0
        stuck = stuckCount > 0 ? try tx.storingen.all(of: process) : []
    }
}

extension ProcesLook {
    /// The version that zaken begin with; nothing where all were withdrawn.
    var newest: ProcesStore.Deployed? { versions.first { $0.ingetrokken == nil } }

    /// The example cases of its own with which the version that is shown is tried.
    var own: Ontwerp.Voorbeelden.Bestand? { voorbeelden?.file }

    /// Those with which a version to come is tried, where none lie beside it.
    var ownOfNext: Ontwerp.Voorbeelden.Bestand? { nieuwste?.file }
}

extension ProcesPage {
    init(_ look: ProcesLook, _ keuring: Keuring?, flaw: Int?, mayMove: Bool, _ words: Words) {
        let shown = look.shown
        let names = ElementNames(look.definitions, words, beside: keuring?.names ?? [:])
        let label = words("processes.version_n", ["n": words.number(shown.key.version)])
        let page = ProcessPaths.process(shown.key.process) + "?versie=\(shown.key.version)&fout="
        self.init(
            name: shown.naam,
            line: shown.ingetrokken.map {
                words("processes.withdrawn_day", ["version": label, "day": words.date($0.day)])
            } ?? words("processes.since_day", ["version": label, "day": words.date(shown.ingevoerd.day)]),
            svg: Drawings.svg(
                look.definitions, process: shown.key.process,
                marking: keuring?.soundness.classes(picked: flaw, in: look.definitions) ?? [:], title: shown.naam),
            outline: OutlineMaker.part(look.definitions, process: shown.key.process, words),
            soundness: keuring.map { SoundnessPart($0, names, page: { "\(page)\($0)#tekening" }, words) },
            scenarios: keuring.flatMap { ScenariosPart($0, names, words) },
            versions: look.versions.map { Version($0, look, words) },
            download: ProcessPaths.file(shown.key.process) + "?versie=\(shown.key.version)",
            moving: mayMove ? Moving(look, words) : nil)
    }
}

extension ProcesPage.Version {
    init(_ one: ProcesStore.Deployed, _ look: ProcesLook, _ words: Words) {
        let path = ProcessPaths.process(one.key.process)
        let older = look.versions.first { $0.key.version < one.key.version }
        self.init(
            label: words("processes.version_n", ["n": words.number(one.key.version)]),
            path: path + "?versie=\(one.key.version)",
            when: words("processes.when", ["day": words.date(one.ingevoerd.day), "time": words.clock(one.ingevoerd)]),
            who: look.colleagues.name(of: one.door, words), current: one.key == look.shown.key,
            running: words("processes.running", count: look.running[one.key.version] ?? 0),
            reason: look.reasons[one.key.version],
            comparison: older.map {
                ProcessPaths.comparison(one.key.process) + "?oud=\($0.key.version)&nieuw=\(one.key.version)"
            }, withdrawn: one.ingetrokken.map { _ in Chip(words("processes.withdrawn"), "attention") })
    }
}

extension ProcesPage.Moving {
    /// Nothing when all zaken run on the newest version.
    init?(_ look: ProcesLook, _ words: Words) {
        guard let newest = look.newest?.key,
            let oldest = look.running.filter({ $0.key < newest.version && $0.value > 0 }).keys.min()
        else { return nil }
        let count = look.running.filter { $0.key < newest.version }.values.reduce(0, +)
        self.init(
            text: words("moving.behind", count: count),
            path: ProcessPaths.moving(newest.process) + "?van=\(oldest)&naar=\(newest.version)")
    }
}
