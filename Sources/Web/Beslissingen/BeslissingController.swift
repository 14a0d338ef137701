import Basics
import Dmn
import Hummingbird
import Zaken

/// Decision tables: the list, one model with its trial and its check, its file, and two versions side by side.
struct BeslissingController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(DecisionPaths.list.router, use: list)
            .get(DecisionPaths.model.router, use: show)
            .get(DecisionPaths.file.router, use: file)
            .get(DecisionPaths.comparison.router, use: compare)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, problems: nil)
    }

    func draw(_ context: SignedInContext, problems: [Problem]?) async throws -> Response {
        let (words, mayUpload) = (desk.face.words(context), context.may(.procesBeheren))
        let models = try await desk.office.read { tx in
            let naast = try tx.beslissingen.naast()
            return try Dictionary(grouping: tx.beslissingen.all(), by: \.code).values.compactMap(\.first)
                .sorted { ($0.naam, $0.code) < ($1.naam, $1.code) }
                .map { try BeslissingenPage.Model($0, naast: naast, words) }
        }
        let empty = Empty(title: words("decisions.none"), text: words("decisions.none_text"), way: nil)
        let upload = UploadPart(
            path: DecisionPaths.list(), problems: problems.map { ZaakPage.Problems(problems: $0) })
        let page = BeslissingenPage(
            ways: Way.processes(words, current: .decisions), models: models, empty: models.isEmpty ? empty : nil,
            upload: mayUpload ? upload : nil)
        return try await desk.face.draw(page, context, status: problems == nil ? .ok : .unprocessableContent)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let look = try await look(request, context)
        let facts = request.queryFields
        var maker = BeslissingPageMaker(
            look: look, words: desk.face.words(context), today: desk.today(), now: desk.face.clock.now(),
            mayEdit: context.may(.procesBeheren))
        maker.isTried = facts["proef"] != nil
        for pair in facts.pairs where pair.name.hasPrefix("feit.") {
            maker.facts[String(pair.name.dropFirst(5))] = String(pair.value.prefix(2_000))
        }
        return try await desk.face.draw(maker.page(), context)
    }

    @Sendable func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let look = try await look(request, context)
        let name = "\(look.model.code)-\(look.model.versie).dmn"
        return .download(look.model.bron, type: "application/xml; charset=utf-8", as: name)
    }

    @Sendable func compare(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let code = context.parameters.get("model") ?? ""
        let words = desk.face.words(context)
        let wanted = ["oud", "nieuw"].map { request.query($0).flatMap { Int($0) } }
        let versions = try await desk.office.read { tx in try tx.beslissingen.versions(of: code) }
        guard let old = versions.first(where: { $0.versie == wanted[0] }),
            let new = versions.first(where: { $0.versie == wanted[1] })
        else { throw HTTPError(.notFound) }
        return try await desk.face.draw(try VergelijkingPage(old, new, words), context)
    }

    func look(_ request: Request, _ context: SignedInContext) async throws -> BeslissingLook {
        let (code, today) = (context.parameters.get("model") ?? "", desk.today())
        let (version, table) = (request.query("versie").flatMap { Int($0) }, request.query("tabel"))
        let look = try await desk.office.read { tx in
            try BeslissingLook(
                tx.beslissingen.versions(of: code), version: version, decision: table, today: today,
                Colleagues(all: tx.gebruikers.all()), naast: tx.beslissingen.naast())
        }
        guard let look else { throw HTTPError(.notFound) }
        return look
    }
}

extension Way {
    enum ProcessLook { case drawings, decisions, law }

    /// The looks at how the work goes: drawings, decisions, and the legal tables.
    static func processes(_ words: Words, current: ProcessLook) -> [Way] {
        [
            Way(words("processes.drawings"), ProcessPaths.list(), current: current == .drawings),
            Way(words("decisions.title"), DecisionPaths.list(), current: current == .decisions),
            Way(words("legal.title"), RechtPaths.list(), current: current == .law),
        ]
    }
}

extension BeslissingenPage.Model {
    init(_ model: Beslissingsmodel, naast: [DmnModel], _ words: Words) throws {
        let file = try Beslissingsbestand(bron: model.bron, naast: naast)
        let decisions = file.program.model.decisions
        let found = decisions.map { one in one.table.map { file.program.check($0, of: one).count } ?? 0 }.reduce(0, +)
        self.init(
            name: model.naam, path: DecisionPaths.model(model.code),
            tables: decisions.map(\.name).joined(separator: ", "),
            version: words("processes.version_n", ["n": words.number(model.versie)]),
            since: words.validity(of: model),
            findings: Chip(words("decisions.findings", count: found), found == 0 ? "calm" : "attention"))
    }
}
