import Basics
import Bibliotheek
import Postvak
import Zaken

extension ZaakController {
    /// Puts an adopted advice beside the taak that waits, and as reason and source of a deviation from it. What happened is for
    /// the report of who did it: an advice is none.
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
        asked.adopted = Overgenomen(
            taak: taak.id, steps: one.stappen, reason: one.reason(words), sources: one.citations,
            path: AdvicePaths.record(zaak.text, one.id.text), perMonth: Maandbedrag.amount(in: one.vraag))
    }
}

/// An advice that someone took over, for the taak where they did.
struct Overgenomen: Sendable {
    let taak: Identifier<Taak>
    let steps: [String]
    /// What a deviation begins with: why, and which documents say so.
    let reason: String
    let sources: String
    let path: String
    /// What was asked about, where it is one amount a month.
    let perMonth: Money?
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
