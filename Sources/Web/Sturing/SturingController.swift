import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Incasso
import Sturing
import Zaken

/// Figures to steer by: the page, each figure unfolded, the same as a file, and what the organisation tells of itself.
struct SturingController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SturingPaths.list.router, use: list)
            .get(SturingPaths.kpi.router, use: unfold)
            .get(SturingPaths.export.router, use: export)
            .get(SturingPaths.own.router, use: own)
            .post(SturingPaths.own.router, use: tell)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        let found = try await look(request)
        let maker = SturingPageMaker(found: found, words: desk.face.words(context))
        return try await desk.face.draw(maker.page(), context)
    }

    @Sendable func unfold(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        try context.require(.zaakZienAlle)
        guard let kpi = context.parameters.get("kpi").flatMap(Kpi.init(rawValue:)),
            let deel = request.query("deel").flatMap(Onderdeel.init(rawValue:)) ?? kpi.onderdelen.first,
            kpi.onderdelen.contains(deel)
        else { throw HTTPError(.notFound) }
        let page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        let (asked, now, recht, size) = (
            SturingAsked(request, today: desk.today()), desk.face.clock.now(), desk.recht, KpiPageMaker.size
        )
        let (found, rows) = try await desk.office.read { tx in
            let found = try SturingLook(asked, now: now, recht: recht, in: tx, length: 1)
            let rows = try tx.sturing(recht, on: now.day).zaken(
                achter: deel, asked.periode.until(now.day), schuldeiser: found.asked.schuldeiser, limit: size + 1,
                offset: (page - 1) * size)
            return (found, rows)
        }
        let maker = KpiPageMaker(
            kpi: kpi, deel: deel, found: found, rows: rows, page: page, words: desk.face.words(context),
            rights: context.visitor.rights)
        return try await desk.face.draw(maker.make(), context)
    }

    @Sendable func export(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        guard let form = context.parameters.get("soort").flatMap(SturingExport.Form.init(rawValue:)) else {
            throw HTTPError(.notFound)
        }
        let found = try await look(request)
        let data = try SturingExport(found: found, words: desk.face.words(context)).data(form)
        let name = "sturing-\(found.asked.periode.van)-\(found.asked.periode.tot).\(form.rawValue)"
        return .download(ByteBuffer(bytes: data), type: form.type, as: name)
    }

    private func look(_ request: Request) async throws -> SturingLook {
        let (asked, now, recht) = (SturingAsked(request, today: desk.today()), desk.face.clock.now(), desk.recht)
        return try await desk.office.read { try SturingLook(asked, now: now, recht: recht, in: $0) }
    }
}
