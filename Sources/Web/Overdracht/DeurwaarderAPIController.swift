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
        RouteCollection(context: AppContext.self).post(OverdrachtPaths.api.router, use: take)
    }

    @Sendable func take(_ request: Request, _ context: AppContext) async throws -> Response {
        let key = request.headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        guard let key, let bailiff = try await office.read({ try $0.deurwaarders.find(sleutel: key) }) else {
            return answer(["fout": "sleutel"], .unauthorized)
        }
        let body = try await request.body.collect(upTo: OverdrachtController.limit)
        let reports: [BailiffReport]
        do { reports = try BailiffReport.read([UInt8](buffer: body)) } catch {
            return answer(
                ["fout": .string(error.diagnostic.code), "uitleg": .string(error.diagnostic.message)], .badRequest)
        }
        let post = Deurwaarderpost(
            office: office, deurwaarder: bailiff.code, actor: .system("deurwaarder"), bron: "api \(bailiff.code)")
        let results = try await post.run(reports)
        return answer(["statussen": .array(results.map(\.json))], .ok)
    }

    private func answer(_ json: JSON, _ status: HTTPResponse.Status) -> Response {
        .plain(json.canonical, status: status, type: "application/json")
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
