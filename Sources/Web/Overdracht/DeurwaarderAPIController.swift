import Basics
import Exchange
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Zaken

/// Statuses by a call: a bailiff shows its key, hands in JSON or CSV, and hears what became of each line.
struct DeurwaarderAPIController: Sendable {
    let office: Office

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .post(OverdrachtPaths.api.router, use: take)
            .get(OverdrachtPaths.messages.router, use: fetch)
    }

    /// What a bailiff must hear of the zaken they have; what is fetched counts as heard.
    @Sendable func fetch(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let bailiff = try await bailiff(request) else { return .json(["fout": "sleutel"], .unauthorized) }
        let since = request.query("sinds").flatMap(Day.init(written:)) ?? office.clock().day - 30
        let found = try await office.act(as: .system("deurwaarder")) { act in
            try Deurwaardermelding.Fetching(deurwaarder: bailiff.code, sinds: since).run(in: act)
        }
        return .json(["meldingen": .array(found.map { $0.melding.json(of: $0.zaak) })], .ok)
    }

    private func bailiff(_ request: Request) async throws -> Deurwaarder? {
        guard let key = request.bearer else { return nil }
        return try await office.read { try $0.deurwaarders.find(sleutel: key) }
    }

    @Sendable func take(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let bailiff = try await bailiff(request) else { return .json(["fout": "sleutel"], .unauthorized) }
        let body = try await request.body.collect(upTo: OverdrachtController.limit)
        let reports: [BailiffReport]
        do { reports = try BailiffReport.read([UInt8](buffer: body)) } catch {
            return .json(
                ["fout": .string(error.diagnostic.code), "uitleg": .string(error.diagnostic.message.description)],
                .badRequest)
        }
        let post = Deurwaarderpost(
            office: office, deurwaarder: bailiff.code, actor: .system("deurwaarder"), bron: "api \(bailiff.code)")
        let results = try await post.run(reports)
        return .json(["statussen": .array(results.map(\.json))], .ok)
    }
}

extension Deurwaardermelding {
    fileprivate func json(of zaak: Zaak) -> JSON {
        [
            "id": .string(id.text), "kenmerk": .string(zaak.nummer), "soort": .string(soort.rawValue),
            "bedrag": bedrag.map { JSON($0) } ?? .null, "datum": JSON(dag), "open": JSON(zaak.bedrag),
        ]
    }
}

extension Deurwaarderbericht {
    fileprivate var json: JSON {
        [
            "kenmerk": .string(kenmerk), "status": .string(status), "uitkomst": .string(uitkomst.rawValue),
            "waarom": .array((waarom ?? "").split(separator: "|").map { .string(String($0)) }),
        ]
    }
}
