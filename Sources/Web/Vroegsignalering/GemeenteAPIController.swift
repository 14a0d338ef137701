import Basics
import Exchange
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Zaken

/// What a municipality reports back on signals by a call: it shows its key, hands in a delivery of the exchange model, and hears
/// what became of each signal.
struct GemeenteAPIController: Sendable {
    let office: Office

    /// The largest body that is taken, in bytes.
    static let limit = 8 * 1_048_576

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self).post(SignaalPaths.api.router, use: take)
    }

    @Sendable func take(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let code = try await municipality(request) else { return answer(["fout": "sleutel"], .unauthorized) }
        let body = try await request.body.collect(upTo: GemeenteAPIController.limit)
        let file: (reports: [EarlyWarningReport], rejected: [LineRejection])
        do { file = try EarlyWarningReport.read([UInt8](buffer: body)) } catch {
            return answer(
                ["fout": .string(error.diagnostic.code), "uitleg": .string(error.diagnostic.message)], .badRequest)
        }
        let results = try await office.act(as: .system("gemeente")) { act in
            try file.reports.map { report -> JSON in
                let effect =
                    report.municipality == code
                    ? try report.taken(as: .oproep, by: "gemeente \(code)", in: act) : .onbekend
                return ["ID": .string(report.signal), "uitkomst": .string("\(effect)")]
            }
        }
        let rejected = file.rejected.map { one -> JSON in
            ["veld": .string(one.field), "waarde": .string(one.value), "waarom": .string(one.reason.rawValue)]
        }
        return answer(["signalen": .array(results), "afgekeurd": .array(rejected)], .ok)
    }

    /// Whose key was shown.
    private func municipality(_ request: Request) async throws -> String? {
        let key = request.headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        guard let key else { return nil }
        return try await office.read { try $0.gemeenten.code(terugmeldsleutel: key) }
    }

    private func answer(_ json: JSON, _ status: HTTPResponse.Status) -> Response {
        .plain(json.canonical, status: status, type: "application/json")
    }
}
