import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Postvak
import Procesbot
import Zaken

/// Reads a mail with all that belongs on its page, records who looked, and draws it.
struct PoststukDrawer: Sendable {
    let post: PostDesk

    private var desk: Desk { post.desk }

    func draw(
        _ id: Identifier<Poststuk>, _ form: FormFields, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        let (office, me) = (desk.office, Actor.user(context.user.id))
        let found = try await office.read { tx in
            try PoststukLook(id, aan: form["aan"], in: office.act(as: me, in: tx))
        }
        guard let look = found else { throw HTTPError(.notFound) }
        try await post.recordLook(look.one, look.found, context)
        let (words, today) = (desk.face.words(context), desk.today())
        let page = PoststukPageMaker(
            look: look, form: form, sent: sent, rights: context.visitor.rights, draft: draft(look, today),
            advice: try await advice(look, context), words: words, today: today
        ).page()
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }

    /// A draft answer in the language of the mail, for whom it goes to.
    private func draft(_ look: PoststukLook, _ today: Day) -> String {
        guard let zaak = look.zaak else { return "" }
        let words = desk.face.dictionaries[look.one.sortering.taal == .engels ? .en : .nl]
        let offer = look.one.aanbod(on: today)
        let facts = Antwoordzinnen.Gegevens(
            zaaknummer: zaak.nummer, saldo: words.money(zaak.bedrag), uiterlijk: words.date(look.one.uiterlijk),
            maand: words.date(look.one.ontvangen.day.adding(months: 1)),
            aanbod: offer.map { words.money($0.bedrag) }, vanaf: offer?.vanaf.map(words.date),
            aan: look.receivers.first?.rol ?? .klant, geld: look.question, stukken: !look.files.isEmpty,
            isSchrijver: look.isToWriter)
        let kinds = look.confirmed.isEmpty ? look.one.sortering.soorten : look.confirmed
        return post.zinnen.concept(
            kinds, taal: look.one.sortering.taal, crisis: !look.one.sortering.crisis.isEmpty, facts)
    }

    /// What the library says about it, for a placed mail that still waits for its answer; the adviser only reads.
    private func advice(_ look: PoststukLook, _ context: SignedInContext) async throws -> PoststukPage.Advice? {
        guard let zaak = look.zaak, look.one.beantwoord == nil, !look.one.tekst.isEmpty else { return nil }
        let form = AdviesForm(FormFields([("vraag", String(look.one.tekst.prefix(1_500)))]))
        let drawer = AdviesDrawer(bot: post.bot)
        let answer = try await drawer.ask(form, zaak.id, context)
        let maker = AdviesPageMaker(
            words: desk.face.words(context), places: try await drawer.places(of: answer.advies))
        let part = maker.part(answer.advies)
        let sources = (part.route?.steps ?? []).flatMap(\.sources).filter { $0.quote?.hasPrefix("|") == false }.prefix(
            3)
        let near = part.refused?.near?.sources.prefix(2) ?? []
        guard !sources.isEmpty || !near.isEmpty || part.tell != nil else { return nil }
        return PoststukPage.Advice(sources: Array(sources + near), tell: Array((part.tell?.lines ?? []).prefix(3)))
    }
}
