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
    let face: Face
    let office: Office

    /// The largest body that is taken, in bytes.
    static let limit = 8 * 1_048_576

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self).post(SignaalPaths.api.router, use: take)
    }

    @Sendable func take(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let code = try await municipality(request) else { return .json(["fout": "sleutel"], .unauthorized) }
        let (body, words) = (try await request.body.collect(upTo: GemeenteAPIController.limit), face.words(context))
        let delivery: EarlyWarningReports
        do {
            delivery = try EarlyWarningReports(reading: [UInt8](buffer: body), notAfter: office.clock().day)
        } catch {
            let flaw = error.diagnostic
            return .json(["fout": .string(flaw.code), "uitleg": .string(words.fault(flaw))], .badRequest)
        }
        var (told, rejected): ([JSON], [JSON]) = ([], [])
        for lines in delivery.lines.batches(of: Terugmeldimport.batch) {
            for line in try await take(lines, from: code) {
                switch line {
                case .success(let outcome): told.append(outcome)
                case .failure(let fault): rejected.append(words.json(of: fault))
                }
            }
        }
        return .json(["signalen": .array(told), "afgekeurd": .array(rejected)], .ok)
    }

    /// Takes these in together; each by itself is taken, unknown or rejected.
    private func take(
        _ lines: ArraySlice<Result<EarlyWarningReport, LineRejection>>, from code: String
    ) async throws -> [Result<JSON, LineRejection>] {
        try await office.act(as: .system("gemeente")) { act in
            try lines.map { line in
                do {
                    let report = try line.get()
                    let effect =
                        report.municipality == code
                        ? try report.taken(as: .oproep, by: "gemeente \(code)", in: act) : .onbekend
                    return .success(["ID": .string(report.signal), "uitkomst": .string("\(effect)")])
                } catch let fault as LineRejection { return .failure(fault) }
            }
        }
    }

    /// Whose key was shown.
    private func municipality(_ request: Request) async throws -> String? {
        guard let key = request.bearer else { return nil }
        return try await office.read { try $0.gemeenten.code(terugmeldsleutel: key) }
    }
}

extension Words {
    /// A rejection for another program: its code, and a sentence for who reads along.
    fileprivate func json(of fault: LineRejection) -> JSON {
        [
            "plaats": JSON(fault.line), "veld": .string(fault.field), "waarde": .string(fault.value),
            "waarom": .string(fault.reason.rawValue), "uitleg": .string(rejection(fault.reason.rawValue)),
        ]
    }
}
