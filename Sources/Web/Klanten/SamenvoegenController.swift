import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Zaken

/// Joining two records of the same person by hand: looking for the other, comparing, joining with a reason, undoing.
struct SamenvoegenController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(KlantPaths.joining.router, use: show)
            .post(KlantPaths.joining.router, use: join)
            .post(KlantPaths.parting.router, use: part)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantSamenvoegen)
        let id = try context.id("klant", of: Partij.self)
        let other = request.query("met").flatMap { Identifier<Partij>($0) }
        return try await draw(id, context, met: other, words: request.query("zoek") ?? "")
    }

    @Sendable func join(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantSamenvoegen)
        let (id, form) = (try context.id("klant", of: Partij.self), try await request.form())
        let other = form["met"].flatMap { Identifier<Partij>($0) }
        let chosen = Set(Partij.Gegeven.allCases.filter { form["geldt.\($0.rawValue)"] == "ander" })
        let me = context.me
        return try await desk.act(request, form, context, then: KlantPaths.klant(id)) { act in
            guard let other else { throw SamenvoegingRefusal.unknown }
            try Samenvoeging.Joining(
                van: other, naar: id, gegevens: chosen, reden: form["reden"] ?? "", door: me
            ).run(in: act)
            return Flash("joined")
        } refused: { sent in
            try await draw(id, context, met: other, sent: sent)
        }
    }

    @Sendable func part(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantSamenvoegen)
        let (one, form) = (try context.id("samenvoeging", of: Samenvoeging.self), try await request.form())
        guard let id = try await desk.office.read({ try $0.samenvoegingen.find(one)?.naar }) else {
            throw HTTPError(.notFound)
        }
        return try await desk.act(request, form, context, then: KlantPaths.joining(id)) { act in
            try Samenvoeging.Undoing(samenvoeging: one, reden: form["reden"] ?? "").run(in: act)
            return Flash("parted")
        } refused: { sent in
            try await draw(id, context, sent: sent)
        }
    }

    private func draw(
        _ id: Identifier<Partij>, _ context: SignedInContext, met other: Identifier<Partij>? = nil,
        words asked: String = "", sent: Sent? = nil
    ) async throws -> Response {
        for seen in [id, other].compactMap(\.self) { try await desk.recordLook(at: seen, context) }
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let page = try await desk.office.read { tx in
            try SamenvoegenLook(id, met: other, asked, rights: rights, in: tx).map {
                SamenvoegenPageMaker(look: $0, words: words, today: today, asked: asked, sent: sent).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
