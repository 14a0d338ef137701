import Basics
import HTTPTypes
import Hummingbird
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

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ZaakPaths.preview.router, use: show)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.briefVersturen)
        let id = try context.id("zaak", of: Zaak.self)
        guard let template = context.parameters.get("sjabloon"), ZaakPageMaker.letters.contains(template) else {
            throw HTTPError(.notFound)
        }
        let letter = try await letter(template, of: id, context)
        guard request.query("deel") == "brief" else { return try await frame(template, id, letter != nil, context) }
        var response = Response.html(letter ?? "")
        response.headers[.contentSecurityPolicy] = ContentPolicy.letter
        return response
    }

    /// The letter as HTML; nothing when it cannot be made now.
    private func letter(_ template: String, of id: Identifier<Zaak>, _ context: SignedInContext) async throws -> String?
    {
        do {
            return try await desk.act(context) { act -> String? in
                guard let zaak = try act.tx.zaken.find(id) else { throw HTTPError(.notFound) }
                guard let service = act.playbook.diensten["brief.versturen"] else { return nil }
                _ = try service(Dienstvraag(zaak: zaak, stap: "", invoer: ["sjabloon": .string(template)]), act)
                guard let newest = try act.tx.documenten.all(of: id).first(where: { $0.soort == template }),
                    let bytes = try act.tx.documenten.content(of: newest.versie)
                else { return nil }
                throw Made(html: String(decoding: bytes, as: UTF8.self))
            }
        } catch let made as Made {
            return made.html
        } catch let missing as HTTPError {
            throw missing
        } catch {
            context.logger.warning(
                "letter not made", metadata: ["template": "\(template)", "error": "\(type(of: error))"])
            return nil
        }
    }

    private func frame(
        _ template: String, _ id: Identifier<Zaak>, _ isMade: Bool, _ context: SignedInContext
    ) async throws -> Response {
        let words = desk.face.words(context)
        let found = try await desk.office.read { tx in
            try tx.zaken.find(id).map { ($0, try tx.partijen.find($0.partij)) }
        }
        guard let (zaak, partij) = found else { throw HTTPError(.notFound) }
        let missing = [
            partij?.adres == nil ? words("letters.no_address") : nil, isMade ? nil : words("letters.not_made"),
        ]
        let page = BriefPage(
            title: words("letters.\(template)"), zaak: zaak.nummer, zaakPath: ZaakPaths.zaak(id),
            letter: ZaakPaths.preview(id.text, template) + "?deel=brief", missing: missing.compactMap(\.self),
            sending: nil)
        return try await desk.face.draw(page, context)
    }
}
