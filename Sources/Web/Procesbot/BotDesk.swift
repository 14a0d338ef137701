import Basics
import Bibliotheek
import Database
import Foundation
import Hummingbird
import Postvak
import Procesbot
import Taalmodel
import Zaken

/// What the pages of the library and the adviser work with.
struct BotDesk: Sendable {
    let desk: Desk
    let plank: Boekenplank
    let tables: AdviserContent
    /// The only way from advice to the database.
    let leeszaal: Leeszaal
    /// The test questions that ship.
    let testvragen: Testvragen
    /// Hears in which language something is asked.
    let sorteerder: Sorteerder
    /// What questions mean, where an endpoint for that is set.
    let meanings: QuestionMeanings?

    init(desk: Desk, content: String, tables: AdviserContent) throws {
        self.desk = desk
        self.tables = tables
        let embedding = desk.face.settings.embedding
        sorteerder = try Sorteerder(content: content)
        plank = Boekenplank(tables, model: embedding?.model)
        meanings = embedding.map { QuestionMeanings($0) }
        leeszaal = Leeszaal(desk.database, plank)
        testvragen = try Testvragen(folder: content + "/adviseur")
    }

    /// Where advice is worded, when a language model is set.
    var schrijftafel: Schrijftafel? { desk.face.settings.taalmodel.map { Schrijftafel(bot: self, settings: $0) } }

    /// The version of a source that a path names.
    func version(_ context: SignedInContext) async throws -> (Bronversie, [Bronversie]) {
        let id = try context.id("bron", of: Bron.self)
        let wanted = context.parameters.get("versie").flatMap { Int($0) }
        let all = try await desk.office.read { tx in try tx.bronnen.versions(of: id) }
        guard let shown = wanted.map({ number in all.first { $0.nummer == number } }) ?? all.first else {
            throw HTTPError(.notFound)
        }
        return (shown, all)
    }
}

extension BotDesk {
    /// Keeps a question for who asked it, beside the database that the adviser reads; nothing where it is too long.
    func keep(
        _ form: FormFields, about zaak: Identifier<Zaak>?, _ context: SignedInContext
    ) async throws -> Identifier<GesteldeVraag>? {
        guard let fields = GesteldeVraag.fields(of: form) else { return nil }
        let (earlier, who, now) = (
            form["gesteld"].flatMap(Identifier<GesteldeVraag>.init), context.user.id, desk.face.clock.wall()
        )
        return try await desk.database.write { tx in
            if let zaak, try tx.zaken.find(zaak) == nil { return nil }
            var ambient = Ambient(now: now)
            return try tx.gesteldeVragen.keep(fields, about: zaak, inPlaceOf: earlier, by: who, &ambient)
        }
    }

    /// What this person asked here, while it is kept.
    func asked(
        _ id: Identifier<GesteldeVraag>, about zaak: Identifier<Zaak>?, _ context: SignedInContext
    ) async throws -> FormFields? {
        let (who, now) = (context.user.id, desk.face.clock.wall())
        return try await desk.database.read { tx in
            try tx.gesteldeVragen.find(id, about: zaak, by: who, at: now)
        }
    }
}
