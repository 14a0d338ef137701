import Basics
import Bibliotheek
import Zaken

extension ZaakController {
    /// Puts an adopted advice ready in the taak that waits: reason and source of a deviation, and the explanation in its form.
    func adopt(_ advice: String?, into asked: inout ZaakAsked, _ context: SignedInContext) async throws {
        guard let record = advice.flatMap(Identifier<Adviesrecord>.init) else { return }
        let zaak = try context.id("zaak", of: Zaak.self)
        let words = desk.face.words(context)
        let found = try await desk.office.read { tx -> (Adviesrecord, Taak?)? in
            guard let one = try tx.adviezen.find(record), one.zaak == zaak else { return nil }
            return (one, try tx.taken.waiting(for: zaak).first)
        }
        guard let (one, taak) = found, let taak else { return }
        let reason = one.reason(words)
        asked.taak = taak.id.text
        asked.form = FormFields([("reden", reason), ("toelichting", reason), ("bron", one.citations)])
    }
}

extension Adviesrecord {
    /// The steps in one text, behind what the person said of it.
    fileprivate func reason(_ words: Words) -> String {
        let steps = (advies["route"].elements ?? []).prefix(3).compactMap { $0["step"].text }.joined(separator: " ")
        let text = [reden, words("advice.prefilled", ["steps": steps])].compactMap { $0 }.joined(separator: " ")
        return String(text.prefix(1_000))
    }

    /// The documents and headings that the first steps cite.
    fileprivate var citations: String {
        let sources = (advies["route"].elements ?? []).prefix(3).compactMap { step -> String? in
            let source = step["sources"][0]
            guard let document = source["document"].text else { return nil }
            return document + " " + (source["heading"].text ?? "")
        }
        var seen: Set<String> = []
        return String(sources.filter { seen.insert($0).inserted }.joined(separator: "; ").prefix(400))
    }
}
