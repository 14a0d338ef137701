import Basics
import Hummingbird
import Incasso
import Zaken

/// What people do with payments: place, take back, let go back, keep after all, and send back.
struct BetalingActsController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(BetalingPaths.placement.router, use: compare)
            .post(BetalingPaths.placement.router, use: place)
            .post(BetalingPaths.taking.router, use: takeBack)
            .post(BetalingPaths.rejection.router, use: reject)
            .post(BetalingPaths.retention.router, use: keep)
            .post(BetalingPaths.repayments.router, use: repay)
    }

    @Sendable func place(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "placed") { id, form, act in
            guard let zaak = try form["zaak"].flatMap({ try act.tx.zaken.find(nummer: $0.uppercased()) }) else {
                throw BetalingRefusal.unknownZaak
            }
            try Betaling.HandPlacement(betaling: id, zaak: zaak.id, isBevestigd: form["bevestigd"] == "ja")
                .run(in: act)
        }
    }

    /// What differs between a payment and the zaak where someone wants it, to look at before it goes there.
    @Sendable func compare(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingBoeken)
        let id = try context.id("betaling", of: Betaling.self)
        guard let asked = request.query("zaak").flatMap(Identifier<Zaak>.init) else { throw HTTPError(.notFound) }
        try await desk.recordLook(on: asked, context)
        let (words, today) = (desk.face.words(context), desk.today())
        let page = try await desk.office.read { tx -> PlaatsingPage? in
            guard let betaling = try tx.betalingen.find(id), betaling.staat == .tePlaatsen,
                let zaak = try tx.zaken.find(asked)
            else { return nil }
            return PlaatsingPage(betaling, zaak, try betaling.vergelijking(met: zaak, in: tx), words, today: today)
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context)
    }

    @Sendable func takeBack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "taken_back") { id, form, act in
            try Betaling.Reversal(betaling: id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func reject(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "goes_back") { id, form, act in
            try Betaling.Rejection(betaling: id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    @Sendable func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "kept") { id, _, act in try Betaling.Retention(betaling: id).run(in: act) }
    }

    @Sendable func repay(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingAfboeken)
        let form = try await request.form()
        return try await .ofAct {
            _ = try await desk.act(context) { act in
                try Betaling.Repayment(rekening: form["rekening"] ?? "", door: context.me)
                    .run(in: act)
            }
            return .seeOther(BetalingTab.returning.path, flash: Flash("repaid"))
        } refused: { refusal in
            let problem = Problem(text: refusal.sentence(desk.face.words(context), .none), anchor: nil)
            return try await desk.drawPayments(.returning, context, problems: [problem], status: refusal.status)
        }
    }

    /// Does an act and goes to the payment; a refusal draws its page again with why.
    private func act(
        _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Identifier<Betaling>, FormFields, Act) throws -> Void
    ) async throws -> Response {
        try context.require(.vorderingBoeken)
        let id = try context.id("betaling", of: Betaling.self)
        let form = try await request.form()
        return try await .ofAct {
            try await desk.act(context) { act in try body(id, form, act) }
            let back = form["terug"] == "lijst" ? BetalingPaths.list() : BetalingPaths.betaling(id)
            return .seeOther(back, flash: Flash(flash))
        } refused: { refusal in
            if case .betaling(.unsure(let zaak)) = refusal {
                return .seeOther(BetalingPaths.placement(id) + "?zaak=\(zaak.text)")
            }
            let sent = desk.sent(request, form, refusal, context)
            return try await desk.drawPayment(id, context, sent: sent)
        }
    }
}
