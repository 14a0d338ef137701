import Basics
import Engine
import Hummingbird
import Zaken

/// The processes as drawn, and their versions.
struct ProcesController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ProcessPaths.list.router, use: list)
            .get(ProcessPaths.process.router, use: show)
            .get(ProcessPaths.file.router, use: file)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, problems: nil)
    }

    func draw(_ context: SignedInContext, problems: [Problem]?) async throws -> Response {
        let words = desk.face.words(context)
        let all = try await desk.office.read { tx in try tx.processen.deployed() }
        let newest = Dictionary(grouping: all, by: \.key.process).values.compactMap {
            $0.max { $0.key.version < $1.key.version }
        }
        let rows = newest.sorted { $0.naam < $1.naam }.map { one in
            ProcessenPage.Process(
                name: words.drawn(one.naam), code: one.key.process, path: ProcessPaths.process(one.key.process),
                version: words("processes.version_n", ["n": String(one.key.version)]),
                since: words.date(one.ingevoerd.day))
        }
        let empty = Empty(title: words("processes.none"), text: words("processes.none_text"), way: nil)
        let upload = UploadPart(
            path: ProcessPaths.list(), problems: problems.map { ZaakPage.Problems(problems: $0) })
        return try await desk.face.draw(
            ProcessenPage(
                ways: Way.processes(words, current: .drawings), processes: rows, empty: rows.isEmpty ? empty : nil,
                upload: context.may(.procesBeheren) ? upload : nil),
            context, status: problems == nil ? .ok : .unprocessableContent)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let process = context.parameters.get("proces") ?? ""
        let (wanted, flaw) = (request.query("versie").flatMap { Int($0) }, request.query("fout").flatMap { Int($0) })
        let (desk, mayMove) = (desk, context.may(.procesBeheren))
        let words = desk.face.words(context)
        let look = try await desk.office.read { tx in
            try ProcesLook(process, version: wanted, in: tx, drawings: desk.drawings)
        }
        guard let look else { throw HTTPError(.notFound) }
        let playbook = desk.office.playbook
        let names = try await desk.stepNames(words)
        let keuring = try playbook.processen[look.shown.key].map {
            try desk.keurmeester.examine($0, isPublished: true, with: playbook, names: names)
        }
        let page = ProcesPage(look, keuring, flaw: flaw, mayMove: mayMove, words)
        return try await desk.face.draw(page, context)
    }

    @Sendable func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let (process, wanted) = (context.parameters.get("proces") ?? "", request.query("versie").flatMap { Int($0) })
        let versions = try await desk.office.read { tx in
            try tx.processen.deployed(process)
        }
        guard let found = versions.first(where: { $0.key.version == wanted }) ?? (wanted == nil ? versions.first : nil)
        else { throw HTTPError(.notFound) }
        let name = "\(found.key.process)-\(found.key.version).bpmn"
        return .download(found.bron, type: "application/xml; charset=utf-8", as: name)
    }
}
