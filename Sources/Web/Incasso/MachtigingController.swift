import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Recht
import Zaken

/// The mandates of a person: to look at, to record and to withdraw.
struct MachtigingController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(IncassoPaths.mandates.router, use: show)
            .post(IncassoPaths.mandates.router, use: grant)
            .post(IncassoPaths.withdrawal.router, use: withdraw)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantZien)
        let id = try context.id("klant", of: Partij.self)
        return try await draw(id, context)
    }

    @Sendable func grant(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantBijwerken)
        let id = try context.id("klant", of: Partij.self)
        let form = try await request.form()
        return try await act(for: id, form, request, context, "mandate_granted") { act in
            try Machtiging.Granting(
                partij: id, schuldeiser: form["schuldeiser"] ?? "", kenmerk: form["kenmerk"] ?? "",
                iban: form["iban"] ?? "", naam: form["naam"] ?? "",
                soort: form.choice("soort"), getekend: form.day("getekend"), bewijs: form["bewijs"] ?? ""
            ).run(in: act)
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantBijwerken)
        let id = try context.id("machtiging", of: Machtiging.self)
        guard let partij = try await desk.office.read({ try $0.machtigingen.find(id)?.partij }) else {
            throw HTTPError(.notFound)
        }
        let form = try await request.form()
        return try await act(for: partij, form, request, context, "mandate_withdrawn") { act in
            try Machtiging.Withdrawal(machtiging: id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    private func act(
        for id: Identifier<Partij>, _ form: FormFields, _ request: Request, _ context: SignedInContext,
        _ flash: String, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Response {
        try await desk.act(request, form, context, then: IncassoPaths.mandates(id)) { act in
            try body(act)
            return Flash(flash)
        } refused: { sent in
            try await draw(id, context, sent: sent)
        }
    }

    private func draw(
        _ id: Identifier<Partij>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        try await desk.recordLook(at: id, context)
        let (words, today, table) = (desk.face.words(context), desk.today(), desk.recht.directDebits)
        let mayChange = context.may(.klantBijwerken)
        let page = try await desk.office.read { tx in
            try MachtigingenLook(id, in: tx).map {
                MachtigingenPageMaker(
                    look: $0, table: table, words: words, today: today, mayChange: mayChange, sent: sent
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
