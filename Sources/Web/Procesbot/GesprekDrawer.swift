import Basics
import Bibliotheek
import Database
import HTTPTypes
import Hummingbird
import Journal
import Klanten
import Procesbot
import Zaken

/// Draws the page of a talk: how it begins, while it runs, and the report of it.
struct GesprekDrawer: Sendable {
    let bot: BotDesk

    /// The zaak of a talk, with how many talks there were before.
    private struct Place: Sendable {
        let zaak: Zaak
        let klant: String?
        let before: Int
        let stand: Zaakstand?
    }

    func begin(_ id: Identifier<Zaak>, _ context: SignedInContext, sent: Sent? = nil) async throws -> Response {
        let begin = GesprekPage.Begin(path: AdvicePaths.call(id), without: ZaakPaths.zaak(id) + "#contact")
        let problem = sent.map {
            ZaakPage.Problems(problems: [Problem(text: $0.refusal.sentence($0.words, .none), anchor: "ingelicht")])
        }
        return try await draw(id, context, problems: problem, begin: begin, status: sent?.refusal.status ?? .ok)
    }

    func talk(
        _ form: AdviesForm, _ id: Identifier<Zaak>, _ context: SignedInContext, isStopping: Bool = false
    ) async throws -> Response {
        let (answer, maker) = try await ask(form, id, context)
        let words = bot.desk.face.words(context)
        let problems =
            form.isTooLong
            ? ZaakPage.Problems(problems: [Problem(text: words("call.too_long"), anchor: "vraag")]) : nil
        return try await draw(id, context, problems: problems, talk: maker.talk(answer, form, isStopping: isStopping))
    }

    func report(
        _ fields: FormFields, _ id: Identifier<Zaak>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        let form = AdviesForm(fields)
        let (answer, maker) = try await ask(form, id, context)
        let notes = Gespreksnotities(form.vraag, after: bot.desk.today())
        let draft = Verslagconcept(notes, of: form.vraag, answer?.advies, bot.tables)
        let isForbidden = try await place(id, context).stand?.belverbod.isEmpty == false
        let report = maker.report(draft, answer?.advies, of: fields, sent: sent, isForbidden: isForbidden)
        return try await draw(
            id, context, problems: ZaakPage.Problems(of: sent, in: [report.form]), report: report,
            status: sent?.refusal.status ?? .ok)
    }

    /// What the adviser makes of the notes; nothing while there are none.
    private func ask(
        _ form: AdviesForm, _ id: Identifier<Zaak>, _ context: SignedInContext
    ) async throws -> (Antwoord?, GesprekPageMaker) {
        let words = bot.desk.face.words(context)
        let drawer = AdviesDrawer(bot: bot)
        let answer = form.refusal != nil ? nil : try await drawer.ask(form, id, context)
        let maker = AdviesPageMaker(
            words: words, places: try await drawer.places(of: answer?.advies),
            notices: bot.notices(on: form.vraag, words))
        return (answer, GesprekPageMaker(words: words, zaak: id, maker: maker))
    }

    private func draw(
        _ id: Identifier<Zaak>, _ context: SignedInContext, problems: ZaakPage.Problems?,
        begin: GesprekPage.Begin? = nil, talk: GesprekPage.Talk? = nil, report: GesprekPage.Report? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try await bot.desk.recordLook(on: id, context)
        let place = try await place(id, context)
        let words = bot.desk.face.words(context)
        let title = words("call.title", ["n": words.number(place.before + 1), "zaak": place.zaak.nummer])
        let page = GesprekPage(
            title: title,
            zaak: AdviesPage.Zaak(
                number: place.zaak.nummer, path: ZaakPaths.zaak(id),
                summary: [place.klant, place.zaak.omschrijving].compactMap(\.self).joined(separator: " · "),
                banners: place.stand?.banners(words, today: bot.desk.today()) ?? []),
            problems: problems, begin: begin, talk: talk, report: report)
        return try await bot.desk.face.draw(page, context, status: status)
    }

    private func place(_ id: Identifier<Zaak>, _ context: SignedInContext) async throws -> Place {
        let (me, maySee) = (Actor.user(context.user.id), context.may(.klantZien))
        let (office, recht) = (bot.desk.office, bot.desk.recht)
        let found = try await office.read { tx in
            try tx.zaken.find(id).map { zaak in
                let act = office.act(as: me, in: tx)
                let klant = maySee ? try tx.partijen.find(zaak.partij)?.naam : nil
                return Place(
                    zaak: zaak, klant: klant, before: try Gesprek.count(on: id, in: tx),
                    stand: maySee ? try Zaakstand(of: zaak, for: me, in: act, recht) : nil)
            }
        }
        guard let found else { throw HTTPError(.notFound) }
        return found
    }
}
