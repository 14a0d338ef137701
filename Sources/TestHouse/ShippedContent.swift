import Basics
import Database
import Engine
import Foundation
public import Incasso
import Journal
import Kanalen
public import Recht
import Synchronization
import Zaken

/// What ships as data, read once for all tests of a process.
public struct ShippedContent: Sendable {
    let zaaktypen: [Zaaktype]
    let formulieren: [Formulier]
    let processen: [Deployment]
    let beslissingen: [Beslissingsbestand]
    public let dienst: Incassodienst
    public var recht: RechtTables { dienst.recht }

    public static let shared = Result { try ShippedContent(folder: root + "/Content") }
    private static let compiled = Mutex<(ProcessLibrary, Beslissingen)?>(nil)
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..")
        .standardized
        .path

    private init(folder: String) throws {
        zaaktypen = try ShippedContent.texts(in: folder + "/zaaktypen").map { try Zaaktype(yaml: $0) }
        formulieren = try ShippedContent.texts(in: folder + "/formulieren").map { try Formulier(yaml: $0) }
        processen = try ShippedContent.texts(in: folder + "/processen").map { try Deployment(bron: $0) }
        beslissingen = try ShippedContent.texts(in: folder + "/beslissingen").map { try Beslissingsbestand(bron: $0) }
        let templates = try LetterTemplates(folder: folder + "/sjablonen")
        dienst = Incassodienst(
            recht: try RechtTables { try String(contentsOfFile: "\(folder)/recht/\($0)", encoding: .utf8) },
            pers: Briefpers { template, facts, language in
                let letter = try templates.letter(template, facts: facts, language: language)
                return Briefopmaak(onderwerp: letter.subject, html: letter.html, tekst: letter.text)
            })
    }

    /// Deploys the processes; compiled once, because each fresh database gives them the same versions.
    func deploy(to database: Database, at now: Moment) async throws -> (ProcessLibrary, Beslissingen) {
        let nothing = playbook(ProcessLibrary([]), Beslissingen())
        try await database.write { [processen, beslissingen] tx in
            let act = Act(tx: tx, ambient: Ambient(now: now), actor: .system("content"), playbook: nothing)
            for process in processen { try process.ship(in: act) }
            for model in beslissingen { try model.ship(in: act) }
        }
        if let ready = ShippedContent.compiled.withLock({ $0 }) { return ready }
        let library = try await database.read { (try $0.processen.library().library, try $0.beslissingen.library()) }
        ShippedContent.compiled.withLock { $0 = library }
        return library
    }

    func playbook(_ library: ProcessLibrary, _ decisions: Beslissingen) -> Playbook {
        var diensten = Diensten()
        dienst.offer(to: &diensten)
        var playbook = Playbook(
            zaaktypen: zaaktypen, formulieren: formulieren, processen: library,
            beslissingen: decisions, diensten: diensten,
            feiten: { [dienst] zaak, act in try dienst.facts(of: zaak, in: act) })
        playbook.keuzefeiten = { [dienst] zaak, act in try dienst.choices(of: zaak, in: act) }
        dienst.offer(to: &playbook.gevolgen)
        playbook.toets = { [dienst] handeling, zaak, act in try dienst.toets(handeling, zaak, act) }
        playbook.slottoets = { [dienst] result, zaak, act in try dienst.slottoets(result, zaak, act) }
        playbook.verlaten = { [dienst] message, zaak, act in try dienst.verlaten(message, zaak, act) }
        playbook.wacht = { [dienst] zaak, act in try dienst.wacht(zaak, act) }
        return playbook
    }

    private static func texts(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".bpmn") || $0.hasSuffix(".dmn") }
            .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }
}
