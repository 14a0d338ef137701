import Basics
import Bibliotheek
import Procesbot
import Zaken

/// Asking again what was asked before: with what was known then, and what became other in the answer.
extension AdviesDrawer {
    func remark(_ id: String) async throws -> Terugkoppeling? {
        guard let id = Identifier<Terugkoppeling>(id) else { return nil }
        return try await bot.desk.office.read { tx in try tx.terugkoppelingen.find(id) }
    }

    func testvraag(_ id: String) async throws -> TestQuestion? {
        let own = try await bot.desk.office.read { tx in try tx.testvragen.all().map(\.test) }
        return (bot.testvragen.all + own).first { $0.id == id }
    }

    /// What was known of the case then, for who may ask it again; of the klant only for who may see one.
    func known(to form: AdviesForm, _ context: SignedInContext) async throws -> JSON? {
        if let again = form.opnieuw, context.may(.procesBeheren) {
            return try await remark(again)?.gegevens(klant: context.may(.klantZien))
        }
        if let test = form.test, context.may(.sturingZien) { return try await testvraag(test)?.feiten }
        return nil
    }

    /// Whether the answer became other than the one that was remarked on, and what else can be tried where it did not.
    func compared(
        _ answer: Antwoord?, _ form: AdviesForm, _ context: SignedInContext, _ words: Words
    ) async throws -> AdviesPage.Compared? {
        guard let answer, let again = form.opnieuw, context.may(.procesBeheren), let one = try await remark(again),
            one.vraag == form.vraag, form.correcties.json == one.correcties
        else { return nil }
        let none = words("compared.none")
        return switch one.verschil(met: try await whole(answer, one, form, context)) {
        case .anders(let then, let now):
            AdviesPage.Compared(
                text: words("compared.anders", ["then": then ?? none, "now": now ?? none]), tone: "calm", tries: [])
        case .verderop:
            AdviesPage.Compared(text: words("compared.verderop"), tone: "note", tries: tries(of: one, words))
        case .gelijk:
            AdviesPage.Compared(text: words("compared.gelijk"), tone: "attention", tries: tries(of: one, words))
        }
    }

    /// The advice with all that was known then, also where the reader may see no klant; only its steps are told.
    private func whole(
        _ answer: Antwoord, _ one: Terugkoppeling, _ form: AdviesForm, _ context: SignedInContext
    ) async throws -> Advice {
        guard !context.may(.klantZien) else { return answer.advies }
        var vraag = try await bot.raadpleging(form, nil, context)
        vraag.gegevens = one.gegevens()
        return try await bot.leeszaal.advies(vraag, on: bot.desk.today(), in: bot.desk.office.playbook).advies
    }

    private func tries(of one: Terugkoppeling, _ words: Words) -> [AdviesPage.Try] {
        let places: [(String, String?)] = [
            ("words", AdvicePaths.words()), ("source", LibraryPaths.list()), ("facts", nil),
            ("test", AdvicePaths.question(one.id)),
        ]
        return places.map { name, place in .init(text: words("compared.try_\(name)"), place: place) }
    }
}

extension Terugkoppeling {
    /// What the person corrected when they asked, as the form sends it.
    var verbeterd: [(String, String)] {
        (correcties.elements ?? []).enumerated().flatMap { index, one in
            [("feit", "feit"), ("stand", "stand"), ("anders", "tekst")].map { name, field in
                ("\(name)-\(index + 1)", one[field].text ?? "")
            }
        }
    }
}
