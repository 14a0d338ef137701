import Basics
import Bibliotheek
import Zaken

extension ZaakController {
    /// Puts an adopted advice ready in the taak that waits: reason and source of a deviation, and the explanation in its form.
    func adopt(_ advice: String?, into asked: inout ZaakAsked, _ context: SignedInContext) async throws {
        let asks = advice.flatMap(Identifier<Adviesrecord>.init)
        let zaak = try context.id("zaak", of: Zaak.self)
        let words = desk.face.words(context)
        let found = try await desk.office.read { tx -> (Adviesrecord, Taak)? in
            guard let taak = try tx.taken.waiting(for: zaak).first else { return nil }
            // Who comes back another way finds it ready too, as long as the taak waits for which it was adopted.
            let adopted = try tx.adviezen.all(of: zaak).first { $0.besluit == .overgenomen || $0.besluit == .aangepast }
            guard let one = try asks.map(tx.adviezen.find) ?? adopted, one.zaak == zaak,
                asks != nil || one.moment >= taak.ontstaan
            else { return nil }
            return (one, taak)
        }
        guard let (one, taak) = found, asked.first == nil || asked.first == taak.id.text else { return }
        let reason = one.reason(words)
        asked.taak = taak.id.text
        asked.form = FormFields([("reden", reason), ("toelichting", reason), ("bron", one.citations)])
    }
}

extension Adviesrecord {
    /// The steps in one text, behind what the person said of it.
    fileprivate func reason(_ words: Words) -> String {
        let steps = stappen.joined(separator: " ")
        let text = [reden, words("advice.prefilled", ["steps": steps])].compactMap { $0 }.joined(separator: " ")
        return String(text.prefix(1_000))
    }

    /// The documents and headings that those steps cite.
    fileprivate var citations: String {
        let sources = gekozenStappen.compactMap { step -> String? in
            let source = step["sources"][0]
            guard let document = source["document"].text else { return nil }
            return document + " " + (source["heading"].text ?? "")
        }
        var seen: Set<String> = []
        return String(sources.filter { seen.insert($0).inserted }.joined(separator: "; ").prefix(400))
    }
}
