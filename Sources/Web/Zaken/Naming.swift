import Basics
import Zaken

/// What the content calls a status, a result, a message, and the answers of a form; the code where it has no name.
struct Naming: Sendable {
    let zaaktype: Zaaktype?
    let formulieren: [String: Formulier]
    let language: String

    func status(_ code: String) -> String {
        zaaktype?.statussen.first { $0.code == code }?.omschrijving[language] ?? code
    }

    func result(_ code: String) -> String {
        zaaktype?.resultaten.first { $0.code == code }?.omschrijving[language] ?? code
    }

    /// The name of a result, of what may be one: answers that depend on the zaak stand in no form.
    private func resultName(_ code: String) -> String? {
        zaaktype?.resultaten.first { $0.code == code }?.omschrijving[language]
    }

    func report(_ code: String) -> String {
        zaaktype?.meldingen.first { $0.bericht == code }?.omschrijving[language] ?? code
    }

    /// What a variable of a process is called: by the form that asks for it, else by the table of facts, else as the drawing has it.
    func fact(_ name: String, _ words: Words) -> String {
        known(name, words) ?? (name.contains(".") ? words.letterFact(name) : "“\(name)”")
    }

    /// The same for a sentence that puts what a field is called between quotes itself.
    func label(_ name: String, _ words: Words) -> String {
        known(name, words) ?? (name.contains(".") ? words.letterFact(name) : name)
    }

    private func known(_ name: String, _ words: Words) -> String? {
        let forms = formulieren.values.sorted { $0.code < $1.code }
        let asked = forms.lazy.flatMap(\.velden).first { $0.id == name }?.label[language]
        return words.text("facts.\(name)") ?? asked
    }

    /// What was answered, in the order of the form: the outcome and what was written by themselves, the rest after its label.
    func answers(of form: String, _ answers: JSON, _ words: Words) -> [String] {
        (formulieren[form]?.velden ?? []).compactMap { veld in
            guard let answer = written(answers[veld.id], veld, words) else { return nil }
            let speaksForItself = veld.id == "uitkomst" || veld.soort == .langeTekst
            return speaksForItself ? answer : "\(veld.label[language]) \(answer)"
        }
    }

    private func written(_ answer: JSON, _ veld: Formulier.Veld, _ words: Words) -> String? {
        switch veld.soort {
        case .keuze: veld.opties.first { $0.waarde == answer.text }?.label[language] ?? answer.text.flatMap(resultName)
        case .tekst, .iban, .langeTekst: answer.text.flatMap { $0.isEmpty ? nil : $0 }
        case .bedrag: answer.money.map(words.money)
        case .datum: answer.day.map(words.date)
        case .getal: answer.integer.map(words.number)
        case .jaNee: answer.flag.map { words($0 ? "common.answer_yes" : "common.answer_no") }
        }
    }
}

extension JSON {
    /// The value as a field of a form holds it.
    var written: String {
        switch self {
        case .string(let text): text
        case .number(let number): "\(number)"
        case .bool(let flag): flag ? "ja" : "nee"
        case .null, .array, .object: ""
        }
    }
}
