import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Zaken

/// A letter before it goes: made by the very service that makes it for the process, and then undone.
struct BriefController: Sendable {
    let desk: Desk

    /// A letter that was made to be looked at; thrown, so that nothing of its making stays.
    private struct Made: Error {
        let html: String
    }

    /// What came of making a letter: its words, or why it cannot be made now.
    enum Trial {
        case made(html: String)
        case refused(BriefRefusal)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ZaakPaths.preview.router, use: show)
            .post(ZaakPaths.preview.router, use: send)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (id, template) = try asked(context)
        try await desk.requireAddress(on: id, context)
        try await desk.recordLook(on: id, context)
        let trial = try await trial(template, of: id, context)
        guard request.query("deel") == "brief" else { return try await frame(template, id, trial, context) }
        var html = ""
        if case .made(let letter) = trial { html = letter }
        var response = Response.html(html)
        response.headers[.contentSecurityPolicy] = ContentPolicy.letter
        return response
    }

    /// A person sends a letter outside the drawing; the same service makes it, so the same law holds for it.
    @Sendable func send(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (id, template) = try asked(context)
        guard ZaakPageMaker.lettersByHand.contains(template) else { throw HTTPError(.notFound) }
        let channel = try await request.form()["kanaal"] ?? ""
        do {
            _ = try await desk.act(context) { act in
                try Brief.Making(zaak: id, sjabloon: template, kanaal: channel, isMetDeHand: true).run(in: act)
            }
        } catch let refusal as BriefRefusal {
            try await desk.recordLook(on: id, context)
            return try await frame(template, id, .refused(refusal), context, status: .unprocessableContent)
        }
        return .seeOther(ZaakPaths.zaak(id), flash: Flash("letter_sent"))
    }

    private func asked(_ context: SignedInContext) throws -> (Identifier<Zaak>, String) {
        try context.require(.briefVersturen)
        guard let template = context.parameters.get("sjabloon"), ZaakPageMaker.letters.contains(template) else {
            throw HTTPError(.notFound)
        }
        return (try context.id("zaak", of: Zaak.self), template)
    }

    private func trial(
        _ template: String, of id: Identifier<Zaak>, _ context: SignedInContext
    ) async throws -> Trial {
        do {
            return try await desk.act(context) { act -> Trial in
                let brief = try Brief.Making(zaak: id, sjabloon: template, isMetDeHand: true).run(in: act)
                guard let document = try act.tx.documenten.find(brief.document),
                    let bytes = try act.tx.documenten.content(of: document.versie)
                else { throw BriefRefusal.noPress }
                throw Made(html: String(decoding: bytes, as: UTF8.self))
            }
        } catch let made as Made {
            return .made(html: made.html)
        } catch let refusal as BriefRefusal {
            return .refused(refusal)
        } catch ZaakRefusal.unknownZaak {
            throw HTTPError(.notFound)
        } catch ZaakRefusal.alreadyClosed {
            return .refused(.nothingOpen)
        }
    }
}
