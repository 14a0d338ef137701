import Basics
import Dmn
import Foundation
import Hummingbird
import Zaken

/// A DMN file that was handed in: looked at first, then published with a reason.
struct BeslissingOntwerpController: Sendable {
    let desk: Desk

    /// The largest model that the page takes.
    static let limit = 2 * 1_048_576

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .post(DecisionPaths.list.router, use: take)
            .get(DecisionPaths.draft.router, use: show)
            .post(DecisionPaths.draft.router, use: publish)
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        do {
            let (name, text) = try await Upload.text(request, from: context.visitor, limit: Self.limit)
            if let flaw = Ontwerp.Soort.beslissing.impossible(text) {
                throw Upload.Refusal.impossible(.beslissing, file: name, flaw)
            }
            let draft = try await desk.act(context) { act in
                try act.tx.ontwerpen.add(.beslissing, bestand: name, bron: text, in: act)
            }
            return .seeOther(DecisionPaths.draft(draft.id))
        } catch let refusal as Upload.Refusal {
            let problem = Problem(text: refusal.sentence(desk.face.words(context)), anchor: "bestand")
            return try await BeslissingController(desk: desk).draw(context, problems: [problem])
        }
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        return try await draw(try await draft(context), FormFields(), nil, context)
    }

    @Sendable func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let (draft, form) = (try await draft(context), try await request.form())
        return try await .ofAct {
            let naast = try await desk.office.read { try $0.beslissingen.naast() }
            let file = try Beslissingsbestand(bron: draft.bron, naast: naast)
            let hasReds = try await desk.reds(with: file, desk.face.words(context)) != nil
            guard form["ondanks"] != nil || !(file.hasFlaws || hasReds) else {
                return try await draw(draft, form, nil, context, asksAnyway: true)
            }
            let from = try form.dayIfAny("vanaf") ?? desk.today()
            let model = try await desk.act(context) { act in
                try Beslissingsmodel.Publication(
                    file, als: Plaatsing.Keuze(form), vanaf: from, reden: form["reden"] ?? ""
                ).run(in: act)
            }
            try await desk.office.reloadProcesses()
            return .seeOther(DecisionPaths.model(model.code), flash: Flash("decision_published"))
        } refused: { refusal in
            try await draw(draft, form, refusal, context)
        }
    }

    private func draft(_ context: SignedInContext) async throws -> Ontwerp {
        let id = try context.id("ontwerp", of: Ontwerp.self)
        let found = try await desk.office.read { tx in try tx.ontwerpen.find(id) }
        guard let found, found.soort == .beslissing else { throw HTTPError(.notFound) }
        return found
    }

    private func draw(
        _ draft: Ontwerp, _ form: FormFields, _ refusal: Refusal?, _ context: SignedInContext,
        asksAnyway: Bool = false
    ) async throws -> Response {
        let (words, today) = (desk.face.words(context), desk.today())
        let naast = try await desk.office.read { try $0.beslissingen.naast() }
        let file = BeslissingOntwerpPage.read(draft, naast: naast).0
        let reds = if let file, file.isSound { try await desk.reds(with: file, words) } else { nil as ScenariosPart? }
        let page = try await desk.office.read { tx in
            try BeslissingOntwerpPage(
                draft, form,
                problems: asksAnyway
                    ? words.lookFirst(file?.hasFlaws == true, reds)
                    : refusal?.problems(words, .none, in: words.publication(form, today)), words,
                today, asksAnyway: asksAnyway || reds != nil, scenarios: reds, naast: naast
            ) { file in try tx.beslissingen.plaatsing(of: file) }
        }
        return try await desk.face.draw(
            page, context, status: asksAnyway ? .unprocessableContent : refusal?.status ?? .ok)
    }
}

extension Beslissingsbestand {
    /// Whether the check of a table found what its makers have to look at: a gap, an overlap, an outcome that may not be, or a name
    /// that nothing gives.
    fileprivate var hasFlaws: Bool {
        opmerkingen.contains { $0.code == "unknown-name" }
            || program.model.decisions.contains { one in
                one.table.map { program.check($0, of: one).contains(where: \.isFlaw) } ?? false
            }
    }
}

extension Words {
    /// What has to be looked at before a table is kept all the same.
    func lookFirst(_ hasFlaws: Bool, _ reds: ScenariosPart?) -> [Problem] {
        let flaws = hasFlaws ? [Problem(text: self("decisions.look_first"), anchor: "ondanks")] : []
        let red = reds.map {
            Problem(text: self("decisions.cases_first", count: $0.scenarios.count), anchor: "ondanks")
        }
        return flaws + [red].compactMap(\.self)
    }
}

extension Upload {
    /// Reads a file of text that came in with a form.
    static func text(
        _ request: Request, from visitor: Visitor, limit: Int
    ) async throws -> (name: String, text: String) {
        let upload = try await receive(request, from: visitor, limit: limit)
        defer { upload.forget() }
        let bytes = try Data(contentsOf: upload.path)
        guard !upload.fileName.isEmpty else { throw Refusal.noFile }
        guard !bytes.isEmpty else { throw Refusal.empty }
        guard let text = String(data: bytes, encoding: .utf8) else { throw Refusal.notText }
        return (upload.fileName, text)
    }
}
