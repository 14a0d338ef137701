import Basics
import Bibliotheek
import Procesbot
import Zaken

/// What a person asked, and which facts they corrected.
struct AdviesForm: Sendable {
    let vraag: String
    /// Whether more was asked than is read; then nothing is answered.
    let isTooLong: Bool
    let correcties: [Correction]
    /// The stand of the library of the advice that the person saw.
    let stand: String
    /// What the person ticked and typed to decide on that advice.
    let stappen: Set<Int>
    let reden: String
    let filter: BibliotheekFilter
    /// Whether the person asks for the words of a language model, and which they saw.
    let wantsWording: Bool
    let verwoording: Identifier<Verwoordingsrecord>?

    /// The remark or the test question that is asked again, with what was known then.
    let opnieuw: String?
    let test: String?

    static let longest = 2_000

    /// Reads `vraag`, and for each fact `feit-1` what the person says of it in `stand-1` and `anders-1`.
    init(_ form: FormFields) {
        // Browsers send the end of a line as two signs and count it as one.
        let asked = (form["vraag"] ?? "").replacing("\r\n", with: "\n")
        isTooLong = asked.count > AdviesForm.longest
        vraag = String(asked.prefix(AdviesForm.longest))
        stand = form["stand"] ?? ""
        stappen = Set(form.all("stap").compactMap { Int($0) })
        reden = String((form["reden"] ?? "").prefix(AdviesForm.longest))
        filter = BibliotheekFilter(form)
        (opnieuw, test) = (form["opnieuw"], form["test"])
        wantsWording = form["verwoord"] == "ja"
        verwoording = form["verwoording"].flatMap(Identifier<Verwoordingsrecord>.init)
        correcties = (1...AdviesForm.mostFacts).compactMap { number in
            guard let fact = form["feit-\(number)"] else { return nil }
            // What is typed anew is never lost, whatever the list above it still says.
            if let typed = form["anders-\(number)"], typed != form["was-\(number)"] ?? "" {
                return Correction(fact: fact, says: .changed(typed))
            }
            switch form["stand-\(number)"] {
            case "nee": return Correction(fact: fact, says: .denied)
            case "onbekend": return Correction(fact: fact, says: .unknown)
            case "anders":
                return Correction(fact: fact, says: form["anders-\(number)"].map { .changed($0) } ?? .denied)
            default: return nil
            }
        }
    }

    private static let mostFacts = 40

    /// Why nothing can be answered to it, as a phrase; nothing where it can.
    var refusal: String? {
        vraag.isEmpty ? "advice.refused_no_question" : isTooLong ? "advice.refused_too_long" : nil
    }

    func raadpleging(_ zaak: Identifier<Zaak>?, _ context: SignedInContext) -> Raadpleging {
        Raadpleging(
            vraag, correcties: correcties, zaak: zaak, bereik: zaak == nil ? filter.scope : nil,
            inzicht: Inzicht(klant: context.may(.klantZien), bedragen: context.may(.vorderingZien)))
    }
}
