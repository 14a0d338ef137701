/// What the words of a question wait for: `wie` for someone, `wanneer` for a term, `hoeveel` for a number, `mag` for a permission.
extension QuestionForm {
    private static let deciding: Set<String> = [
        "beslist", "beslissen", "besluit", "besluiten", "mag", "mogen", "tekent", "tekenen", "bepaalt", "bepalen",
        "bevoegd", "akkoord", "goedkeuring", "goedkeuren", "verantwoordelijk", "behandelt", "doet", "regelt", "neemt",
        "aan", "bij", "door", "met", "via",
    ]
    private static let timely: Set<String> = [
        "dezelfde", "zelfde", "direct", "meteen", "vandaag", "dagelijks", "wekelijks", "maandelijks", "jaarlijks",
    ]
    private static let ruling: Set<String> = ["nooit", "altijd", "verplicht", "hoeft", "hoeven", "verboden", "alleen"]

    /// How much a rule holds of what is waited for, from 0.
    func fit(of rule: Rule, _ candidate: Candidate) -> Float {
        let words = Set(asking.map(\.text))
        let said = rule.cells.isEmpty ? candidate.sentences[rule.sentences].flatMap(\.tokens) : rule.action
        let measures = QuantityReader.quantities(in: said).map(\.measure)
        var fit: Float = 0
        if words.contains("wie"), said.contains(where: { Self.deciding.contains($0.text) }) { fit += 0.25 }
        if asksTerm(words),
            measures.contains(where: isTerm) || !asksDuration && said.contains(where: { Self.timely.contains($0.text) })
        {
            fit += 0.3
        }
        if asksNumber(words), !measures.isEmpty { fit += 0.2 }
        if isPolar,
            rule.mood == .permit || rule.mood == .forbid || said.contains(where: { Self.ruling.contains($0.text) })
        {
            fit += 0.2
        }
        if asksRoute || !asking.contains(where: { $0.mark == "?" }) || words.contains("doe") || words.contains("doen"),
            rule.mood == .instruct
        {
            fit += 0.2
        }
        return fit
    }

    private func asksTerm(_ words: Set<String>) -> Bool {
        asksMoment || wants == .period
            || !words.isDisjoint(with: ["snel", "gauw", "vroeg", "laat", "uiterlijk", "tijd", "termijn"])
    }

    /// `hoe lang duurt …`: a length of time, and no moment.
    private var asksDuration: Bool {
        let words = asking.map(\.text)
        return words.contains("hoelang") || zip(words, words.dropFirst()).contains { $0 == "hoe" && $1 == "lang" }
    }

    private func asksNumber(_ words: Set<String>) -> Bool {
        switch wants {
        case .amount, .percentage, .count: true
        case .period, .contact, .person, nil: words.contains("hoeveel")
        }
    }

    private func isTerm(_ measure: Quantity.Measure) -> Bool {
        switch measure {
        case .period, .position, .date: true
        case .money, .percent, .count: false
        }
    }

    /// Whether a date or sum worked out is what is waited for.
    var asksReckoning: Bool { asksTerm(Set(asking.map(\.text))) || asksNumber(Set(asking.map(\.text))) }
}
