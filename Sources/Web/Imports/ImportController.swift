import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Zaken

/// Files that come in, how they went, and payments to place.
struct ImportController: Sendable {
    let desk: Desk
    let imports: ImportDesk

    /// The largest file that the page takes.
    static let limit = 200 * 1_048_576

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ImportPaths.list.router, use: list)
            .post(ImportPaths.list.router, use: take)
            .get(ImportPaths.run.router, use: show)
            .post(ImportPaths.placement.router, use: place)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.importDoen)
        return try await draw(context, problems: [])
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.importDoen)
        do {
            let upload = try await Upload.receive(request, from: context.visitor, limit: ImportController.limit)
            guard let kind = upload.fields["soort"].flatMap(ImportKind.init(rawValue:)) else {
                throw Upload.Refusal.unreadable
            }
            let id = try await imports.take(
                upload, kind, creditor: upload.fields["schuldeiser"] ?? "", by: context.user.login)
            return .seeOther(ImportPaths.run(id))
        } catch let refusal as Upload.Refusal {
            let problem = Problem(text: refusal.sentence(desk.face.words(context)), anchor: "bestand")
            return try await draw(context, problems: [problem], status: .unprocessableContent)
        }
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.importDoen)
        let id = try context.id("import", of: Importverslag.self)
        let (words, today) = (desk.face.words(context), desk.today())
        let page = try await desk.office.read { tx in
            try tx.imports.find(id).map { report in
                ImportPage(
                    report, rejected: try tx.imports.rejections(of: id, limit: 500),
                    colleagues: Colleagues(all: try tx.gebruikers.all()), words, today)
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context)
    }

    @Sendable func place(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingBoeken)
        let id = try context.id("betaling", of: Betaling.self)
        let form = try await request.form()
        do {
            try await desk.act(context) { act in
                guard let zaak = try form["zaak"].flatMap({ try act.tx.zaken.find(nummer: $0) }) else {
                    throw BetalingRefusal.unknownZaak
                }
                try Betaling.Placement(betaling: id, zaak: zaak.id, reden: "hand").run(in: act)
            }
            return .seeOther(ImportPaths.list(), flash: Flash("placed"))
        } catch {
            guard let refusal = Refusal(error) else { throw error }
            let colleagues = Colleagues(all: [])
            let problem = Problem(
                text: refusal.sentence(desk.face.words(context), colleagues), anchor: "betaling-\(id.text)")
            return try await draw(context, problems: [problem], status: refusal.status)
        }
    }

    private func draw(
        _ context: SignedInContext, problems: [Problem], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (words, today, mayPlace) = (desk.face.words(context), desk.today(), context.may(.vorderingBoeken))
        let page = try await desk.office.read { tx in
            ImportsPage(
                runs: try tx.imports.latest(30), payments: try tx.betalingen.unplaced(limit: 100),
                creditors: try tx.schuldeisers.all(), colleagues: Colleagues(all: try tx.gebruikers.all()),
                problems: problems, mayPlace: mayPlace, words, today)
        }
        return try await desk.face.draw(page, context, status: status)
    }
}

extension Upload.Refusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unreadable: words("refusals.upload_unreadable")
        case .noFile: words("refusals.upload_missing")
        case .tooLarge(let limit): words("refusals.document_large", ["n": words.number(limit / 1_048_576)])
        }
    }
}
