import ArgumentParser
import Basics
import Bibliotheek
import Database
import Engine
import Foundation
import Incasso
import Journal
import Kanalen
import Postvak
import Recht
import Zaken

/// What ships as data, read from the content folder.
struct HouseContent: Sendable {
    let folder: String
    let zaaktypen: [Zaaktype]
    let formulieren: [Formulier]
    let processen: [Deployment]
    let beslissingen: [Beslissingsbestand]
    var dienst: Incassodienst
    /// The groups that people can be in.
    let groepen: Set<String>

    static func read(_ folder: String) throws -> HouseContent {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw ValidationError(
                "\(folder) is not there: say where the content is with --content or ONTKNOOP_CONTENT.")
        }
        return HouseContent(
            folder: folder,
            zaaktypen: try files(in: folder + "/zaaktypen", ending: ".yaml").map { try Zaaktype(yaml: $0.text) },
            formulieren: try files(in: folder + "/formulieren", ending: ".yaml").map { try Formulier(yaml: $0.text) },
            processen: try files(in: folder + "/processen", ending: ".bpmn").flatMap {
                try Deployment.all(bron: $0.text)
            },
            beslissingen: try files(in: folder + "/beslissingen", ending: ".dmn").map {
                try Beslissingsbestand(bron: $0.text)
            },
            dienst: Incassodienst(
                boek: try Rechtsboek(reading: { name in
                    try String(contentsOfFile: "\(folder)/recht/\(name)", encoding: .utf8)
                }), pers: try Briefpers.reading(folder + "/sjablonen")),
            groepen: try Groepen.known(
                yaml: try String(contentsOfFile: folder + "/rollen/rollen.yaml", encoding: .utf8)))
    }

    /// Deploys each process and decision that is new or changed; an unchanged one keeps its version.
    func deploy(to database: Database, at now: Moment) async throws -> (
        processen: ProcessLibrary, beslissingen: Beslissingen, faults: [OnleesbareVersie]
    ) {
        try await database.write { [self] tx in
            let nothing = Playbook(
                zaaktypen: zaaktypen, formulieren: formulieren, processen: ProcessLibrary([]), diensten: Diensten(),
                feiten: { _, _ in [:] })
            let act = Act(tx: tx, ambient: Ambient(now: now), actor: .system("content"), playbook: nothing)
            for process in processen { try process.ship(in: act) }
            for model in beslissingen { try model.ship(in: act) }
            let (library, faults) = try tx.processen.library()
            return (library, try tx.beslissingen.library(), faults)
        }
    }

    /// The processes and decisions as they ship, without any database; `processes` take the place of those of the same name.
    func scenarioTest(with processes: [Deployment] = []) throws -> Scenariotest {
        let names = Set(processes.map(\.proces))
        let all = processen.filter { !names.contains($0.proces) } + processes
        return Scenariotest(
            processen: ProcessLibrary(try all.map { try $0.definition() }),
            beslissingen: Beslissingen(files: beslissingen), diensten: services)
    }

    /// The services that the house offers, by name.
    private var services: Set<String> {
        var diensten = Diensten()
        dienst.offer(to: &diensten)
        return diensten.names
    }

    /// The example cases beside the processes.
    func scenarios() throws -> [Scenario] {
        try HouseContent.files(in: folder + "/processen/scenarios", ending: ".yaml").flatMap {
            try Scenariobestand(yaml: $0.text, zaaktypen: zaaktypenByCode).scenarios
        }
    }

    var zaaktypenByCode: [String: Zaaktype] { Dictionary(zaaktypen.map { ($0.code, $0) }) { first, _ in first } }

    /// What the house offers with nothing but what ships, for looking at files.
    func shippedPlaybook() throws -> Playbook {
        playbook(
            ProcessLibrary(try processen.map { try $0.definition() }), Beslissingen(files: beslissingen))
    }

    func playbook(_ library: ProcessLibrary, _ decisions: Beslissingen) -> Playbook {
        var diensten = Diensten()
        dienst.offer(to: &diensten)
        diensten.keep(Klantpost.vanPost)
        var playbook = Playbook(
            zaaktypen: zaaktypen, formulieren: formulieren, processen: library,
            beslissingen: decisions, diensten: diensten,
            feiten: { [dienst] zaak, act in try dienst.facts(of: zaak, in: act) })
        playbook.keuzefeiten = { [dienst] zaak, act in try dienst.choices(of: zaak, in: act) }
        dienst.offer(to: &playbook.gevolgen)
        playbook.groepen = groepen
        playbook.naPublicatie = Bron.follow
        playbook.naIntrekking = Bron.lapse
        playbook.toets = { [dienst] handeling, zaak, act in try dienst.toets(handeling, zaak, act) }
        playbook.slottoets = { [dienst] result, zaak, act in try dienst.slottoets(result, zaak, act) }
        playbook.verlaten = { [dienst] message, zaak, act in try dienst.verlaten(message, zaak, act) }
        playbook.wacht = { [dienst] zaak, act in try dienst.wacht(zaak, act) }
        return playbook
    }

    private static func files(in folder: String, ending suffix: String) throws -> [(name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted().map {
            name in
            (name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
        }
    }
}
