import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Zaken

/// Uit de Knoop: begins it in one act, keeps the overview, hands over warmly, and ends it with a choice.
struct KnoopController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(KnoopPaths.page.router, use: show)
            .post(KnoopPaths.page.router, use: begin)
            .post(KnoopPaths.extending.router, use: extend)
            .post(KnoopPaths.contact.router, use: change)
            .post(KnoopPaths.closing.router, use: close)
            .post(KnoopPaths.debts.router, use: add)
            .post(KnoopPaths.debt.router, use: keep)
            .post(KnoopPaths.referrals.router, use: refer)
            .post(KnoopPaths.answer.router, use: answer)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantZien)
        let id = try context.id("klant", of: Partij.self)
        return try await draw(id, context)
    }

    @Sendable func begin(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantPauzeren)
        let (id, form) = (try context.id("klant", of: Partij.self), try await request.form())
        let me = context.me
        return try await act(for: id, form, request, context, "knot_begun") { act in
            try Knoop.Beginning(
                partij: id, contact: Medewerker(form["contact"] ?? ""), reden: form["reden"] ?? "", door: me
            ).run(in: act)
        }
    }

    @Sendable func extend(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantPauzerenLang)
        return try await act(request, context, "knot_extended") { knoop, form, act in
            try Knoop.Extension(knoop: knoop.id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "knot_contact") { knoop, form, act in
            try Knoop.Handover(knoop: knoop.id, aan: Medewerker(form["aan"] ?? "")).run(in: act)
        }
    }

    @Sendable func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "knot_closed") { knoop, form, act in
            try Knoop.Closing(
                knoop: knoop.id, uitkomst: form.choice("uitkomst"), toelichting: form["toelichting"] ?? ""
            ).run(in: act)
        }
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let me = context.me
        return try await act(request, context, "debt_kept") { knoop, form, act in
            try SchuldElders.Recording(nil, of: knoop.id, form, by: me).run(in: act)
        }
    }

    @Sendable func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (me, id) = (context.me, try context.id("schuld", of: SchuldElders.self))
        return try await act(request, context, "debt_kept") { knoop, form, act in
            if form["weg"] != nil { return try SchuldElders.Removal(schuld: id).run(in: act) }
            try SchuldElders.Recording(id, of: knoop.id, form, by: me).run(in: act)
        }
    }

    @Sendable func refer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (me, recht) = (context.me, desk.recht)
        return try await act(request, context, "referred") { knoop, form, act in
            try Doorverwijzing.Offering(
                knoop: knoop.id, partner: form["partner"] ?? "", gegevens: form.all("gegeven"),
                inhoud: Dictionary(
                    uniqueKeysWithValues: Doorverwijzing.invulbaar.compactMap { one in form.raw(one).map { (one, $0) } }
                ),
                toestemming: form["toestemming"] ?? "",
                toestemmingOp: form.day("toestemmingOp"), door: me
            ).run(in: act, recht: recht)
        }
    }

    @Sendable func answer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.id("doorverwijzing", of: Doorverwijzing.self)
        return try await act(request, context, "referral_answered") { _, form, act in
            try Doorverwijzing.Answer(
                doorverwijzing: id, staat: form.choice("staat"), wie: form["wie"] ?? "", reden: form["reden"] ?? ""
            ).run(in: act)
        }
    }

    /// An act on a guidance that is there, by who may pause a person.
    private func act(
        _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Knoop, FormFields, Act) throws -> Void
    ) async throws -> Response {
        try context.require(.klantPauzeren)
        let id = try context.id("knoop", of: Knoop.self)
        let form = try await request.form()
        guard let knoop = try await desk.office.read({ try $0.knopen.find(id) }) else { throw HTTPError(.notFound) }
        return try await act(for: knoop.partij, form, request, context, flash) { act in try body(knoop, form, act) }
    }

    private func act(
        for partij: Identifier<Partij>, _ form: FormFields, _ request: Request, _ context: SignedInContext,
        _ flash: String, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Response {
        try await desk.act(request, form, context, then: KnoopPaths.page(partij)) { act in
            try body(act)
            return Flash(flash)
        } refused: { sent in
            try await draw(partij, context, sent: sent)
        }
    }

    private func draw(
        _ id: Identifier<Partij>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        try await desk.recordLook(at: id, context)
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let playbook = desk.office.playbook
        let (links, office, recht) = (desk.face.settings.payments?.links, desk.office, desk.recht)
        let page = try await office.read { tx in
            try KnoopLook(id, in: office.act(as: .system("knoop"), in: tx), recht).map {
                KnoopPageMaker(
                    look: $0, policy: Knoop.Beleid(playbook), zaaktype: playbook.zaaktypen[Knoop.zaaktype],
                    words: words, today: today, rights: rights, sent: sent, links: links
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension SchuldElders.Recording {
    fileprivate init(
        _ schuld: Identifier<SchuldElders>?, of knoop: Identifier<Knoop>, _ form: FormFields, by me: Medewerker
    ) throws {
        let amount = try form["bedrag"].map { text in
            guard let amount = Money(written: text) else { throw KnoopRefusal.notAnAmount }
            return amount
        }
        try self.init(
            schuld: schuld, knoop: knoop, schuldeiser: form["schuldeiser"] ?? "",
            omschrijving: form["omschrijving"] ?? "", bedrag: amount,
            stand: form.choiceIfAny("stand") ?? .onbekend, door: me)
    }
}

extension KnoopRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .alreadyRuns: words("knoop.refused_runs")
        case .notRunning: words("knoop.refused_over")
        case .endsWithChoice: words("knoop.refused_choice")
        case .alreadyExtended: words("knoop.refused_extended")
        case .contactMissing: words("knoop.refused_contact")
        case .consentMissing: words("knoop.refused_consent")
        case .tooMuchShared: words("knoop.refused_shared")
        case .nothingToShare(let what):
            words(
                "knoop.refused_nothing",
                ["what": words.row(what.map { words("knoop.share_\($0)") }, "common.and")])
        case .reachMissing: words("knoop.refused_reach")
        case .unknownPartner: words("knoop.refused_partner")
        case .unknown: words("knoop.refused_unknown")
        case .alreadyAnswered: words("knoop.refused_answered")
        case .nameMissing: words("knoop.refused_name")
        case .notAnAmount: words("knoop.refused_amount")
        }
    }
}
