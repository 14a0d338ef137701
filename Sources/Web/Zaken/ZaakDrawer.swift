import Basics
import Engine
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Recht
import Zaken

/// Records who looks, and draws the page of a zaak, after a look or after a refusal.
struct ZaakDrawer: Sendable {
    let desk: Desk

    func draw(
        _ id: Identifier<Zaak>, _ asked: ZaakAsked, _ context: SignedInContext, refusal: Refusal? = nil
    ) async throws -> Response {
        try await desk.recordLook(on: id, context)
        let (words, today) = (desk.face.words(context), desk.today())
        let (user, rights, playbook, drawings) = (
            context.user, context.visitor.rights, desk.office.playbook, desk.drawings
        )
        let (office, recht) = (desk.office, desk.recht)
        let (list, groups) = (context.visitor.list, rights.contains(.taakDoen) ? context.groups(desk.face.rollen) : [])
        let page = try await desk.office.read { tx -> ZaakPage? in
            let limit = asked.all || asked.filter != .all ? ZaakLook.many : ZaakLook.few
            let act = office.act(as: .system("poort"), in: tx)
            guard let look = try ZaakLook(id, in: act, entries: limit, for: user, groups, recht) else { return nil }
            var maker = ZaakPageMaker(
                look: look, playbook: playbook, words: words, today: today, user: user, rights: rights, asked: asked,
                refusal: refusal, list: list)
            maker.poorten = try act.poorten(of: look, recht: recht)
            if maker.may(.zaakAfwijken) { maker.zijwegen = try act.zijwegen(of: look, maker.zaaktype) }
            let recorded = try playbook.feiten(look.zaak, act)
            maker.recorded = Set(recorded.keys)
            let facts = try recorded.merging(playbook.keuzefeiten(look.zaak, act)) { $1 }
            maker.known = (look.instance?.variables() ?? [:]).merging(facts) { $1 }
            maker.drawn = try (look.instance?.definitions ?? []).reduce(into: [:]) { drawn, key in
                drawn[key] = try drawings.drawn(key, in: tx.processen, words)
            }
            maker.stand()
            if let place = maker.place {
                maker.svg = try drawings.svg(
                    of: place, marking: maker.marks, in: tx.processen, title: words("zaak.diagram"))
            }
            return maker.page()
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }
}

extension Act {
    /// The gates of the taken that wait, by their form.
    fileprivate func poorten(of look: ZaakLook, recht: RechtTables) throws -> [String: Poort] {
        let gated: Set<CollectionAct> = [.overdracht, .ontruiming, .signaal]
        return try look.taken.reduce(into: [:]) { found, taak in
            guard let form = taak.formulier, let word = playbook.formulieren[form]?.handeling?.wat,
                let handeling = CollectionAct(rawValue: word), gated.contains(handeling)
            else { return }
            found[form] = try poort(handeling, on: look.zaak, recht: recht)
        }
    }
}
