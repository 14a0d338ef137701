import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Jobs
import Zaken

/// What the last night run found, the zaken of each signal, and a run by hand.
struct NachtController: Sendable {
    let desk: Desk
    private static let size = 100

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SturingPaths.night.router, use: show)
            .post(SturingPaths.night.router, use: start)
            .get(SturingPaths.signal.router, use: list)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        let (words, today, may) = (desk.face.words(context), desk.today(), context.may(.sturingBijwerken))
        let (run, counts) = try await desk.office.read { (try $0.nacht.latest(), try $0.nacht.counts()) }
        func ways(_ isTomorrow: Bool) -> [Way] {
            Nachtsignaal.allCases.filter { $0.isMorgen == isTomorrow }.map {
                Way(
                    words("night.signal_\($0.rawValue)"), SturingPaths.signal($0.rawValue),
                    count: words.number(counts[$0] ?? 0))
            }
        }
        let page = NachtPage(
            run: run.map { words.night($0, today: today) },
            empty: run == nil ? Empty(title: words("night.none"), text: words("night.none_text"), way: nil) : nil,
            attention: run == nil ? [] : ways(false), tomorrow: run == nil ? [] : ways(true),
            start: may ? SturingPaths.night() : nil)
        return try await desk.face.draw(page, context)
    }

    @Sendable func start(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingBijwerken)
        try await desk.act(context) { act in
            try act.tx.jobs.order(kind: Nachtloop.kind, due: act.now, key: Nachtloop.kind)
        }
        return .seeOther(SturingPaths.night(), flash: Flash("night_started"))
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        try context.require(.zaakZienAlle)
        guard let signal = context.parameters.get("signaal").flatMap(Nachtsignaal.init(rawValue:)) else {
            throw HTTPError(.notFound)
        }
        let (words, today, size) = (desk.face.words(context), desk.today(), NachtController.size)
        let page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        let (rows, count) = try await desk.office.read { tx in
            let rows = try tx.nacht.zaken(signal, limit: size + 1, offset: (page - 1) * size)
            return (rows, try tx.nacht.counts()[signal] ?? 0)
        }
        let path = SturingPaths.signal(signal.rawValue)
        let hasMore = rows.count > size
        let drawn = SignaalPage(
            title: words("night.signal_\(signal.rawValue)"), count: words.number(count),
            rows: rows.prefix(size).map { one in
                SignaalPage.Row(
                    number: one.nummer, path: ZaakPaths.zaak(one.zaak),
                    person: context.visitor.rights.seen(name: one.naam),
                    day: words.day(one.dag, today: today), amount: words.money(one.bedrag))
            },
            empty: rows.isEmpty
                ? Empty(title: words("night.no_cases"), text: words("night.no_cases_text"), way: nil) : nil,
            paging: page == 1 && !hasMore
                ? nil
                : Paging(
                    text: words("payments.page", ["n": words.number(page)]),
                    previous: page > 1 ? path + "?p=\(page - 1)" : nil, next: hasMore ? path + "?p=\(page + 1)" : nil))
        return try await desk.face.draw(drawn, context)
    }
}

extension Words {
    fileprivate func night(_ run: Nachtlooptijd, today: Day) -> NachtPage.Run {
        NachtPage.Run(
            day: date(run.dag), began: moment(run.begonnen, today: today),
            done: run.klaar.map { moment($0, today: today) }, claims: number(run.vorderingen),
            interest: money(run.rente))
    }
}
