import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Logging
import Zaken

/// A letter before it goes: made by the very service that makes it for the process, and then undone.
struct BriefController: Sendable {
    let desk: Desk

    /// A letter that was made to be looked at; thrown, so that nothing of its making stays.
    private struct Made: Error {
        let html: String
    }

    /// A letter that cannot go now; undoes what its making began.
    private struct NotMade: Error {
        let reason: String
    }

    /// What came of making a letter: its words, or why it cannot be made now.
    enum Trial {
        case made(html: String)
        case refused(reason: String)
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
            try await desk.act(context) { act in
                let answer = try BriefController.make(template, of: id, by: channel, in: act)
                if case .failed(let reason) = answer { throw NotMade(reason: reason) }
            }
        } catch let refusal as NotMade {
            try await desk.recordLook(on: id, context)
            return try await frame(
                template, id, .refused(reason: refusal.reason), context, status: .unprocessableContent)
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

    private static func make(
        _ template: String, of id: Identifier<Zaak>, by channel: String?, in act: Act
    ) throws -> Dienstantwoord {
        guard let zaak = try act.tx.zaken.find(id) else { throw HTTPError(.notFound) }
        guard let service = act.playbook.diensten["brief.versturen"] else { return .failed(reason: "unknown-service") }
        let isStill = zaak.status == "uitzondering" && template != "regeling_bevestigd"
        if isStill { return .failed(reason: "exception") }
        let waits = try act.tx.brieven.all(of: id).contains { $0.sjabloon == template && $0.waits }
        if waits { return .failed(reason: "waits") }
        var inputs: [String: JSON] = ["sjabloon": .string(template)]
        if let channel { inputs["kanaal"] = .string(channel) }
        let answer = try service(Dienstvraag(zaak: zaak, stap: "", invoer: inputs), act)
        if case .done(let facts) = answer, facts["brief"]?["document"].text == nil {
            return .failed(reason: "nothing-open")
        }
        return answer
    }

    private func trial(
        _ template: String, of id: Identifier<Zaak>, _ context: SignedInContext
    ) async throws -> Trial {
        do {
            return try await desk.act(context) { act -> Trial in
                let answer = try BriefController.make(template, of: id, by: nil, in: act)
                if case .failed(let reason) = answer { return .refused(reason: reason) }
                guard let newest = try act.tx.documenten.all(of: id).first(where: { $0.soort == template }),
                    let bytes = try act.tx.documenten.content(of: newest.versie)
                else { return .refused(reason: "") }
                throw Made(html: String(decoding: bytes, as: UTF8.self))
            }
        } catch let made as Made {
            return .made(html: made.html)
        } catch let missing as HTTPError {
            throw missing
        } catch {
            context.logger.warning(
                "letter not made", metadata: ["template": "\(template)", "error": "\(type(of: error))"])
            return .refused(reason: "")
        }
    }
}
