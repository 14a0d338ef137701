import Basics
import Hummingbird
import Incasso
import Klanten
import Zaken

/// The page of a zaak, and the acts on the zaak as a whole.
struct ZaakController: Sendable {
    let desk: Desk
    let drawer: ZaakDrawer

    init(desk: Desk) {
        self.desk = desk
        drawer = ZaakDrawer(desk: desk)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ZaakPaths.zaak.router, use: show)
            .post(ZaakPaths.suspension.router, use: suspend)
            .post(ZaakPaths.resumption.router, use: resume)
            .post(ZaakPaths.prolongation.router, use: extend)
            .post(ZaakPaths.closing.router, use: close)
            .post(ZaakPaths.reopening.router, use: reopen)
            .post(ZaakPaths.deviation.router, use: deviate)
            .post(ZaakPaths.assignment.router, use: assign)
            .post(ZaakPaths.reporting.router, use: report)
            .post(ZaakPaths.notes.router, use: note)
            .post(ZaakPaths.decisions.router, use: revise)
            .post(ZaakPaths.arrangement.router, use: arrange)
            .post(ZaakPaths.contacts.router, use: contact)
            .post(ZaakPaths.calling.router, use: callAnyway)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        var asked = ZaakAsked()
        asked.filter = request.query("toon").flatMap(TimelineFilter.init(rawValue:)) ?? .all
        asked.all = request.query("alles") != nil
        asked.first = request.query("taak")
        asked.perMonth = request.query("perMaand")
        asked.firstDay = request.query("eersteDag")
        try await adopt(request.query("advies"), into: &asked, context)
        return try await drawer.draw(context.id("zaak", of: Zaak.self), asked, context)
    }

    @Sendable func suspend(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakOpschorten, request, context, "suspended") { id, form, act in
            try Zaak.Suspension(zaak: id, bekijkOp: form.day("bekijkOp"), reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func resume(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakOpschorten, request, context, "resumed") { id, _, act in
            try Zaak.Resumption(zaak: id).run(in: act)
        }
    }

    @Sendable func extend(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakOpschorten, request, context, "extended") { id, form, act in
            try Zaak.Extension(zaak: id, tot: form.day("tot"), reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakSluiten, request, context, "closed") { id, form, act in
            try Zaaksluiting(zaak: id, resultaat: form["resultaat"] ?? "", reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func reopen(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakSluiten, request, context, "reopened") { id, form, act in
            try Zaakheropening(zaak: id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func deviate(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakAfwijken, request, context, "deviated") { id, form, act in
            guard let taak = form["taak"].flatMap(Identifier<Taak>.init) else { throw TaakRefusal.unknownTaak }
            guard try act.tx.taken.find(taak)?.zaak == id else { throw TaakRefusal.unknownTaak }
            try Zaak.Deviation(
                taak: taak, naarStap: form["naar"] ?? "", reden: form["reden"] ?? "", bron: form["bron"],
                door: context.me, als: context.bevoegdheid
            ).run(in: act)
        }
    }

    @Sendable func assign(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.taakVerdelen, request, context, "assigned") { id, form, act in
            try Zaak.Handover(zaak: id, aan: form["aan"].map(Medewerker.init(_:))).run(in: act)
        }
    }

    @Sendable func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let message = try context.parameters.require("bericht")
        let rights = context.visitor.rights
        return try await act(.zaakZien, request, context, "reported") { id, form, act in
            try act.requireRight(rights, toReport: message, on: id)
            try Zaak.Melding(zaak: id, bericht: message, reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func revise(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakAfwijken, request, context, "revised") { id, form, act in
            try Zaak.Herziening(
                zaak: id, variabele: form["variabele"] ?? "", waarde: form["waarde"] ?? "", reden: form["reden"] ?? ""
            ).run(in: act)
        }
    }

    @Sendable func note(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let desk = desk
        return try await act(.zaakBijwerken, request, context, "noted") { id, form, act in
            let asks = desk.gevoelig(form, ["tekst"])
            try Notitie.Writing(zaak: id, tekst: form["tekst"] ?? "", door: context.me, gevoelig: asks).run(in: act)
        }
    }

    @Sendable func contact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let desk = desk
        return try await act(.zaakBijwerken, request, context, "contact_recorded") { id, form, act in
            let asks = desk.gevoelig(form, ContactPart.written)
            try Contact.Recording(zaak: id, contact: Contact(form), gevoelig: asks).run(in: act)
        }
    }

    /// Shows the number of who may not be called now, to who says why, or whom they call.
    @Sendable func callAnyway(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.zaakBijwerken, request, context, "calling_anyway") { id, form, act in
            try Contact.TochBellen(zaak: id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func arrange(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.regelingMaken)
        let id = try context.id("zaak", of: Zaak.self)
        let form = try await request.form()
        return try await settle(id, form, request, context) {
            let stands = try await desk.act(context) { act in
                try act.propose(id, form)
                return try act.asksAgreement(on: [id])
            }
            return stands ? "proposed" : "proposed_later"
        }
    }

    /// Does an act and goes back to the page; a refusal draws the page again with why.
    private func act(
        _ permission: Permission, _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Identifier<Zaak>, FormFields, Act) throws -> Void
    ) async throws -> Response {
        try context.require(permission)
        let id = try context.id("zaak", of: Zaak.self)
        let form = try await request.form()
        return try await settle(id, form, request, context) {
            try await desk.act(context) { act in try body(id, form, act) }
            return flash
        }
    }

    /// Goes back to the page with what was done; a refusal draws it again with why.
    private func settle(
        _ id: Identifier<Zaak>, _ form: FormFields, _ request: Request, _ context: SignedInContext,
        _ body: () async throws -> String
    ) async throws -> Response {
        try await .ofAct {
            .seeOther(ZaakPaths.zaak(id), flash: Flash(try await body()))
        } refused: { refusal in
            try await drawer.draw(id, ZaakAsked(refused: form, at: request.uri.path), context, refusal: refusal)
        }
    }
}

extension ZaakAsked {
    /// The page again, with what was sent.
    init(refused form: FormFields, at path: String) {
        self.form = form
        self.path = path
        taak = form["taak"]
        perMonth = form["perMaand"]
        firstDay = form["eersteDag"]
    }
}
