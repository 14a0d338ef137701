import Basics
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Logging
import Zaken

/// Paying by link, without signing in; and the provider's word that something changed.
struct BetaalController: Sendable {
    let face: Face
    let office: Office
    let payments: WebPayments

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get(BetaallinkPaths.link.router, use: show)
            .post(BetaallinkPaths.ideal.router, use: begin)
            .post(BetaallinkPaths.hook.router, use: told)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = try context.parameters.require("token")
        switch read(token) {
        case .failure(let fault): return try await refuse(fault, context)
        case .success(let zaak):
            if request.query("terug") != nil { await refresh(zaak, context) }
            return try await draw(zaak, token, context)
        }
    }

    /// Begins a payment with the provider and sends the payer there.
    @Sendable func begin(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = try context.parameters.require("token")
        guard let provider = payments.provider, case .success(let zaak) = read(token) else {
            throw HTTPError(.notFound)
        }
        let name = provider.name
        let begun = try await office.act(as: .system("betaallink")) { act in
            guard try act.geldvraag(on: zaak) == .mag else { return nil as (Linkbetaling, String)? }
            return try Linkbetaling.Beginning(zaak: zaak, aanbieder: name).run(in: act).map { one in
                (one, try act.tx.betaalverzoek(of: zaak, on: act.today)?.kenmerk ?? "")
            }
        }
        guard let (one, reference) = begun else { return try await draw(zaak, token, context) }
        if let known = one.adres { return away(known) }
        let order = ProviderOrder(
            key: one.id.text, amount: one.bedrag, description: reference,
            back: payments.links.base + BetaallinkPaths.link(token) + "?terug=1",
            hook: payments.links.isReachable ? payments.links.base + BetaallinkPaths.hook() : nil)
        do {
            let start = try await provider.begin(order)
            try await office.act(as: .system("betaallink")) { act in
                try Linkbetaling.Opening(linkbetaling: one.id, start: start).run(in: act)
            }
            return away(start.checkout)
        } catch is PaymentProviderFault {
            return try await draw(zaak, token, context, notice: "paylink.provider_down", status: .badGateway)
        }
    }

    /// The provider only tells an identifier; what became of the payment is asked. An unknown one is answered as any other.
    @Sendable func told(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = FormFields(encoded: String(buffer: try await request.body.collect(upTo: 4_096)))
        guard let provider = payments.provider, let id = form["id"], id.utf8.count <= 64 else {
            return Response(status: .ok)
        }
        let name = provider.name
        guard try await office.read({ try $0.linkbetalingen.find(extern: id, by: name) }) != nil else {
            return Response(status: .ok)
        }
        do { try await take(id, from: provider) } catch is PaymentProviderFault {
            return Response(status: .serviceUnavailable)
        }
        return Response(status: .ok)
    }
}

extension BetaalController {
    private var today: Day { face.clock.now().day }

    private func read(_ token: String) -> Result<Identifier<Zaak>, Betaallinks.Fault> {
        do throws(Betaallinks.Fault) { return .success(try payments.links.read(token, on: today)) } catch {
            return .failure(error)
        }
    }

    /// Asks the provider once more when the payer comes back; its silence changes nothing.
    private func refresh(_ zaak: Identifier<Zaak>, _ context: AppContext) async {
        guard let provider = payments.provider else { return }
        do {
            guard let one = try await office.read({ try $0.linkbetalingen.newest(of: zaak) }), one.staat == .open,
                let id = one.extern
            else { return }
            try await take(id, from: provider)
        } catch { context.logger.info("payment status not known yet", metadata: ["error": "\(type(of: error))"]) }
    }

    private func take(_ id: String, from provider: any PaymentProvider) async throws {
        let (payment, name) = (try await provider.payment(id), provider.name)
        try await office.act(as: .system("betaallink")) { act in
            try Linkbetaling.Outcome(payment: payment, by: name).run(in: act)
        }
    }

    private func away(_ address: String) -> Response { .seeOther(address) }

    private func refuse(_ fault: Betaallinks.Fault, _ context: AppContext) async throws -> Response {
        let words = face.words(context)
        let (key, status): (String, HTTPResponse.Status) =
            switch fault {
            case .notOurs: ("paylink.unknown", .notFound)
            case .expired: ("paylink.expired", .gone)
            }
        let page = BetaalPage(
            title: words("paylink.not_working"), creditor: nil, notice: .init(tone: "attention", text: words(key)),
            asked: nil, phone: nil)
        return try await face.draw(page, context, status: status)
    }

    private func draw(
        _ zaak: Identifier<Zaak>, _ token: String, _ context: AppContext, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (words, day, office) = (face.words(context), today, office)
        let found = try await office.read { tx in
            let question = try office.act(as: .system("betaallink"), in: tx).geldvraag(on: zaak)
            return try tx.betaalverzoek(of: zaak, on: day).map {
                ($0, try tx.linkbetalingen.newest(of: zaak), question)
            }
        }
        guard let (asked, newest, question) = found else { throw HTTPError(.notFound) }
        let maker = BetaalPageMaker(
            asked: asked, newest: newest, question: question, token: token, hasProvider: payments.provider != nil,
            words: words,
            now: face.clock.now())
        var response = try await face.draw(maker.page(notice: notice), context, status: status)
        response.headers[.contentSecurityPolicy] = ContentPolicy.paying
        return response
    }
}
