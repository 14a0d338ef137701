import Basics
import Database
import Engine
import Foundation
import Incasso
import Journal
import Kanalen
import Recht
import Zaken

/// What ships as data, read from the content folder.
struct HouseContent: Sendable {
    let folder: String
    let zaaktypen: [Zaaktype]
    let formulieren: [Formulier]
    let processen: [Deployment]
    let dienst: Incassodienst

    static func read(_ folder: String) throws -> HouseContent {
        HouseContent(
            folder: folder,
            zaaktypen: try files(in: folder + "/zaaktypen", ending: ".yaml").map { try Zaaktype(yaml: $0.text) },
            formulieren: try files(in: folder + "/formulieren", ending: ".yaml").map { try Formulier(yaml: $0.text) },
            processen: try files(in: folder + "/processen", ending: ".bpmn").map { try Deployment(bron: $0.text) },
            dienst: Incassodienst(
                recht: try RechtTables(reading: { name in
                    try String(contentsOfFile: "\(folder)/recht/\(name)", encoding: .utf8)
                }), pers: try Briefpers.reading(folder + "/sjablonen")))
    }

    /// Deploys each process that is new or changed; an unchanged one keeps its version.
    func deploy(to database: Database, at now: Moment) async throws -> ProcessLibrary {
        try await database.write { [self] tx in
            let nothing = Playbook(
                zaaktypen: zaaktypen, formulieren: formulieren, processen: ProcessLibrary([]), diensten: Diensten(),
                feiten: { _, _ in [:] })
            let act = Act(tx: tx, ambient: Ambient(now: now), actor: .system("content"), playbook: nothing)
            for process in processen { try process.run(in: act) }
            return try tx.processen.library().library
        }
    }

    func playbook(_ library: ProcessLibrary) -> Playbook {
        var diensten = Diensten()
        dienst.offer(to: &diensten)
        var playbook = Playbook(
            zaaktypen: zaaktypen, formulieren: formulieren, processen: library, diensten: diensten,
            feiten: { [dienst] zaak, act in try dienst.facts(of: zaak, in: act) })
        playbook.toets = { [dienst] handeling, zaak, act in try dienst.toets(handeling, zaak, act) }
        return playbook
    }

    private static func files(in folder: String, ending suffix: String) throws -> [(name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted().map {
            name in
            (name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
        }
    }
}
