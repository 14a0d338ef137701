import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Zaken

/// A partner's desk answers a warm handover by its signed link, without signing in.
struct PartnerController: Sendable {
    let face: Face
    let office: Office
    let links: Betaallinks

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get(PartnerPaths.link.router, use: show)
            .post(PartnerPaths.link.router, use: answer)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await draw(context, problem: nil, FormFields())
    }

    @Sendable func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.form()
        let token = try context.parameters.require("token")
        guard case .success(let id) = read(token) else { return try await draw(context, problem: nil, form) }
        return try await .ofAct {
            try await office.act(as: .system("partner"), for: "doorverwijzing") { act in
                try Doorverwijzing.Answer(
                    doorverwijzing: id, staat: form["staat"] == "aangenomen" ? .aangenomen : .geweigerd,
                    wie: form["wie"] ?? "", reden: form["reden"] ?? ""
                ).run(in: act)
            }
            return .seeOther(PartnerPaths.link(token))
        } refused: { refusal in
            try await draw(context, problem: refusal, form)
        }
    }

    private func read(_ token: String) -> Result<Identifier<Doorverwijzing>, Betaallinks.Fault> {
        do throws(Betaallinks.Fault) {
            return .success(try links.readPartner(token, on: face.clock.now().day))
        } catch { return .failure(error) }
    }

    private func draw(_ context: AppContext, problem: Refusal?, _ sent: FormFields) async throws -> Response {
        let (words, token) = (face.words(context), try context.parameters.require("token"))
        guard case .success(let id) = read(token) else {
            let page = PartnerPage(
                title: words("partner.not_working"), lead: words("partner.expired"), notice: nil, facts: [], form: nil)
            return try await face.draw(page, context, status: .gone)
        }
        // Each time the desk opens the link is in the journal, as any look at a person is.
        let seen = try await office.act(as: .system("partner"), for: "doorverwijzing") { act in
            let seen = try act.partnerblik(id)
            if let seen, let knoop = try act.tx.knopen.find(seen.doorverwijzing.knoop) {
                try act.record(
                    "doorverwijzing_bekeken", of: knoop.zaak, ["partner": .string(seen.doorverwijzing.partner)])
            }
            return seen
        }
        guard let seen else { throw HTTPError(.notFound) }
        let page = PartnerPage(seen, words, path: PartnerPaths.link(token), problem: problem, sent: sent)
        return try await face.draw(page, context, status: problem?.status ?? .ok)
    }
}
