import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Recht
import Zaken

/// The legal tables: to look at, to propose a row for, and to agree to what another proposed.
struct RechtController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(RechtPaths.list.router, use: list)
            .get(RechtPaths.table.router, use: show)
            .post(RechtPaths.table.router, use: propose)
            .post(RechtPaths.decision.router, use: decide)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await drawList(context, refusal: nil)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, sent: nil, refusal: nil)
    }

    @Sendable func propose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let (form, boek) = (try await request.form(), desk.boek)
        let (file, list) = (try context.parameters.require("bestand"), try context.parameters.require("lijst"))
        let facts = form.pairs.filter { $0.name.hasPrefix("f.") }.map {
            Rechtsbestand.Rij.Feit(naam: String($0.name.dropFirst(2)), waarde: $0.value.trimmingSpace)
        }
        return try await .ofAct {
            _ = try await desk.act(context) { act in
                try Rechtsrij.Proposal(
                    bestand: file, lijst: list, feiten: facts, door: context.me
                ).run(in: act, boek: boek)
            }
            return .seeOther(RechtPaths.list(), flash: Flash("legal_row_proposed"))
        } refused: { refusal in
            try await draw(context, sent: form, refusal: refusal)
        }
    }

    @Sendable func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let (form, boek, id) = (try await request.form(), desk.boek, try context.id("rij", of: Rechtsrij.self))
        let agrees = form["besluit"] == "akkoord"
        return try await .ofAct {
            try await desk.act(context) { act in
                try Rechtsrij.Decision(rij: id, isAkkoord: agrees, door: context.me)
                    .run(in: act, boek: boek)
            }
            try await boek.reload(from: desk.database)
            return .seeOther(RechtPaths.list(), flash: Flash(agrees ? "legal_row_holds" : "legal_row_rejected"))
        } refused: { refusal in
            try await drawList(context, refusal: refusal)
        }
    }

    private func drawList(_ context: SignedInContext, refusal: Refusal?) async throws -> Response {
        let (words, today, mayDecide) = (desk.face.words(context), desk.today(), context.may(.procesBeheren))
        let (rows, colleagues) = try await desk.office.read { tx in
            (try tx.rechtsrijen.all(), Colleagues(all: try tx.gebruikers.all()))
        }
        let files = try desk.boek.bestanden(with: rows.filter { $0.staat == .geldig }.reversed())
        let maker = RechtPageMaker(words: words, today: today)
        let page = RechtPage(
            ways: Way.processes(words, current: .law),
            tables: files.flatMap { file in file.lijsten.map { maker.table($0, of: file.naam) } },
            waiting: rows.filter { $0.staat == .voorgesteld }.map { row in
                maker.waiting(
                    row, by: colleagues.name(of: Medewerker(row.door)),
                    decision: mayDecide ? RechtPaths.decision(row.id) : nil)
            }, problems: refusal.map { .init(problems: $0.problems(words, colleagues, form: "recht")) })
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }

    private func draw(_ context: SignedInContext, sent: FormFields?, refusal: Refusal?) async throws -> Response {
        let (file, list) = (try context.parameters.require("bestand"), try context.parameters.require("lijst"))
        let (words, today, mayPropose) = (desk.face.words(context), desk.today(), context.may(.procesBeheren))
        let rows = try await desk.office.read { try $0.rechtsrijen.inForce() }
        guard let found = try desk.boek.bestanden(with: rows).first(where: { $0.naam == file }),
            let table = found.lijsten.first(where: { $0.plaats == list })
        else { throw HTTPError(.notFound) }
        let maker = RechtPageMaker(words: words, today: today)
        let page = RechtTabelPage(
            name: words.table(file, list), hint: words.text("legal.hint_\(words.key(file, list))"),
            state: maker.state(of: table),
            rows: maker.rows(of: table),
            problems: refusal.map { .init(problems: $0.problems(words, .none, form: "recht")) },
            form: mayPropose
                ? .init(path: RechtPaths.table(file, list), fields: maker.fields(of: table, sent: sent)) : nil)
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }
}
