import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Zaken

/// Payments to look at: the lists, and each by itself.
struct BetalingController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(BetalingPaths.list.router, use: list)
            .get(BetalingPaths.betaling.router, use: show)
            .get(BetalingPaths.repayment.router, use: download)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingZien)
        let tab = request.query("lijst").flatMap(BetalingTab.init(rawValue:)) ?? .waiting
        let page = min(1_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        return try await desk.drawPayments(tab, page: page, search: request.query("q") ?? "", context)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingZien)
        return try await desk.drawPayment(context.id("betaling"), context)
    }

    @Sendable func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.vorderingAfboeken)
        let id = try context.id("bestand", of: Betaalbestand.self)
        guard let file = try await desk.office.read({ try $0.betaalbestanden.find(id) }) else {
            throw HTTPError(.notFound)
        }
        return .download(file.xml, type: "application/xml", as: "terugbetalingen-\(file.moment.day).xml")
    }
}

extension Desk {
    func drawPayments(
        _ tab: BetalingTab, page: Int = 1, search: String = "", _ context: SignedInContext, problems: [Problem] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (words, today, rights) = (face.words(context), today(), context.visitor.rights)
        let page = try await office.read { tx in
            BetalingenPageMaker(
                found: try BetalingenLook(tab, page: page, search: search, in: tx), problems: problems, rights: rights,
                colleagues: Colleagues(all: try tx.gebruikers.all()), words: words, today: today
            ).page()
        }
        return try await face.draw(page, context, status: status)
    }

    func drawPayment(
        _ id: Identifier<Betaling>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        let (words, today, rights) = (face.words(context), today(), context.visitor.rights)
        guard let look = try await office.read({ tx in try BetalingLook(id, in: tx) }) else {
            throw HTTPError(.notFound)
        }
        for person in look.people { try await recordLook(at: person, context) }
        let page = BetalingPageMaker(look: look, sent: sent, rights: rights, words: words, today: today).page()
        return try await face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
