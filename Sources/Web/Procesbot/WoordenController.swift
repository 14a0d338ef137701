import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Zaken

/// The words of the field: what the adviser reads as the same, and what the process owner adds to it.
struct WoordenController: Sendable {
    let bot: BotDesk

    private var desk: Desk { bot.desk }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.words.router, use: list)
            .post(AdvicePaths.words.router, use: add)
            .post(AdvicePaths.word.router, use: end)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let asked = WoordenPage.Asked(
            words: String((request.query("zoek") ?? "").prefix(60)),
            page: min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1)))
        return try await draw(context, asked)
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await request.form()
        let words = (form["woorden"] ?? "").split(separator: ",").map { String($0).trimmingSpace }
        let adding = Woordgroep.Adding(
            woorden: words, onder: form["soort"] == "onder" ? form["onder"] ?? words.first : nil,
            door: context.me)
        return try await act(request, form, context, "words_added", first: .woorden(words, onder: adding.onder)) {
            act in
            _ = try adding.run(in: act)
        }
    }

    @Sendable func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let groep = try context.id("groep", of: Woordgroep.self)
        return try await act(request, try await request.form(), context, "words_ended", first: .zonder(groep)) { act in
            try Woordgroep.Ending(groep: groep).run(in: act)
        }
    }

    /// Does it at once, or proposes it to be measured first.
    private func act(
        _ request: Request, _ form: FormFields, _ context: SignedInContext, _ flash: String, first change: Wijziging,
        _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Response {
        try context.require(.procesBeheren)
        return try await .ofAct {
            if form["meet"] != nil { return try await bot.propose(.wijziging(change), context) }
            try await desk.act(context, body)
            return .seeOther(AdvicePaths.words(), flash: Flash(flash))
        } refused: { refusal in
            try await draw(context, sent: desk.sent(request, form, refusal, context))
        }
    }

    private func draw(_ context: SignedInContext, _ asked: WoordenPage.Asked = .init(), sent: Sent? = nil) async throws
        -> Response
    {
        let (words, today, shipped) = (desk.face.words(context), desk.today(), bot.plank.shipped)
        let mayManage = context.may(.procesBeheren)
        let page = try await desk.office.read { tx in
            WoordenPage(
                try tx.woordgroepen.all(), shipped: shipped, asked, Colleagues(all: try tx.gebruikers.all()),
                mayManage: mayManage, sent: sent, words, today)
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension WoordRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .tooFew(let least): words("refusals.words_too_few", count: least)
        case .tooMany(let most, let letters):
            words("refusals.words_too_many", ["n": words.number(most), "letters": words.number(letters)])
        case .known: words("refusals.words_known")
        case .unknown: words("refusals.words_unknown")
        }
    }
}
