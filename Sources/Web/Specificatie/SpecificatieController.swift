import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Recht
import Zaken

/// How amounts came about, sent as a letter when someone asks; limitation with its interruptions; complaints.
struct SpecificatieController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SpecificatiePaths.specification.router, use: show)
            .post(SpecificatiePaths.sending.router, use: send)
            .post(SpecificatiePaths.interruption.router, use: interrupt)
            .post(SpecificatiePaths.decision.router, use: decide)
            .post(SpecificatiePaths.complaint.router, use: complain)
            .get(SpecificatiePaths.lapsing.router, use: list)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingZien)
        let id = try context.id("zaak", of: Zaak.self)
        return try await draw(id, context)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingZien)
        let (words, today, recht) = (desk.face.words(context), desk.today(), desk.recht)
        let after = request.query("vanaf").flatMap { Int($0) }.map { max(0, $0) } ?? 0
        let size = SpecificatieController.size
        let list = try await desk.office.read {
            try $0.verjaringslijst(on: today, recht: recht, limit: size, after: after)
        }
        return try await desk.face.draw(words.lapsing(list, after: after, size: size, today: today), context)
    }

    /// How many claims stand on one page of those that lapse.
    private static let size = 200

    @Sendable func send(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.briefVersturen)
        let id = try context.id("zaak", of: Zaak.self)
        return try await act(on: id, request, context, "specification_sent") { act, _ in
            try Brief.Making(zaak: id, sjabloon: "specificatie", isMetDeHand: true).run(in: act)
        }
    }

    @Sendable func complain(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (id, recht) = (try context.id("zaak", of: Zaak.self), desk.recht)
        return try await act(on: id, request, context, "complaint_taken") { act, form in
            try Klacht.Receipt(zaak: id, tekst: form["tekst"] ?? "").run(in: act, recht: recht)
        }
    }

    @Sendable func interrupt(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (claim, zaak) = try await claim(context)
        return try await act(on: zaak, request, context, "interrupted") { act, form in
            try Vordering.Stuiting(
                vordering: claim, dag: form.day("dag"), soort: form.choice("soort"),
                bewijs: form["bewijs"] ?? "", door: context.me
            ).run(in: act)
        }
    }

    @Sendable func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.overdrachtBesluiten)
        let (claim, zaak) = try await claim(context)
        return try await act(on: zaak, request, context, "lapse_decided") { act, form in
            try Vordering.Verjaringsbesluit(
                vordering: claim, reden: form["reden"] ?? "", door: context.me
            ).run(in: act)
        }
    }

    private func claim(_ context: SignedInContext) async throws -> (Identifier<Vordering>, Identifier<Zaak>) {
        let id = try context.id("vordering", of: Vordering.self)
        guard let zaak = try await desk.office.read({ try $0.vorderingen.find(id)?.zaak }) else {
            throw HTTPError(.notFound)
        }
        return (id, zaak)
    }

    private func act(
        on zaak: Identifier<Zaak>, _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Act, FormFields) throws -> Void
    ) async throws -> Response {
        let form = try await request.form()
        return try await desk.act(request, form, context, then: SpecificatiePaths.specification(zaak)) { act in
            try body(act, form)
            return Flash(flash)
        } refused: { sent in
            try await draw(zaak, context, sent: sent)
        }
    }

    private func draw(
        _ id: Identifier<Zaak>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        try await desk.recordLook(on: id, context)
        let (words, today, recht) = (desk.face.words(context), desk.today(), desk.recht)
        let rights = context.visitor.rights
        let page = try await desk.office.read { tx -> SpecificatiePage? in
            guard let zaak = try tx.zaken.find(id), let partij = try tx.partijen.find(zaak.partij) else { return nil }
            return SpecificatiePageMaker(
                zaak: zaak, partij: partij, specs: try tx.specificaties(of: zaak, on: today, recht: recht),
                colleagues: Colleagues(all: try tx.gebruikers.all()),
                words: words, today: today, rights: rights, sent: sent
            ).page()
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension VerjaringRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .dayToCome: words("spec.day_to_come")
        case .unknown: words("spec.claim_unknown")
        case .verjaard(let claims): words("spec.refused_lapsed", ["claims": claims.joined(separator: ", ")])
        }
    }
}
