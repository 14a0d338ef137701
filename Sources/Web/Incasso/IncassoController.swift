import Basics
import Exchange
import HTTPTypes
import Hummingbird
import Incasso
import Recht
import Zaken

/// Batches of direct debits: prepare, look, release by someone else, fetch the file.
struct IncassoController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(IncassoPaths.list.router, use: list)
            .post(IncassoPaths.list.router, use: prepare)
            .post(IncassoPaths.creditor.router, use: identify)
            .get(IncassoPaths.batch.router, use: show)
            .post(IncassoPaths.release.router, use: release)
            .post(IncassoPaths.cancellation.router, use: cancel)
            .get(IncassoPaths.file.router, use: download)
            .post(IncassoPaths.retry.router, use: retry)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingZien)
        return try await drawList(context, FormFields())
    }

    @Sendable func prepare(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingBoeken)
        let (form, recht) = (try await request.form(), desk.recht)
        return try await .ofAct {
            let batch = try await desk.act(context) { act in
                try Incassobatch.Preparation(
                    schuldeiser: form["schuldeiser"] ?? "",
                    incassodag: form.day("dag"),
                    door: context.me, recht: recht
                ).run(in: act)
            }
            return .seeOther(IncassoPaths.batch(batch.id), flash: Flash("batch_prepared"))
        } refused: { refusal in
            try await drawList(context, form, refusal: refusal)
        }
    }

    @Sendable func identify(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.incassoVrijgeven)
        let (form, code) = (try await request.form(), try context.parameters.require("schuldeiser"))
        return try await .ofAct {
            try await desk.act(context) { act in
                try Schuldeiser.Incassant(schuldeiser: code, incassant: form["incassant"] ?? "").run(in: act)
            }
            return .seeOther(IncassoPaths.list(), flash: Flash("creditor_identified"))
        } refused: { refusal in
            try await drawList(context, form, refusal: refusal)
        }
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingZien)
        return try await draw(context.id("batch"), context)
    }

    @Sendable func release(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let recht = desk.recht
        return try await act(.incassoVrijgeven, request, context, "batch_released") { id, act in
            try Incassobatch.Release(batch: id, door: context.me, recht: recht).run(in: act)
        }
    }

    @Sendable func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.vorderingBoeken, request, context, "batch_cancelled") { id, act in
            try Incassobatch.Cancellation(batch: id).run(in: act)
        }
    }

    @Sendable func retry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingBoeken)
        let (form, id) = (try await request.form(), try context.id("regel", of: Incassobatch.Regel.self))
        guard let batch = try await desk.office.read({ try $0.incassobatches.regel(id)?.batch }) else {
            throw HTTPError(.notFound)
        }
        return try await desk.act(request, form, context, then: IncassoPaths.batch(batch)) { act in
            try Incassobatch.SecondTry(regel: id, reden: form["reden"] ?? "").run(in: act)
            return Flash("second_try")
        } refused: { sent in
            try await draw(batch, context, sent: sent)
        }
    }

    @Sendable func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.incassoVrijgeven)
        let id = try context.id("batch", of: Incassobatch.self)
        guard let batch = try await desk.office.read({ try $0.incassobatches.find(id) }), let xml = batch.xml else {
            throw HTTPError(.notFound)
        }
        return .download(xml, type: "application/xml", as: "incasso-\(batch.incassodag).xml")
    }

    private func act(
        _ right: Permission, _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Identifier<Incassobatch>, Act) throws -> Void
    ) async throws -> Response {
        try context.require(right)
        let id = try context.id("batch", of: Incassobatch.self)
        return try await desk.act(request, FormFields(), context, then: IncassoPaths.batch(id)) { act in
            try body(id, act)
            return Flash(flash)
        } refused: { sent in
            try await draw(id, context, sent: sent)
        }
    }
}

extension IncassoController {
    private func drawList(_ context: SignedInContext, _ sent: FormFields, refusal: Refusal? = nil) async throws
        -> Response
    {
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let table = desk.recht.directDebits
        let page = try await desk.office.read { tx in
            let batches = try tx.incassobatches.latest().map { ($0, try tx.incassobatches.regels(of: $0.id)) }
            return IncassoPageMaker(
                batches: batches, creditors: try tx.schuldeisers.all(), table: table, rights: rights, words: words,
                today: today, sent: sent, refusal: refusal
            ).page()
        }
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }

    private func draw(
        _ id: Identifier<Incassobatch>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let (table, login) = (desk.recht.directDebits, context.user.login)
        let page = try await desk.office.read { tx in
            try IncassobatchLook(id, in: tx).map {
                IncassobatchPageMaker(
                    look: $0, table: table, rights: rights, login: login, words: words, today: today, sent: sent
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
