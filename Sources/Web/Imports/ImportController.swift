import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Zaken

/// Files that come in, and how they went.
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
                upload.forget()
                throw Upload.Refusal.unreadable
            }
            let id = try await imports.take(
                upload, kind, creditor: upload.fields["schuldeiser"] ?? "", by: context.user.login)
            return .made(ImportPaths.run(id), flash: nil, for: request)
        } catch let refusal as Upload.Refusal {
            let problem = Problem(text: refusal.sentence(desk.face.words(context)), anchor: "bestand")
            return try await draw(context, problems: [problem], status: .unprocessableContent)
        }
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.importDoen)
        let id = try context.id("import", of: Importverslag.self)
        let (words, now) = (desk.face.words(context), desk.face.clock.now())
        let page = try await desk.office.read { tx in
            try tx.imports.find(id).map { report in
                ImportPage(
                    report, rejected: try tx.imports.rejections(of: id, differing: false, limit: 500),
                    differing: try tx.imports.rejections(of: id, differing: true, limit: 500),
                    waiting: try tx.betalingen.countUnplaced(), colleagues: Colleagues(all: try tx.gebruikers.all()),
                    words, now)
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context)
    }

    private func draw(
        _ context: SignedInContext, problems: [Problem], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (words, now) = (desk.face.words(context), desk.face.clock.now())
        let page = try await desk.office.read { tx in
            ImportsPage(
                runs: try tx.imports.latest(30), waiting: try tx.betalingen.countUnplaced(),
                creditors: try tx.schuldeisers.all(), colleagues: Colleagues(all: try tx.gebruikers.all()),
                problems: problems, words, now)
        }
        return try await desk.face.draw(page, context, status: status)
    }
}

extension Upload.Refusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unreadable: words("refusals.upload_unreadable")
        case .noFile: words("refusals.upload_missing")
        case .empty: words("refusals.upload_empty")
        case .notText: words("refusals.upload_not_text")
        case .tooBusy: words("refusals.upload_busy")
        case .tooLarge(let limit): words("refusals.document_large", ["n": words.number(limit / 1_048_576)])
        case .impossible(let kind, let file, let flaw):
            words(
                kind == .proces ? "refusals.upload_no_process" : "refusals.upload_no_decision",
                ["file": file, "why": words.fault(flaw).withoutStop])
        }
    }
}

extension String {
    /// As part of a longer sentence, which has a full stop of its own.
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
