import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Zaken

extension BriefController {
    /// The page around a letter: what is missing, and how it may be sent.
    func frame(
        _ template: String, _ id: Identifier<Zaak>, _ trial: Trial, _ context: SignedInContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = desk.face.words(context)
        let found = try await desk.office.read { tx in
            try tx.zaken.find(id).map { ($0, try tx.partijen.find($0.partij)) }
        }
        guard let (zaak, partij) = found else { throw HTTPError(.notFound) }
        let page = BriefPage(
            title: words("letters.\(template)"), zaak: zaak.nummer, zaakPath: ZaakPaths.zaak(id),
            letter: ZaakPaths.preview(id.text, template) + "?deel=brief",
            missing: missing(for: partij, trial, words),
            sending: sending(template, id, to: partij, trial, words))
        return try await desk.face.draw(page, context, status: status)
    }

    private func missing(for partij: Partij?, _ trial: Trial, _ words: Words) -> [String] {
        let address = partij?.adres == nil ? [words("letters.no_address")] : []
        guard case .refused(let refusal) = trial else { return address }
        return address + [refusal.sentence(words)]
    }

    private func sending(
        _ template: String, _ id: Identifier<Zaak>, to partij: Partij?, _ trial: Trial, _ words: Words
    ) -> BriefPage.Sending? {
        guard case .made = trial, ZaakPageMaker.lettersByHand.contains(template), let partij else { return nil }
        let mails = partij.email != nil && partij.voorkeurskanaal == .email
        let post = Option("post", words("letters.by_post"), chosen: !mails)
        let mail = Option("email", words("letters.by_mail"), chosen: mails)
        return BriefPage.Sending(
            path: ZaakPaths.preview(id.text, template), channels: partij.email == nil ? [post] : [mail, post])
    }
}

extension BriefRefusal {
    /// Why the letter cannot be made now, by the first word of its code.
    func sentence(_ words: Words) -> String {
        words.text("letters.why_\(code.prefix { $0 != " " })") ?? words("letters.not_made")
    }
}
